"""An XML document, read with care: well-formed, harmless, and with the place of everything.

    document = read_document(Path("tei/kim.xml"))
    document.text         # for Saxon and lxml
    document.ids          # every xml:id
    document.pointers     # every @who, @ref, @target ...

What comes from outside the file (an external entity, a DTD) is refused, and so are entities that
swell: nobody who opens another person's document should lose a file or a machine by it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from octavo.files import read_bytes
from octavo.findings import Finding, OctavoError
from octavo.relaxng.decoding import XmlError, decoded_text
from octavo.relaxng.messages import finding
from octavo.relaxng.names import SEPARATOR, full_name, local_name
from octavo.relaxng.reading import Reader

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Document", "Id", "Pointer", "parse_document", "place_of", "read_document"]

_XML_ID: Final = full_name("http://www.w3.org/XML/1998/namespace", "id")
_POINTERS: Final = frozenset(
    "who toWhom ref corresp target resp source facs next prev wit mutual active passive url".split()
)
"""The attributes of TEI whose values point to something (TEI Guidelines, teidata.pointer)."""

_POINTERS_OF: Final = {"app": ("from", "to"), "keywords": ("scheme",)}
"""Those that do so on certain elements only: elsewhere @from and @to are dates."""

_DEEPEST: Final = 200
_ENCODING: Final = re.compile(r"""(<\?xml\b[^>]*?\bencoding\s*=\s*["'])[A-Za-z0-9._-]+""")
_QUOTED: Final = re.compile(r"""\"[^\"]*\"|'[^']*'""")
_TAG: Final = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_PSEUDO: Final = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_RELAX_NG: Final = "http://relaxng.org/ns/structure/1.0"


class Id(NamedTuple):
    """An `xml:id`: its value, the local name of its element, and the place of the start tag. Where
    in the tag the attribute stands, `place_of` tells."""

    value: str
    element: str
    line: int
    column: int


class Pointer(NamedTuple):
    """One address in an attribute that points: `attribute` of `element`, and the place of the start
    tag. Where in the tag the attribute stands, `place_of` tells."""

    attribute: str
    element: str
    target: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A well-formed document.

    `data` are its bytes; `root` is the place of its root's start tag, `root_id` the root's
    `xml:id`, empty where it has none; `models` are the schemas that `<?xml-model?>` names.
    """

    path: Path
    data: bytes
    root: tuple[int, int]
    root_id: str
    ids: Sequence[Id]
    pointers: Sequence[Pointer]
    models: Sequence[Pointer]

    @property
    def text(self) -> str:
        """The characters, without a byte order mark, and without an encoding declaration that
        would be untrue of them."""
        return _ENCODING.sub(r"\g<1>UTF-8", decoded_text(self.data, self.path), count=1)

    def tree(self) -> etree._Element:
        """The root of the document as a new tree of lxml."""
        from lxml import etree

        parser = etree.XMLParser(no_network=True, load_dtd=False, huge_tree=True, collect_ids=False)
        return etree.fromstring(self.text.encode(), parser)


def read_document(path: Path) -> Document:
    """Read the document at `path`.

    Raises OctavoError `cannot-read`, `empty-document`, `wrong-encoding`, `unknown-encoding`,
    `not-well-formed`, `external-entity`, `external-dtd`, `entities-swell`, `too-deep`.
    """
    return parse_document(read_bytes(path), path)


def parse_document(data: bytes, path: Path) -> Document:
    """The document whose bytes are `data`; `path` is for findings. Raises as `read_document`."""
    index = _Index(path)
    try:
        index.read(data)
    except XmlError as error:
        raise OctavoError(Finding.of(error.finding)) from None
    return Document(
        path,
        data,
        index.root,
        index.root_id,
        tuple(index.ids),
        tuple(index.pointers),
        tuple(index.models),
    )


def place_of(path: Path, line: int, column: int, attribute: str) -> tuple[int, int]:
    """The line and column of an attribute in the start tag at a place of the file at `path`.

    Most ids and pointers are right, and nobody asks. It is the place of the tag where the attribute
    is not found there: because the file has changed, or an entity has the tag.
    """
    try:
        lines = _lines(path, path.stat().st_mtime_ns)
    except (OSError, OctavoError, XmlError):
        return line, column
    if line > len(lines):
        return line, column
    tag = "\n".join([lines[line - 1][column - 1 :], *lines[line : line + 200]])
    end = _TAG.match(tag)
    found = end and re.search(rf"\s({re.escape(attribute)})\s*=", _unquoted(end.group()))
    if not found:
        return line, column
    before = tag[: found.start(1)]
    if "\n" not in before:
        return line, column + len(before)
    return line + before.count("\n"), len(before) - before.rfind("\n")


@functools.lru_cache(maxsize=1)
def _lines(path: Path, _time: int) -> list[str]:
    """The lines of a file, kept while several findings on it are told."""
    return decoded_text(read_bytes(path), path).split("\n")


def _unquoted(tag: str) -> str:
    """A tag with its attributes' values blotted out, each as long as it was."""
    return _QUOTED.sub(lambda value: "_" * len(value.group()), tag)


class _Index(Reader):
    """Gathers ids and pointers in one pass."""

    separator = SEPARATOR

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._depth = 0
        self.root = (0, 0)
        self.root_id = ""
        self.ids: list[Id] = []
        self.pointers: list[Pointer] = []
        self.models: list[Pointer] = []
        self.parser.ProcessingInstructionHandler = self._instruction

    def start(self, name: str, attributes: list[str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth == 1:
            self.root = self.place()
        elif self._depth > _DEEPEST:
            raise XmlError(finding("too-deep", self.path, self.place(), most=_DEEPEST))
        if attributes:
            self._attributes(local_name(name), attributes)

    def end(self, _name: str) -> None:
        """An element ends."""
        self._depth -= 1

    def _attributes(self, element: str, attributes: list[str]) -> None:
        for index in range(0, len(attributes), 2):
            name = attributes[index]
            if name == _XML_ID:
                value = attributes[index + 1]
                self.ids.append(Id(value, element, *self.place()))
                if self._depth == 1:
                    self.root_id = value
            elif name in _POINTERS or name in _POINTERS_OF.get(element, ()):
                place = self.place()
                self.pointers.extend(
                    Pointer(name, element, target, *place)
                    for target in attributes[index + 1].split()
                )

    def _instruction(self, target: str, data: str) -> None:
        """`<?xml-model href="..."?>` (W3C, Associating Schemas with XML documents), as far as it
        names a RELAX NG schema."""
        if target != "xml-model" or self._depth:
            return
        given = {name: one or other for name, one, other in _PSEUDO.findall(data)}
        address, kind = given.get("href", ""), given.get("schematypens", "")
        compact = given.get("type") == "application/relax-ng-compact-syntax"
        relaxng = (
            kind == _RELAX_NG
            or compact
            or (not kind and address.lower().endswith((".rng", ".rnc")))
        )
        if address and relaxng:
            self.models.append(Pointer("href", target, address, *self.place()))
