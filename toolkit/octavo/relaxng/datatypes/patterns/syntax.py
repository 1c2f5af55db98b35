"""Reading a pattern of XML Schema (Part 2, second edition, appendix F) as a tree.

jing asks for a backslash before every `-` in brackets; the second edition does not at either end,
and neither does this.
"""

from __future__ import annotations

from typing import Final, NoReturn

from octavo.relaxng.datatypes.patterns.charset import Charset, complement, difference, single, union
from octavo.relaxng.datatypes.patterns.error import PatternError
from octavo.relaxng.datatypes.patterns.nodes import Chars, Node, choice, repeat, sequence
from octavo.relaxng.datatypes.patterns.unicode import escape_class, named, names

__all__ = ["parse"]

DEEPEST: Final = 50
"""How deep brackets may nest: no person's pattern comes near, and Python's own limit is far."""

_SINGLE: Final = {"n": "\n", "r": "\r", "t": "\t"} | {c: c for c in "\\|.?*+(){}-[]^"}
_OURS: Final = frozenset("$&~#")
"""Escapes that only our own normal form has."""
_NOT_A_DOT: Final[Charset] = ((0xA, 0xA), (0xD, 0xD))
_QUANTIFIERS: Final = {"?": (0, 1), "*": (0, None), "+": (1, None)}


def parse(pattern: str, *, normal_form: bool = False) -> Node:
    """The tree of `pattern`, a pattern of XML Schema, or what `nodes.regex` has written.

    Raises PatternError.
    """
    return _Parser(pattern, normal_form=normal_form).pattern()


