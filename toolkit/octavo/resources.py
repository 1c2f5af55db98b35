"""Where the schema and the stylesheets are, in a checkout and in an installed wheel.

An edition may replace any of them by a file of its own at the same place: `xslt/html/notes.xsl`
in the edition stands for `xslt/html/notes.xsl` of Octavo, `schema/octavo.rng` likewise.
"""

from __future__ import annotations

import difflib
import shutil
import tempfile
from pathlib import Path
from typing import Final

from octavo.findings import Finding, Severity

__all__ = ["Resources"]

_PACKAGE: Final = Path(__file__).resolve().parent
_ROOT: Final = _PACKAGE if (_PACKAGE / "xslt").is_dir() else _PACKAGE.parents[1]


class Resources:
    """The files that come with Octavo, under those of one edition.

    Use it as a context manager: where an edition replaces a stylesheet, all of them are laid out
    together in a temporary folder, so that relative includes find the edition's own.
    """

    def __init__(self, edition: Path | None = None) -> None:
        self._edition = edition.resolve() if edition is not None else None
        self._overlay: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Resources:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove the temporary folder, if one was made."""
        if self._overlay is not None:
            self._overlay.cleanup()
            self._overlay = None

    @property
    def schema(self) -> Path:
        """The RELAX NG schema (XML syntax) by which the edition's documents are valid."""
        return self._own("schema/octavo.rng") or _ROOT / "schema" / "octavo.rng"

    @property
    def xslt(self) -> Path:
        """The folder of stylesheets, with the edition's own in their places."""
        own = self._own("xslt")
        if own is None or own == (_ROOT / "xslt").resolve():
            return _ROOT / "xslt"
        if self._overlay is None:
            self._overlay = tempfile.TemporaryDirectory(prefix="octavo-xslt-")
            folder = Path(self._overlay.name) / "xslt"
            shutil.copytree(_ROOT / "xslt", folder)
            shutil.copytree(own, folder, dirs_exist_ok=True)
        return Path(self._overlay.name) / "xslt"

    def suspicious(self) -> list[Finding]:
        """Files of the edition that stand for none of Octavo's, but are called much like one."""
        own = self._own("xslt")
        if own is None or own == (_ROOT / "xslt").resolve():
            return []
        findings = []
        for path in sorted(p for p in own.rglob("*") if p.is_file()):
            name = path.relative_to(own)
            if (_ROOT / "xslt" / name).exists():
                continue
            folder = _ROOT / "xslt" / name.parent
            there = [p.name for p in folder.iterdir()] if folder.is_dir() else []
            near = difflib.get_close_matches(name.name, there, 1, 0.8)
            if near:
                findings.append(
                    Finding(
                        "override-of-nothing",
                        "this file stands for none of Octavo's.",
                        path,
                        hint=f"Did you mean {near[0]}?",
                        severity=Severity.WARNING,
                    )
                )
        return findings

    def original(self, path: Path) -> Path:
        """The file of the edition or of Octavo that stands at `path` in the temporary folder."""
        if self._overlay is None or self._edition is None:
            return path
        folder = Path(self._overlay.name)
        if not path.is_relative_to(folder):
            return path
        name = path.relative_to(folder)
        own = self._edition / name
        return own if own.exists() else _ROOT / name

    def _own(self, name: str) -> Path | None:
        if self._edition is None:
            return None
        path = self._edition / name
        return path if path.exists() else None
