"""The declarations and the name classes of the compact syntax (its specification, A.1)."""

from __future__ import annotations

from typing import Final

from octavo.relaxng.compact_annotations import CompactParser
from octavo.relaxng.compact_tokens import KEYWORDS, Token
from octavo.relaxng.schema_names import escape_uri, library_fault
from octavo.relaxng.schema_source import SchemaFile, Tag, Troubles

__all__ = ["MIXED", "NameParser"]

MIXED: Final = "Put what belongs together into parentheses."
"""What to do where operators are mixed."""

_XML: Final = "http://www.w3.org/XML/1998/namespace"
_XSD: Final = "http://www.w3.org/2001/XMLSchema-datatypes"
_NAMES: Final = KEYWORDS | {"name"}


class NameParser(CompactParser):
    """Reads declarations and name classes. `default` is the default namespace, None if it is
    inherited; `libraries` has the prefixes of datatypes."""

    def __init__(self, found: list[Token], file: SchemaFile, troubles: Troubles) -> None:
        super().__init__(found, file, troubles)
        self.libraries = {"xsd": _XSD}
        self.default: str | None = None
        self._context: dict[str, str] = {}

    def tag(self, kind: str, token: Token, **attributes: str) -> Tag:
        """A tag that stands at `token`."""
        tag = Tag(self.file, kind, attributes, token.place.line, token.place.column)
        tag.namespaces = self._context
        tag.spots = {"": token.place}
        return tag

    def wrap(self, name: str, children: list[Tag], token: Token | None = None) -> Tag:
        """A tag around others, which stands at `token` or where the first of them does."""
        tag = self.tag(name, token) if token else self.tag(name, Token("", "", children[0].place()))
        tag.children = children
        return tag

    # Declarations.

    def preamble(self) -> None:
        """The declarations at the beginning."""
        prefixes: dict[str, set[str]] = {"namespace": set(), "datatypes": set()}
        default = False
        while self.token.kind in {"namespace", "default", "datatypes"}:
            first = self.next()
            if first.kind == "datatypes":
                prefix = self.expect_name("a prefix")
                self._once(prefix, prefixes["datatypes"])
                self.expect("=")
                self._library(prefix)
                continue
            if first.kind == "default":
                if default:
                    self.fail(first, "the default namespace is declared twice")
                default = True
                self.expect("namespace")
            name = None
            if first.kind == "namespace" or self.token.kind != "=":
                name = self.expect_name("a prefix")
                self._once(name, prefixes["namespace"])
            self.expect("=")
            uri = self._namespace_uri(name)
            if name is not None:
                self.namespaces[name.value] = uri
            if first.kind == "default":
                self.default = uri
        self._context = {prefix: uri for prefix, uri in self.namespaces.items() if uri}

    def _once(self, prefix: Token, seen: set[str]) -> None:
        if prefix.value in seen:
            self.fail(prefix, f"the prefix {prefix.value} is declared twice")
        seen.add(prefix.value)

    def _namespace_uri(self, prefix: Token | None) -> str | None:
        token = self.token
        uri = None if self.take("inherit") else self.literal("a namespace in quotes, or inherit")[0]
        name = prefix.value if prefix else ""
        if name == "xmlns":
            self.fail(prefix or token, "the prefix xmlns cannot be declared")
        if (name == "xml") != (uri == _XML):
            self.fail(token, f"the prefix xml is that of {_XML}, and of nothing else")
        return uri

    def _library(self, prefix: Token) -> None:
        uri, token = self.literal("the URI of a datatype library")
        if prefix.value == "xsd" and uri != _XSD:
            self.fail(token, f"the prefix xsd is that of {_XSD}", "Take another prefix.")
        if reason := library_fault(uri):
            self.troubles.add_at(
                "bad-datatype-library", self.file.path, token.place, value=uri, reason=reason
            )
        self.libraries[prefix.value] = escape_uri(uri)

    # Name classes.

    def name_class(self, *, element: bool) -> Tag:
        """A name class, of an element or of an attribute."""
        self.deeper()
        tag, whole = self._name_particle(element=element)
        if self.token.kind == "|":
            if whole:
                self.fail(self.token, "“-” and “|” cannot stand side by side", MIXED)
            children = [tag]
            while self.take("|"):
                one, whole = self._name_particle(element=element)
                if whole:
                    self.fail(self.token, "“|” and “-” cannot stand side by side", MIXED)
                children.append(one)
            tag = self.wrap("choice", children)
        self.back()
        return tag

    def _name_particle(self, *, element: bool) -> tuple[Tag, bool]:
        """A name class, and whether it has an exception."""
        self.annotations()
        first = self.token.kind
        tag = self._simple_name_class(element=element)
        whole = self.token.kind == "-" and first in {"*", "nsname"}
        if whole:
            token = self.next()
            excluded = self._simple_name_class(element=element)
            tag.children.append(self.wrap("except", [excluded], token))
        self.follow_annotations()
        return tag, whole

    def _simple_name_class(self, *, element: bool) -> Tag:
        self.annotations()
        token = self.token
        if self.take("("):
            tag = self.name_class(element=element)
            self.expect(")")
            return tag
        if token.kind == "*":
            return self.tag("anyName", self.next())
        if token.kind == "nsname":
            tag = self.tag("nsName", self.next())
            tag.ns = self.namespace(token, token.value[:-2])
            return tag
        if token.kind not in _NAMES and token.kind != "cname":
            self.unexpected("a name, *, or a prefix with :*")
        tag = self.tag("name", self.next())
        prefix, _, tag.text = token.value.rpartition(":")
        if prefix:
            tag.ns = self.namespace(token, prefix)
        else:
            tag.ns = self.default if element else ""
        return tag
