"""Names that the form of a text itself tells, without any register.

    Hamheung [Hamhung]                       one name with a variant
    Chairman Liu [Shaoqi]                    a person, and the short name for this document
    Vice Premier Kim Il                      a person after a title
    Foreign Economic Relations Commission    an organisation by its last word
    Liao River                               a place by its last word

Titles and last words are the profile's. What the words around a name tell is the business of
`octavo.encode.context`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from octavo.encode.brackets import Bracket
from octavo.encode.context import discover_by_context, discover_known
from octavo.encode.names import Entry, Names
from octavo.encode.profile import Profile
from octavo.encode.reading import Reading

__all__ = ["discover"]

_CONNECTORS: Final = frozenset({"of", "for", "the", "and"})


_IRREGULAR: Final = frozenset({"People", "Women", "Men", "Children"})
"""Plurals that take ’s: it is part of a name like `People’s Daily`, and no possession."""

_LONGEST_TITLED: Final = 4


def discover(readings: Sequence[Reading], names: Names, profile: Profile) -> None:
    """Add to `names` what the form of the text itself tells of persons, places, organisations."""
    for reading in readings:
        for bracket in reading.brackets:
            _discover_variant(reading, bracket, names, profile)
    runs = [(reading, *run) for reading in readings for run in _runs(reading)]
    for reading, start, length in runs:
        _discover_titled(reading, start, length, names, profile)
    discover_known(readings, names, profile)
    heads: dict[str, set[str]] = {}
    for whole in (True, False):
        for reading, start, length in runs:
            for kind, name in _ending_by_kind(reading, start, length, profile):
                if (" of " in name) == whole:
                    _add_by_kind(kind, name, names, heads)
    discover_by_context(readings, names, profile)


def _discover_variant(reading: Reading, bracket: Bracket, names: Names, profile: Profile) -> None:
    """`Hamheung [Hamhung]` is one name; `Jiang Jieshi’s [Chiang Kai-shek]` a person's."""
    if bracket.reason not in {"completion", "romanization"}:
        return
    variant = reading.text[bracket.start + 1 : bracket.end - 1].strip()
    last = bisect_right(reading.words, bracket.start, key=lambda word: word[1]) - 1
    if last < 0:
        return
    if bracket.reason == "completion":
        _discover_completion(reading, last, variant, names, profile)
        return
    first = last
    wanted = len(variant.split())
    while last - first + 1 < wanted and reading.joined(first - 1):
        if reading.word(first - 1) in profile.titles:
            break
        first -= 1
    words = [reading.word(index) for index in range(first, last + 1)]
    name = " ".join(words)
    titled = reading.word(first - 1) in profile.titles
    entry = names.find(name) or names.find(variant)
    if entry is None:
        kind = "person" if titled or len(words) > 1 else "place"
        entry = Entry(names.free_identifier(name), kind, [name], new=True, sure=titled)
        names.add(entry)
    _hold_office(entry, reading, first, profile)
    for form in (name, variant):
        if form not in entry.names:
            entry.names.append(form)
            entry.new_names.append(form)
            names.add_name(entry, form)


def _discover_completion(
    reading: Reading, last: int, variant: str, names: Names, profile: Profile
) -> None:
    """`Chairman Liu [Shaoqi]`: a person called Liu Shaoqi, and Liu for short in this document."""
    short = reading.word(last)
    titled = reading.word(last - 1) in profile.titles
    if not titled or variant in profile.organisation_words or len(short) == 1:
        return
    name = f"{short} {variant}"
    entry = names.find(name)
    if entry is None:
        entry = Entry(names.free_identifier(name), "person", [name], new=True)
        names.add(entry)
    _hold_office(entry, reading, last, profile)
    names.add_short(short, entry)


def _hold_office(entry: Entry, reading: Reading, first: int, profile: Profile) -> None:
    """Note the titles before a person's name as the office, unless one is known."""
    index = first
    while reading.joined(index - 1) and reading.word(index - 1) in profile.titles:
        index -= 1
    words = [reading.word(position) for position in range(index, first)]
    office = " ".join(word for word in words if word not in profile.addresses)
    if entry.new and entry.kind == "person" and not entry.occupation:
        entry.occupation = office


