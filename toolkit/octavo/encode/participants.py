"""The participants in the header (TEI Guidelines, 15.2.2): `<person>` by side, in the order of the
source, each with names, office and side, and the words by which the source lists it."""

from __future__ import annotations

from lxml import etree

from octavo.encode.inline import XML, add
from octavo.encode.people import Person
from octavo.encode.transcript import Transcript

__all__ = ["build_participants"]


def build_participants(profile: etree._Element, transcript: Transcript) -> None:
    """Append the `<particDesc>` to `<profileDesc>`, if anybody took part."""
    if not transcript.people.all:
        return
    everybody = add(add(profile, "particDesc"), "listPerson")
    people = transcript.people
    placed = {listed.person.id for _, members in people.lists for listed in members}
    sides: set[str] = set()
    for head, members in people.lists:
        group = add(everybody, "listPerson", n=transcript.order(head))
        if head.side and head.side not in sides:
            sides.add(head.side)
            group.set("type", "side")
            group.set(XML + "id", people.side_id(head.side))
        add(group, "head").text = head.label
        for listed in members:
            element = _person(transcript, group, listed.person)
            note = add(element, "note", type="source")
            transcript.words(note, head.paragraph, listed.start, listed.end)
        if group.get("type") == "side":
            for person in people.all:
                if person.side == head.side and person.id not in placed:
                    placed.add(person.id)
                    _person(transcript, group, person)
    for person in people.all:
        if person.id not in placed:
            _person(transcript, everybody, person)


def _person(transcript: Transcript, parent: etree._Element, person: Person) -> etree._Element:
    element = add(parent, "personGrp" if person.group else "person")
    element.set(XML + "id", person.id)
    element.set("role", person.role)
    if person.id in transcript.pointers:
        element.set("corresp", transcript.pointers[person.id])
    add(element, "name" if person.group else "persName").text = person.name
    for kind, names in (("variant", person.variants), ("alias", person.aliases)):
        for name in names:
            add(element, "persName", type=kind).text = name
    if person.occupation:
        occupation = add(element, "occupation")
        occupation.text = person.occupation
        if "occupation" in person.concluded:
            occupation.set("cert", "medium")
    if person.side:
        affiliation = add(element, "affiliation")
        if any(head.side == person.side for head, _ in transcript.people.lists):
            affiliation.set("ref", f"#{transcript.people.side_id(person.side)}")
        if "side" in person.concluded:
            affiliation.set("cert", "medium")
        affiliation.text = f"{person.side} side"
    return element
