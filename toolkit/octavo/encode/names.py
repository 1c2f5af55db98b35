"""Names of persons, places and organisations in running text, found by registers and by form.

There is no statistical model. A name is known because a register has it, because a participant
bears it, because the archive's own navigation lists it, or because its form tells: a title before
it (`Premier Zhou Enlai`), a variant in brackets after it (`Hamheung [Hamhung]`), a last word like
`Committee` or `River`. Capitalised words that stay unknown are told, for the editor to decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from octavo.encode.brackets import Bracket
from octavo.encode.profile import Profile
from octavo.encode.words import slug, tokens

__all__ = ["Entry", "Mention", "Names", "Reading"]

KINDS: Final = ("person", "place", "organisation")
_MOST_WORDS: Final = 12
_RESERVED: Final = frozenset({"persons", "places", "organisations"})
"""Identifiers of the registers themselves."""


@dataclass(slots=True)
class Entry:
    """An entry of a register: its identifier, one of `KINDS`, and its names, the preferred first.

    `new_names` are those that the register does not have yet; `new` that it has no such entry;
    `sure` whether its kind was read and not concluded from the form.
    """

    id: str
    kind: str
    names: list[str]
    new: bool = False
    sure: bool = True
    new_names: list[str] = field(default_factory=list)
    birth: str = ""
    death: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a paragraph, from `start` to `end`, brackets within it included."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as it is read: its words, with variants in brackets passed over.

    `words` are (start, end, word) with offsets in `text`.
    """

    text: str
    brackets: Sequence[Bracket]
    words: Sequence[tuple[int, int, str]]

    @classmethod
    def of(cls, text: str, brackets: Sequence[Bracket]) -> Reading:
        """Read `text`, whose `brackets` are known."""
        skipped = [bracket for bracket in brackets if bracket.variant or bracket.gap]
        words = [
            word
            for word in tokens(text)
            if not any(bracket.start < word[0] < bracket.end for bracket in skipped)
        ]
        return cls(text, brackets, words)

    def within(self, bracket: Bracket) -> Reading:
        """The words in one of the brackets that `of` passes over."""
        words = [
            (start + bracket.start + 1, end + bracket.start + 1, word)
            for start, end, word in tokens(self.text[bracket.start + 1 : bracket.end - 1])
        ]
        return Reading(self.text, (), words)

    def joined(self, index: int, *, possessive: bool = False) -> bool:
        """Whether nothing but space (and brackets passed over) is between a word and the next;
        with `possessive`, a ’s may be there too."""
        if index + 1 >= len(self.words):
            return False
        start, end = self.words[index][1], self.words[index + 1][0]
        between = self.text[start:end]
        for bracket in self.brackets:
            if bracket.variant and start <= bracket.start and bracket.end <= end:
                between = between.replace(self.text[bracket.start : bracket.end], "", 1)
        if possessive:
            between = re.sub(r"^[’'][sS]\b", "", between)
        return not between.strip(" \u00a0[]’'")