def _discover_titled(
    reading: Reading, start: int, length: int, names: Names, profile: Profile
) -> None:
    """`Vice Premier Kim Il`: the words after a title, up to the end of the run, are a person; one
    word alone (`Mr. Berg`) only if it is no place's name and nobody else's."""
    words = [reading.word(index) for index in range(start, start + length)]
    titles = [index for index, word in enumerate(words) if word in profile.titles]
    if not titles:
        return
    name = words[titles[-1] + 1 :]
    closed = {*profile.organisation_words, *profile.place_words, *profile.not_names}
    if not 1 <= len(name) <= _LONGEST_TITLED or closed.intersection(name):
        return
    if not all(word[0].isupper() for word in name) or all(len(word) == 1 for word in name):
        return
    first = start + titles[-1] + 1
    text = _written(reading, reading.words[first][0], reading.words[start + length - 1][1])
    entry = names.find(text)
    if entry is None and len(name) == 1:
        if text in profile.places or text in profile.adjectives or names.short(text) is not None:
            return
        called = names.called(text)
        if called:
            if len(called) == 1:
                names.add_short(text, called[0])
            return
    if entry is None:
        entry = Entry(names.free_identifier(text), "person", [text], new=True, sure=True)
        names.add(entry)
    _hold_office(entry, reading, first, profile)


def _ending_by_kind(
    reading: Reading, start: int, length: int, profile: Profile
) -> Iterator[tuple[str, str]]:
    """`Foreign Economic Relations Commission`, `Liao River`: the last word tells the kind. Gives
    the kinds and the names: that of the whole, and that of the whole's last part (`... of the
    Chinese Communist Party Central Committee`) if it has such a name of its own."""
    words = [reading.word(index) for index in range(start, start + length)]
    parts = [index + 1 for index, word in enumerate(words) if word == "of"]
    for skip in (0, *parts[-1:]):
        found = _end_by_kind(words[skip:], profile)
        if found is not None:
            kind, first, end = found
            begin, last = start + skip + first, start + skip + end - 1
            yield kind, _written(reading, reading.words[begin][0], reading.words[last][1])


def _end_by_kind(words: Sequence[str], profile: Profile) -> tuple[str, int, int] | None:
    """The kind of a run of words, and from which word to which its name goes."""
    skip = 0
    for index, word in enumerate(words):
        if word in profile.titles:
            skip = index + 1
    while skip < len(words) and (words[skip] in profile.not_names or words[skip] in _CONNECTORS):
        skip += 1
    words = words[skip:]
    organisations = [i for i, word in enumerate(words) if word in profile.organisation_words]
    places = [i for i, word in enumerate(words) if word in profile.place_words]
    if not organisations and not places:
        return None
    end = max(*organisations, *places, 0) + 1
    kind = "organisation" if end - 1 in organisations else "place"
    if "of" in words[end : end + 1]:  # Ministry of Foreign Affairs
        end = len(words)
    return (kind, skip, skip + end) if end > 1 else None


def _add_by_kind(kind: str, name: str, names: Names, heads: dict[str, set[str]]) -> None:
    """Add an organisation or a place. `Northeast Bureau` is a name of the one organisation in the
    document that is called `Northeast Bureau of ...`; `heads` remembers those, by their heads."""
    entry = names.find(name)
    head = name.partition(" of ")[0]
    if entry is None and name == head and len(heads.get(name, ())) == 1:
        (identifier,) = heads[name]
        entry = names.entries[identifier]
        entry.names.append(name)
        entry.new_names.append(name)
        names.add_name(entry, name)
    elif entry is None:
        entry = Entry(names.free_identifier(name), kind, [name], new=True)
        names.add(entry)
    if name != head:
        heads.setdefault(head, set()).add(entry.id)


def _written(reading: Reading, start: int, end: int) -> str:
    """A name as it is written, without the marks and the variants of brackets."""
    return " ".join(re.sub(r"[\[\]]", "", reading.plain(start, end)).split())


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words as (index of the first, number)."""
    index = 0
    while index < len(reading.words):
        length = _run(reading, index)
        if length:
            yield index, length
        index += max(length, 1)


def _run(reading: Reading, index: int) -> int:
    """The number of words from `index` on that are one run: capitalised, with `of the` between."""
    if not reading.word(index)[0].isupper():
        return 0
    length = 1
    while _continues(reading, index + length - 1):
        ahead = index + length
        step = 1
        while reading.word(ahead) in {"of", "the"} and step < 3 and reading.joined(ahead):
            ahead += 1
            step += 1
        if not reading.word(ahead)[0].isupper():
            break
        length += step
    return length


def _continues(reading: Reading, index: int) -> bool:
    return reading.joined(index, possessive=reading.word(index) in _IRREGULAR)
