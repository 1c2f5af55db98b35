"""Names that general knowledge or the words around them tell.

    South Korea, Romania                 a country, a region, a capital: the profile lists them
    Northeast China, the Northeast       a direction before a place, and alone in the same document
    floods in Henan and Hebei            places after the words that go before one
    Hoeryeong, Hyesan, and Cheongjin     a name between places of a list
    an article in Pravda                 a newspaper
    Khrushchev’s views                   a person

What only the words around it tell is a guess (`Entry.sure`): it is believed if at least half of the
name's occurrences agree, and the report names it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from octavo.encode.names import Entry, Names
from octavo.encode.profile import Profile
from octavo.encode.reading import Reading

__all__ = ["discover_by_context", "discover_known"]

_LONGEST_CUE: Final = 3
_LONGEST_KNOWN: Final = 5
_MOST_WORDS: Final = 3


def discover_known(readings: Sequence[Reading], names: Names, profile: Profile) -> None:
    """Add the places and organisations of the profile's lists that the text names, and those made
    of them: a direction before a place, the adjective of a nation before a region."""
    known = _by_words(profile)
    firsts = {words[0] for words in known}
    directions = frozenset(profile.directions)
    bound = frozenset((*profile.not_names, *profile.adjectives, *profile.directions))
    found: dict[str, str] = {}
    for reading in readings:
        for index, (_, _, word) in enumerate(reading.words):
            length, kind = 0, ""
            if word in firsts and not _within_name(reading, index, bound):
                length, kind = _longest(reading, index, known)
            if not length:
                continue
            name = " ".join(_words(reading, index, length))
            region = directions.intersection(name.split())
            before = reading.word(index - 1) if reading.joined(index - 1) else ""
            if before in profile.adjectives and region:
                # The first tells what the region alone means: `to our Far East`.
                entry = names.find(f"{before} {name}") or _new(names, kind, f"{before} {name}")
                names.add_name(entry, name)
            elif before in directions:
                found.setdefault(f"{before} {name}", kind)
            else:
                found.setdefault(name, kind)
    for name, kind in found.items():
        if names.find(name) is None:
            _new(names, kind, name)
    _shorten(readings, names, directions)


def _by_words(profile: Profile) -> Mapping[tuple[str, ...], str]:
    lists = ((profile.organisations, "organisation"), (profile.places, "place"))
    return {tuple(name.split()): kind for listed, kind in lists for name in listed}


def _within_name(reading: Reading, index: int, bound: frozenset[str]) -> bool:
    """Whether a capitalised word before makes this one part of another name: `Michael Jordan`."""
    before = reading.word(index - 1) if reading.joined(index - 1) else ""
    return before[:1].isupper() and before not in bound


def _longest(reading: Reading, index: int, known: Mapping[tuple[str, ...], str]) -> tuple[int, str]:
    """The longest known name that begins at a word: its number of words (0 if there is none) and
    its kind."""
    length, found = 1, (0, "")
    while True:
        kind = known.get(_words(reading, index, length))
        if kind is not None:
            found = (length, kind)
        if length >= _LONGEST_KNOWN or not reading.joined(index + length - 1):
            return found
        length += 1


def _words(reading: Reading, index: int, length: int) -> tuple[str, ...]:
    return tuple(reading.word(position) for position in range(index, index + length))


def _new(names: Names, kind: str, name: str, *, sure: bool = True) -> Entry:
    entry = Entry(names.free_identifier(name), kind, [name], new=True, sure=sure)
    names.add(entry)
    return entry


def _shorten(readings: Sequence[Reading], names: Names, directions: frozenset[str]) -> None:
    """`the Northeast` is the one place in the document whose name begins so. A point of the compass
    alone (`the West`) is too much in use for other things."""
    found: dict[str, dict[str, Entry]] = {}
    for reading in readings:
        for index, _, entry in names.runs(reading):
            word = reading.word(index)
            if entry.kind == "place" and word in directions and reading.joined(index):
                found.setdefault(word, {})[entry.id] = entry
    points = [word.lower() for word in directions]
    between = {one + two for one in points for two in points if not two.endswith("ern")}
    for word, entries in found.items():
        if len(entries) == 1 and word.lower().replace("-", "") in between:
            names.add_short(word, *entries.values())


def discover_by_context(readings: Sequence[Reading], names: Names, profile: Profile) -> None:
    """Add the unknown names of which the words around them tell what they name."""
    cues = _Cues(profile)
    closed = frozenset((*profile.not_names, *profile.adjectives))
    others = frozenset((*profile.titles, *profile.organisation_words, *profile.directions))
    seen: Counter[str] = Counter()
    told: dict[str, Counter[str]] = {}
    for reading in readings:
        taken = {
            position: entry
            for index, length, entry in names.runs(reading)
            for position in range(index, index + length)
        }
        for index, length in _candidates(reading, taken, closed, others):
            name = " ".join(_words(reading, index, length))
            seen[name] += 1
            kind = cues.kind(reading, index, length, taken)
            if kind:
                told.setdefault(name, Counter())[kind] += 1
    for name, kinds in told.items():
        kind, count = kinds.most_common(1)[0]
        if 2 * count >= seen[name] and names.find(name) is None:
            _new(names, kind, name, sure=False)


def _candidates(
    reading: Reading,
    taken: Mapping[int, Entry],
    closed: frozenset[str],
    others: frozenset[str],
) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words that may be a name, as (index of the first, number): words in
    `closed` open none, a run with one of the `others` is another kind of name."""
    index = 0
    while index < len(reading.words):
        if not reading.word(index)[0].isupper():
            index += 1
            continue
        end = index + 1
        while reading.joined(end - 1) and reading.word(end)[0].isupper():
            end += 1
        first = index
        while first < end and reading.word(first) in closed:
            first += 1
        words = _words(reading, first, end - first)
        fits = 0 < len(words) <= _MOST_WORDS and not others.intersection(words)
        plain = not any(word.isupper() or word in closed for word in words)
        free = not any(position in taken for position in range(first, end))
        opens = first == index and len(words) == 1 and reading.opens_sentence(first)
        if fits and plain and free and not opens and not _numbered(reading, end - 1):
            yield first, end - first
        index = end


