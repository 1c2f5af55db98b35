"""A source as it was received: its characters, and its paragraphs with their places.

The bytes are decoded (`octavo.encode.decoding`), and cut into paragraphs: a line each where lines
are long, or runs of lines between empty ones where an editor broke the lines by hand. A paragraph
remembers where each of its characters stood.
"""

from __future__ import annotations

import itertools
import re
import statistics
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from octavo.encode.decoding import LINE_END, decode, refusal
from octavo.files import read_bytes
from octavo.findings import Finding, Severity

__all__ = ["Paragraph", "Source", "fold", "read_source", "writable"]

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0, production 2 (Char), cannot hold."""

_MARKUP: Final = re.compile(
    r"\s*(?:<!DOCTYPE\s+\w+|<html\b|<\?xml\s+version|\{\\rtf\d)", re.IGNORECASE
)
_HAND_BROKEN: Final = 90
"""Lines of fewer characters than this, when most are, were broken by hand."""


def fold(text: str) -> str:
    """`text` with every run of white space as one space, and none at the ends."""
    return " ".join(text.split())


def writable(text: str) -> str:
    """`text` with U+FFFD for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


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


def read_source(path: Path, encoding: str = "") -> Source:
    """Read the plain-text file at `path`, in the encoding of this name (empty: recognise it).

    Raises OctavoError `cannot-read`, `empty-source`, `binary-source`, `markup-source`,
    `unknown-encoding`, and for a name that is wrong `no-such-encoding`, `wrong-encoding`.
    """
    if path.is_dir():
        raise refusal(path, "cannot-read", "this is a folder.", "Name one of the files in it.")
    data = read_bytes(path)
    if not data.strip():
        raise refusal(path, "empty-source", "the file is empty.", "Check the download.")
    encoding, text, told = decode(path, data, encoding)
    _refuse_markup(path, text)
    findings = [*told]
    lines = LINE_END.split(text)
    for number, line in enumerate(lines, 1):
        found = _NOT_XML.search(line)
        if found:
            lines[number - 1] = writable(line)
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
        raise refusal(
            path, "empty-source", "there is nothing but white space in it.", "Check the download."
        )
    return Source(path, encoding, tuple(lines), tuple(findings))


def _refuse_markup(path: Path, text: str) -> None:
    found = _MARKUP.match(text)
    if found is not None:
        raise refusal(
            path,
            "markup-source",
            f"this is markup and no plain text: it begins with “{found.group().strip()}”.",
            "Open it in a browser or an editor, save it as plain text (UTF-8) and encode that.",
        )


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
