"""References: every pointer leads somewhere, and every id is there once.

An id is unique in its document, as XML asks; the ids of documents and of the registers' entries are
unique in the edition. So `kim.xml#t4` names one speech, and `register/persons.xml#kim` one person.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from octavo.edition import Document, Id, Pointer, place_of
from octavo.edition.names import RESERVED
from octavo.findings import Finding

__all__ = ["Index", "check_own", "check_references", "index_of"]

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SPEAKERS: Final = frozenset({"person", "personGrp", "listPerson", "org"})
_SPEAKING: Final = frozenset({"who", "toWhom"})
_ENTRIES: Final = frozenset({"person", "personGrp", "place", "org"})
_NAME: Final = re.compile(r"[^\W\d][\w.-]*")
"""An NCName, near enough: what can be the name of a file and an id."""


@dataclass(frozen=True, slots=True)
class Index:
    """What a document has, and what it asks of other files (`pointers`), without its text: small,
    to be kept for all of them."""

    path: Path
    root_id: str
    ids: tuple[Id, ...]
    pointers: tuple[Pointer, ...]
    place: tuple[int, int]


def index_of(document: Document) -> Index:
    """The index of one document."""
    elsewhere = (
        pointer
        for pointer in document.pointers
        if not pointer.target.startswith("#") and not _SCHEME.match(pointer.target)
    )
    return Index(
        document.path,
        document.root_id,
        tuple(document.ids),
        tuple(elsewhere),
        document.root,
    )


def check_own(document: Document) -> Iterator[Finding]:
    """What is wrong with the ids of a document, and with its pointers to them."""
    first: dict[str, Id] = {}
    for found in document.ids:
        other = first.setdefault(found.value, found)
        if other is not found:
            yield Finding(
                "duplicate-id",
                f"the id {found.value} is that of <{other.element}> in line {other.line} too.",
                document.path,
                *place_of(document.path, found.line, found.column, "xml:id"),
                "Give each element an id of its own.",
                length=len("xml:id"),
            )
    for pointer in document.pointers:
        if pointer.target.startswith("#"):
            yield from _target(document.path, pointer, "", pointer.target[1:], first)
        elif pointer.attribute in _SPEAKING and "#" in pointer.target:
            yield _finding(
                "not-a-participant",
                document.path,
                pointer,
                "leads out of the document.",
                "Point to the <person> in this document's <particDesc>, whose @corresp leads to the"
                " register.",
            )


def check_references(
    documents: Iterable[Index], registers: Iterable[Index], unread: Iterable[Path] = ()
) -> Iterator[Finding]:
    """What is wrong with `documents` and `registers` together: the ids of documents and entries,
    and pointers from one file to another.

    `unread` are files of the edition that could not be read: what points into them is not judged.
    """
    documents, registers = list(documents), list(registers)
    files = {_key(index.path): {found.value: found for found in index.ids}
             for index in (*documents, *registers)}  # fmt: skip
    unjudged = {_key(path) for path in unread}
    owners: dict[str, Index] = {}
    for index in sorted(documents, key=lambda index: index.root_id != index.path.stem):
        yield from _document_id(index, owners)
    entries: dict[str, Index] = {}
    for index in registers:
        yield from _entries(index, entries)
    for index in (*documents, *registers):
        yield from _elsewhere(index, files, unjudged)


def _document_id(index: Index, owners: dict[str, Index]) -> Iterator[Finding]:
    identifier, name = index.root_id, index.path.stem
    if not identifier:
        yield _at_root(
            index, "no-document-id", "the document has no id.", f'Write xml:id="{name}" in <TEI>.'
        )
    elif identifier.casefold() in owners:
        other = owners[identifier.casefold()]
        yield _at_root(
            index,
            "document-id-twice",
            f"the id {identifier} is that of {other.path.name} too.",
            "Give each document an id of its own, the name of its file without .xml.",
        )
    elif not _NAME.fullmatch(identifier):
        yield _at_root(
            index,
            "document-id-wrong",
            f"“{identifier}” is no name: it begins with a letter, and has letters, digits, hyphens"
            " and points.",
            "Give the file and its xml:id another name.",
        )
    elif identifier.casefold() in RESERVED:
        yield _at_root(
            index,
            "document-id-reserved",
            f"no document can be called {identifier}: a page of the site or a device is.",
            "Give the file and its xml:id another name.",
        )
    else:
        owners[identifier.casefold()] = index
        if identifier != name:
            yield _at_root(
                index,
                "document-id-not-name",
                f"the id {identifier} is not the name of the file, {name}.",
                f"Rename the file to {identifier}.xml, or change xml:id.",
            )


def _entries(index: Index, entries: dict[str, Index]) -> Iterator[Finding]:
    for found in index.ids:
        if found.element not in _ENTRIES:
            continue
        other = entries.setdefault(found.value, index)
        if other is not index:
            yield Finding(
                "entry-id-twice",
                f"the id {found.value} is that of an entry in {other.path.name} too.",
                index.path,
                *place_of(index.path, found.line, found.column, "xml:id"),
                "Give each entry of the registers an id of its own.",
            )


def _elsewhere(
    index: Index, files: Mapping[str, Mapping[str, Id]], unjudged: set[str]
) -> Iterator[Finding]:
    """What is wrong with the pointers of one file to others; one that is missing is named once."""
    known: dict[str, Mapping[str, Id] | None] = {}
    for pointer in index.pointers:
        address, hash_, fragment = pointer.target.partition("#")
        if address not in known:
            path = index.path.parent / unquote(address)
            key = _key(path)
            known[address] = None if key in unjudged else files.get(key)
            if key not in unjudged and key not in files and not path.is_file():
                near = (posixpath.relpath(other, _key(index.path.parent)) for other in files)
                inside = [other for other in near if not other.startswith("../../")]
                message = f"there is no file {address}."
                own = [f"#{address}"] if any(i.value == address for i in index.ids) else []
                yield _dangling(index.path, pointer, message, address, own or inside)
        ids = known[address]
        if ids is not None and hash_:
            yield from _target(index.path, pointer, address, fragment, ids)


def _target(
    path: Path, pointer: Pointer, address: str, fragment: str, ids: Mapping[str, Id]
) -> Iterator[Finding]:
    """What is wrong with a pointer into a file that has these ids."""
    target = ids.get(fragment) or ids.get(unquote(fragment))
    if target is None:
        where = f"{address} has" if address else "this document has"
        message = f"{where} no id {fragment}."
        yield _dangling(path, pointer, message, fragment, ids, prefix=f"{address}#")
    elif pointer.attribute in _SPEAKING and target.element not in _SPEAKERS:
        yield _finding(
            "not-a-person",
            path,
            pointer,
            f"leads to <{target.element}>, not to a person.",
            "Point to a <person> in <particDesc>.",
        )


def _dangling(
    path: Path,
    pointer: Pointer,
    message: str,
    wanted: str,
    known: Iterable[str],
    prefix: str = "",
) -> Finding:
    close = difflib.get_close_matches(wanted, list(known), 1)
    meant = f"Did you mean {prefix}{close[0]}?" if close else ""
    return _finding(
        "unresolved-reference",
        path,
        pointer,
        f"leads nowhere: {message}",
        meant or "Correct the address, or add what it names.",
    )


def _finding(identifier: str, path: Path, pointer: Pointer, what: str, hint: str) -> Finding:
    """What is wrong with a pointer, at its attribute."""
    return Finding(
        identifier,
        f'{pointer.attribute}="{pointer.target}" {what}',
        path,
        *place_of(path, pointer.line, pointer.column, pointer.attribute),
        hint,
        length=len(pointer.attribute),
    )


def _at_root(index: Index, identifier: str, message: str, hint: str) -> Finding:
    place = place_of(index.path, *index.place, "xml:id")
    return Finding(identifier, message, index.path, *place, hint)


def _key(path: Path) -> str:
    """A path by which files are told apart, whatever way leads to them."""
    return posixpath.normpath(path.absolute().as_posix())
