"""The places of the attributes in a start tag.

`expat` tells where a start tag begins, but not where its attributes stand. `attribute_places` reads
the tag again when somebody asks, which is when something is wrong with it. Lines and columns count
from 1, in characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["Place", "attribute_places", "tag_place"]


class Place(NamedTuple):
    """Where something stands; `length` is the number of its characters on that line."""

    line: int
    column: int
    length: int = 0


_ATTRIBUTE: Final = re.compile(rb"""\s*([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TAG: Final = re.compile(rb"<[^\s/>]*")


def tag_place(data: bytes, begin: int, line: int, column: int) -> Place:
    """The place of the start tag at byte `begin` of `data` (UTF-8): `<` and the name."""
    tag = _TAG.match(data, begin)
    length = len(tag.group().decode("utf-8", "replace")) if tag else 0
    return Place(line, column, length)


def attribute_places(
    data: bytes, begin: int, line: int, column: int
) -> Iterator[tuple[str, Place, Place]]:
    """Each attribute of the start tag at byte `begin` of `data` (UTF-8), which stands at `line` and
    `column`: its name as written, the place of all of it, the place of its value.

    Nothing where there is no tag at `begin`, as when it came out of an entity.
    """
    tag = _TAG.match(data, begin)
    if tag is None:
        return
    position, end = begin, tag.end()
    while match := _ATTRIBUTE.match(data, end):
        line, column = _moved(data, position, match.start(1), line, column)
        position, end = match.start(1), match.end()
        value, value_end = match.span(2 if match.start(2) >= 0 else 3)
        value_line, value_column = _moved(data, position, value, line, column)
        name = match.group(1).decode("utf-8", "replace")
        yield (
            name,
            Place(line, column, _length(data, position, end)),
            Place(value_line, value_column, _length(data, value, value_end)),
        )


def _moved(data: bytes, start: int, end: int, line: int, column: int) -> tuple[int, int]:
    """The line and column of byte `end`, when those of byte `start` are `line` and `column`."""
    between = data[start:end].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in between:
        return line, column + len(between)
    return line + between.count("\n"), len(between) - between.rfind("\n")


def _length(data: bytes, start: int, end: int) -> int:
    """The characters from `start` to `end`, or to the end of the line."""
    return len(re.split(r"[\r\n]", data[start:end].decode("utf-8", "replace"), maxsplit=1)[0])
