"""Patterns of the simple form, made so that sections 4.20 and 4.21 hold of them from the start.

`notAllowed` and `empty` are taken out where they say nothing, groups within groups and choices
within choices are made flat, and a choice has each member once. A pattern that stands in two places
is the same object in both; `measure` tells how large all of it would be if it were not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from octavo.relaxng.grammar import NameClass, Node

__all__ = [
    "EMPTY",
    "NOT_ALLOWED",
    "attribute",
    "choice",
    "group",
    "interleave",
    "list_of",
    "one_or_more",
    "zero_or_more",
]

EMPTY: Final[Node] = ("empty",)
NOT_ALLOWED: Final[Node] = ("notAllowed",)

_BY_VALUE: Final = frozenset({"ref", "text", "empty", "value"})
"""Patterns that are small, so that comparing them costs nothing."""


def _sequence(kind: str) -> Callable[[list[Node]], Node]:
    def make(members: list[Node]) -> Node:
        flat: list[Node] = []
        for member in members:
            inner = member[0]
            if inner == "notAllowed":
                return NOT_ALLOWED
            if inner == kind:
                flat += member[1:]
            elif inner != "empty":
                flat.append(member)
        if len(flat) > 1:
            return (kind, *flat)
        return flat[0] if flat else EMPTY

    return make


group: Final = _sequence("group")
"""A group of the members."""

interleave: Final = _sequence("interleave")
"""An interleave of the members."""


def choice(members: list[Node]) -> Node:
    """A choice of the members; `empty` comes first."""
    flat: dict[object, Node] = {}
    empty: Node | None = None
    for member in members:
        kind = member[0]
        if kind == "choice":
            for one in member[1:]:
                if one[0] == "empty":
                    empty = empty or one
                else:
                    flat.setdefault(one if one[0] in _BY_VALUE else id(one), one)
        elif kind == "empty":
            empty = empty or member
        elif kind != "notAllowed":
            flat.setdefault(member if kind in _BY_VALUE else id(member), member)
    if empty is not None:
        return ("choice", empty, *flat.values()) if flat else empty
    if len(flat) > 1:
        return ("choice", *flat.values())
    return next(iter(flat.values())) if flat else NOT_ALLOWED


def one_or_more(member: Node) -> Node:
    """The member, once or more."""
    return member if member[0] in {"notAllowed", "empty", "oneOrMore"} else ("oneOrMore", member)


def zero_or_more(member: Node) -> Node:
    """The member, any number of times."""
    return choice([EMPTY, one_or_more(member)])


def list_of(member: Node) -> Node:
    """The member, matched against the words of a string."""
    return NOT_ALLOWED if member[0] == "notAllowed" else ("list", member)


def attribute(name_class: NameClass, content: Node) -> Node:
    """An attribute with such a name and content."""
    return NOT_ALLOWED if content[0] == "notAllowed" else ("attribute", name_class, content)
