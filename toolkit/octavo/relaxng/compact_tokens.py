"""The tokens of the compact syntax (its specification, appendix A.2), each with its place.

Bytes become characters (A.2.1, A.2.2), newlines are made alike (A.2.3), `\\x{...}` becomes the
character it stands for (A.2.4), and the text is cut into tokens (A.2.5).
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from octavo.relaxng.places import Place
from octavo.relaxng.schema_names import NCNAME
from octavo.relaxng.schema_source import Troubles

__all__ = ["Token", "tokens"]

KEYWORDS: Final = frozenset(
    """attribute default datatypes div element empty external grammar include inherit list mixed
    namespace notAllowed parent start string text token""".split()
)

_NEWLINE: Final = "\0"
"""A newline that was written as an escape, which is a character like any other. XML has no NUL."""

_RETURN: Final = "\x01"
"""A carriage return that was written as an escape."""

_TOKEN: Final = re.compile(
    rf"""
    (?P<space>[ \t\n\0\x01]+|\#(?!\#)[^\n]*)
    |(?P<documentation>\#\#[^\n]*)
    |(?P<nsname>{NCNAME}:\*)
    |(?P<cname>{NCNAME}:{NCNAME})
    |(?P<name>{NCNAME})
    |\\(?P<quoted>{NCNAME})
    |(?P<literal>\"\"\"(?:"{{0,2}}[^"])*\"\"\"|'''(?:'{{0,2}}[^'])*'''|"[^"\n]*"|'[^'\n]*')
    |(?P<mark>\|=|&=|>>|[=,&|?*+\-~(){{}}\[\]])
    """,
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\x+\{([0-9A-Fa-f]*)(\}?)")
_NO_CHARACTER: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Token(NamedTuple):
    """`kind` is a keyword, a mark, or one of name, cname, nsname, literal, documentation, end.

    `value` is what the token says: a name without `\\`, a string without its quotes.
    """

    kind: str
    value: str
    place: Place


def tokens(data: bytes, path: Path, troubles: Troubles) -> list[Token]:
    """The tokens of a schema in the compact syntax. Raises SchemaError."""
    return _Lexer(data, path, troubles).tokens()


class _Lexer:
    def __init__(self, data: bytes, path: Path, troubles: Troubles) -> None:
        self._path = path
        self._troubles = troubles
        text = self._decode(data).removeprefix("\ufeff")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        wrong = _NO_CHARACTER.search(text)
        self._marks: list[int] = []
        self._shifts: list[int] = []
        if wrong is not None:
            code = f"U+{ord(wrong.group()):04X}"
            self._fail(wrong.start(), f"the character {code} cannot stand in a schema")
        self._text = self._unescape(text) if "\\x" in text else text

    def _decode(self, data: bytes) -> str:
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        try:
            return data.decode("utf-16" if wide else "utf-8")
        except UnicodeDecodeError as error:
            self._troubles.fatal_at(
                "schema-encoding",
                self._path,
                Place(1, 1),
                encoding=error.encoding,
                reason=f"at byte {error.start}",
            )

    def _unescape(self, text: str) -> str:
        pieces: list[str] = []
        end = length = 0
        for match in _ESCAPE.finditer(text):
            digits, close = match.groups()
            code = int(digits, 16) if digits and len(digits) < 16 else -1
            if not digits or not close:
                self._fail(match.start(), "an escape is written \\x{...} with hexadecimal digits")
            if not 0 <= code <= 0x10FFFF or _NO_CHARACTER.match(chr(code)):
                self._fail(match.start(), f"{match.group()} is not a character of XML")
            before = text[end : match.start()]
            character = {"\n": _NEWLINE, "\r": _RETURN}.get(chr(code), chr(code))
            pieces += [before, character]
            length += len(before) + 1
            end = match.end()
            self._marks.append(length)
            self._shifts.append(end - length)
        return "".join([*pieces, text[end:]])

    def _place(self, at: int, end: int) -> Place:
        """The place of what is from `at` to `end` in the source."""
        line = bisect_right(self._lines, at)
        start = self._lines[line - 1]
        stop = min(end, self._lines[line] - 1) if line < len(self._lines) else end
        return Place(line, at - start + 1, max(stop - at, 0))

    def _source(self, at: int) -> int:
        """Where in the source the character is that is at `at` once escapes are taken away."""
        index = bisect_right(self._marks, at)
        return at + self._shifts[index - 1] if index else at

    def _fail(self, at: int, reason: str, hint: str = "") -> None:
        self._troubles.fatal_at(
            "compact-syntax", self._path, self._place(at, at + 1), reason=reason, hint=hint
        )

    def tokens(self) -> list[Token]:
        found: list[Token] = []
        text = self._text
        at = 0
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                self._unknown(at)
                break
            kind = str(match.lastgroup)
            value = match.group(kind)
            if kind != "space":
                if kind == "mark" or (kind == "name" and value in KEYWORDS):
                    kind = value
                elif kind == "quoted":
                    kind = "name"
                elif kind == "literal":
                    quotes = 3 if value[:3] in {'"""', "'''"} and len(value) > 5 else 1
                    value = value[quotes:-quotes].replace(_NEWLINE, "\n").replace(_RETURN, "\r")
                found.append(
                    Token(kind, value, self._place(self._source(at), self._source(match.end())))
                )
            at = match.end()
        found.append(
            Token("end", "", self._place(self._source(len(text)), self._source(len(text))))
        )
        return found

    def _unknown(self, at: int) -> None:
        character = self._text[at]
        at = self._source(at)
        if character in "\"'":
            hint = "A string ends with the quote it began with, on the same line; three quotes"
            self._fail(at, "this string does not end", f"{hint} allow several lines.")
        hint = "A keyword that is used as a name is written with \\ before it."
        self._fail(at, f"“{character}” means nothing here", hint if character == "\\" else "")
