"""A schema in the simple form of RELAX NG (specification, section 5), as plain data.

Patterns are tuples whose first member names the kind, so that they can be kept as JSON:

    ("empty",) ("notAllowed",) ("text",)
    ("choice", p, p, ...) ("group", p, p, ...) ("interleave", p, p, ...)     two or more
    ("oneOrMore", p) ("list", p)
    ("attribute", name_class, p)
    ("data", library, type, ((param, value), ...), except_or_None)
    ("value", library, type, string, ((prefix, uri), ...))     the context, for QName and NOTATION
    ("ref", n)                                                  the element `elements[n]`

Name classes:

    ("name", uri, local) ("anyName", except_or_None) ("nsName", uri, except_or_None)
    ("choice", name_class, name_class, ...)

`library` is the datatype library's URI, empty for the built-in one.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple, TypeAlias

__all__ = ["CONTEXTUAL", "ElementDefinition", "Grammar", "NameClass", "Node", "needs_context"]

Node: TypeAlias = tuple[Any, ...]
"""A pattern of the simple form."""

CONTEXTUAL: Final = frozenset({"QName", "NOTATION"})
"""The datatypes whose values depend on the namespaces in scope."""

NameClass: TypeAlias = tuple[Any, ...]
"""A name class of the simple form."""


class ElementDefinition(NamedTuple):
    """`element name_class { content }`."""

    name_class: NameClass
    content: Node


class Grammar(NamedTuple):
    """A schema: what a document may begin with, and every element that can be reached."""

    start: Node
    elements: tuple[ElementDefinition, ...]


def needs_context(grammar: Grammar) -> bool:
    """Whether it can depend on the namespaces in scope what a value of a document means."""
    pending = [grammar.start, *(definition.content for definition in grammar.elements)]
    seen: set[int] = set()
    while pending:
        node = pending.pop()
        if node[0] in {"data", "value"} and node[2] in CONTEXTUAL:
            return True
        for part in node[1:]:
            if (
                id(part) not in seen
                and isinstance(part, tuple)
                and part
                and isinstance(part[0], str)
            ):
                seen.add(id(part))
                pending.append(part)
    return False
