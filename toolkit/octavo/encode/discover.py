"""Names that the form of a text itself tells, without any register.

    Hamheung [Hamhung]                       one name with a variant
    Chairman Liu [Shaoqi]                    a person, and the short name for this document
    Vice Premier Kim Il                      a person after a title
    Foreign Economic Relations Commission    an organisation by its last word
    Liao River                               a place by its last word

Titles and last words are the profile's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from octavo.encode.brackets import Bracket
from octavo.encode.names import Entry, Names, Reading
from octavo.encode.profile import Profile

__all__ = ["discover"]

_CONNECTORS: Final = frozenset({"of", "for", "the", "and"})


def discover(readings: Sequence[Reading], names: Names, profile: Profile) -> None:
    """Add to `names` what the form of the text itself tells of persons, places, organisations."""
    for reading in readings:
        for bracket in reading.brackets:
            _discover_variant(reading, bracket, names, profile)
    for reading in readings:
        for start, length in _runs(reading):
            _discover_titled(reading, start, length, names, profile)
    for reading in readings:
        for start, length in _runs(reading):
            _discover_by_last_word(reading, start, length, names, profile)


def _discover_variant(reading: Reading, bracket: Bracket, names: Names, profile: Profile) -> None:
    """`Hamheung [Hamhung]` is one name; `Jiang Jieshi’s [Chiang Kai-shek]` a person's."""
    variant = reading.text[bracket.start + 1 : bracket.end - 1].strip()
    before = [index for index, word in enumerate(reading.words) if word[1] <= bracket.start]
    if bracket.reason == "completion" and before:
        _discover_completion(reading, before[-1], variant, names, profile)
    if bracket.reason != "romanization" or not before:
        return
    last = before[-1]
    first = last
    wanted = len(variant.split())
    while last - first + 1 < wanted and first and reading.joined(first - 1):
        if reading.words[first - 1][2] in profile.titles:
            break
        first -= 1
    words = [word for _, _, word in reading.words[first : last + 1]]
    name = " ".join(words)
    titled = first > 0 and reading.words[first - 1][2] in profile.titles
    entry = names.find(name) or names.find(variant)
    if entry is None:
        kind = "person" if titled or len(words) > 1 else "place"
        entry = Entry(names.free_identifier(name), kind, [name], new=True, sure=titled)
        names.add(entry)
    for form in (name, variant):
        if form not in entry.names:
            entry.names.append(form)
            entry.new_names.append(form)
            names.add_name(entry, form)


def _discover_completion(
    reading: Reading, last: int, variant: str, names: Names, profile: Profile
) -> None:
    """`Chairman Liu [Shaoqi]`: a person called Liu Shaoqi, and Liu for short in this document."""
    short = reading.words[last][2]
    titled = last > 0 and reading.words[last - 1][2] in profile.titles
    if not titled or variant in profile.organisation_words:
        return
    name = f"{short} {variant}"
    entry = names.find(name)
    if entry is None:
        entry = Entry(names.free_identifier(name), "person", [name], new=True)
        names.add(entry)
    names.add_short(short, entry)


def _discover_titled(
    reading: Reading, start: int, length: int, names: Names, profile: Profile
) -> None:
    """`Vice Premier Kim Il`: the words after a title, up to the end of the run, are a person."""
    words = [word for _, _, word in reading.words[start : start + length]]
    titles = [index for index, word in enumerate(words) if word in profile.titles]
    if not titles:
        return
    name = words[titles[-1] + 1 :]
    closed = {*profile.organisation_words, *profile.place_words, *profile.not_names}
    if not 2 <= len(name) <= 4 or closed.intersection(name) or names.find(" ".join(name)):
        return
    text = " ".join(name)
    names.add(Entry(names.free_identifier(text), "person", [text], new=True, sure=True))


def _discover_by_last_word(
    reading: Reading, start: int, length: int, names: Names, profile: Profile
) -> None:
    """`Foreign Economic Relations Commission`, `Liao River`: the last word tells the kind."""
    words = [word for _, _, word in reading.words[start : start + length]]
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
        return
    end = max(*organisations, *places, 0) + 1
    kind = "organisation" if end - 1 in organisations else "place"
    if "of" in words[end : end + 1]:  # Ministry of Foreign Affairs
        end = len(words)
    if end < 2 or names.find(" ".join(words[:end])) is not None:
        return
    first, last = start + skip, start + skip + end - 1
    text = reading.text[reading.words[first][0] : reading.words[last][1]]
    plain = _without_brackets(text, reading, reading.words[first][0])
    names.add(Entry(names.free_identifier(plain), kind, [plain], new=True))


def _without_brackets(text: str, reading: Reading, offset: int) -> str:
    for bracket in reversed(reading.brackets):
        if bracket.variant and offset <= bracket.start and bracket.end <= offset + len(text):
            text = text[: bracket.start - offset] + text[bracket.end - offset :]
    return " ".join(re.sub(r"[\[\]]", "", text).split())


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
    if not reading.words[index][2][0].isupper():
        return 0
    length = 1
    while reading.joined(index + length - 1):
        ahead = index + length
        step = 1
        while reading.words[ahead][2] in {"of", "the"} and step < 3 and reading.joined(ahead):
            ahead += 1
            step += 1
        if not reading.words[ahead][2][0].isupper():
            break
        length += step
    return length
