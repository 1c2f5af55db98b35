"""The participants of a document: persons and groups, found by any of their names."""

from __future__ import annotations

from dataclasses import dataclass, field

from octavo.encode.identifiers import Identifiers
from octavo.encode.labels import bare_name
from octavo.encode.layout import HeadField
from octavo.encode.profile import Profile

__all__ = ["Listed", "People", "Person"]


@dataclass(slots=True)
class Person:
    """A participant, or a group of them; `address` is the form of address before the name (`Mrs.`).

    `concluded` names what was not read at the head but concluded from elsewhere: `side`,
    `occupation`.
    """

    id: str
    name: str
    address: str = ""
    variants: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    occupation: str = ""
    side: str = ""
    concluded: set[str] = field(default_factory=set)
    role: str = "participant"
    group: bool = False

    @property
    def nameless(self) -> bool:
        """Whether all that is known is a letter: `Q:` and `A:` name nobody elsewhere."""
        letter = self.name.strip(".")
        return len(letter) == 1 and letter.upper() != letter.lower()

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

    def __init__(self, profile: Profile, identifiers: Identifiers) -> None:
        self._profile = profile
        self._identifiers = identifiers
        self.all: list[Person] = []
        self.lists: list[tuple[HeadField, list[Listed]]] = []
        self._called: dict[str, Person] = {}
        self._ends: dict[str, list[Person]] = {}

    def add(self, name: str, *, group: bool = False) -> Person:
        """A new participant called `name`, with an identifier that no other has."""
        person = Person(self._identifiers.person(name), name, group=group)
        self.all.append(person)
        self._called.setdefault(name.casefold(), person)
        if not group:
            for word in _ends(name):
                self._ends.setdefault(word, []).append(person)
        return person

    def side_id(self, side: str) -> str:
        """The identifier of a side."""
        return self._identifiers.side(side)

    def name(self, person: Person, kind: list[str], name: str) -> None:
        """Let `person` be called `name` as well; `kind` is the person's `variants` or `aliases`."""
        if name not in person.names:
            kind.append(name)
            self._called.setdefault(name.casefold(), person)

    def find(self, core: str) -> Person | None:
        """The participant called `core`, titles and all; by one word of the name if only one
        participant has it, or is addressed so."""
        name, title = bare_name(core, self._profile)
        for wanted in (core, name):
            if wanted.casefold() in self._called:
                return self._called[wanted.casefold()]
        ends = self._ends.get(name.casefold(), [])
        if len(ends) > 1:
            ends = [person for person in ends if title and person.address == title]
        return ends[0] if " " not in name and len(ends) == 1 else None


def _ends(name: str) -> set[str]:
    words = [word for word in name.casefold().split() if len(word.strip(".")) > 1]
    return {*words[:1], *words[-1:]}
