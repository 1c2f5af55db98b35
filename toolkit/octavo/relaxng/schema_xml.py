"""A schema in the XML syntax, read into tags: the full syntax (section 3), checked exactly.

What annotates the schema (section 4.1) and white space (section 4.2) are left out on the way;
`ns` and `datatypeLibrary` are handed down within the file (sections 4.3 and 4.9).
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Final
from xml.parsers import expat

from octavo.relaxng.findings import SchemaError
from octavo.relaxng.places import Place, decode_xml
from octavo.relaxng.schema_attributes import SPACE, check_attributes
from octavo.relaxng.schema_names import closest, is_qname
from octavo.relaxng.schema_source import RELAX_NG, SchemaFile, Tag, Troubles
from octavo.relaxng.schema_syntax import ATTRIBUTES, ELEMENTS, PATTERNS, TOP, Content

__all__ = ["read_xml"]

_DEEPEST: Final = 256
_SWOLLEN: Final = 1_000_000
_LONGEST: Final = 40
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_OURS: Final = f"{RELAX_NG} "
_REFUSED: Final = Content({})

_HINTS: Final = {
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "Write the character itself, or &#x...;.",
    expat.errors.XML_ERROR_NO_ELEMENTS: "There is no element in it.",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "A tag was begun with < and not ended with >.",
    expat.errors.XML_ERROR_INVALID_TOKEN: "Write &amp; for & and &lt; for <.",
    expat.errors.XML_ERROR_UNBOUND_PREFIX: 'Declare the prefix: xmlns:prefix="...".',
    expat.errors.XML_ERROR_TAG_MISMATCH: "End the inner element first.",
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "A schema has one element around all others.",
}


def read_xml(data: bytes, path: Path, troubles: Troubles) -> Tag:
    """The root of the schema whose bytes are `data`.

    Raises SchemaError if it is not well-formed or if its syntax is wrong.
    """
    try:
        text = decode_xml(data)
    except LookupError as error:
        troubles.fatal_at(
            "schema-encoding", path, Place(1, 1), encoding=error, reason="nobody knows it"
        )
    except UnicodeError as error:
        codec = getattr(error, "encoding", "that it declares")
        reason = f"at byte {getattr(error, 'start', 0)}"
        troubles.fatal_at("schema-encoding", path, Place(1, 1), encoding=codec, reason=reason)
    source = SchemaFile(path, text.encode("utf-8", "surrogatepass"))
    try:
        return _Reader(source, Troubles(), exact=False).read()
    except _TextFoundError:
        return _Reader(source, troubles, exact=True).read()
    except SchemaError as error:
        troubles.findings.update(dict.fromkeys(error.findings))
        troubles.give_up()


class _TextFoundError(Exception):
    """There is text where none may be, and expat must tell its place: it cannot while it gathers
    text, which is faster."""


class _Reader:
    """One pass over a schema."""

    def __init__(self, file: SchemaFile, troubles: Troubles, *, exact: bool) -> None:
        self._file = file
        self._troubles = troubles
        self._exact = exact
        self._text_of: Tag | None = None
        self._tags: list[Tag] = []
        self._contents: list[Content] = [TOP]
        self._foreign = 0
        self._swollen = 0
        self._root: Tag | None = None
        self._namespaces = MappingProxyType({"xml": _XML})
        self._declared: dict[str, str] = {}
        self._outer: list[MappingProxyType[str, str]] = []
        self._texts: list[str] = []
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = not exact
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        self._parser = parser

    def read(self) -> Tag:
        try:
            self._parser.Parse(self._file.data, True)  # noqa: FBT003
        except expat.ExpatError as error:
            self._not_well_formed(error)
        if self._troubles.findings or self._root is None:
            self._troubles.give_up()
        return self._root

    def _place(self) -> Place:
        return Place(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._foreign:
            self._foreign += 1
            self._declared.clear()
            self._swell(1)
            return
        if not name.startswith(_OURS):
            self._declared.clear()
            self._begin_foreign(name)
            return
        parser = self._parser
        tag = Tag(
            self._file,
            name[len(_OURS) :],
            attributes,
            parser.CurrentLineNumber,
            parser.CurrentColumnNumber + 1,
        )
        tag.index = parser.CurrentByteIndex
        self._outer.append(self._namespaces)
        if self._declared:
            self._namespaces = MappingProxyType({**self._namespaces, **self._declared})
            self._declared.clear()
        tag.namespaces = self._namespaces
        self._begin(tag)

    def _begin(self, tag: Tag) -> None:
        """Put `tag` into the one that is open, if it may stand there."""
        name = tag.name
        content = self._contents[-1]
        begun = content.children.get(name)
        if begun is None and content.named is not None and content.after is not None:
            # The name is missing, and perhaps nothing else.
            begun = content.after.children.get(name)
            if begun is not None:
                self._missing_child(self._tags[-1], content)
                content = content.after
        if begun is None:
            self._misplaced(tag, content)
            self._namespaces = self._outer.pop()
            self._foreign = 1
            return
        if self._tags:
            parent = self._tags[-1]
            parent.children.append(tag)
            tag.ns, tag.library, tag.base = parent.ns, parent.library, parent.base
            if len(self._tags) >= _DEEPEST:
                self._troubles.fatal("schema-too-deep", tag, limit=_DEEPEST)
        else:
            self._root = tag
        if tag.attributes:
            check_attributes(tag, self._troubles)
            if begun.named is not None and "name" in tag.attributes:
                begun = begun.named
        required = ATTRIBUTES[name][1]
        if required and required not in tag.attributes:
            hint = f'Write <{name} {required}="...">.'
            self._troubles.add("missing-attribute", tag, name=name, which=required, hint=hint)
        self._contents[-1] = _REFUSED if name == "except" else content.after or content
        self._contents.append(begun)
        self._tags.append(tag)
        self._swell(1)

    def _misplaced(self, tag: Tag, content: Content) -> None:
        name = tag.name
        parent = self._tags[-1] if self._tags else None
        if name not in ELEMENTS:
            close = closest(name, sorted(ELEMENTS))
            hint = f"Did you mean <{close}>?" if close else "See the elements of RELAX NG."
            self._troubles.add("unknown-element", tag, name=name, hint=hint)
        elif parent is None:
            self._troubles.add("not-a-schema", tag, name=name, namespace=RELAX_NG)
        elif content.text:
            self._troubles.add("foreign-element-in-string", tag, name=parent.name, child=name)
        else:
            allowed = ", ".join(f"<{child}>" for child in sorted(content.children))
            hint = f"Here can stand: {allowed}." if allowed else "Nothing more can stand here."
            if content.children is PATTERNS:
                hint = "Here can stand a pattern: <element>, <attribute>, <ref>, <choice>, <text>…"
            self._troubles.add("misplaced-element", tag, name=name, parent=parent.name, hint=hint)

    def _begin_foreign(self, name: str) -> None:
        self._foreign = 1
        self._swell(1)
        local = name.rpartition(" ")[2]
        if not self._tags:
            self._troubles.fatal_at(
                "not-a-schema", self._file.path, self._place(), name=local, namespace=RELAX_NG
            )
        elif self._contents[-1].text:
            parent = self._tags[-1].name
            self._troubles.add_at(
                "foreign-element-in-string",
                self._file.path,
                self._place(),
                name=parent,
                child=local,
            )

    def _end(self, _name: str) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        tag = self._tags.pop()
        content = self._contents.pop()
        self._namespaces = self._outer.pop()
        if content.text:
            tag.text = "".join(self._texts)
            self._texts.clear()
            if tag.name == "name":
                tag.text = tag.text.strip(SPACE)
                if not is_qname(tag.text):
                    self._troubles.add("bad-name", tag, value=tag.text, kind="")
        elif content.wanted:
            self._missing_child(tag, content)

    def _missing_child(self, tag: Tag, content: Content) -> None:
        hint = f'Write <{tag.name} name="...">.'
        if content.named is None:
            patterns = "Write <empty/> if nothing may stand in it, <text/> for any text."
            hint = patterns if content.wanted == "a pattern" else ""
        self._troubles.add("missing-child", tag, name=tag.name, what=content.wanted, hint=hint)

    def _characters(self, text: str) -> None:
        self._swell(len(text))
        if self._foreign:
            return
        if self._contents[-1].text:
            self._texts.append(text)
        elif found := text.strip(SPACE):
            if not self._exact:
                raise _TextFoundError
            parent = self._tags[-1]
            if self._text_of is parent:
                return
            self._text_of = parent
            line, column, _ = self._place()
            column += text.index(found[0])
            place = Place(line, column, len(found))
            self._troubles.add_at(
                "misplaced-text",
                self._file.path,
                place,
                parent=parent.name,
                text=found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…",
            )

    def _swell(self, size: int) -> None:
        self._swollen += size
        if self._swollen > len(self._file.data) + _SWOLLEN:
            self._troubles.fatal_at("schema-swells", self._file.path, self._place())

    def _doctype(self, _name: str, system: str | None, public: str | None, _internal: int) -> None:
        if system or public:
            self._troubles.fatal_at(
                "schema-external", self._file.path, self._place(), what=system or public
            )

    def _entity(
        self,
        _name: str,
        _parameter: int,
        _value: str | None,
        _base: str | None,
        system: str | None,
        _public: str | None,
        _notation: str | None,
    ) -> None:
        if system is not None:
            self._troubles.fatal_at("schema-external", self._file.path, self._place(), what=system)

    def _not_well_formed(self, error: expat.ExpatError) -> None:
        reason = expat.errors.messages.get(error.code, str(error))
        self._troubles.fatal_at(
            "schema-not-well-formed",
            self._file.path,
            Place(error.lineno, error.offset + 1),
            reason=reason,
            hint=_HINTS.get(reason, ""),
        )
