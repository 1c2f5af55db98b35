"""XML read with care, piece by piece: exact places, nothing from outside, nothing that swells.

    class Names(Reader):
        def start(self, name: str, attributes: list[str]) -> None:
            print(self.place(), name)

    Names(Path("kim.xml")).read()

Names are those of `expat` with namespaces: `uri local`, or `local` in none. Memory does not grow
with the file. Whatever is wrong with the file is raised as an `XmlError` that carries a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Final
from xml.parsers import expat

from octavo.relaxng.decoding import XmlError, decoded
from octavo.relaxng.messages import finding
from octavo.relaxng.names import SEPARATOR
from octavo.relaxng.places import attribute_places

__all__ = ["Reader"]

_SWOLLEN: Final = 1_000_000
"""Characters that entities may add to a document."""

_HINTS: Final = {
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "Write the character itself, or &#x...;.",
    expat.errors.XML_ERROR_NO_ELEMENTS: "There is no element in it.",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "A tag was begun with < and not ended with >.",
    expat.errors.XML_ERROR_INVALID_TOKEN: "Is & written &amp; and < &lt;? Does every value stand"
    " in straight quotes? Is there a control character?",
    expat.errors.XML_ERROR_SYNTAX: "Is this XML at all?",
    expat.errors.XML_ERROR_UNBOUND_PREFIX: 'Declare the prefix: xmlns:prefix="...".',
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "A document has one element around all others.",
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "An attribute can stand once in a tag.",
    expat.errors.XML_ERROR_MISPLACED_XML_PI: "<?xml ...?> must be the very first characters.",
}
_AMPLIFIED: Final = 43
"""XML_ERROR_AMPLIFICATION_LIMIT_BREACH, for which not every Python has a name."""

_UNCLOSED: Final = frozenset(
    {expat.errors.XML_ERROR_TAG_MISMATCH, expat.errors.XML_ERROR_NO_ELEMENTS}
)


class Reader:
    """Reads a document and calls `start`, `end` and `text`; override what you need.

    `separator` stands between the namespace and the local name; where it is a space, a namespace
    that has one is no XML."""

    separator = " "

    def __init__(self, path: Path | None) -> None:
        """`path` is the file, and its name in findings."""
        self.path = path
        self._open: list[tuple[str, int, int]] | None = None
        self._bytes = 0
        self._swollen = 0
        self.parser = self._parser()

    def start(self, name: str, attributes: list[str]) -> None:
        """An element begins; `attributes` are names and values in turn."""

    def end(self, _name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text, on one line."""

    def read(self, data: bytes | None = None) -> None:
        """Read the file, or `data` in its place. Raises XmlError."""
        for _ in self.pieces(data):
            pass

    def pieces(self, data: bytes | None = None) -> Iterator[None]:
        """The same, with a pause after each piece."""
        blank = True
        try:
            with self._stream(data) as stream:
                for piece in decoded(stream, self.path):
                    self._bytes += len(piece)
                    blank = blank and not piece.strip()
                    self.parser.Parse(piece, False)  # noqa: FBT003
                    yield
                if blank:
                    raise XmlError(finding("empty-document", self.path))
                self.parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise self._not_well_formed(error, data) from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise XmlError(finding("cannot-read", self.path, reason=reason)) from error

    def place(self) -> tuple[int, int]:
        """The line and column of what is read now."""
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def attribute_places(self) -> list[tuple[int, int]]:
        """Within `start`: the places of the attributes, namespace declarations left out, in their
        order; nothing where the tag came out of an entity."""
        tag = self.parser.GetInputContext() or b""
        return [
            (place.line, place.column)
            for name, place, _ in attribute_places(tag, 0, *self.place())
            if name != "xmlns" and not name.startswith("xmlns:")
        ]

    def swell(self, size: int) -> None:
        """Count what came out of the document, entities expanded."""
        self._swollen += size
        if self._swollen > self._bytes + _SWOLLEN:
            raise XmlError(finding("entities-swell", self.path, self.place()))

    def _stream(self, data: bytes | None) -> IO[bytes]:
        if data is not None:
            return BytesIO(data)
        if self.path is None:
            raise ValueError("nothing to read")
        return self.path.open("rb")

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8", self.separator)
        parser.ordered_attributes = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        return parser

    def _doctype(self, _name: str, system: str | None, public: str | None, internal: int) -> None:
        if system or public:
            raise XmlError(
                finding("external-dtd", self.path, self.place(), address=system or public)
            )
        if internal:
            self._count()

    def _count(self) -> None:
        """From here on entities may expand: count what comes of them."""
        start, text = self.start, self.text

        def counted_start(name: str, attributes: list[str]) -> None:
            self.swell(1 + sum(map(len, attributes)))
            start(name, attributes)

        def counted_text(piece: str) -> None:
            self.swell(len(piece))
            text(piece)

        self.parser.StartElementHandler = counted_start
        self.parser.CharacterDataHandler = counted_text

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
            raise XmlError(
                finding("external-entity", self.path, self.place(), name=name, address=system)
            )

    def _not_well_formed(self, error: expat.ExpatError, data: bytes | None) -> XmlError:
        reason = expat.errors.messages.get(error.code, str(error))
        hint = _HINTS.get(reason, "")
        if error.code == _AMPLIFIED:
            return XmlError(finding("entities-swell", self.path, self.place()))
        if reason in _UNCLOSED:
            opened = _open_at(self.path, data)
            if opened is not None:
                name, line, column = opened
                reason = f"{reason}: <{name}>, begun at {line}:{column}, must be ended first"
                hint = f"Write </{name}> here, or earlier; or correct the name in the end tag."
        place = (error.lineno, error.offset + 1)
        return XmlError(finding("not-well-formed", self.path, place, hint=hint, reason=reason))


class _Open(Reader):
    """Reads again for the element that is open where a document stops being well-formed."""

    separator = SEPARATOR

    def __init__(self, path: Path | None) -> None:
        super().__init__(path)
        self.opened: list[tuple[str, int, int]] = []
        self.parser.namespace_prefixes = True

    def start(self, name: str, attributes: list[str]) -> None:
        parts = name.split(self.separator)
        called = f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]
        self.opened.append((called, *self.place()))

    def end(self, _name: str) -> None:
        self.opened.pop()

    def _not_well_formed(self, error: expat.ExpatError, data: bytes | None) -> XmlError:
        return XmlError(finding("not-well-formed", self.path, reason=str(error)))


def _open_at(path: Path | None, data: bytes | None) -> tuple[str, int, int] | None:
    reader = _Open(path)
    try:
        reader.read(data)
    except XmlError:
        return reader.opened[-1] if reader.opened else None
    return None
