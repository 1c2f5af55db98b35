"""Matching a pattern in all ways at once, character by character.

A state of the automaton is the set of places in the pattern where a text can have arrived; the
states are made as texts need them and kept. So a text takes time in proportion to its length, and
at worst to its length times the pattern's: more than WORK steps are not taken, and TooMuchWorkError
says so.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from octavo.relaxng.datatypes.patterns.charset import Charset, contains
from octavo.relaxng.datatypes.patterns.nodes import Chars, Choice, Node, Repeat, Sequence

__all__ = ["Automaton", "TooLargeError", "TooMuchWorkError"]

LARGEST: Final = 2_000
"""The places of a pattern, its counts written out."""
WORK: Final = 1_000_000
"""The steps for one text: less than a second."""
_KEPT: Final = 200_000
"""The places in the states that are kept, and the transitions."""

_State: TypeAlias = tuple[int, ...]
_END: Final = 0
"""The place where the pattern has been matched."""


class TooLargeError(Exception):
    """A pattern with more places than LARGEST."""


class TooMuchWorkError(Exception):
    """A text that would take more steps than WORK."""


class Automaton:
    """The automaton of a pattern. Raises TooLargeError."""

    def __init__(self, node: Node) -> None:
        # A place either reads a character and goes to the next place, or goes to several at once.
        self._reads: list[tuple[Charset, int] | None] = [None]
        self._forks: list[tuple[int, ...]] = [()]
        self._start = self._closure([self._compile(node, _END)])
        self._table: dict[_State, dict[str, _State]] = {}
        self._kept = 0

    def matches(self, text: str) -> bool:
        """Whether the whole text matches. Raises TooMuchWorkError."""
        state, _ = self._run(text)
        return _END in state

    def reach(self, text: str) -> int:
        """The length of the longest beginning of the text that can go on to a match.

        Raises TooMuchWorkError.
        """
        return self._run(text)[1]

    def knows(self, character: str) -> bool:
        """Whether any place in the pattern reads this character."""
        return any(contains(reads[0], character) for reads in self._reads if reads)

    def _run(self, text: str) -> tuple[_State, int]:
        state, work = self._start, 0
        table = self._table
        for at, character in enumerate(text):
            try:
                state = table[state][character]
            except KeyError:
                found = self._step(state, character)
                work += len(state) + len(found)
                if work > WORK:
                    raise TooMuchWorkError from None
                state = found
            if not state:
                return state, at
        return state, len(text)

    def _step(self, state: _State, character: str) -> _State:
        places = []
        for place in state:
            reads = self._reads[place]
            if reads is not None and contains(reads[0], character):
                places.append(reads[1])
        found = self._closure(places)
        if self._kept > _KEPT:
            self._table.clear()
            self._kept = 0
        self._table.setdefault(state, {})[character] = found
        self._kept += len(found) + 1
        return found

    def _closure(self, places: list[int]) -> _State:
        """The places that read, and the end, which can be reached without a character."""
        seen: set[int] = set()
        while places:
            place = places.pop()
            if place not in seen:
                seen.add(place)
                places.extend(self._forks[place])
        return tuple(sorted(p for p in seen if p == _END or self._reads[p] is not None))

    def _place(self, reads: tuple[Charset, int] | None, forks: tuple[int, ...]) -> int:
        if len(self._reads) > LARGEST:
            raise TooLargeError
        self._reads.append(reads)
        self._forks.append(forks)
        return len(self._reads) - 1

    def _compile(self, node: Node, then: int) -> int:
        """The place where `node` begins, if `then` comes after it."""
        match node:
            case Chars(ranges):
                return self._place((ranges, then), ())
            case Sequence(items):
                for item in reversed(items):
                    then = self._compile(item, then)
                return then
            case Choice(items):
                return self._place(None, tuple(self._compile(item, then) for item in items))
            case Repeat(item, low, high):
                return self._repeat(item, low, high, then)

    def _repeat(self, item: Node, low: int, high: int | None, then: int) -> int:
        place = then
        if high is None:
            place = self._place(None, ())
            self._forks[place] = (self._compile(item, place), then)
        else:
            for _ in range(high - low):
                place = self._place(None, (self._compile(item, place), then))
        for _ in range(low):
            place = self._compile(item, place)
        return place
