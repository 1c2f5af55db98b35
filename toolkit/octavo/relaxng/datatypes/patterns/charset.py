"""Sets of characters, as ranges of code points.

The universe is the characters of XML (XML 1.0, 2.2), so the complement of a set has no surrogate in
it and can be written to a file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, TypeAlias

__all__ = ["EMPTY", "UNIVERSE", "Charset", "complement", "contains", "difference", "overlap",
           "single", "union", "written"]  # fmt: skip

Charset: TypeAlias = tuple[tuple[int, int], ...]
"""Ranges, both ends included, in order, with a gap between each two."""

EMPTY: Final[Charset] = ()
UNIVERSE: Final[Charset] = (
    (0x9, 0xA), (0xD, 0xD), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF),
)  # fmt: skip
_END: Final = 0x110000
_SPECIAL: Final = frozenset("\\|.?*+(){}[]-^$&~#")


def single(character: str) -> Charset:
    """The set of one character."""
    return ((ord(character), ord(character)),)


def union(*sets: Iterable[tuple[int, int]]) -> Charset:
    """The characters of any of `sets`, whose ranges may be in any order."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(pair for ranges in sets for pair in ranges):
        if merged and low <= merged[-1][1] + 1:
            if high > merged[-1][1]:
                merged[-1] = merged[-1][0], high
        else:
            merged.append((low, high))
    return tuple(merged)


def _gaps(ranges: Charset) -> Charset:
    starts = [0, *(high + 1 for _, high in ranges)]
    ends = [*(low - 1 for low, _ in ranges), _END - 1]
    return tuple((low, high) for low, high in zip(starts, ends, strict=True) if low <= high)


def complement(ranges: Charset) -> Charset:
    """The characters of XML that are not in the set."""
    return _gaps(union(ranges, _gaps(UNIVERSE)))


def difference(a: Charset, b: Charset) -> Charset:
    """The characters of `a` that are not in `b`."""
    return _gaps(union(_gaps(a), b))


def overlap(a: Charset, b: Charset) -> bool:
    """Whether some character is in both sets."""
    left, right = iter(a), iter(b)
    first, second = next(left, None), next(right, None)
    while first is not None and second is not None:
        if first[1] < second[0]:
            first = next(left, None)
        elif second[1] < first[0]:
            second = next(right, None)
        else:
            return True
    return False


def contains(ranges: Charset, character: str) -> bool:
    """Whether the character is in the set."""
    place = bisect_right(ranges, (ord(character), _END)) - 1
    return place >= 0 and ord(character) <= ranges[place][1]


def written(ranges: Charset) -> str:
    """The set as a regular expression of Python, which `syntax.parse` reads too."""
    if not ranges:
        return f"[^{_members(UNIVERSE)}]"
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
        return _escaped(ranges[0][0])
    return f"[{_members(ranges)}]"


def _members(ranges: Charset) -> str:
    return "".join(
        _escaped(low) if low == high
        else f"{_escaped(low)}{'-' if high > low + 1 else ''}{_escaped(high)}"
        for low, high in ranges
    )  # fmt: skip


def _escaped(point: int) -> str:
    character = chr(point)
    return f"\\{character}" if character in _SPECIAL else character