class Names:
    """The entries that can be mentioned, found by the words of their names."""

    def __init__(self, profile: Profile, entries: Iterable[Entry]) -> None:
        self._profile = profile
        self._by_words: dict[tuple[str, ...], Entry] = {}
        self._short: dict[str, Entry] = {}
        self.entries: dict[str, Entry] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Make `entry` known; names that an earlier entry has stay with that one."""
        self.entries[entry.id] = entry
        for name in entry.names:
            self.add_name(entry, name)

    def add_name(self, entry: Entry, name: str) -> None:
        """Let `name` mean `entry`, unless it means another already."""
        words = tuple(word for _, _, word in tokens(name))
        if words:
            self._by_words.setdefault(words, entry)

    def add_short(self, name: str, entry: Entry) -> None:
        """Let the single word `name` mean `entry` in this document, after a title or alone."""
        self._short.setdefault(name, entry)

    def find(self, name: str) -> Entry | None:
        """The entry that has exactly this name."""
        return self._by_words.get(tuple(word for _, _, word in tokens(name)))

    def free_identifier(self, name: str) -> str:
        """An identifier for a new entry, different from every other."""
        base = identifier = slug(name)
        count = 1
        while identifier in self.entries or identifier in _RESERVED:
            count += 1
            identifier = f"{base}-{count}"
        return identifier

    def mentions(self, reading: Reading) -> Iterator[Mention]:
        """The names in a paragraph, the longest first where several begin; those of persons and
        places within an organisation's name follow it."""
        index = 0
        while index < len(reading.words):
            found = self._at(reading, index, _MOST_WORDS)
            if found is None:
                index += 1
                continue
            length, entry = found
            yield _mention(reading, index, length, entry)
            if entry.kind == "organisation":
                yield from self._within(reading, index, length)
            index += length

    def _within(self, reading: Reading, index: int, length: int) -> Iterator[Mention]:
        for inner in range(index, index + length):
            found = self._at(reading, inner, min(length - 1, index + length - inner))
            if found is not None and found[1].kind != "organisation":
                yield _mention(reading, inner, found[0], found[1])

    def _at(self, reading: Reading, index: int, most: int) -> tuple[int, Entry] | None:
        """The longest name that begins at a word, as its number of words and its entry."""
        words = [reading.words[index][2]]
        position = index
        while len(words) < most and reading.joined(position, possessive=True):
            position += 1
            words.append(reading.words[position][2])
        for length in range(len(words), 0, -1):
            entry = self._by_words.get(tuple(words[:length]))
            if entry is not None:
                return length, entry
        entry = self._short.get(words[0])
        if entry is not None and self._stands_alone(reading, index):
            return 1, entry
        return None

    def _stands_alone(self, reading: Reading, index: int) -> bool:
        """Whether no other capitalised word makes a longer name with this one."""
        if reading.joined(index) and reading.words[index + 1][2][0].isupper():
            return False
        if index and reading.joined(index - 1):
            before = reading.words[index - 1][2]
            return before[0].islower() or before in {
                *self._profile.titles,
                *self._profile.not_names,
            }
        return True

    def unknown(self, reading: Reading, start: int) -> Counter[str]:
        """Capitalised words from offset `start` on that are no known name, nor open a sentence:
        candidates for a register."""
        taken = [(mention.start, mention.end) for mention in self.mentions(reading)]
        closed = {*self._profile.not_names, *self._profile.titles, *self._profile.adjectives}
        found: Counter[str] = Counter()
        run: list[tuple[int, str]] = []
        for index, (offset, _, word) in enumerate(reading.words):
            free = offset >= start and word[0].isupper() and word not in closed
            if free and not any(begin <= offset < end for begin, end in taken):
                run.append((offset, word))
                if reading.joined(index):
                    continue
            name = " ".join(word for _, word in run)
            alone = len(run) == 1 and _opens_sentence(reading.text, run[0][0])
            if run and not alone and name not in closed:
                found[name] += 1
            run = []
        return found


def _mention(reading: Reading, index: int, length: int, entry: Entry) -> Mention:
    """The extent of a name: whole brackets that it touches, and the variant that follows it."""
    start, end = reading.words[index][0], reading.words[index + length - 1][1]
    for bracket in reading.brackets:
        inside = bracket.start < start and end < bracket.end
        if not inside and bracket.start < end and start < bracket.end:
            start, end = min(start, bracket.start), max(end, bracket.end)
    for bracket in reading.brackets:
        between = reading.text[end : bracket.start] if bracket.start >= end else "x"
        if bracket.reason == "romanization" and not re.sub(r"^[’'][sS]", "", between).strip():
            end = bracket.end
    return Mention(start, end, entry)


def _opens_sentence(text: str, offset: int) -> bool:
    before = text[:offset].rstrip('[( \u00a0“"')
    return not before or before[-1] in ".?!:"
