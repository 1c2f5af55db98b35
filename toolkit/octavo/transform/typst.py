"""Typesetting by Typst: what xslt/print wrote becomes a PDF, without the network.

    typeset = typeset(source, style=resources.xslt / "print", path=Path("tei/kim.xml"))
    write_whole(Path("dist/print/kim.pdf"), typeset.pdf)

The PDF is tagged (PDF/UA-1, ISO 14289-1) and depends on nothing but the input: the fonts are those
of the package and of the edition, the date is fixed.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from octavo.files import read_bytes
from octavo.findings import Finding, OctavoError, Severity
from octavo.transform.pictures import no_picture, pictures_of

__all__ = ["Typeset", "house_fonts", "typeset"]

_MAIN: Final = "main.typ"
_PACKAGE: Final = re.compile(rb'"@[a-z][a-z0-9-]*/[^"\n]*"')
_GLYPH: Final = re.compile(r'the text `"(.+?)"` could not be displayed with')
_ERROR: Final = re.compile(r"^error: (.*)$", re.MULTILINE)
_FOLDER: Final = "octavo-typst-"
_PLACE: Final = re.compile(rf"┌─ (?:.*{_FOLDER}[^/\\]*[/\\])?(.+):(\d+):(\d+)")
_ID: Final = re.compile(r'(?:\bid: |#anchor\()"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF, and what there is to say about it."""

    pdf: bytes
    findings: tuple[Finding, ...]


def typeset(
    source: str,
    *,
    style: Path,
    fonts: Sequence[Path] = (),
    path: Path | None = None,
    standards: Sequence[str] = ("ua-1",),
    system_fonts: bool = False,
) -> Typeset:
    """Set `source`, Typst that xslt/print wrote.

    `style` is the folder of the house style: its `edition.typ` is what the source imports, and
    every other file there that is no stylesheet can be imported too. `fonts` are folders of fonts,
    tried before those that come with Octavo; the system's are looked at only with `system_fonts`.
    `path` is the TEI document: findings name it, and addresses of pictures are relative to it.
    `standards` are PDF standards by Typst's names.

    Characters that no font has, pictures that are missing or broken, markup for which the standard
    has no structure and Typst's warnings become findings.
    Raises OctavoError `typesetting-failed` where Typst stops, `network-needed` where the style asks
    for a package that is not in its folder, `cannot-read` where the style is not to be read.
    """
    files = _style(style)
    pictures, findings = pictures_of(source, path)
    files |= dict(pictures.values())
    job = _Job(
        files={**files, _MAIN: source.encode("utf-8")},
        fonts=tuple(fonts),
        system_fonts=system_fonts,
        pictures={address: name for address, (name, _) in pictures.items()},
    )
    while True:
        try:
            pdf, warnings = job.run(standards)
            break
        except _typst().TypstError as error:
            if broken := job.broken_pictures():
                job = job.without(broken)
                findings.extend(no_picture(a, f"is broken: {c}.", path) for a, c in broken.items())
            elif standards and (characters := _characters_without_glyph(error)):
                # A box in its place is better than no PDF, but no standard allows it.
                findings.append(_missing_glyphs(characters, standards, path))
                standards = ()
            elif standards and error.message.startswith("PDF/"):
                findings.append(_nonconforming(error, source, standards, path))
                standards = ()
            else:
                raise OctavoError(_failure(error, source, path)) from None
    findings.extend(_warning(warning, path) for warning in warnings)
    return Typeset(pdf, tuple(dict.fromkeys(findings)))


def house_fonts() -> tuple[Path, ...]:
    """The folders of the fonts that come with Octavo."""
    spec = importlib.util.find_spec("fontpkg_source_serif_4")
    locations = spec.submodule_search_locations if spec else None
    return tuple(Path(location) / "files" for location in locations or ())


@dataclass(frozen=True, slots=True)
class _Job:
    files: Mapping[str, bytes]
    fonts: tuple[Path, ...]
    system_fonts: bool
    pictures: Mapping[str, str]

    def without(self, pictures: Mapping[str, str]) -> _Job:
        kept = {address: name for address, name in self.pictures.items() if address not in pictures}
        return replace(self, pictures=kept)

    def broken_pictures(self) -> dict[str, str]:
        """What Typst cannot read, by address: its errors do not tell which picture they mean."""
        broken = {}
        for address, name in self.pictures.items():
            alone = {_MAIN: f"#image({json.dumps(name)})".encode(), name: self.files[name]}
            with _laid_out(alone) as main:
                try:
                    _typst().compile(main, root=main.parent, format="pdf")
                except _typst().TypstError as error:
                    broken[address] = _said(error)
        return broken

    def run(self, standards: Sequence[str]) -> tuple[bytes, list[Any]]:
        with _laid_out(self.files) as main:
            pdf, warnings = _typst().compile_with_warnings(
                main,
                root=main.parent,
                format="pdf",
                font_paths=_fonts(self.fonts, self.system_fonts),
                sys_inputs={"pictures": json.dumps(self.pictures, sort_keys=True)},
                pdf_standards=list(standards),
                timestamp=0,
            )
        return pdf, warnings


