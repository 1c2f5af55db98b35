"""What can be reached: sections 4.19 and 4.20 leave no other element in the simple form.

Here is also seen to it that the simple form is of a size that one can work with: a pattern is one
object wherever it stands, but who writes all of it out, or walks through it, must come to an end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from octavo.relaxng.grammar import ElementDefinition, Grammar, NameClass, Node

__all__ = ["TooLargeError", "reachable", "renumbered"]

_DEEPEST: Final = 150
"""Levels of one pattern within another; the pattern of an element ends where another begins."""

_LARGEST: Final = 10_000_000
"""Patterns in the whole of the simple form, each counted wherever it stands."""

_PARTS: Final = frozenset({"choice", "group", "interleave", "oneOrMore", "list"})


class TooLargeError(Exception):
    """The simple form is too deep or too large; `element` is the first that is, -1 the start."""

    def __init__(self, element: int, *, deep: bool) -> None:
        super().__init__(element)
        self.element = element
        self.deep = deep


class _Measure(NamedTuple):
    depth: int
    size: int


def parts(node: Node) -> Sequence[Node]:
    """The patterns that a pattern is made of."""
    kind = node[0]
    if kind in _PARTS:
        return node[1:]
    if kind == "attribute":
        return node[2:]
    if kind == "data" and node[4] is not None:
        return node[4:]
    return ()


def reachable(start: Node, elements: Sequence[tuple[NameClass, Node]]) -> list[int]:
    """The elements that can be reached from `start`, in the order in which one meets them.

    Raises TooLargeError.
    """
    found: set[int] = set()
    order: list[int] = []
    measures: dict[int, _Measure] = {}
    size = _measure(start, found, order, measures, -1)
    for number in order:  # which grows on the way
        size += _measure(elements[number][1], found, order, measures, number)
        if size > _LARGEST:
            raise TooLargeError(number, deep=False)
    return order


def _measure(
    node: Node,
    found: set[int],
    order: list[int],
    measures: dict[int, _Measure],
    element: int,
) -> int:
    """The size of the pattern. The elements that it refers to are added to `found` and `order`."""
    work = [(node, False)]
    while work:
        one, ready = work.pop()
        if one[0] == "ref":
            if one[1] not in found:
                found.add(one[1])
                order.append(one[1])
            continue
        inner = parts(one)
        if not inner or id(one) in measures:
            continue
        if not ready:
            work.append((one, True))
            work += [(part, False) for part in reversed(inner)]
            continue
        depth, size = 0, 1
        for part in inner:
            measure = measures.get(id(part), (0, 1))
            depth = max(depth, measure[0])
            size += measure[1]
        if depth >= _DEEPEST:
            raise TooLargeError(element, deep=True)
        measures[id(one)] = _Measure(depth + 1, min(size, _LARGEST + 1))
    return measures.get(id(node), (0, 1))[1]


def renumbered(
    start: Node,
    elements: Sequence[tuple[NameClass, Node]],
    order: Sequence[int],
    copies: dict[int, tuple[Node, Node]],
) -> Grammar:
    """The grammar of those `elements` that are in `order`, and in that order.

    Nodes that had to be made anew are added to `copies`: the old and the new by the old one's `id`.
    """
    numbers = {old: new for new, old in enumerate(order)}
    contents = [elements[old][1] for old in order]
    if any(old != new for old, new in numbers.items()):
        for root in (start, *contents):
            _copy(root, numbers, copies)
        start = copies.get(id(start), (start, start))[1]
        contents = [copies.get(id(node), (node, node))[1] for node in contents]
    return Grammar(
        start,
        tuple(
            ElementDefinition(elements[old][0], content)
            for old, content in zip(order, contents, strict=True)
        ),
    )


def _copy(root: Node, numbers: dict[int, int], copies: dict[int, tuple[Node, Node]]) -> None:
    """Make `root` and its parts anew with other numbers of elements."""
    work = [(root, False)]
    while work:
        node, ready = work.pop()
        if id(node) in copies:
            continue
        if node[0] == "ref":
            copies[id(node)] = (node, ("ref", numbers[node[1]]))
            continue
        inner = parts(node)
        if not inner:
            continue
        if not ready:
            work.append((node, True))
            work += [(part, False) for part in inner]
            continue
        made = [copies.get(id(part), (part, part))[1] for part in inner]
        if any(new is not old for new, old in zip(made, inner, strict=True)):
            copies[id(node)] = (node, (*node[: len(node) - len(inner)], *made))
