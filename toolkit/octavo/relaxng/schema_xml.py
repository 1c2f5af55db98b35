"""A schema in the XML syntax, read into tags: the full syntax (section 3), checked exactly.

What annotates the schema (section 4.1) and white space (section 4.2) are left out on the way;
`ns` and `datatypeLibrary` are handed down within the file (sections 4.3 and 4.9).
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Final

from octavo.relaxng.decoding import XmlError, decoded_text
from octavo.relaxng.findings import SchemaError
from octavo.relaxng.names import SEPARATOR, local_name
from octavo.relaxng.places import Place
from octavo.relaxng.reading import Reader
from octavo.relaxng.schema_attributes import check_attributes
from octavo.relaxng.schema_names import closest, is_qname
from octavo.relaxng.schema_source import RELAX_NG, SchemaFile, Tag, Troubles
from octavo.relaxng.schema_syntax import ATTRIBUTES, ELEMENTS, PATTERNS, TOP, Content
from octavo.relaxng.white_space import SPACE

__all__ = ["read_xml"]

_DEEPEST: Final = 256
_LONGEST: Final = 40
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_OURS: Final = f"{RELAX_NG}{SEPARATOR}"
_REFUSED: Final = Content({})


def read_xml(data: bytes, path: Path, troubles: Troubles) -> Tag:
    """The root of the schema whose bytes are `data`.

    Raises SchemaError if it is not well-formed or if its syntax is wrong.
    """
    try:
        source = SchemaFile(path, decoded_text(data, path).encode("utf-8", "surrogatepass"))
        try:
            return _Reader(source, Troubles(), exact=False).root(data)
        except _TextFoundError:
            return _Reader(source, troubles, exact=True).root(data)
    except XmlError as error:
        troubles.findings[error.finding] = None
        troubles.give_up()
    except SchemaError as error:
        troubles.findings.update(dict.fromkeys(error.findings))
        troubles.give_up()


class _TextFoundError(Exception):
    """There is text where none may be, and expat must tell its place: it cannot while it gathers
    text, which is faster."""


class _Reader(Reader):
    """One pass over a schema."""

    separator = SEPARATOR

    def __init__(self, file: SchemaFile, troubles: Troubles, *, exact: bool) -> None:
        super().__init__(file.path)
        self._file = file
        self._troubles = troubles
        self._exact = exact
        self._text_of: Tag | None = None
        self._tags: list[Tag] = []
        self._contents: list[Content] = [TOP]
        self._foreign = 0
        self._root: Tag | None = None
        self._namespaces = MappingProxyType({"xml": _XML})
        self._declared: dict[str, str] = {}
        self._outer: list[MappingProxyType[str, str]] = []
        self._texts: list[str] = []
        self.parser.buffer_text = not exact
        self.parser.StartNamespaceDeclHandler = self._declare

    def root(self, data: bytes) -> Tag:
        """Read the schema whose bytes are `data`. Raises SchemaError and XmlError."""
        self.read(data)
        if self._troubles.findings or self._root is None:
            self._troubles.give_up()
        return self._root

    def _here(self) -> Place:
        return Place(*self.place())

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def start(self, name: str, attributes: list[str]) -> None:
        """An element begins."""
        if self._foreign:
            self._foreign += 1
            self._declared.clear()
            return
        if not name.startswith(_OURS):
            self._declared.clear()
            self._begin_foreign(name)
            return
        parser = self.parser
        tag = Tag(
            self._file,
            name[len(_OURS) :],
            dict(zip(attributes[::2], attributes[1::2], strict=True)),
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
        local = local_name(name)
        if not self._tags:
            self._troubles.fatal_at(
                "not-a-schema", self._file.path, self._here(), name=local, namespace=RELAX_NG
            )
        elif self._contents[-1].text:
            parent = self._tags[-1].name
            self._troubles.add_at(
                "foreign-element-in-string",
                self._file.path,
                self._here(),
                name=parent,
                child=local,
            )

    def end(self, _name: str) -> None:
        """An element ends."""
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

    def text(self, text: str) -> None:
        """A piece of text."""
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
            line, column, _ = self._here()
            column += text.index(found[0])
            place = Place(line, column, len(found))
            self._troubles.add_at(
                "misplaced-text",
                self._file.path,
                place,
                parent=parent.name,
                text=found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…",
            )
