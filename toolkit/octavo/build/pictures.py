"""Pictures to which documents refer: copied beside the pages and beside the published TEI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from octavo.edition import Pointer, place_of
from octavo.files import read_bytes, write_whole
from octavo.findings import Finding, OctavoError, Severity
from octavo.transform.pictures import is_on_the_web, local_picture
from octavo.validate import Index

__all__ = ["copy_pictures"]

_SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"})
_FOLDERS: Final = ("html", "tei")


def copy_pictures(indexes: Iterable[Index], output: Path) -> Iterator[Finding]:
    """Copy the pictures that the documents name; one that cannot be published is a finding."""
    copied: set[Path] = set()
    for index in indexes:
        for pointer in index.pointers:
            if pointer.attribute != "url" or is_on_the_web(pointer.target):
                continue
            name = local_picture(pointer.target)
            if name is None or name.suffix.lower() not in _SUFFIXES:
                yield _finding(index, pointer)
                continue
            source = index.path.parent / name
            if source in copied:
                continue
            copied.add(source)
            try:
                content = read_bytes(source)
            except OctavoError as error:
                yield from error.findings
                continue
            for folder in _FOLDERS:
                write_whole(output / folder / name, content)


def _finding(index: Index, pointer: Pointer) -> Finding:
    return Finding(
        "picture-not-published",
        f"{pointer.target} is not published with the page.",
        index.path,
        *place_of(index.path, pointer.line, pointer.column, pointer.attribute),
        f"Put the picture into the folder tei/ or one within it, as one of"
        f" {', '.join(sorted(_SUFFIXES))}.",
        Severity.WARNING,
    )
