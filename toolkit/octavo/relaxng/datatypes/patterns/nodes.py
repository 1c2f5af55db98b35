"""A pattern as a tree, kept as simple as can be: what is written twice is one node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from octavo.relaxng.datatypes.patterns.charset import Charset, union, written

__all__ = ["NOTHING", "Chars", "Choice", "Node", "Repeat", "Sequence", "choice", "regex", "repeat",
           "sequence"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a set."""

    ranges: Charset


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other; none of them is a sequence."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of two or more; none of them is a choice."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`item`, from `low` to `high` times; None for any number."""

    item: Node
    low: int
    high: int | None


Node: TypeAlias = Chars | Sequence | Choice | Repeat

NOTHING: Final = Sequence(())
"""The empty string."""
_MOST: Final = 4_294_967_294
"""The largest count that Python's regular expressions know; no document is as long."""


def sequence(items: Iterable[Node]) -> Node:
    """One after the other."""
    flat: list[Node] = []
    for item in items:
        flat.extend(item.items if isinstance(item, Sequence) else (item,))
    return flat[0] if len(flat) == 1 else Sequence(tuple(flat))


def choice(items: Iterable[Node]) -> Node:
    """One of them; single characters become one set: `(\\p{L}|\\p{N})+` is `[\\p{L}\\p{N}]+`."""
    ranges: list[Charset] = []
    others: dict[Node, None] = {}
    for item in items:
        for part in item.items if isinstance(item, Choice) else (item,):
            if isinstance(part, Chars):
                ranges.append(part.ranges)
            else:
                others[part] = None
    found: list[Node] = [Chars(union(*ranges))] if ranges else []
    if NOTHING in others:
        del others[NOTHING]
        rest = (*found, *others)
        return repeat(choice(rest), 0, 1) if rest else NOTHING
    found.extend(others)
    return found[0] if len(found) == 1 else Choice(tuple(found))


def repeat(item: Node, low: int, high: int | None) -> Node:
    """`item` from `low` to `high` times; `(a+)+`, `(a*)*`, `(a?)*` become one repetition."""
    low = min(low, _MOST)
    high = None if high is not None and high > _MOST else high
    if high == 0 or item == NOTHING:
        return NOTHING
    if (low, high) == (1, 1):
        return item
    if isinstance(item, Repeat) and item.low <= 1:
        if item.high is None:
            return Repeat(item.item, low * item.low, None)
        if item.high == 1:
            return Repeat(item.item, low * item.low, high)
    return Repeat(item, low, high)


def regex(node: Node) -> str:
    """The tree as a regular expression of Python, for `fullmatch`."""
    match node:
        case Chars(ranges):
            return written(ranges)
        case Sequence(items):
            return "".join(_grouped(item, Choice) for item in items)
        case Choice(items):
            return "|".join(regex(item) for item in items)
        case Repeat(item, low, high):
            return _grouped(item, Choice, Sequence, Repeat) + _count(low, high)


def _grouped(node: Node, *kinds: type[Node]) -> str:
    return f"(?:{regex(node)})" if isinstance(node, kinds) else regex(node)


def _count(low: int, high: int | None) -> str:
    short = {(0, None): "*", (1, None): "+", (0, 1): "?"}.get((low, high))
    if short:
        return short
    if low == high:
        return f"{{{low}}}"
    return f"{{{low},{'' if high is None else high}}}"
