"""The parts of a schema as they are written: files, tags with their places, and what is wrong.

A `Tag` is an element of RELAX NG in the full syntax (section 3) without what annotates it. The
compact syntax is read into the same tags.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

from octavo.relaxng.findings import Finding, SchemaError
from octavo.relaxng.names import SEPARATOR
from octavo.relaxng.places import Place, attribute_places, tag_place
from octavo.relaxng.schema_messages import SCHEMA_MESSAGES

__all__ = ["RELAX_NG", "SchemaFile", "Tag", "Troubles"]

RELAX_NG: Final = "http://relaxng.org/ns/structure/1.0"

_MOST: Final = 100
"""Findings about one schema; whoever has more has another kind of file."""


@dataclass(frozen=True, slots=True, eq=False)
class SchemaFile:
    """A file of a schema. `data` is its text in UTF-8, for the places of attributes."""

    path: Path
    data: bytes
    compact: bool = False


class Tag:
    """An element of RELAX NG.

    `ns` and `library` are inherited within the file; `ns` is None where no tag of the file says
    anything. `base` is the base URI that `xml:base` gives, empty where it is the file's.
    """

    __slots__ = (
        "attributes",
        "base",
        "children",
        "column",
        "file",
        "index",
        "library",
        "line",
        "name",
        "namespaces",
        "ns",
        "spots",
        "text",
    )

    def __init__(
        self, file: SchemaFile, name: str, attributes: dict[str, str], line: int, column: int
    ) -> None:
        self.file = file
        self.name = name
        self.attributes = attributes
        self.line = line
        self.column = column
        self.index = -1
        self.children: list[Tag] = []
        self.text = ""
        self.namespaces: Mapping[str, str] = {}
        self.ns: str | None = None
        self.library = ""
        self.base = ""
        self.spots: Mapping[str, Place] | None = None

    def place(self, attribute: str = "") -> Place:
        """Where the tag stands, or its `attribute` (the name as expat gives it)."""
        if self.spots is not None:
            return self.spots.get(attribute) or self.spots[""]
        if attribute:
            wanted = attribute.rpartition(SEPARATOR)
            for written, place, _ in attribute_places(
                self.file.data, self.index, self.line, self.column
            ):
                prefix, _, local = written.rpartition(":")
                if local == wanted[2] and self._namespace(prefix) == wanted[0]:
                    return place
        return tag_place(self.file.data, self.index, self.line, self.column)

    def _namespace(self, prefix: str) -> str:
        return self.namespaces.get(prefix, "") if prefix else ""

    def __str__(self) -> str:
        line, column, _ = self.place()
        return f"{self.file.path.name}:{line}:{column}"


@dataclass(slots=True)
class Troubles:
    """Findings as they come up; the schema can be read on after most of them."""

    findings: dict[Finding, None] = field(default_factory=dict)

    def add(self, identifier: str, tag: Tag, attribute: str = "", /, **values: object) -> None:
        """Note that something is wrong with `tag`, or with its `attribute`."""
        self.add_at(identifier, tag.file.path, tag.place(attribute), **values)

    def add_at(self, identifier: str, path: Path, place: Place, /, **values: object) -> None:
        """Note that something is wrong at `place` in the file at `path`."""
        self._add(identifier, identifier, path, place, values)

    def add_as(
        self, identifier: str, template: str, tag: Tag, attribute: str = "", /, **values: object
    ) -> None:
        """As `add`, with the words of another finding."""
        self._add(identifier, template, tag.file.path, tag.place(attribute), values)

    def _add(
        self, identifier: str, template: str, path: Path, place: Place, values: dict[str, object]
    ) -> None:
        message, hint = SCHEMA_MESSAGES[template]
        finding = Finding(
            identifier,
            message.format_map(values),
            path,
            place.line,
            place.column,
            hint.format_map(values),
            place.length,
        )
        self.findings.setdefault(finding)
        if len(self.findings) >= _MOST:
            self.give_up()

    def fatal(
        self, identifier: str, tag: Tag, attribute: str = "", /, **values: object
    ) -> NoReturn:
        """As `add`, when nothing more can be made of the schema."""
        self.add(identifier, tag, attribute, **values)
        self.give_up()

    def fatal_at(self, identifier: str, path: Path, place: Place, /, **values: object) -> NoReturn:
        """As `add_at`, when nothing more can be made of the schema."""
        self.add_at(identifier, path, place, **values)
        self.give_up()

    def give_up(self) -> NoReturn:
        """Raise SchemaError with all that was noted, in the order of files and places."""
        files = list(dict.fromkeys(finding.path for finding in self.findings))
        raise SchemaError(
            *sorted(
                self.findings,
                key=lambda one: (files.index(one.path), one.line, one.column, one.id),
            )
        )

    def check(self) -> None:
        """Raise SchemaError if anything was noted."""
        if self.findings:
            self.give_up()
