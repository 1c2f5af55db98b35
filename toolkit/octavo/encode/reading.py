"""A paragraph as it is read: its words, with variants in brackets passed over.

    We saw Hamheung [Hamhung] there.     We saw Hamheung there
    [North] Korea                        North Korea

Whatever is asked of a reading is answered by looking at the neighbourhood alone, so that a
paragraph of a million words costs no more for each than one of ten.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from octavo.encode.brackets import Bracket, Stray, scan_brackets
from octavo.encode.profile import Profile
from octavo.encode.words import tokens

__all__ = ["Reading"]

_MOST_INITIALS = 4
_NEIGHBOURHOOD = 200
"""As many characters before a word are looked at to see whether it opens a sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of `text` as (start, end, word); get one from `of`.

    `brackets` are in the order of their beginnings, `parents` the index of the bracket around each
    (-1 where there is none); `strays` are those without a partner; `abbreviations` the titles that
    a point follows; `titles` all of them, after which a letter with a point is an initial.
    """

    text: str
    brackets: Sequence[Bracket]
    words: Sequence[tuple[int, int, str]]
    parents: Sequence[int] = ()
    starts: Sequence[int] = ()
    variants: dict[int, Bracket] = field(default_factory=dict)
    strays: Sequence[Stray] = ()
    abbreviations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str, profile: Profile) -> Reading:
        """Read `text`."""
        brackets, strays = scan_brackets(text, profile)
        skipped = [bracket for bracket in brackets if bracket.variant or bracket.gap]
        return cls(
            text,
            brackets,
            list(_outside(skipped, tokens(text))),
            _parents(brackets),
            [bracket.start for bracket in brackets],
            {bracket.start: bracket for bracket in brackets if bracket.variant},
            strays,
            frozenset(title[:-1] for title in profile.titles if title.endswith(".")),
            frozenset(profile.titles),
        )

    def within(self, bracket: Bracket) -> Reading:
        """The words in one of the brackets that `of` passes over."""
        words = [
            (start + bracket.start + 1, end + bracket.start + 1, word)
            for start, end, word in tokens(self.text[bracket.start + 1 : bracket.end - 1])
        ]
        return Reading(self.text, (), words, abbreviations=self.abbreviations, titles=self.titles)

    def word(self, index: int) -> str:
        """The word at `index`; empty before the first and after the last."""
        return self.words[index][2] if 0 <= index < len(self.words) else ""

    def joined(self, index: int, *, possessive: bool = False) -> bool:
        """Whether nothing but space (and brackets passed over) is between a word and the next, or
        the point of `Mr.`; with `possessive`, a ’s may be there too."""
        if not 0 <= index < len(self.words) - 1:
            return False
        start, end = self.words[index][1], self.words[index + 1][0]
        if end - start == 1 and self.text[start] == " ":
            return True
        between = self.plain(start, end)
        if self.words[index][2] in self.abbreviations or self._initial(index):
            between = between.removeprefix(".")
        if possessive:
            between = re.sub(r"^[’'][sS]\b", "", between)
        return not between.strip(" \u00a0[]’'")

    def _initial(self, index: int) -> bool:
        """Whether a word is the initial of a name: one letter after a title, or after another."""
        for at in range(index, max(index - _MOST_INITIALS, 0), -1):
            (_, end, before), (start, _, letter) = self.words[at - 1], self.words[at]
            between = self.text[end:start]
            if len(letter) > 1 or not letter.isupper() or between not in {" ", ". ", "."}:
                return False
            if before in self.titles or before in self.abbreviations:
                return True
        return False

    def possessive(self, index: int) -> bool:
        """Whether ’s stands after the word, before anything else."""
        end = self.words[index][1] if 0 <= index < len(self.words) else len(self.text)
        return re.match(r"[’'][sS]\b", self.text[end : end + 3]) is not None

    def opens_sentence(self, index: int) -> bool:
        """Whether the word is the first of a sentence, and so has a capital of no meaning."""
        if self.joined(index - 1):
            return False
        offset = self.words[index][0]
        before = self.text[max(0, offset - _NEIGHBOURHOOD) : offset].rstrip('[( \u00a0“"')
        return not before or before[-1] in ".?!:"

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """From where to where a name of these words goes: the whole of the brackets that it
        touches (but not of one that holds it), and the variant that follows."""
        start, end = self.words[first][0], self.words[last][1]
        for bracket in self._touching(start, end):
            inside = bracket.start < start and end < bracket.end
            if not inside and bracket.start < end and start < bracket.end:
                start, end = min(start, bracket.start), max(end, bracket.end)
        index = bisect_left(self.starts, end)
        if index < len(self.brackets) and self.brackets[index].reason == "romanization":
            between = self.text[end : self.brackets[index].start]
            if not re.sub(r"^[’'][sS]", "", between).strip():
                end = self.brackets[index].end
        return start, end

    def plain(self, start: int, end: int) -> str:
        """The text from `start` to `end` without the variants in brackets that lie there."""
        parts = []
        opening = self.text.find("[", start, end)
        while opening >= 0:
            variant = self.variants.get(opening)
            if variant is not None and variant.end <= end:
                parts.append(self.text[start:opening])
                start = opening = variant.end
            else:
                opening += 1
            opening = self.text.find("[", opening, end)
        return "".join([*parts, self.text[start:end]])

    def _touching(self, start: int, end: int) -> Iterator[Bracket]:
        """The brackets around `start`, the innermost first, and those that begin before `end`."""
        index = first = bisect_left(self.starts, start)
        above = index - 1
        while above >= 0:
            if self.brackets[above].end > start:
                yield self.brackets[above]
            above = self.parents[above]
        for index in range(first, bisect_left(self.starts, end)):
            yield self.brackets[index]


def _outside(
    skipped: Sequence[Bracket], words: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """The words that begin in none of the brackets."""
    index = closed = 0
    for word in words:
        while index < len(skipped) and skipped[index].start < word[0]:
            closed = max(closed, skipped[index].end)
            index += 1
        if word[0] >= closed:
            yield word


def _parents(brackets: Sequence[Bracket]) -> list[int]:
    parents: list[int] = []
    opened: list[int] = []
    for index, bracket in enumerate(brackets):
        while opened and brackets[opened[-1]].end <= bracket.start:
            opened.pop()
        parents.append(opened[-1] if opened else -1)
        opened.append(index)
    return parents
