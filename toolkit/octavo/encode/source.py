"""A source as it was received: its characters, and its paragraphs with their places.

The bytes are decoded (a byte order mark, UTF-8, or what `charset-normalizer` recognises), and cut
into paragraphs: a line each where lines are long, or runs of lines between empty ones where an
editor broke the lines by hand. A paragraph remembers where each of its characters stood.
"""

from __future__ import annotations

import codecs
import itertools
import re
import statistics
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from octavo.files import read_bytes
from octavo.findings import Finding, OctavoError, Severity

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

__all__ = ["Paragraph", "Source", "fold", "read_source"]

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0, production 2 (Char), cannot hold."""

_LINE_END: Final = re.compile(r"\r\n|[\n\r\x85\u2028\f\v]")
_FEW: Final = 4
"""As many zero bytes do not yet make a file binary: they are replaced and told."""

_CONTROLS: Final = tuple(bytes([byte]) for byte in range(32) if byte < 9 or byte > 13)
_FORMATS: Final = (
    (b"PK\x03\x04", "a zip archive (a document of Word or OpenOffice is one)"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Word"),
    (b"%PDF", "a PDF"),
)
_MARKUP: Final = re.compile(
    r"\s*(?:<!DOCTYPE\s+\w+|<html\b|<\?xml\s+version|\{\\rtf\d)", re.IGNORECASE
)
_SAMPLE: Final = 256 * 1024
"""As many bytes are looked at to recognise an encoding that is not Unicode."""

_HAND_BROKEN: Final = 90
"""Lines of fewer characters than this, when most are, were broken by hand."""


def fold(text: str) -> str:
    """`text` with every run of white space as one space, and none at the ends."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the source.

    `text` has no white space at its ends. `starts` are the offsets in `text` at which a new line
    of the source begins, `places` the line and column (from 1) of each of them.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """The line on which the paragraph begins."""
        return self.places[0][0]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of the character at `offset` of `text`."""
        index = bisect_right(self.starts, offset) - 1
        line, column = self.places[index]
        return line, column + offset - self.starts[index]


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was read: where from, in which encoding, its lines, and what was odd."""

    path: Path
    encoding: str
    lines: tuple[str, ...]
    findings: tuple[Finding, ...]

    def paragraphs(self, first: int = 1, last: int | None = None) -> list[Paragraph]:
        """The paragraphs of the lines `first` to `last` (from 1, both included)."""
        numbered = list(enumerate(self.lines, 1))[first - 1 : last]
        if _broken_by_hand([line for _, line in numbered]):
            return _between_empty_lines(numbered)
        return [
            Paragraph(line.strip(), (0,), ((number, _indent(line) + 1),))
            for number, line in numbered
            if line.strip()
        ]


def read_source(path: Path) -> Source:
    """Read the plain-text file at `path`.

    Raises OctavoError `cannot-read`, `empty-source`, `binary-source`, `markup-source`,
    `unknown-encoding`.
    """
    if path.is_dir():
        raise _refusal(path, "cannot-read", "this is a folder.", "Name one of the files in it.")
    data = read_bytes(path)
    if not data.strip():
        raise _refusal(path, "empty-source", "the file is empty.", "Check the download.")
    encoding, text = _decode(path, data)
    _refuse_markup(path, text)
    findings = [] if encoding.startswith("utf") else [_guessed(path, encoding, data)]
    lines = _LINE_END.split(text)
    for number, line in enumerate(lines, 1):
        found = _NOT_XML.search(line)
        if found:
            lines[number - 1] = _NOT_XML.sub("\ufffd", line)
            findings.append(
                Finding(
                    "character-replaced",
                    f"U+{ord(found.group()):04X} cannot stand in XML and became U+FFFD.",
                    path,
                    number,
                    found.start() + 1,
                    "Put the character that is meant into the source, if you know it.",
                    Severity.WARNING,
                )
            )
    if not any(line.strip() for line in lines):
        raise _refusal(
            path, "empty-source", "there is nothing but white space in it.", "Check the download."
        )
    return Source(path, encoding, tuple(lines), tuple(findings))


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return encoding, data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _refusal(
                    path,
                    "unknown-encoding",
                    f"it begins as {encoding.removesuffix('-sig').upper()} does, but its byte"
                    f" {error.start + 1} is none of that encoding.",
                    "The file is damaged, or was put together from two: save it again as UTF-8.",
                ) from None
    if data.count(0) <= _FEW:
        try:
            return "utf-8", data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return _recognise(path, data)


