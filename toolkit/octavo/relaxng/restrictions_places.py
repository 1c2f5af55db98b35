"""Where a pattern of the simple form was written, for what section 7 has to say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from octavo.relaxng.grammar import Grammar, Node
from octavo.relaxng.name_overlap import name_of
from octavo.relaxng.schema_source import Tag, Troubles
from octavo.relaxng.simplify_patterns import Origins

__all__ = ["OCCURS", "Places", "occurring"]

OCCURS: Final = frozenset({"choice", "group", "interleave", "oneOrMore"})
"""The patterns that others occur in, in the sense of section 7.3."""


@dataclass(slots=True, eq=False)
class Places:
    """A grammar with the tags it was made from. `element` is the one that is being looked at, None
    before the first."""

    grammar: Grammar
    origins: Origins
    tags: tuple[Tag, ...]
    root: Tag
    troubles: Troubles
    element: int | None = None

    def where(self) -> str:
        """The element that is being looked at, as words to end a clause with."""
        if self.element is None:
            return ""
        name = name_of(self.grammar.elements[self.element].name_class)
        return f", in the element {name}" if name != "any name" else ""

    def tag(self, node: Node) -> Tag:
        """Where `node` was written, or the element that it is part of."""
        if node[0] == "ref":
            return self.tags[node[1]]
        origin = self.origins.get(id(node))
        if origin is not None:
            return origin[1]
        return self.root if self.element is None else self.tags[self.element]

    def add(self, identifier: str, node: Node, **values: object) -> None:
        """Note that something is wrong where `node` was written."""
        tag = self.tag(node)
        attribute = "name" if node[0] in {"attribute", "ref"} and "name" in tag.attributes else ""
        self.troubles.add(identifier, tag, attribute, **values)


def occurring(node: Node, *kinds: str) -> Iterable[Node]:
    """The patterns of such kinds that occur in `node`, in the sense of section 7.3."""
    seen: set[int] = set()
    work = [node]
    while work:
        one = work.pop()
        if one[0] in kinds:
            yield one
        elif one[0] in OCCURS and id(one) not in seen:
            seen.add(id(one))
            work += reversed(one[1:])
