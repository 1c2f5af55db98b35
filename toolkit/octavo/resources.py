"""Where the schema and the stylesheets are, in a checkout and in an installed wheel.

An edition may replace any of them by a file of its own at the same place: `xslt/html/notes.xsl`
in the edition stands for `xslt/html/notes.xsl` of Octavo, `schema/octavo.rng` likewise.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

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
