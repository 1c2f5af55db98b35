"""The annotations of the compact syntax (its specification, section 5): read over, but checked.

What they say is of no concern to a validator; that they are well written is (section 6.1).
"""

from __future__ import annotations

from typing import Final, NoReturn

from octavo.relaxng.compact_tokens import KEYWORDS, Token
from octavo.relaxng.schema_source import RELAX_NG, SchemaFile, Troubles

__all__ = ["CompactParser"]

_XML: Final = "http://www.w3.org/XML/1998/namespace"
_XMLNS: Final = "http://www.w3.org/2000/xmlns"
_NAMES: Final = KEYWORDS | {"name"}
_DEEPEST: Final = 120
_SAID: Final = {
    "end": "the end of the schema",
    "documentation": "a ## comment",
    "literal": "a string",
}


class CompactParser:
    """Goes along the tokens of a schema. `namespaces` has the declared prefixes; None is a
    namespace that is inherited from the file that calls for this one."""

    def __init__(self, found: list[Token], file: SchemaFile, troubles: Troubles) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0
        self.file = file
        self.troubles = troubles
        self.namespaces: dict[str, str | None] = {"xml": _XML}

    @property
    def token(self) -> Token:
        """The token that is next."""
        return self._tokens[self._at]

    def following(self, steps: int = 1) -> Token:
        """The token so many steps after the next one."""
        return self._tokens[min(self._at + steps, len(self._tokens) - 1)]

    def next(self) -> Token:
        """The token that was next; the one after it is now."""
        token = self._tokens[self._at]
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def take(self, kind: str) -> Token | None:
        """The next token if it is of the kind."""
        return self.next() if self.token.kind == kind else None

    def expect(self, kind: str, what: str = "", hint: str = "") -> Token:
        """The next token, which must be of the kind."""
        if self.token.kind != kind:
            self.unexpected(what or f"“{kind}”", hint)
        return self.next()

    def expect_name(self, what: str) -> Token:
        """The next token, which must be a name or a keyword."""
        if self.token.kind not in _NAMES:
            self.unexpected(what)
        return self.next()

    def unexpected(self, wanted: str, hint: str = "") -> NoReturn:
        """Raise SchemaError: the next token is not what is wanted."""
        token = self.token
        said = _SAID.get(token.kind, f"“{token.value}”")
        self.fail(token, f"{said} cannot stand here: {wanted} is expected", hint)

    def fail(self, token: Token, reason: str, hint: str = "") -> NoReturn:
        """Raise SchemaError: something is wrong with `token`."""
        self.troubles.fatal_at(
            "compact-syntax", self.file.path, token.place, reason=reason, hint=hint
        )

    def deeper(self) -> None:
        """One level deeper. Raises SchemaError if that is too deep."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self.troubles.fatal_at(
                "schema-too-deep", self.file.path, self.token.place, limit=_DEEPEST
            )

    def back(self) -> None:
        """One level back."""
        self._depth -= 1

    def literal(self, what: str = "a string") -> tuple[str, Token]:
        """A string, of several pieces perhaps, and its first token."""
        first = self.expect("literal", what)
        value = first.value
        while self.take("~"):
            value += self.expect("literal", "a string").value
        return value, first

    def namespace(self, token: Token, prefix: str) -> str | None:
        """The namespace of a prefix. Raises SchemaError if it is not declared."""
        if prefix not in self.namespaces:
            self.fail(
                token,
                f"the prefix {prefix} is not declared",
                f'Add at the beginning: namespace {prefix} = "..."',
            )
        return self.namespaces[prefix]

    # Annotations.

    def annotations(self) -> bool:
        """Read over what annotates the thing that comes next; whether there was anything."""
        begin = self._at
        while self.take("documentation"):
            pass
        if self.take("["):
            self._attributes(foreign=True)
            while self.token.kind != "]":
                self._element(foreign=True)
            self.next()
        return self._at > begin

    def follow_annotations(self) -> bool:
        """Read over what annotates the thing that came before; whether there was anything."""
        begin = self._at
        while self.take(">>"):
            self._element(foreign=True)
        return self._at > begin

    def grammar_annotation(self) -> bool:
        """Read over an element that annotates a grammar, if one comes next."""
        if self.token.kind not in {"name", "cname"} or self.following().kind != "[":
            return False
        self._element(foreign=True)
        return True

    def _element(self, *, foreign: bool) -> None:
        self.deeper()
        token = self.token
        if token.kind == "cname":
            self.next()
            self._check_name(token, self._prefixed(token), foreign=foreign)
        else:
            self.expect_name("the name of an element, or ]")
        self.expect("[")
        self._attributes(foreign=False)
        while not self.take("]"):
            if self.token.kind == "literal":
                self.literal()
            else:
                self._element(foreign=False)
        self.back()

    def _attributes(self, *, foreign: bool) -> None:
        seen: set[tuple[str, str]] = set()
        while self.token.kind in _NAMES | {"cname"} and self.following().kind == "=":
            token = self.next()
            uri = ""
            if token.kind == "cname":
                uri = self._prefixed(token)
                self._check_name(token, uri, foreign=foreign)
                if uri == _XMLNS:
                    self.fail(token, "an annotation cannot declare a namespace")
            if foreign and not uri:
                self.fail(
                    token,
                    "an attribute that annotates a pattern needs a namespace",
                    "Give it a prefix.",
                )
            name = (uri, token.value.rpartition(":")[2])
            if name in seen:
                self.fail(token, f"the attribute {token.value} is there twice")
            seen.add(name)
            self.next()
            self.literal()

    def _prefixed(self, token: Token) -> str:
        uri = self.namespace(token, token.value.partition(":")[0])
        if uri is None:
            self.fail(token, "an annotation cannot have a namespace that is inherited")
        return uri

    def _check_name(self, token: Token, uri: str, *, foreign: bool) -> None:
        if foreign and uri == RELAX_NG:
            self.fail(token, "an annotation cannot be in the namespace of RELAX NG")
