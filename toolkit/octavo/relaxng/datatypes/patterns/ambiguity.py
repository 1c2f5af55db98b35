"""Whether a pattern can be matched by trying: one way to go on at each character, or several.

Python tries one way after the other. Where a pattern never leaves a choice, that takes time in
proportion to the text; where it does, as `(a+)+b`, it can take longer than anybody waits. The test
is Brüggemann-Klein's of one-unambiguous expressions, made stricter: a character must lead to one
place in one way. What fails it is not wrong; it is matched by `automaton` instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from octavo.relaxng.datatypes.patterns.charset import EMPTY, Charset, overlap, union
from octavo.relaxng.datatypes.patterns.nodes import Chars, Choice, Node, Repeat, Sequence

__all__ = ["is_ambiguous"]


@dataclass(frozen=True, slots=True)
class _Facts:
    nullable: bool
    first: Charset
    """The characters that it can begin with."""
    onward: Charset
    """The characters that can go on within it where it could also have ended."""


class _AmbiguousError(Exception):
    pass


def is_ambiguous(node: Node) -> bool:
    """Whether some text can be read in more than one way, or only be told apart further on."""
    try:
        _facts(node)
    except _AmbiguousError:
        return True
    return False


def _apart(*sets: tuple[Charset, Charset]) -> None:
    for a, b in sets:
        if overlap(a, b):
            raise _AmbiguousError


def _facts(node: Node) -> _Facts:
    match node:
        case Chars(ranges):
            return _Facts(nullable=False, first=ranges, onward=EMPTY)
        case Sequence(items):
            return _sequence(items)
        case Choice(items):
            return _choice(items)
        case Repeat(item, low, high):
            return _repeat(_facts(item), low, high)


def _sequence(items: tuple[Node, ...]) -> _Facts:
    before = _Facts(nullable=True, first=EMPTY, onward=EMPTY)
    for item in items:
        after = _facts(item)
        _apart((before.onward, after.first))
        if before.nullable:
            _apart((before.first, after.first))
        before = _Facts(
            before.nullable and after.nullable,
            union(before.first, after.first) if before.nullable else before.first,
            union(after.onward, after.first, before.onward) if after.nullable else after.onward,
        )
    return before


def _choice(items: tuple[Node, ...]) -> _Facts:
    found = [_facts(item) for item in items]
    first: Charset = EMPTY
    for facts in found:
        _apart((first, facts.first))
        first = union(first, facts.first)
    nullable = sum(facts.nullable for facts in found)
    if nullable > 1:
        raise _AmbiguousError
    return _Facts(nullable == 1, first, union(*(facts.onward for facts in found)))


def _repeat(item: _Facts, low: int, high: int | None) -> _Facts:
    if item.nullable:
        raise _AmbiguousError
    if high != 1:
        _apart((item.onward, item.first))
    again = item.first if low != high and high != 1 else EMPTY
    return _Facts(low == 0, item.first, union(item.onward, again))
