"""Who took part: the people of the head's lists, of the labels, and the recorder."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from octavo.encode.identifiers import Identifiers
from octavo.encode.labels import bare_name
from octavo.encode.layout import HeadField, Layout
from octavo.encode.lists import list_items, plain, read_item
from octavo.encode.people import Listed, People, Person
from octavo.encode.profile import Profile
from octavo.encode.source import fold
from octavo.encode.words import capitalised_run

__all__ = ["find_people"]

_NEIGHBOURHOOD: Final = 200
"""As many characters before a bracket are looked at."""


def find_people(layout: Layout, profile: Profile, identifiers: Identifiers) -> People:
    """The people of a document, those of the head's lists first."""
    people = People(profile, identifiers)
    spoken = {bare_name(turn.label.core, profile)[0] for turn in layout.turns}
    for head in layout.head:
        if head.kind == "participants":
            _read_list(head, people, profile, spoken)
    fuller = _fuller(spoken)
    for turn in layout.turns:
        name, title = bare_name(turn.label.core, profile)
        person = people.find(turn.label.core) or people.add(fuller.get(name.casefold(), name))
        person.role = "speaker"
        office = " ".join(word for word in title.split() if word not in profile.addresses)
        person.occupation = person.occupation or office
        for alias in turn.label.aliases:
            people.name(person, person.aliases, alias)
    _conclude_sides(people, layout, profile)
    _conclude_offices(people, layout, profile)
    for head in layout.head:
        if head.kind == "recorder" and head.value:
            name, _ = bare_name(plain(head.value).rstrip("."), profile)
            if not name:
                continue
            person = people.find(name) or people.add(name)
            person.role = "recorder" if person.role == "participant" else person.role
    return people


def _fuller(spoken: Collection[str]) -> dict[str, str]:
    """The one name of several words, among those of the labels, that begins or ends with a word, by
    that word: who is `Berg` first and `Anna Berg` later is one person."""
    found: dict[str, set[str]] = {}
    for name in spoken:
        words = name.casefold().split()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            if len(word.strip(".")) > 1:
                found.setdefault(word, set()).add(name)
    return {word: min(names) for word, names in found.items() if len(names) == 1}


def _read_list(head: HeadField, people: People, profile: Profile, spoken: Collection[str]) -> None:
    """The people of a list at the head: `Fang Yi, Head of the Mission; members of ...`.

    A list that cannot be told apart completely, or that names somebody twice, is kept as plain
    words; its people are known all the same.
    """
    placed = {listed.person.id for _, others in people.lists for listed in others}
    text = head.paragraph.text
    found: list[Listed] = []
    for start, end in list_items(text, head.start, profile, spoken):
        person = _listed(fold(text[start:end]).rstrip(";."), people, profile, spoken)
        person.side = person.side or head.side
        found.append(Listed(person, start, end))
    names = [listed.person.id for listed in found]
    words = " ".join(text[listed.start : listed.end] for listed in found)
    if found and len({*names} - placed) == len(names) and fold(words) == fold(head.value):
        people.lists.append((head, found))


def _listed(words: str, people: People, profile: Profile, spoken: Collection[str]) -> Person:
    present = profile.present.search(words) if profile.present else None
    if present is not None:
        return _present(words[: present.start()], people, profile, spoken)
    item = read_item(words, profile)
    if item.group:
        return people.add(item.name, group=True)
    person = people.find(item.name) or people.add(item.name)
    for variant in item.variants:
        people.name(person, person.variants, variant)
    person.address = person.address or item.address
    person.occupation = item.office
    return person


def _present(words: str, people: People, profile: Profile, spoken: Collection[str]) -> Person:
    """`The Ambassador to Korea Hao Deqing` (was also present): the office, then the name."""
    text = plain(words)
    name = max((name for name in spoken if text.endswith(name)), key=len, default="")
    if not name:
        run = [word for word in capitalised_run(text) if word not in profile.titles]
        name = " ".join(run[-2:])
    if not name or name in profile.not_names:
        return people.add(text, group=True)
    person = people.find(name) or people.add(name)
    person.occupation = re.sub(r"^(?:The|the)\s+", "", text[: -len(name)].strip())
    return person


def _conclude_sides(people: People, layout: Layout, profile: Profile) -> None:
    """Who is on no list sat on the side that a title like `Conversation between A and the Chinese
    Delegation` leaves: B's side is named in B's words, so A's is the other one."""
    sides = list(dict.fromkeys(person.side for person in people.all if person.side))
    titles = [head.value for head in layout.head if head.kind == "title"]
    match = profile.parties.search(titles[0]) if titles and profile.parties else None
    if len(sides) != 2 or match is None:
        return
    parties = (match.group("first"), match.group("second"))
    for person in people.all:
        own = next((party for party in parties if person.name in party), None)
        if person.side or own is None:
            continue
        other = parties[1 - parties.index(own)]
        theirs = [side for side in sides if side.casefold() in other.casefold()]
        if len(theirs) == 1:
            person.side = sides[1 - sides.index(theirs[0])]
            person.concluded.add("side")


def _conclude_offices(people: People, layout: Layout, profile: Profile) -> None:
    """`Comrade Premier [Kim Il Sung]` tells what Kim Il Sung was."""
    for paragraph in layout.paragraphs:
        for match in re.finditer(r"\[([^\[\]]+)\]", paragraph.text):
            person = people.find(match.group(1))
            before = paragraph.text[max(0, match.start() - _NEIGHBOURHOOD) : match.start()]
            run = capitalised_run(before)
            if person is None or person.occupation or not run:
                continue
            if all(word in profile.titles for word in run):
                person.occupation = " ".join(word for word in run if word not in profile.addresses)
                person.concluded.add("occupation")