def _recognise(path: Path, data: bytes) -> tuple[str, str]:
    """Decode bytes that are not UTF-8, or refuse them as no text at all."""
    wide = _wide_without_mark(data)
    if wide is not None:
        return wide, data.decode(wide)
    controls = sum(map(data.count, _CONTROLS))
    if controls > len(data) // 100:
        kind = next((kind for mark, kind in _FORMATS if data.startswith(mark)), "no text")
        raise _refusal(
            path,
            "binary-source",
            f"this is {kind}: it holds bytes that no text has.",
            "Save the transcript as plain text (UTF-8) and encode that.",
        )
    from charset_normalizer import from_bytes

    # What tells encodings apart stands in any part of a text; all of a long one takes minutes.
    sample = data[:_SAMPLE] if len(data) > _SAMPLE else data
    matches = from_bytes(sample)
    best = matches.best()
    # Code pages that fit equally well differ in a few letters; the Western one is the commonest.
    equal = [m.encoding for m in matches if best and (m.chaos, m.coherence) == _fit(best)]
    for encoding in ("cp1252", *([best.encoding] if best else [])):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if best and (encoding in {best.encoding, *equal} or text == _try(data, best.encoding)):
            return encoding, text
    raise _refusal(
        path,
        "unknown-encoding",
        "the encoding of its characters cannot be recognised.",
        "Save it as UTF-8 and try again.",
    )


def _fit(match: CharsetMatch) -> tuple[float, float]:
    return match.chaos, match.coherence


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse_markup(path: Path, text: str) -> None:
    found = _MARKUP.match(text)
    if found is not None:
        raise _refusal(
            path,
            "markup-source",
            f"this is markup and no plain text: it begins with “{found.group().strip()}”.",
            "Open it in a browser or an editor, save it as plain text (UTF-8) and encode that.",
        )


def _guessed(path: Path, encoding: str, data: bytes) -> Finding:
    try:
        data.decode("utf-8")
        offset = data.index(0)
    except UnicodeDecodeError as error:
        offset = error.start
    before = _LINE_END.split(data[:offset].decode(encoding, "replace"))
    return Finding(
        "guessed-encoding",
        f"is not UTF-8; its characters were read as {encoding}, which is a guess.",
        path,
        len(before),
        len(before[-1]) + 1,
        "If letters with accents came out wrong, save the source as UTF-8.",
        Severity.WARNING,
    )


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 that lost its byte order mark: every other byte of Western text is zero."""
    if len(data) % 2 or not data:
        return None
    half = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if zeros.count(0) > half * 0.7:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return encoding
    return None


def _broken_by_hand(lines: list[str]) -> bool:
    """Whether lines end where a typist ended them, so that a paragraph has several."""
    lengths = [len(line.strip()) for line in lines if line.strip()]
    if len(lengths) < 8 or max(lengths) > 2 * _HAND_BROKEN:
        return False
    full = [length for length in lengths if length > _HAND_BROKEN // 2]
    follows = sum(bool(one.strip()) and bool(two.strip()) for one, two in itertools.pairwise(lines))
    return (
        len(full) > len(lengths) // 2
        and statistics.median(full) < _HAND_BROKEN
        and follows > len(lengths) // 2
    )


def _between_empty_lines(numbered: list[tuple[int, str]]) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    run: list[tuple[int, str]] = []
    for number, line in [*numbered, (0, "")]:
        if line.strip():
            run.append((number, line))
        elif run:
            paragraphs.append(_joined(run))
            run = []
    return paragraphs


def _joined(run: list[tuple[int, str]]) -> Paragraph:
    text, starts, places = "", [], []
    for number, line in run:
        text += " " if text else ""
        starts.append(len(text))
        places.append((number, _indent(line) + 1))
        text += line.strip()
    return Paragraph(text, tuple(starts), tuple(places))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _refusal(path: Path, identifier: str, message: str, hint: str) -> OctavoError:
    return OctavoError(Finding(identifier, message, path, hint=hint))
