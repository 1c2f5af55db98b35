"""The registers in `tei/register/`: read for their names, enlarged by what a transcript told.

An entry that exists is never changed but for names that it did not have; an editor's corrections,
notes and comments stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.encode.inline import TEI, XML, root_element
from octavo.encode.names import Entry
from octavo.encode.serialise import serialise
from octavo.encode.source import fold

__all__ = ["FILES", "enlarge", "entries_of", "pointer"]


@dataclass(frozen=True, slots=True)
class _Kind:
    file: str
    title: str
    list: str
    entry: str
    name: str


_KINDS: Final[Mapping[str, _Kind]] = {
    "person": _Kind("persons.xml", "Persons", "listPerson", "person", "persName"),
    "place": _Kind("places.xml", "Places", "listPlace", "place", "placeName"),
    "organisation": _Kind("organisations.xml", "Organisations", "listOrg", "org", "orgName"),
}
FILES: Final = {kind: value.file for kind, value in _KINDS.items()}
"""The file of each kind of entry, in `tei/register/`."""


def pointer(entry: Entry) -> str:
    """The URI of an entry, relative to a document in `tei/`."""
    return f"register/{FILES[entry.kind]}#{entry.id}"


def entries_of(root: etree._Element) -> list[Entry]:
    """The entries of a register: whatever has an `@xml:id` and names."""
    found = []
    for kind, value in _KINDS.items():
        for element in root.iter(TEI + value.entry):
            names = [_words(name) for name in element.findall(TEI + value.name)]
            identifier = element.get(XML + "id")
            if identifier and names:
                found.append(Entry(identifier, kind, names))
    return found


def enlarge(
    kind: str, root: etree._Element | None, entries: Iterable[Entry], provenance: str
) -> str | None:
    """The register of a kind with new entries and new names, as text; None if nothing is new.

    `root` is the register as it is, None where there is none yet; `provenance` says in a new
    register's header where it comes from.
    """
    wanted = sorted(
        (entry for entry in entries if entry.kind == kind and (entry.new or entry.new_names)),
        key=lambda entry: entry.id,
    )
    if not wanted:
        return None
    value = _KINDS[kind]
    made = root is None
    tree = _empty(value, provenance) if root is None else root
    holder = next(tree.iter(TEI + value.list))
    known = {element.get(XML + "id"): element for element in tree.iter(TEI + value.entry)}
    for entry in wanted:
        if entry.id in known:
            _add_names(known[entry.id], value, entry.new_names)
        else:
            _append(holder, _element(value, entry))
    if made:
        return serialise(tree)
    document = etree.tostring(tree.getroottree(), encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _element(value: _Kind, entry: Entry) -> etree._Element:
    element = etree.Element(TEI + value.entry)
    element.set(XML + "id", entry.id)
    for index, name in enumerate(entry.names):
        child = etree.SubElement(element, TEI + value.name)
        child.text = name
        if index:
            child.set("type", "variant")
    for name, date in (("birth", entry.birth), ("death", entry.death)):
        if date:
            etree.SubElement(element, TEI + name, when=date).text = date
    if entry.occupation:
        etree.SubElement(element, TEI + "occupation").text = entry.occupation
    if entry.note:
        etree.SubElement(element, TEI + "note").text = entry.note
    return element


def _append(holder: etree._Element, element: etree._Element) -> None:
    """Append an entry with the indentation of its siblings."""
    inner, outer = "\n      ", "\n        "
    last = next(holder.iterchildren(reversed=True), None)
    if last is not None:
        element.tail = last.tail
        last.tail = holder.text if (holder.text or "").isspace() else inner
        inner = last.tail or inner
        outer = inner + "  "
    element.text = outer
    for child in element:
        child.tail = outer
    element[-1].tail = inner
    holder.append(element)


def _add_names(element: etree._Element, value: _Kind, names: Iterable[str]) -> None:
    """Add variants after the names that an entry has."""
    for name in names:
        present = element.findall(TEI + value.name)
        if any(_words(other) == name for other in present):
            continue
        last = present[-1]
        child = etree.Element(TEI + value.name, type="variant")
        child.text = name
        last.addnext(child)
        child.tail = last.tail if (last.tail or "").strip() == "" else None
        if element.index(child) == len(element) - 1 and element.text and element.text.isspace():
            last.tail = element.text


def _empty(value: _Kind, provenance: str) -> etree._Element:
    """A register without entries."""
    root = root_element(value.file.removesuffix(".xml"))
    description = etree.SubElement(etree.SubElement(root, TEI + "teiHeader"), TEI + "fileDesc")
    for name, content in (("titleStmt", "title"), ("publicationStmt", "p"), ("sourceDesc", "p")):
        child = etree.SubElement(etree.SubElement(description, TEI + name), TEI + content)
        child.text = {
            "titleStmt": value.title,
            "publicationStmt": "Published with the edition.",
            "sourceDesc": provenance,
        }[name]
    etree.SubElement(etree.SubElement(root, TEI + "standOff"), TEI + value.list)
    return root


def _words(element: etree._Element) -> str:
    return fold("".join(str(part) for part in element.itertext()))
