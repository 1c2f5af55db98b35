"""Patterns, each made once, and what remains of them after an event.

The derivative of a pattern with respect to an event is what the rest of the input must match
(J. Clark, "An algorithm for RELAX NG validation", 2002). Three things differ from his account:

- Choices have any number of members, flattened and each once. Without that, schemas like TEI's grow
  without bounds.
- The start of an element does not make one pattern that remembers both the content and what comes
  after it; `openings` gives each element pattern that fits and what remains after it. Whoever walks
  a document keeps the two apart, so that the states of one element do not depend on its place.
- Attributes likewise: `attributes` gives each attribute pattern whose name fits.

Every pattern is interned: equal patterns are the same object, and results are remembered on it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from octavo.relaxng.grammar import Node
from octavo.relaxng.names import NameTest
from octavo.relaxng.white_space import words

if TYPE_CHECKING:
    from octavo.relaxng.builder import Patterns
    from octavo.relaxng.datatypes import Datatype

__all__ = [
    "Attribute",
    "Choice",
    "Context",
    "Data",
    "Element",
    "Group",
    "Interleave",
    "List",
    "OneOrMore",
    "Pattern",
    "Rests",
    "Text",
    "Value",
]

_T = TypeVar("_T", bound="Pattern")

Context: TypeAlias = Mapping[str, str]
"""The namespaces in scope where a string stands, by prefix; QName and NOTATION ask for them."""

Rests: TypeAlias = dict[_T, "Pattern"]
"""Element or attribute patterns that fit, each with what remains after it."""


class Pattern:
    """A pattern of the simple form.

    `nullable` says whether it matches nothing at all; `valued` whether it has data, a value or a
    list outside of attributes and elements; `attributive` whether it has attributes; `number` is
    its own.
    """

    __slots__ = (
        "_closed",
        "_openings",
        "_rests",
        "_spoken",
        "attributive",
        "nullable",
        "number",
        "valued",
    )

    def __init__(self, *, nullable: bool, valued: bool = False, attributive: bool = False) -> None:
        self.number = 0
        self.nullable = nullable
        self.valued = valued
        self.attributive = attributive
        self._openings: dict[str, Rests[Element]] = {}
        self._rests: dict[str, Rests[Attribute]] = {}
        self._closed: Pattern | None = None
        self._spoken: Pattern | None = None

    def parts(self) -> tuple[Pattern, ...]:
        """The patterns directly within this one."""
        return ()

    def openings(self, name: str, patterns: Patterns) -> Rests[Element]:
        """The element patterns that an element called `name` may match here, with what remains."""
        found = self._openings.get(name)
        if found is None:
            found = self._open(name, patterns)
            if found:
                self._openings[name] = found
        return found

    def attributes(self, name: str, patterns: Patterns) -> Rests[Attribute]:
        """The attribute patterns that an attribute called `name` may match, with what remains."""
        if not self.attributive:
            return {}
        found = self._rests.get(name)
        if found is None:
            found = self._attribute(name, patterns)
            # Nothing is not remembered: most patterns do not have most names.
            if found:
                self._rests[name] = found
        return found

    def closed(self, patterns: Patterns) -> Pattern:
        """What remains once no more attributes can come."""
        if not self.attributive:
            return self
        if self._closed is None:
            self._closed = self._close(patterns)
        return self._closed

    def text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        """What remains after a piece of text."""
        if self.valued:
            return self._text(text, context, patterns)
        if self._spoken is None:
            self._spoken = self._text(text, context, patterns)
        return self._spoken

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        return patterns.not_allowed

    def _open(self, name: str, patterns: Patterns) -> Rests[Element]:
        return {}

    def _attribute(self, name: str, patterns: Patterns) -> Rests[Attribute]:
        return {}

    def _close(self, patterns: Patterns) -> Pattern:
        return self


class Text(Pattern):
    """`text`"""

    __slots__ = ()

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        return self


class Value(Pattern):
    """`value`: one string of a datatype, read with its own namespaces."""

    __slots__ = ("_datatype", "context", "string")

    def __init__(self, datatype: Callable[[], Datatype], string: str, context: Context) -> None:
        """`datatype` tells it when it is asked for: many never are."""
        super().__init__(nullable=False, valued=True)
        self._datatype = datatype
        self.string = string
        self.context = context

    @property
    def datatype(self) -> Datatype:
        """The datatype of the string."""
        return self._datatype()

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        same = self.datatype.same(self.string, self.context, text, context)
        return patterns.empty if same else patterns.not_allowed


class Data(Pattern):
    """`data`: the strings of a datatype, but for an exception."""

    __slots__ = ("_datatype", "exception")

    def __init__(self, datatype: Callable[[], Datatype], exception: Pattern | None) -> None:
        """`datatype` tells it when it is asked for: many never are."""
        super().__init__(nullable=False, valued=True)
        self._datatype = datatype
        self.exception = exception

    @property
    def datatype(self) -> Datatype:
        """The datatype of the strings."""
        return self._datatype()

    def parts(self) -> tuple[Pattern, ...]:
        return (self.exception,) if self.exception is not None else ()

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        if not self.datatype.allows(text, context):
            return patterns.not_allowed
        if self.exception is not None and patterns.matches(self.exception, text, context):
            return patterns.not_allowed
        return patterns.empty


class List(Pattern):
    """`list`: words parted by white space, each an item of the content."""

    __slots__ = ("content",)

    def __init__(self, content: Pattern) -> None:
        super().__init__(nullable=False, valued=True)
        self.content = content

    def parts(self) -> tuple[Pattern, ...]:
        return (self.content,)

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        rest = self.content
        for word in words(text):
            rest = rest.text(word, context, patterns)
        return patterns.empty if rest.nullable else patterns.not_allowed


class Attribute(Pattern):
    """`attribute`: `test` tells its names, `content` its value; `id_type` is ID, IDREF or IDREFS
    where it is one, else empty; `node` is the pattern as plain data."""

    __slots__ = ("content", "id_type", "node", "test")

    def __init__(self, test: NameTest, content: Pattern, node: Node, id_type: str = "") -> None:
        super().__init__(nullable=False, attributive=True)
        self.node = node
        self.id_type = id_type
        self.test = test
        self.content = content

    def parts(self) -> tuple[Pattern, ...]:
        return (self.content,)

    def attributes(self, name: str, patterns: Patterns) -> Rests[Attribute]:
        return {self: patterns.empty} if self.test.allows(name) else {}

    def _close(self, patterns: Patterns) -> Pattern:
        return patterns.not_allowed


class Element(Pattern):
    """`element`: `index` is its place among the grammar's elements; its content is made when it is
    first needed."""

    __slots__ = ("index", "test")

    def __init__(self, test: NameTest, index: int) -> None:
        super().__init__(nullable=False)
        self.test = test
        self.index = index

    def openings(self, name: str, patterns: Patterns) -> Rests[Element]:
        return {self: patterns.empty} if self.test.allows(name) else {}


class Choice(Pattern):
    """`choice`, of at least two members, none of them a choice or notAllowed.

    Enumerations and lists of elements can be long: what their members list is looked up.
    """

    __slots__ = ("_elements", "_strings", "members")

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(
            nullable=any(member.nullable for member in members),
            valued=any(member.valued for member in members),
            attributive=any(member.attributive for member in members),
        )
        self.members = members
        self._strings: tuple[dict[Datatype, set[Hashable]], list[Pattern]] | None = None
        self._elements: tuple[dict[str, list[Element]], list[Pattern]] | None = None

    def parts(self) -> tuple[Pattern, ...]:
        return self.members

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        if self._strings is None:
            self._strings = self._listed_strings()
        listed, others = self._strings
        rests = [member.text(text, context, patterns) for member in others]
        for datatype, values in listed.items():
            value = datatype.value(text, context)
            if value is not None and value in values:
                rests.append(patterns.empty)
        return patterns.choice(rests)

    def _listed_strings(self) -> tuple[dict[Datatype, set[Hashable]], list[Pattern]]:
        """What the members list, and the members that list nothing."""
        listed: dict[Datatype, set[Hashable]] = {}
        others: list[Pattern] = []
        for member in self.members:
            if isinstance(member, Value) and not member.datatype.needs_context:
                value = member.datatype.value(member.string, member.context)
                listed.setdefault(member.datatype, set()).add(value)
            else:
                others.append(member)
        return listed, others

    def _open(self, name: str, patterns: Patterns) -> Rests[Element]:
        if self._elements is None:
            self._elements = self._listed_elements()
        listed, others = self._elements
        fitting = [*listed.get(name, ()), *others]
        return patterns.merged(member.openings(name, patterns) for member in fitting)

    def _listed_elements(self) -> tuple[dict[str, list[Element]], list[Pattern]]:
        """The members that list names, by these, and the others."""
        listed: dict[str, list[Element]] = {}
        others: list[Pattern] = []
        for member in self.members:
            if isinstance(member, Element) and not member.test.open:
                for name in member.test.names:
                    listed.setdefault(name, []).append(member)
            else:
                others.append(member)
        return listed, others

    def _attribute(self, name: str, patterns: Patterns) -> Rests[Attribute]:
        return patterns.merged(member.attributes(name, patterns) for member in self.members)

    def _close(self, patterns: Patterns) -> Pattern:
        return patterns.choice([member.closed(patterns) for member in self.members])


class _Pair(Pattern):
    """Two patterns, both of which must match."""

    __slots__ = ("first", "second")

    def __init__(self, first: Pattern, second: Pattern) -> None:
        super().__init__(
            nullable=first.nullable and second.nullable,
            valued=first.valued or second.valued,
            attributive=first.attributive or second.attributive,
        )
        self.first = first
        self.second = second

    def parts(self) -> tuple[Pattern, ...]:
        return self.first, self.second

    def _with(self, first: Pattern, second: Pattern, patterns: Patterns) -> Pattern:
        """The same of two others: one after the other, if it is not said otherwise."""
        return patterns.group(first, second)

    def _attribute(self, name: str, patterns: Patterns) -> Rests[Attribute]:
        return patterns.merged((
            patterns.mapped(
                self.first.attributes(name, patterns),
                lambda rest: self._with(rest, self.second, patterns),
            ),
            patterns.mapped(
                self.second.attributes(name, patterns),
                lambda rest: self._with(self.first, rest, patterns),
            ),
        ))  # fmt: skip

    def _close(self, patterns: Patterns) -> Pattern:
        return self._with(self.first.closed(patterns), self.second.closed(patterns), patterns)


class Group(_Pair):
    """`group`: the first, then the second."""

    __slots__ = ()

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        rest = patterns.group(self.first.text(text, context, patterns), self.second)
        if not self.first.nullable:
            return rest
        return patterns.choice([rest, self.second.text(text, context, patterns)])

    def _open(self, name: str, patterns: Patterns) -> Rests[Element]:
        found = patterns.mapped(
            self.first.openings(name, patterns), lambda rest: patterns.group(rest, self.second)
        )
        if not self.first.nullable:
            return found
        return patterns.merged((found, self.second.openings(name, patterns)))


class Interleave(_Pair):
    """`interleave`: both, in any order."""

    __slots__ = ()

    def _with(self, first: Pattern, second: Pattern, patterns: Patterns) -> Pattern:
        return patterns.interleave(first, second)

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        return patterns.choice([
            patterns.interleave(self.first.text(text, context, patterns), self.second),
            patterns.interleave(self.first, self.second.text(text, context, patterns)),
        ])  # fmt: skip

    def _open(self, name: str, patterns: Patterns) -> Rests[Element]:
        return patterns.merged((
            patterns.mapped(
                self.first.openings(name, patterns),
                lambda rest: patterns.interleave(rest, self.second),
            ),
            patterns.mapped(
                self.second.openings(name, patterns),
                lambda rest: patterns.interleave(self.first, rest),
            ),
        ))  # fmt: skip


class OneOrMore(Pattern):
    """`oneOrMore`"""

    __slots__ = ("content",)

    def __init__(self, content: Pattern) -> None:
        super().__init__(
            nullable=content.nullable, valued=content.valued, attributive=content.attributive
        )
        self.content = content

    def parts(self) -> tuple[Pattern, ...]:
        return (self.content,)

    def _again(self, rest: Pattern, patterns: Patterns) -> Pattern:
        return patterns.group(rest, patterns.choice([self, patterns.empty]))

    def _text(self, text: str, context: Context, patterns: Patterns) -> Pattern:
        return self._again(self.content.text(text, context, patterns), patterns)

    def _open(self, name: str, patterns: Patterns) -> Rests[Element]:
        return patterns.mapped(
            self.content.openings(name, patterns), lambda rest: self._again(rest, patterns)
        )

    def _attribute(self, name: str, patterns: Patterns) -> Rests[Attribute]:
        return patterns.mapped(
            self.content.attributes(name, patterns), lambda rest: self._again(rest, patterns)
        )

    def _close(self, patterns: Patterns) -> Pattern:
        return patterns.one_or_more(self.content.closed(patterns))
