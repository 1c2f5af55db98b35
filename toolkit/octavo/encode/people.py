"""Who took part: the people of the head's lists, of the labels, and the recorder."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from octavo.encode.labels import bare_name
from octavo.encode.layout import HeadField, Layout
from octavo.encode.profile import Profile
from octavo.encode.source import fold
from octavo.encode.words import capitalised_run, slug

__all__ = ["Listed", "People", "Person", "find_people"]

_ITEM: Final = re.compile(r"[^;.]+(?:\.(?!\s+[A-Z]|\s*$)[^;.]*)*[;.]?")
_NEIGHBOURHOOD: Final = 200
"""As many characters before a bracket are looked at."""

_RESERVED: Final = re.compile(r"t\d+|source-editor|.*-side")
"""Identifiers of speeches, of who wrote the brackets, and of sides."""

_NAMED: Final = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'.-]*(?:\s+(?:(?:de|van|von|der|la|al|el|bin)\s+)*[^\W\d_a-z][\w’'.-]*)*)"
    r"\s*(?P<variant>\[[^\[\]]+\])?\s*(?:[,;(]\s*(?P<role>.*))?$",
    re.DOTALL,
)


@dataclass(slots=True)
class Person:
    """A participant, or a group of them.

    `concluded` names what was not read at the head but concluded from elsewhere: `side`,
    `occupation`.
    """

    id: str
    name: str
    variants: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    occupation: str = ""
    side: str = ""
    concluded: set[str] = field(default_factory=set)
    role: str = "participant"
    group: bool = False

    @property
    def names(self) -> list[str]:
        """Every name by which the person is called."""
        return [self.name, *self.variants, *self.aliases]


@dataclass(frozen=True, slots=True)
class Listed:
    """A person on a list at the head: from `start` to `end` of its paragraph."""

    person: Person
    start: int
    end: int


class People:
    """The participants of a document, found by any of their names.

    `lists` are the lists at the head whose every word belongs to somebody on them.
    """

    def __init__(self, profile: Profile, document: str = "") -> None:
        """`document` is the document's own identifier, which no person may have."""
        self._profile = profile
        self._document = document
        self.all: list[Person] = []
        self.lists: list[tuple[HeadField, list[Listed]]] = []
        self._ids: set[str] = set()
        self._called: dict[str, Person] = {}
        self._ends: dict[str, list[Person]] = {}

    def add(self, name: str, *, group: bool = False) -> Person:
        """A new participant called `name`, with an identifier that no other has."""
        base = slug(name)
        if base == self._document or _RESERVED.fullmatch(base):
            base = f"person-{base}"
        identifier, count = base, 1
        while identifier in self._ids:
            count += 1
            identifier = f"{base}-{count}"
        person = Person(identifier, name, group=group)
        self.all.append(person)
        self._ids.add(identifier)
        self._called.setdefault(name.casefold(), person)
        if not group:
            for word in _ends(name):
                self._ends.setdefault(word, []).append(person)
        return person

    def name(self, person: Person, kind: list[str], name: str) -> None:
        """Let `person` be called `name` as well; `kind` is the person's `variants` or `aliases`."""
        if name not in person.names:
            kind.append(name)
            self._called.setdefault(name.casefold(), person)

    def find(self, core: str) -> Person | None:
        """The participant called `core`, titles and all; by one word of the name if only one
        participant has it."""
        name, _ = bare_name(core, self._profile)
        for wanted in (core, name):
            if wanted.casefold() in self._called:
                return self._called[wanted.casefold()]
        ends = self._ends.get(name.casefold(), [])
        return ends[0] if " " not in name and len(ends) == 1 else None


def find_people(layout: Layout, profile: Profile, document: str) -> People:
    """The people of the document with this identifier, those of the head's lists first."""
    people = People(profile, document)
    spoken = {bare_name(turn.label.core, profile)[0] for turn in layout.turns}
    for head in layout.head:
        if head.kind == "participants":
            _read_list(head, people, profile, spoken)
    for turn in layout.turns:
        name, title = bare_name(turn.label.core, profile)
        person = people.find(turn.label.core) or people.add(name)
        person.role = "speaker"
        person.occupation = person.occupation or title
        for alias in turn.label.aliases:
            people.name(person, person.aliases, alias)
    _conclude_sides(people, layout, profile)
    _conclude_offices(people, layout, profile)
    for head in layout.head:
        if head.kind == "recorder" and head.value:
            name, _ = bare_name(_plain(head.value).rstrip("."), profile)
            if not name:
                continue
            person = people.find(name) or people.add(name)
            person.role = "recorder" if person.role == "participant" else person.role
    return people


def _read_list(head: HeadField, people: People, profile: Profile, spoken: Collection[str]) -> None:
    """The people of a list at the head: `Fang Yi, Head of the Mission; members of ...`.

    A list that cannot be told apart completely, or that names somebody twice, is kept as plain
    words; its people are known all the same.
    """
    placed = {listed.person.id for _, others in people.lists for listed in others}
    found: list[Listed] = []
    for match in _ITEM.finditer(head.paragraph.text, head.start):
        words = match.group()
        if not words.strip(" .;,"):
            continue
        start = match.start() + len(words) - len(words.lstrip())
        person = _read_item(fold(words).rstrip(";."), people, profile, spoken)
        person.side = person.side or head.side
        found.append(Listed(person, start, match.start() + len(words.rstrip())))
    names = [listed.person.id for listed in found]
    words = " ".join(head.paragraph.text[listed.start : listed.end] for listed in found)
    if found and len({*names} - placed) == len(names) and fold(words) == fold(head.value):
        people.lists.append((head, found))


def _read_item(item: str, people: People, profile: Profile, spoken: Collection[str]) -> Person:
    present = profile.present.search(item) if profile.present else None
    if present is not None:
        return _present(item[: present.start()], people, profile, spoken)
    named = _NAMED.match(item)
    if named is None or named.group("name") in profile.not_names:
        return people.add(_plain(item), group=True)
    name, title = bare_name(named.group("name"), profile)
    person = people.find(name) or people.add(name)
    if named.group("variant"):
        people.name(person, person.variants, named.group("variant").strip("[] "))
    person.occupation = _plain(named.group("role") or "") or title
    return person


def _present(words: str, people: People, profile: Profile, spoken: Collection[str]) -> Person:
    """`The Ambassador to Korea Hao Deqing` (was also present): the office, then the name."""
    plain = _plain(words)
    name = max((name for name in spoken if plain.endswith(name)), key=len, default="")
    if not name:
        run = [word for word in capitalised_run(plain) if word not in profile.titles]
        name = " ".join(run[-2:])
    if not name or name in profile.not_names:
        return people.add(plain, group=True)
    person = people.find(name) or people.add(name)
    person.occupation = re.sub(r"^(?:The|the)\s+", "", plain[: -len(name)].strip())
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


def _plain(text: str) -> str:
    """`text` as it reads: supplied words without their brackets, variants of names left out."""
    without = re.sub(r"(?<=\w)\s*\[(?=[A-Z][^\[\]]*\s[A-Z])[^\[\]]*\]", "", text)
    return fold(re.sub(r"[\[\]]", "", without))


def _ends(name: str) -> set[str]:
    words = name.casefold().split()
    return {*words[:1], *words[-1:]}
