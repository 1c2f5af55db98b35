"""What a grammar has by name, wherever it stands: for messages and for going on after a fault."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from octavo.relaxng.builder import Patterns
from octavo.relaxng.grammar import Node
from octavo.relaxng.names import NameTest
from octavo.relaxng.patterns import Element

__all__ = ["Survey"]


class Survey:
    """The elements of a grammar by name; each question is answered once."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._grammar = patterns.grammar
        self._anywhere: dict[str, tuple[Element, ...]] = {}

    @cached_property
    def _tests(self) -> list[NameTest]:
        return [NameTest(definition.name_class) for definition in self._grammar.elements]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of elements that the grammar lists, in its order."""
        return tuple(dict.fromkeys(name for test in self._tests for name in test.names))

    def elements(self, name: str) -> tuple[Element, ...]:
        """The element patterns that an element called `name` could be."""
        if name not in self._anywhere:
            self._anywhere[name] = tuple(
                self._patterns.element(index)
                for index, test in enumerate(self._tests)
                if test.allows(name)
            )
        return self._anywhere[name]

    def parents(self, name: str) -> list[str]:
        """The names of the elements in which an element called `name` may stand."""
        wanted = {element.index for element in self.elements(name)}
        found: dict[str, None] = {}
        for index, definition in enumerate(self._grammar.elements):
            if wanted.intersection(_references(definition.content)):
                found.update(dict.fromkeys(self._tests[index].names))
        return list(found)


def _references(node: Node) -> Iterator[int]:
    """The elements that a pattern refers to."""
    pending = [node]
    while pending:
        node = pending.pop()
        if node[0] == "ref":
            yield node[1]
        elif node[0] in {"choice", "group", "interleave", "oneOrMore"}:
            pending.extend(node[1:])