@contextmanager
def _laid_out(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with the files, for as long as Typst reads; the path of the main one.

    Typst's wheel takes files in memory as well, but only such as are text.
    """
    with tempfile.TemporaryDirectory(prefix=_FOLDER) as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield Path(folder, _MAIN)


def _typst() -> Any:
    import typst

    return typst


@functools.cache
def _fonts(folders: tuple[Path, ...], system: bool) -> Any:  # noqa: FBT001
    """Fonts are read once for a process; the first folder that has a face gives it."""
    return _typst().Fonts(
        include_system_fonts=system,
        font_paths=[str(folder) for folder in (*folders, *house_fonts())],
    )


def _style(folder: Path) -> dict[str, bytes]:
    """The files of the house style, by their paths in its folder."""
    names = sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".xsl")
    files = {file.relative_to(folder).as_posix(): read_bytes(file) for file in names}
    if "edition.typ" not in files:
        read_bytes(folder / "edition.typ")
    for name, content in files.items():
        if name.endswith(".typ") and (package := _PACKAGE.search(content)):
            raise OctavoError(
                Finding(
                    "network-needed",
                    f"imports the package {package.group().decode('utf-8', 'replace')}, but nothing"
                    " is fetched from the network while building.",
                    folder / name,
                    content.count(b"\n", 0, package.start()) + 1,
                    hint="Copy the package's files into this folder and import them from there.",
                )
            )
    return files


def _characters_without_glyph(error: Any) -> str:
    """The characters that no font has, where that is all that is wrong; otherwise nothing."""
    messages = _ERROR.findall(error.diagnostic) or [error.message]
    found = [_GLYPH.search(message) for message in messages]
    texts = [match.group(1) for match in found if match]
    return "".join(dict.fromkeys("".join(texts))) if len(texts) == len(messages) else ""


def _missing_glyphs(characters: str, standards: Sequence[str], path: Path | None) -> Finding:
    named = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters[:10])
    more = f" and {len(characters) - 10} more" if len(characters) > 10 else ""
    lost = f" The PDF does not conform to {', '.join(standards).upper()}."
    return Finding(
        "missing-glyph",
        f"No font has the characters {named}{more}: the PDF shows empty boxes instead.{lost}",
        path,
        hint="Put a font that has them into the folder fonts/ of the edition.",
        severity=Severity.WARNING,
    )


def _nonconforming(error: Any, source: str, standards: Sequence[str], path: Path | None) -> Finding:
    near, names = next(_near(error.diagnostic, source), ""), ", ".join(standards).upper()
    return Finding(
        "not-conforming",
        f"The PDF does not conform to {names}: Typst says “{_said(error)}”{near}.",
        path,
        hint="It can be read, but not by every program that reads aloud.",
        severity=Severity.WARNING,
    )


def _failure(error: Any, source: str, path: Path | None) -> Finding:
    near = next(_near(error.diagnostic, source), "")
    style = next(_in_style(error.diagnostic), "")
    return Finding(
        "typesetting-failed",
        f"cannot be typeset{near}: Typst says “{_said(error)}”{style}.",
        path,
        hint=_hints(error),
    )


def _said(message: Any) -> str:
    """What an error or a warning of Typst says, on one line."""
    return " ".join(str(message.message).split())


def _hints(message: Any) -> str:
    hints = (" ".join(hint.split()).removesuffix(".") for hint in message.hints)
    return " ".join(f"{hint[:1].upper()}{hint[1:]}." for hint in hints)


def _near(diagnostic: str, source: str) -> Iterator[str]:
    """` at #t4` for the id that stands last before the place in the source, if there is one."""
    lines = source.splitlines(keepends=True)
    for name, line, column in _PLACE.findall(diagnostic):
        if name == _MAIN and int(line) <= len(lines):
            before = "".join(lines[: int(line) - 1]) + lines[int(line) - 1][: int(column)]
            yield from (f" at #{name}" for name in _ID.findall(before)[-1:])


def _in_style(diagnostic: str) -> Iterator[str]:
    """` in blocks.typ, line 12` where it is the house style that Typst stumbled over."""
    for name, line, _ in _PLACE.findall(diagnostic):
        if name != _MAIN:
            yield f" in {name}, line {line}"


def _warning(warning: Any, path: Path | None) -> Finding:
    return Finding(
        "typst-warning",
        f"Typst warns: {_said(warning)}.",
        path,
        hint=_hints(warning),
        severity=Severity.WARNING,
    )