def _numbered(reading: Reading, index: int) -> bool:
    """Whether a number follows: `Document 45`."""
    end = reading.words[index][1]
    return reading.text[end : end + 2].strip()[:1].isdigit()


class _Cues:
    """The words before or after a name that tell what it names."""

    def __init__(self, profile: Profile) -> None:
        self._places = {tuple(cue.split()) for cue in profile.before_places}
        self._publications = {tuple(cue.split()) for cue in profile.before_publications}
        self._possessions = frozenset(profile.possessions)
        self._verbs = frozenset((*profile.said_verbs, *profile.person_verbs))

    def kind(self, reading: Reading, index: int, length: int, taken: Mapping[int, Entry]) -> str:
        """What the words around a candidate tell of its kind; empty if nothing."""
        if self._follows(reading, index, self._publications):
            return "organisation"
        if self._is_person(reading, index + length - 1):
            return "person"
        place = (
            self._follows(reading, index, self._places)
            or self._follows_another(reading, index)
            or _between_places(reading, index, length, taken)
        )
        return "place" if place else ""

    def _follows(self, reading: Reading, index: int, cues: set[tuple[str, ...]]) -> bool:
        before: list[str] = []
        while len(before) < _LONGEST_CUE and reading.joined(index - 1):
            index -= 1
            before.insert(0, reading.word(index).lower())
            if tuple(before) in cues:
                return True
        return False

    def _follows_another(self, reading: Reading, index: int) -> bool:
        """`in Henan and Hebei`: the name before `and` follows a cue."""
        if reading.word(index - 1) != "and" or not reading.joined(index - 1):
            return False
        first = index - 1
        while reading.joined(first - 1) and reading.word(first - 1)[0].isupper():
            first -= 1
        return first < index - 1 and self._follows(reading, first, self._places)

    def _is_person(self, reading: Reading, last: int) -> bool:
        """`Khrushchev’s views`, `Khrushchev wantonly published`."""
        if reading.possessive(last):
            return reading.joined(last, possessive=True) and (
                reading.word(last + 1) in self._possessions
            )
        after = last + 1
        if reading.joined(last) and reading.word(after).endswith("ly"):
            after += 1
        return reading.joined(after - 1) and reading.word(after) in self._verbs


def _between_places(reading: Reading, index: int, length: int, taken: Mapping[int, Entry]) -> bool:
    """`Hoeryeong, Hyesan, Cheongjin`: a name with a place before and after it, by commas."""
    before, after = index - 1, index + length
    if not all(position in taken for position in (before, after)):
        return False
    gaps = (
        reading.plain(reading.words[before][1], reading.words[index][0]),
        reading.plain(reading.words[after - 1][1], reading.words[after][0]),
    )
    kinds = {taken[before].kind, taken[after].kind}
    return kinds == {"place"} and all(gap.strip() == "," for gap in gaps)
