"""Names of persons, places and organisations in running text, found by registers and by form.

There is no statistical model. A name is known because a register has it, because a participant
bears it, because the archive's own navigation or the profile lists it, or because its form or the
words around it tell (`octavo.encode.discover`, `octavo.encode.context`). Capitalised words that
stay unknown are told, for the editor to decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from octavo.encode.identifiers import slug
from octavo.encode.profile import Profile
from octavo.encode.reading import Reading
from octavo.encode.words import tokens

__all__ = ["Entry", "Mention", "Names"]

KINDS: Final = ("person", "place", "organisation")
_MOST_WORDS: Final = 12
_RESERVED: Final = frozenset({"persons", "places", "organisations"})
"""Identifiers of the registers themselves."""


@dataclass(slots=True)
class Entry:
    """An entry of a register: its identifier, one of `KINDS`, and its names, the preferred first.

    `new_names` are those that the register does not have yet; `new` that it has no such entry;
    `sure` whether its kind is beyond doubt, and not only concluded from the words around it;
    `file` the register in which it stands, empty for a new one.
    """

    id: str
    kind: str
    names: list[str]
    new: bool = False
    sure: bool = True
    new_names: list[str] = field(default_factory=list)
    occupation: str = ""
    birth: str = ""
    death: str = ""
    note: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a paragraph, from `start` to `end`, brackets within it included."""

    start: int
    end: int
    entry: Entry


class Names:
    """The entries that can be mentioned, found by the words of their names."""

    def __init__(
        self, profile: Profile, entries: Iterable[Entry], taken: Iterable[str] = ()
    ) -> None:
        """`taken` are identifiers that no new entry may have."""
        self._profile = profile
        self._closed = frozenset(
            (*profile.not_names, *profile.titles, *profile.adjectives, *profile.addresses)
        )
        self._longest: dict[str, int] = {}
        self._by_words: dict[tuple[str, ...], Entry] = {}
        self._short: dict[str, Entry] = {}
        self._ends: dict[str, dict[str, Entry]] = {}
        self._taken = _RESERVED.union(taken)
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
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def add_short(self, name: str, entry: Entry) -> None:
        """Let the single word `name` mean `entry` in this document, after a title or alone."""
        self._short.setdefault(name, entry)

    def short(self, name: str) -> Entry | None:
        """The entry that `name` means for short in this document."""
        return self._short.get(name)

    def called(self, word: str) -> list[Entry]:
        """The participants whose name begins or ends with `word`."""
        return [*self._ends.get(word, {}).values()]

    def take_part(self, entry: Entry) -> None:
        """Make known that the person takes part, and so may be called by one word of the name."""
        for name in entry.names:
            words = name.split()
            for word in (words[0], words[-1]):
                self._ends.setdefault(word, {})[entry.id] = entry

    def find(self, name: str) -> Entry | None:
        """The entry that has exactly this name."""
        return self._by_words.get(tuple(word for _, _, word in tokens(name)))

    def free_identifier(self, name: str) -> str:
        """An identifier for a new entry, different from every other."""
        base = identifier = slug(name)
        count = 1
        while identifier in self.entries or identifier in self._taken:
            count += 1
            identifier = f"{base}-{count}"
        return identifier

    def mentions(self, reading: Reading) -> Iterator[Mention]:
        """The names in a paragraph, the longest first where several begin; the names within that of
        an organisation or of a place follow it (but no place within a place: `South Korea`)."""
        for index, length, entry in self.runs(reading):
            yield Mention(*reading.extent(index, index + length - 1), entry)
            for inner in range(index, index + length if entry.kind != "person" else index):
                found = self._at(reading, inner, min(length - 1, index + length - inner))
                if found is None or found[1] is entry or entry.kind == found[1].kind == "place":
                    continue
                yield Mention(*reading.extent(inner, inner + found[0] - 1), found[1])

    def runs(self, reading: Reading) -> Iterator[tuple[int, int, Entry]]:
        """The names in a paragraph, none within another: the index of the first word, the number of
        words, and the entry."""
        index = 0
        while index < len(reading.words):
            found = self._at(reading, index, _MOST_WORDS)
            if found is not None:
                yield index, *found
            index += found[0] if found is not None else 1

    def _at(self, reading: Reading, index: int, most: int) -> tuple[int, Entry] | None:
        """The longest name that begins at a word, as its number of words and its entry."""
        first = reading.word(index)
        words = [first]
        most = min(most, self._longest.get(first, 0))
        while len(words) < most and reading.joined(index + len(words) - 1, possessive=True):
            words.append(reading.word(index + len(words)))
        for length in range(min(most, len(words)), 0, -1):
            entry = self._by_words.get(tuple(words[:length]))
            if entry is not None and not self._borne(reading, index, length, entry):
                return length, entry
        entry = self._short.get(first)
        return (1, entry) if entry is not None and self._alone(reading, index) else None

    def _borne(self, reading: Reading, index: int, length: int, entry: Entry) -> bool:
        """Whether a person bears the name of a place: `President Washington`."""
        return (
            length == 1
            and entry.kind == "place"
            and reading.joined(index - 1)
            and reading.word(index - 1) in self._profile.titles
        )

    def _alone(self, reading: Reading, index: int) -> bool:
        """Whether no other capitalised word makes a longer name with this one. A direction
        (`the Northeast`) stands for a place only after the article or a possessive."""
        before = reading.word(index - 1)
        if reading.joined(index) and reading.word(index + 1)[0].isupper():
            return False
        if reading.word(index) in self._profile.directions:
            return before == "the" or reading.possessive(index - 1)
        return not reading.joined(index - 1) or (
            before[0].islower() or before in self._profile.titles or before in self._closed
        )

    def unknown(self, reading: Reading, start: int, mentions: Iterable[Mention]) -> Counter[str]:
        """Capitalised words from offset `start` on that are in none of the `mentions`, nor open a
        sentence: candidates for a register."""
        taken = sorted((mention.start, mention.end) for mention in mentions)
        found: Counter[str] = Counter()
        run: list[int] = []
        covered = passed = 0
        for index, (offset, _, word) in enumerate(reading.words):
            while passed < len(taken) and taken[passed][0] <= offset:
                covered = max(covered, taken[passed][1])
                passed += 1
            free = word not in self._closed or word in self._profile.adjectives
            if free and word[0].isupper() and offset >= max(start, covered):
                run.append(index)
                if reading.joined(index):
                    continue
            words = [reading.word(position) for position in run]
            alone = len(run) == 1 and reading.opens_sentence(run[0])
            single = all(len(word) == 1 for word in words)  # an initial, or a formula
            if not alone and not single and not self._closed.issuperset(words):
                found[" ".join(words)] += 1
            run = []
        return found
