"""The registers in `tei/register/`: read for their names, enlarged by what a transcript told.

An entry that exists is never changed but for names that it did not have; an editor's corrections,
notes and comments stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from octavo.encode.inline import TEI, XML, root_element
from octavo.encode.names import Entry
from octavo.encode.serialise import serialise
from octavo.encode.source import fold

__all__ = ["FILES", "Registers"]


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
"""The file of a new register of each kind, in `tei/register/`."""


class Registers:
    """The registers of an edition, by the names of their files, whatever these are called.

    A new entry goes where the register has a list of its kind: into the file of `FILES` if it has
    one, else into the first that does, else into the file of `FILES`, which is made if need be.
    """

    def __init__(self, trees: Mapping[str, etree._Element]) -> None:
        self._trees = dict(trees)
        self._homes = {kind: self._home(value) for kind, value in _KINDS.items()}

    def _home(self, value: _Kind) -> str:
        files = sorted(self._trees, key=lambda file: (file != value.file, file))
        holders = (file for file in files if _first(self._trees[file], value.list) is not None)
        return next(holders, value.file)

    def entries(self) -> list[Entry]:
        """The entries: whatever has an `@xml:id` and names."""
        found = []
        for file, root in self._trees.items():
            for kind, value in _KINDS.items():
                for element in root.iter(TEI + value.entry):
                    names = [_words(name) for name in element.findall(TEI + value.name)]
                    identifier = element.get(XML + "id")
                    if identifier and names:
                        found.append(Entry(identifier, kind, names, file=file))
        return found

    def identifiers(self) -> set[str]:
        """Every `@xml:id` in them."""
        elements = (element for root in self._trees.values() for element in root.iter())
        return {identifier for element in elements if (identifier := element.get(XML + "id"))}

    def pointer(self, entry: Entry) -> str:
        """The URI of an entry, relative to a document in `tei/`."""
        return f"register/{self._file(entry)}#{entry.id}"

    def alone(self, entries: Collection[Entry], provenance: str) -> Iterator[str]:
        """Registers that hold nothing but what `enlarge` would add, as text: what they are like
        does not hang on what an editor made of those that are there."""
        for kind, value in _KINDS.items():
            found = [e for e in entries if e.kind == kind and (e.new or e.new_names)]
            if found:
                root = _empty(value, provenance)
                _add(root, value, found)
                yield serialise(root)

    def enlarge(self, entries: Iterable[Entry], provenance: str) -> dict[str, str]:
        """The registers with new entries and new names, as text, by their files: those that have
        something new. The trees are changed.

        `provenance` says in a new register's header where it comes from.
        """
        wanted: dict[tuple[str, str], list[Entry]] = {}
        for entry in sorted(entries, key=lambda entry: entry.id):
            if entry.new or entry.new_names:
                wanted.setdefault((self._file(entry), entry.kind), []).append(entry)
        made = {file for file, _ in wanted if file not in self._trees}
        for (file, kind), found in wanted.items():
            if file not in self._trees:
                self._trees[file] = _empty(_KINDS[kind], provenance)
            _add(self._trees[file], _KINDS[kind], found)
        return {file: _text(self._trees[file], made=file in made) for file, _ in wanted}

    def _file(self, entry: Entry) -> str:
        return entry.file or self._homes[entry.kind]


def _add(root: etree._Element, value: _Kind, entries: Iterable[Entry]) -> None:
    """Add new entries, and new names to those that are there."""
    known = {element.get(XML + "id"): element for element in root.iter(TEI + value.entry)}
    holder: etree._Element | None = None
    for entry in entries:
        if entry.id in known:
            _add_names(known[entry.id], value, entry.new_names)
        else:
            holder = _list(root, value) if holder is None else holder
            _append(holder, _element(value, entry))


def _first(root: etree._Element, name: str) -> etree._Element | None:
    return next(root.iter(TEI + name), None)


def _text(root: etree._Element, *, made: bool) -> str:
    if made:
        return serialise(root)
    document = etree.tostring(root.getroottree(), encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _list(root: etree._Element, value: _Kind) -> etree._Element:
    """The register's list of a kind, which is made where it has none."""
    found = _first(root, value.list)
    if found is not None:
        return found
    holder = _first(root, "standOff")
    if holder is None:
        holder = etree.Element(TEI + "standOff")
        header = _first(root, "teiHeader")
        root.insert(0 if header is None else root.index(header) + 1, holder)
        holder.tail = "\n  "
    made = etree.SubElement(holder, TEI + value.list)
    previous = made.getprevious()
    if previous is not None:
        made.tail, previous.tail = previous.tail, holder.text
    else:
        holder.text, made.tail = "\n    ", "\n  "
    return made


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
    """Append an entry to a list, with the indentation of its siblings; before the relations that
    may follow the entries."""
    inner, outer = "\n      ", "\n        "
    relations = (TEI + "relation", TEI + "listRelation")
    last = next((e for e in holder.iterchildren(reversed=True) if e.tag not in relations), None)
    if last is not None:
        element.tail = last.tail
        last.tail = holder.text if (holder.text or "").isspace() else inner
        inner = last.tail or inner
        outer = inner + "  "
        # Not by its index where it is not needed: lxml counts the children one by one.
        following = last.getnext()
        if following is None:
            holder.append(element)
        else:
            holder.insert(holder.index(following), element)
    else:
        holder.text, element.tail = inner, "\n    "
        holder.insert(0, element)
    element.text = outer
    for child in element:
        child.tail = outer
    element[-1].tail = inner


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
