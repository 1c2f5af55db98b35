"""Names and text that two parts of a group or an interleave share: sections 7.3 and 7.4."""

from __future__ import annotations

from octavo.relaxng.grammar import Node
from octavo.relaxng.name_overlap import Names, name_of
from octavo.relaxng.restrictions_places import OCCURS, Places, occurring

__all__ = ["Overlaps"]


class Overlaps:
    """Compares the names in the parts of patterns; what many elements share is compared once."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._attributes: dict[int, Names] = {}
        self._classes: dict[int, Names] = {}

    def attributes(self, node: Node) -> Names:
        """The names of the attributes that occur in `node`, compared on the way."""
        found = self._attributes.get(id(node))
        if found is not None:
            return found
        kind = node[0]
        names = Names()
        if kind == "attribute":
            names.add(node[1])
        elif kind in OCCURS:
            compare = kind == "group" or kind == "interleave"
            inner = [self.attributes(part) for part in node[1:] if part[0] != "ref"]
            inner = [one for one in inner if one]
            if len(inner) == 1:
                names = inner[0]
            else:
                for one in inner:
                    common = names.common(one) if compare else None
                    if common is not None:
                        self._attribute_twice(node, common)
                        compare = False
                    names.update(one)
        self._attributes[id(node)] = names
        return names

    def _attribute_twice(self, node: Node, name: tuple[str, str]) -> None:
        found: list[Node] = []
        for part in node[1:]:
            for one in occurring(part, "attribute"):
                if name in Names(one[1]):
                    found.append(one)
                    break
        first, second = found[0], found[1]
        # Where one definition is referred to twice, what refers to it has the place.
        self._places.add(
            "attribute-twice",
            node if first is second else second,
            name=name_of(second[1]),
            where=self._places.where(),
            other=self._places.tag(first),
        )

    def interleave(self, node: Node) -> None:
        """Compare the elements and the text in the parts of an interleave."""
        names = Names()
        text = False
        for part in node[1:]:
            mine = Names()
            texts = False
            for one in occurring(part, "ref", "text"):
                if one[0] == "text":
                    if text and not texts:
                        self._places.add("interleaved-text", one, where=self._places.where())
                    texts = True
                else:
                    mine.update(self._class(one[1]))
            common = names.common(mine)
            if common is not None:
                self._interleaved(node, part, common)
            names.update(mine)
            text = text or texts

    def _interleaved(self, node: Node, part: Node, name: tuple[str, str]) -> None:
        refs = [
            one
            for member in (*node[1:], part)
            for one in occurring(member, "ref")
            if name in self._class(one[1])
        ]
        first, second = self._places.tags[refs[0][1]], self._places.tags[refs[-1][1]]
        shown = name_of(self._places.grammar.elements[refs[-1][1]].name_class)
        if first is second:
            second = self._places.tag(node)
        place = "name" if second.name == "element" and "name" in second.attributes else ""
        self._places.troubles.add(
            "interleaved-elements",
            second,
            place,
            name=shown,
            where=self._places.where(),
            other=first,
        )

    def _class(self, number: int) -> Names:
        found = self._classes.get(number)
        if found is None:
            found = self._classes[number] = Names(self._places.grammar.elements[number].name_class)
        return found