class _Parser:
    def __init__(self, text: str, *, normal_form: bool) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._group = "(?:" if normal_form else "("
        self._single = _SINGLE | {c: c for c in _OURS} if normal_form else _SINGLE

    def pattern(self) -> Node:
        node = self._choice()
        if self._at < len(self._text):
            self._fail('")" closes nothing', r"A bracket of the text is written \).")
        return node

    def _fail(self, why: str, hint: str = "") -> NoReturn:
        raise PatternError(f"{why} (character {self._at + 1})", hint)

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _accept(self, token: str) -> bool:
        if not self._text.startswith(token, self._at):
            return False
        self._at += len(token)
        return True

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._fail(f"brackets nest more than {DEEPEST} deep")

    def _choice(self) -> Node:
        branches = [self._branch()]
        while self._accept("|"):
            branches.append(self._branch())
        return choice(branches)

    def _branch(self) -> Node:
        pieces: list[Node] = []
        while self._peek() not in ("", "|", ")"):
            atom = self._atom()
            counts = self._quantifier()
            if counts and self._peek() in tuple("?*+{"):
                self._fail(f'"{self._peek()}" repeats nothing', "Write one count after a part.")
            pieces.append(repeat(atom, *counts) if counts else atom)
        return sequence(pieces)

    def _atom(self) -> Node:
        character = self._peek()
        if character == "(":
            return self._bracketed()
        if character == "[":
            return Chars(self._class())
        if character == "\\":
            return Chars(self._escape()[0])
        if character in "?*+{":
            self._fail(f'"{character}" repeats nothing', rf"The character itself is \{character}.")
        if character in "]}":
            self._fail(f'"{character}" closes nothing', rf"The character itself is \{character}.")
        self._at += 1
        return Chars(complement(_NOT_A_DOT) if character == "." else single(character))

    def _bracketed(self) -> Node:
        if not self._accept(self._group):
            self._fail(f'"{self._text[self._at : self._at + 3]}" is not read')
        if self._peek() == "?" and self._group == "(":
            self._fail('"(?" begins nothing', "Patterns of XML Schema have no (?:...), (?=...).")
        self._deeper()
        node = self._choice()
        if not self._accept(")"):
            self._fail('a ")" is missing')
        self._depth -= 1
        return node

    def _quantifier(self) -> tuple[int, int | None] | None:
        short = _QUANTIFIERS.get(self._peek())
        if short is not None:
            self._at += 1
            return short
        if not self._accept("{"):
            return None
        low = self._number()
        high: int | None = low
        if self._accept(","):
            high = None if self._peek() == "}" else self._number()
        if not self._accept("}"):
            self._fail('a "}" is missing')
        if high is not None and high < low:
            self._fail(f"{{{low},{high}}} counts down", "The smaller number comes first.")
        return low, high

    def _number(self) -> int:
        start = self._at
        while self._peek() and self._peek() in "0123456789":
            self._at += 1
        digits = self._text[start : self._at].lstrip("0")
        if start == self._at:
            self._fail("a count is missing", r"A count is such as {2}, {2,} or {2,5}; \{ is a {.")
        return int(digits[:12] or "0")  # more than any document has, and no long arithmetic

    def _escape(self) -> tuple[Charset, str]:
        """The set of an escape, and its character if it has one only."""
        letter = self._text[self._at + 1 : self._at + 2]
        if letter in self._single and letter:
            self._at += 2
            return single(self._single[letter]), self._single[letter]
        if letter and letter in "pP":
            return self._property(negative=letter == "P"), ""
        found = escape_class(letter) if letter and letter in "sSiIcCdDwW" else None
        if found is None:
            hint = r"A backslash of the text is \\."
            if letter and not letter.isalnum():
                hint += f' "{letter}" needs none before it.'
            self._fail(f'there is no escape "\\{letter}"', hint)
        self._at += 2
        return found, ""

    def _property(self, *, negative: bool) -> Charset:
        end = self._text.find("}", self._at)
        if self._text[self._at + 2 : self._at + 3] != "{" or end < 0:
            self._fail(r"\p and \P need a name in braces", r"For all letters, write \p{L}.")
        name = self._text[self._at + 3 : end]
        found = named(name)
        if found is None:
            near = [known for known in names() if known.casefold() == name.strip().casefold()]
            hint = f"Did you mean {near[0]}?" if near else r"Letters are \p{L}."
            self._fail(f'there is no category or block of characters "{name}"', hint)
        self._at = end + 1
        return complement(found) if negative else found

    def _class(self) -> Charset:
        """A class in brackets: its characters, less those of a class after a `-`."""
        self._at += 1
        self._deeper()
        negative = self._accept("^")
        first = self._at
        parts: list[Charset] = []
        while self._peek() != "]":
            if self._text.startswith("-[", self._at) and self._at > first:
                self._at += 1
                subtracted = self._class()
                if self._peek() != "]":
                    self._fail("only a ] can follow what is subtracted")
                break
            parts.append(self._range(first))
        else:
            subtracted = ()
        if self._at == first:
            self._fail("there is nothing in the brackets", r"A bracket of the text is \[ or \].")
        self._at += 1
        self._depth -= 1
        found = union(*parts)
        return difference(complement(found) if negative else found, subtracted)

    def _range(self, first: int) -> Charset:
        place = self._at
        ranges, low = self._member(first)
        if self._peek() != "-" or self._text[self._at + 1 : self._at + 2] in ("[", "]", ""):
            return ranges
        if not low:
            self._fail("a range begins with one character", r"A hyphen of the text is \-.")
        self._at += 1
        if "-" in (self._text[place], self._peek()):
            self._fail('"-" is the end of a range', r"A hyphen of the text is \-.")
        _, high = self._member(-1)
        if not high:
            self._fail("a range ends with one character", r"A hyphen of the text is \-.")
        if high < low:
            self._at = place
            self._fail(f'the range "{low}-{high}" runs backwards', r"A hyphen of the text is \-.")
        return ((ord(low), ord(high)),)

    def _member(self, first: int) -> tuple[Charset, str]:
        character = self._peek()
        if not character:
            self._fail('a "]" is missing')
        if character == "\\":
            return self._escape()
        if character == "[":
            self._fail('"[" within brackets', r"The character itself is \[.")
        last = self._text.startswith("-]", self._at)
        if character == "-" and first != self._at and not last:
            self._fail('"-" stands between two ranges', r"A hyphen of the text is \-.")
        self._at += 1
        return single(character), character
