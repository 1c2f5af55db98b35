"""Making patterns, each once, simplified as they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from octavo.relaxng.grammar import CONTEXTUAL, Grammar, NameClass, Node
from octavo.relaxng.ids import id_type_of
from octavo.relaxng.names import NameTest
from octavo.relaxng.patterns import (
    Attribute,
    Choice,
    Context,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Rests,
    Text,
    Value,
)
from octavo.relaxng.white_space import SPACE

if TYPE_CHECKING:
    from octavo.relaxng.datatypes import Datatype

__all__ = ["Patterns"]

_T = TypeVar("_T", bound=Pattern)


class Patterns:
    """The patterns of one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._made: dict[tuple[Any, ...], Pattern] = {}
        self._tests: dict[NameClass, NameTest] = {}
        self._datatypes: dict[tuple[Any, ...], Datatype] = {}
        self._elements: dict[int, Element] = {}
        self._contents: dict[int, Pattern] = {}
        self._known: dict[int, tuple[Node, Pattern]] = {}
        self._count = 0
        self.empty = self._numbered(Pattern(nullable=True))
        self.not_allowed = self._numbered(Pattern(nullable=False))
        self.text = self._numbered(Text(nullable=True))

    def start(self) -> Pattern:
        """What a document may begin with."""
        return self.of(self.grammar.start)

    def element(self, index: int) -> Element:
        """The element pattern that is `elements[index]` of the grammar."""
        if index not in self._elements:
            test = self._test(self.grammar.elements[index].name_class)
            self._elements[index] = self._numbered(Element(test, index))
        return self._elements[index]

    def content(self, element: Element) -> Pattern:
        """What an element pattern has within it, attributes included."""
        if element.index not in self._contents:
            self._contents[element.index] = self.of(self.grammar.elements[element.index].content)
        return self._contents[element.index]

    def of(self, node: Node) -> Pattern:
        """The pattern that a node of the simple form is.

        What definitions share is one node at many places, and made once.
        """
        known = self._known.get(id(node))
        if known is None:
            # The node is kept beside its pattern, so that nothing else can get its id.
            known = self._known[id(node)] = (node, self._of(node))
        return known[1]

    def _of(self, node: Node) -> Pattern:
        match node:
            case ("empty",):
                return self.empty
            case ("notAllowed",):
                return self.not_allowed
            case ("text",):
                return self.text
            case ("ref", index):
                return self.element(index)
            case ("choice", *members):
                return self.choice([self.of(member) for member in members])
            case ("group", *members):
                return self._folded(self.group, members)
            case ("interleave", *members):
                return self._folded(self.interleave, members)
            case ("oneOrMore", content):
                return self.one_or_more(self.of(content))
            case ("list", content):
                inner = self.of(content)
                return self._once(("list", inner.number), lambda: List(inner))
            case ("attribute", name_class, content):
                return self._attribute(name_class, content, node)
            case ("data", uri, name, params, exception):
                return self._data(partial(self._datatype, uri, name, params), node, exception)
            case ("value", uri, name, string, context):
                datatype = partial(self._datatype, uri, name, ())
                key = ("value", uri, name, string, context if name in CONTEXTUAL else ())
                return self._once(key, lambda: Value(datatype, string, dict(context)))
            case _:
                raise ValueError(f"no pattern: {node[0]}")

    def choice(self, members: Iterable[Pattern]) -> Pattern:
        """A choice, flattened, each member once; notAllowed is no member of it."""
        flat: dict[Pattern, None] = {}
        for member in members:
            if isinstance(member, Choice):
                flat.update(dict.fromkeys(member.members))
            elif member is not self.not_allowed:
                flat[member] = None
        if len(flat) > 1 and self.empty in flat and sum(member.nullable for member in flat) > 1:
            del flat[self.empty]
        if not flat:
            return self.not_allowed
        if len(flat) == 1:
            return next(iter(flat))
        key = ("choice", frozenset(member.number for member in flat))
        return self._once(key, lambda: Choice(tuple(flat)))

    def group(self, first: Pattern, second: Pattern) -> Pattern:
        """One after the other."""
        if first is self.not_allowed or second is self.not_allowed:
            return self.not_allowed
        if first is self.empty:
            return second
        if second is self.empty:
            return first
        key = ("group", first.number, second.number)
        return self._once(key, lambda: Group(first, second))

    def interleave(self, first: Pattern, second: Pattern) -> Pattern:
        """Both in any order."""
        if first is self.not_allowed or second is self.not_allowed:
            return self.not_allowed
        if first is self.empty or (first is second is self.text):
            return second
        if second is self.empty:
            return first
        numbers = sorted((first.number, second.number))
        return self._once(("interleave", *numbers), lambda: Interleave(first, second))

    def one_or_more(self, content: Pattern) -> Pattern:
        """One or several times."""
        if content in (self.not_allowed, self.empty, self.text) or isinstance(content, OneOrMore):
            return content
        return self._once(("oneOrMore", content.number), lambda: OneOrMore(content))

    def matches(self, pattern: Pattern, text: str, context: Context) -> bool:
        """Whether a pattern of strings matches a whole text (RELAX NG, 9.3; Clark, textDeriv)."""
        if pattern is self.text or (pattern.nullable and not text.strip(SPACE)):
            return True
        return pattern.text(text, context, self).nullable

    def merged(self, several: Iterable[Rests[_T]]) -> Rests[_T]:
        """What fits by any of several ways; where by more than one, either remains."""
        merged: Rests[_T] = {}
        for rests in several:
            for fitting, rest in rests.items():
                before = merged.get(fitting)
                merged[fitting] = rest if before is None else self.choice([before, rest])
        return merged

    def mapped(self, rests: Rests[_T], change: Callable[[Pattern], Pattern]) -> Rests[_T]:
        """The same, with something done to what remains."""
        return {fitting: change(rest) for fitting, rest in rests.items()}

    def _folded(self, make: Callable[[Pattern, Pattern], Pattern], members: list[Node]) -> Pattern:
        """Pairs of pairs: thousands of members are not deeper than Python goes."""
        if len(members) == 1:
            return self.of(members[0])
        middle = len(members) // 2
        return make(self._folded(make, members[:middle]), self._folded(make, members[middle:]))

    def _attribute(self, name_class: NameClass, content: Node, node: Node) -> Pattern:
        inner = self.of(content)
        if inner is self.not_allowed:
            return inner
        kind = id_type_of(content)
        key = ("attribute", name_class, inner.number, kind)
        return self._once(key, lambda: Attribute(self._test(name_class), inner, node, kind))

    def _data(
        self, datatype: Callable[[], Datatype], node: Node, exception: Node | None
    ) -> Pattern:
        inner = self.of(exception) if exception is not None else None
        if inner is self.not_allowed:
            inner = None
        key = (*node[:4], inner.number if inner is not None else None)
        return self._once(key, lambda: Data(datatype, inner))

    def _datatype(self, uri: str, name: str, params: tuple[tuple[str, str], ...]) -> Datatype:
        key = (uri, name, params)
        if key not in self._datatypes:
            from octavo.relaxng.datatypes import library

            found = library(uri)
            if found is None:
                raise ValueError(f"no datatype library: {uri}")
            self._datatypes[key] = found.datatype(name, params)
        return self._datatypes[key]

    def _test(self, name_class: NameClass) -> NameTest:
        if name_class not in self._tests:
            self._tests[name_class] = NameTest(name_class)
        return self._tests[name_class]

    def _once(self, key: tuple[Any, ...], make: Callable[[], Pattern]) -> Pattern:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._numbered(make())
        return found

    def _numbered(self, pattern: _T) -> _T:
        self._count += 1
        pattern.number = self._count
        return pattern
