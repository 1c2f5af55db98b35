"""The `pattern` parameter: regular expressions of XML Schema (Part 2, appendix F).

A pattern is read, made simple, and written as a regular expression of Python. `elementpath` has a
translation too, but it takes `\\w`, `\\s` and `[\\D\\S]` for those of Python; only its tables of
characters are used. What has been translated can be kept and given back with `prime_patterns`, so
that neither the reading nor `elementpath` is needed again:

    prime_patterns(kept)
    ...
    kept = known_patterns()

The tables change with the version of Unicode, and so with that of Python: keep one set for each.

A document cannot make a pattern run for long. One in which a character never leaves a choice is
matched by Python's `re`, in time in proportion to the text. Any other, such as `(a|aa)+b`, begins
with AMBIGUOUS in the translation, and is matched by `automaton`, which follows all ways at once.
Where even that takes more than a moment (hundreds of thousands of characters by a pattern of
hundreds of places), the text is not allowed, and the problem says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from octavo.relaxng.datatypes.patterns.ascii import ascii_part
from octavo.relaxng.datatypes.patterns.error import PatternError

if TYPE_CHECKING:
    from octavo.relaxng.datatypes.patterns.automaton import Automaton

__all__ = ["AMBIGUOUS", "Pattern", "PatternError", "known_patterns", "prime_patterns", "translate"]

AMBIGUOUS: Final = "(?#ambiguous)"
"""A comment before a translation: Python's `re` may take too long over it."""

_LONG: Final = 300
"""A translation with a set such as \\p{L}: Python takes milliseconds to compile it, so the part of
it that most texts need is compiled first."""

_KNOWN: Final[dict[str, str]] = {}


def prime_patterns(translated: Mapping[str, str]) -> None:
    """Take over translations that `known_patterns` gave, by the pattern of XML Schema."""
    _KNOWN.update(translated)


def known_patterns() -> dict[str, str]:
    """All translations so far, by the pattern of XML Schema."""
    return dict(_KNOWN)


def translate(pattern: str) -> str:
    """The pattern as a regular expression of Python, for `fullmatch`.

    Raises PatternError if it is none, or if it is so large and so ambiguous that a document could
    make it run for long.
    """
    known = _KNOWN.get(pattern)
    if known is None:
        known = _KNOWN[pattern] = _translated(pattern)
    return known


def _translated(pattern: str) -> str:
    # What only a pattern that is not kept needs is loaded here: it is most of the package.
    from octavo.relaxng.datatypes.patterns.ambiguity import is_ambiguous
    from octavo.relaxng.datatypes.patterns.automaton import Automaton, TooLargeError
    from octavo.relaxng.datatypes.patterns.nodes import regex
    from octavo.relaxng.datatypes.patterns.syntax import parse

    node = parse(pattern)
    if not is_ambiguous(node):
        return regex(node)
    try:
        Automaton(node)
    except TooLargeError:
        raise PatternError(
            "its counts come to too many places, and it leaves a choice at some of them",
            "Use smaller counts, or the parameters minLength and maxLength.",
        ) from None
    return AMBIGUOUS + regex(node)


class Pattern:
    """A pattern that strings can be matched against. Raises PatternError."""

    __slots__ = ("_ascii", "_automaton", "matches", "python", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.python = translate(source)
        self.matches: Callable[[str], object] = self._first_match
        """Whether the whole of a text matches; made when it is first asked."""
        self._ascii: Callable[[str], object]
        self._automaton: Automaton | None = None

    def _first_match(self, text: str) -> object:
        if self.python.startswith(AMBIGUOUS):
            self.matches = self._try_automaton
        elif len(self.python) > _LONG:
            self._ascii = re.compile(ascii_part(self.python)).fullmatch
            self.matches = self._try_ascii
        else:
            self.matches = re.compile(self.python).fullmatch
        return self.matches(text)

    def _try_ascii(self, text: str) -> object:
        return self._ascii(text) if text.isascii() else re.fullmatch(self.python, text)

    def _built(self) -> Automaton:
        if self._automaton is None:
            from octavo.relaxng.datatypes.patterns.automaton import Automaton
            from octavo.relaxng.datatypes.patterns.syntax import parse

            node = parse(self.python.removeprefix(AMBIGUOUS), normal_form=True)
            self._automaton = Automaton(node)
        return self._automaton

    def _try_automaton(self, text: str) -> bool:
        from octavo.relaxng.datatypes.patterns.automaton import TooMuchWorkError

        automaton = self._built()

        def matches(text: str) -> bool:
            try:
                return automaton.matches(text)
            except TooMuchWorkError:
                return False

        self.matches = matches
        return matches(text)

    def problem(self, text: str) -> str:
        """Why a text that does not match does not: the first character that cannot stand there."""
        from octavo.relaxng.datatypes.patterns.problem import problem

        return problem(self.source, self._built, text)
