"""An XML document, read with care: well-formed, harmless, and with the place of everything.

    document = read_document(Path("tei/kim.xml"))
    document.text         # for Saxon and lxml
    document.elements     # the line and column of every start tag, in document order
    document.ids          # every xml:id with its place
    document.pointers     # every @who, @ref, @target ... with its place

One pass of `expat` finds all of it. What comes from outside the file (an external entity, a DTD) is
refused, and so are entities that swell and elements nested beyond all measure: nobody who opens
another person's document should lose a file or a machine by it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from octavo.edition.encoding import decode_xml
from octavo.files import read_bytes
from octavo.findings import Finding, OctavoError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Document", "Id", "Pointer", "parse_document", "read_document"]

_XML_ID: Final = "http://www.w3.org/XML/1998/namespace id"
_POINTERS: Final = frozenset(
    """who toWhom ref corresp target resp source facs next prev wit from to mutual active passive
    url""".split()
)
"""The attributes of TEI whose values point to something (TEI Guidelines, teidata.pointer)."""

_DEEPEST: Final = 200
_SWOLLEN: Final = 1_000_000
"""Characters that entities may add to a document."""

_ATTRIBUTE: Final = re.compile(rb"""([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class Id:
    """An `xml:id`: its value, the local name of its element, and its place."""

    value: str
    element: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Pointer:
    """One address in an attribute that points: `attribute` of `element`, and its place."""

    attribute: str
    element: str
    target: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A well-formed document. `text` has no byte order mark and no encoding declaration that would
    be untrue of it; `root_id` is the root's `xml:id`, empty where it has none; `elements` holds
    line and column of each start tag in turn."""

    path: Path
    text: str
    root: str
    root_id: str
    elements: array[int]
    ids: Sequence[Id]
    pointers: Sequence[Pointer]

    def tree(self) -> etree._Element:
        """The root of the document as a new tree of lxml; `elements` are its `iter()` in order."""
        from lxml import etree

        parser = etree.XMLParser(no_network=True, load_dtd=False, huge_tree=True, collect_ids=False)
        return etree.fromstring(self.text.encode(), parser)

    def place(self, index: int) -> tuple[int, int]:
        """The line and column of the start tag that is `index`th (from 0) in the document."""
        return self.elements[2 * index], self.elements[2 * index + 1]


def read_document(path: Path) -> Document:
    """Read the document at `path`.

    Raises OctavoError `cannot-read`, `empty-document`, `wrong-encoding`, `not-well-formed`,
    `external-entity`, `external-dtd`, `entities-swell`, `too-deep`.
    """
    return parse_document(read_bytes(path), path)


def parse_document(data: bytes, path: Path) -> Document:
    """The document whose bytes are `data`; `path` is for findings. Raises as `read_document`."""
    if not data.strip():
        raise _error("empty-document", "the file is empty.", path, hint="Restore it from a copy.")
    return _Reader(path, decode_xml(data, path)).read()


class _Reader:
    """One pass over a document."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._data = text.encode("utf-8", "surrogatepass")
        self._open: list[tuple[str, int]] = []
        self._swollen = 0
        self._root = ""
        self._root_id = ""
        self._elements = array("L")
        self._ids: list[Id] = []
        self._pointers: list[Pointer] = []
        parser = expat.ParserCreate("utf-8", " ")
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        self._parser = parser

    def read(self) -> Document:
        try:
            self._parser.Parse(self._data, True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise self._not_well_formed(error) from None
        return Document(
            self._path,
            self._text,
            self._root,
            self._root_id,
            self._elements,
            tuple(self._ids),
            tuple(self._pointers),
        )

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _start(self, name: str, attributes: list[str]) -> None:
        local = name.rpartition(" ")[2]
        self._open.append((local, len(self._elements) // 2))
        self._swell(1)
        self._elements.extend(self._place())
        if len(self._open) == 1:
            self._root = name
        elif len(self._open) > _DEEPEST:
            raise self._refusal(
                "too-deep", f"elements are nested deeper than {_DEEPEST}.", "Is this a document?"
            )
        if attributes:
            self._attributes(local, attributes)

    def _attributes(self, element: str, attributes: list[str]) -> None:
        places: dict[str, tuple[int, int]] | None = None
        for index in range(0, len(attributes), 2):
            name, value = attributes[index], attributes[index + 1]
            if name != _XML_ID and name not in _POINTERS:
                continue
            if places is None:
                places = dict(self._attribute_places())
            place = places.get("xml:id" if name == _XML_ID else name) or self._place()
            if name == _XML_ID:
                self._ids.append(Id(value, element, *place))
                if len(self._open) == 1:
                    self._root_id = value
            else:
                self._pointers.extend(
                    Pointer(name, element, target, *place) for target in value.split()
                )

    def _attribute_places(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """The places of the attributes of the start tag at hand, by their names as written.

        None where the tag came out of an entity.
        """
        begin = self._parser.CurrentByteIndex
        if self._data[begin : begin + 1] != b"<":
            return
        line, column = self._place()
        position = begin
        tag = re.compile(rb"<[^\s/>]+").match(self._data, begin)
        end = tag.end() if tag else begin
        while match := _ATTRIBUTE.match(self._data, _after_space(self._data, end)):
            between = self._data[position : match.start()].decode("utf-8", "replace")
            if "\n" in between:
                line += between.count("\n")
                column = len(between) - between.rfind("\n")
            else:
                column += len(between)
            position, end = match.start(), match.end()
            yield match.group(1).decode("utf-8", "replace"), (line, column)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._swell(len(text))

    def _swell(self, size: int) -> None:
        self._swollen += size
        if self._swollen > len(self._text) + _SWOLLEN:
            raise self._refusal(
                "entities-swell",
                "its entities expand to far more than the document holds.",
                "Such a document is made to exhaust a machine; ask who sent it.",
            )

    def _doctype(self, _name: str, system: str | None, public: str | None, _internal: int) -> None:
        if system or public:
            raise self._refusal(
                "external-dtd",
                f"the document asks for a DTD outside of it ({system or public}).",
                "Take the reference out of <!DOCTYPE ...>; Octavo validates by RELAX NG.",
            )

    def _entity(
        self,
        name: str,
        _parameter: int,
        _value: str | None,
        _base: str | None,
        system: str | None,
        _public: str | None,
        _notation: str | None,
    ) -> None:
        if system is not None:
            raise self._refusal(
                "external-entity",
                f"the entity {name} stands outside of the document ({system}), which is not read.",
                "Put its text into the document and take the declaration out.",
            )

    def _not_well_formed(self, error: expat.ExpatError) -> OctavoError:
        message = expat.errors.messages.get(error.code, str(error))
        hint = _HINTS.get(message, "")
        if message in _UNCLOSED and self._open:
            name, index = self._open[-1]
            line, column = self._elements[2 * index], self._elements[2 * index + 1]
            message = f"{message}: <{name}>, begun at {line}:{column}, must be ended first"
            hint = f"Write </{name}> here, or earlier; or correct the name in the end tag."
        return _error(
            "not-well-formed", f"{message}.", self._path, error.lineno, error.offset + 1, hint=hint
        )

    def _refusal(self, identifier: str, message: str, hint: str) -> OctavoError:
        return _error(identifier, message, self._path, *self._place(), hint=hint)


def _after_space(data: bytes, position: int) -> int:
    while data[position : position + 1].isspace():
        position += 1
    return position


_UNCLOSED: Final = frozenset(
    {expat.errors.XML_ERROR_TAG_MISMATCH, expat.errors.XML_ERROR_NO_ELEMENTS}
)
_HINTS: Final = {
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "Write the character itself, or &#x...;.",
    expat.errors.XML_ERROR_NO_ELEMENTS: "There is no element in it.",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "A tag was begun with < and not ended with >.",
    expat.errors.XML_ERROR_INVALID_TOKEN: "Write &amp; for & and &lt; for <; take control"
    " characters out.",
    expat.errors.XML_ERROR_UNBOUND_PREFIX: 'Declare the prefix: xmlns:prefix="...".',
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "A document has one element around all others.",
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "An attribute can stand once in a tag.",
    expat.errors.XML_ERROR_MISPLACED_XML_PI: "<?xml ...?> must be the very first characters.",
}


def _error(
    identifier: str, message: str, path: Path, line: int = 0, column: int = 0, *, hint: str = ""
) -> OctavoError:
    return OctavoError(Finding(identifier, message, path, line, column, hint))
