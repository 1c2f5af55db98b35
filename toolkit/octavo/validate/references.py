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

from octavo.edition import Document, Id, Pointer
from octavo.findings import Finding

__all__ = ["Index", "check_references", "index_of"]

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SPEAKERS: Final = frozenset({"person", "personGrp", "listPerson", "org"})
_ENTRIES: Final = frozenset({"person", "personGrp", "place", "org"})
_NAME: Final = re.compile(r"[^\W\d][\w.-]*")
"""An NCName, near enough: what can be the name of a file and an id."""

_RESERVED: Final = frozenset(
    "index persons places organisations about assets con prn aux nul".split()
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)]
)
"""Ids that no document can have: pages of the site have these names, or devices of Windows."""


@dataclass(frozen=True, slots=True)
class Index:
    """What a document has and asks for, without its text: small, to be kept for all of them."""

    path: Path
    root_id: str
    ids: tuple[Id, ...]
    pointers: tuple[Pointer, ...]
    place: tuple[int, int]


def index_of(document: Document) -> Index:
    """The index of one document."""
    return Index(
        document.path,
        document.root_id,
        tuple(document.ids),
        tuple(document.pointers),
        document.root,
    )


def check_references(
    documents: Iterable[Index], registers: Iterable[Index], unread: Iterable[Path] = ()
) -> Iterator[Finding]:
    """What is wrong with the ids and pointers of `documents` and `registers`, a file at a time.

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
        yield from _duplicates(index)
        own = files[_key(index.path)]
        missing: set[str] = set()
        for pointer in index.pointers:
            yield from _pointer(index, pointer, own, files, unjudged, missing)


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
    elif identifier.casefold() in _RESERVED:
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
                found.line,
                found.column,
                "Give each entry of the registers an id of its own.",
            )


def _duplicates(index: Index) -> Iterator[Finding]:
    first: dict[str, Id] = {}
    for found in index.ids:
        other = first.setdefault(found.value, found)
        if other is not found:
            yield Finding(
                "duplicate-id",
                f"the id {found.value} is that of <{other.element}> in line {other.line} too.",
                index.path,
                found.line,
                found.column,
                "Give each element an id of its own.",
            )


def _pointer(
    index: Index,
    pointer: Pointer,
    own: Mapping[str, Id],
    files: Mapping[str, Mapping[str, Id]],
    unjudged: set[str],
    missing: set[str],
) -> Iterator[Finding]:
    """What is wrong with one pointer; a file that is `missing` is named once in a document."""
    address, hash_, fragment = pointer.target.partition("#")
    if _SCHEME.match(address):
        return
    path = index.path.parent / unquote(address)
    key = _key(path)
    ids = files.get(key) if address else own
    if key in unjudged or (ids is not None and not hash_):
        return
    if ids is None:
        if address not in missing and not path.is_file():
            missing.add(address)
            near = (posixpath.relpath(other, _key(index.path.parent)) for other in files)
            inside = [other for other in near if not other.startswith("../../")]
            yield _dangling(index, pointer, f"there is no file {address}.", address, inside)
        return
    target = ids.get(unquote(fragment))
    if target is None:
        where = f"{address} has" if address else "this document has"
        yield _dangling(
            index, pointer, f"{where} no id {fragment}.", fragment, ids, prefix=f"{address}#"
        )
    elif pointer.attribute in {"who", "toWhom"} and target.element not in _SPEAKERS:
        yield Finding(
            "not-a-person",
            f'{pointer.attribute}="{pointer.target}" leads to <{target.element}>, not to a person.',
            index.path,
            pointer.line,
            pointer.column,
            "Point to a <person> in <particDesc>.",
        )


def _dangling(
    index: Index,
    pointer: Pointer,
    message: str,
    wanted: str,
    known: Iterable[str],
    prefix: str = "",
) -> Finding:
    close = difflib.get_close_matches(wanted, list(known), 1)
    return Finding(
        "unresolved-reference",
        f'{pointer.attribute}="{pointer.target}" leads nowhere: {message}',
        index.path,
        pointer.line,
        pointer.column,
        f"Did you mean {prefix}{close[0]}?"
        if close
        else "Correct the address, or add what it names.",
    )


def _at_root(index: Index, identifier: str, message: str, hint: str) -> Finding:
    place = next(((f.line, f.column) for f in index.ids if f.value == index.root_id), index.place)
    return Finding(identifier, message, index.path, *place, hint)


def _key(path: Path) -> str:
    """A path by which files are told apart, whatever way leads to them."""
    return posixpath.normpath(path.absolute().as_posix())
