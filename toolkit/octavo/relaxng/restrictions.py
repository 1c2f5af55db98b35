"""The restrictions of section 7, on the simple form.

One walk finds the prohibited paths (7.1, and of 7.3 that endless names must be repeated), one gives
each pattern its content type (7.2), one looks for names that two parts of a group or of an
interleave share (7.3, 7.4). What many elements have in common is looked at once; where something is
wrong, its place is looked for afterwards. The simple form is not deep: `simplify_reach` has seen to
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from octavo.relaxng.grammar import Node
from octavo.relaxng.name_overlap import has_endless_names, name_of
from octavo.relaxng.restrictions_overlap import Overlaps
from octavo.relaxng.restrictions_places import OCCURS, Places, occurring
from octavo.relaxng.schema_syntax import PATTERNS
from octavo.relaxng.simplify_reach import parts

__all__ = ["Restrictions"]

_ATTRIBUTE: Final = 1
_REPEATED: Final = 2
_REPEATED_GROUP: Final = 4
_LIST: Final = 8
_EXCEPT: Final = 16
_START: Final = 32

_OUTER: Final = {
    _ATTRIBUTE: "an <attribute>",
    _LIST: "a <list>",
    _EXCEPT: "the <except> of a <data>",
    _START: "<start>",
}
_HINTS: Final = {
    _ATTRIBUTE: "An attribute holds text or data: <text/>, <data>, <value>, <list>.",
    _LIST: "A list is of <data> and <value>, in groups, choices and repetitions.",
    _EXCEPT: "An exception is made of <data>, <value> and <choice>.",
    _START: "A document begins with one element: <start> holds elements, as a choice if there are"
    " several.",
}
_PROHIBITED: Final = {
    "attribute": _ATTRIBUTE | _LIST | _EXCEPT | _START,
    "ref": _ATTRIBUTE | _LIST | _EXCEPT,
    "list": _LIST | _EXCEPT | _START,
    "text": _LIST | _EXCEPT | _START,
    "interleave": _LIST | _EXCEPT | _START,
    "group": _EXCEPT | _START,
    "oneOrMore": _EXCEPT | _START,
    "empty": _EXCEPT | _START,
    "data": _START,
    "value": _START,
    "choice": 0,
    "notAllowed": 0,
}
"""In what each kind of pattern must not stand (7.1.1, 7.1.3 to 7.1.5)."""

_WHOLES: Final = {"data": "a datatype", "value": "a value", "list": "a list"}
_EMPTY, _COMPLEX, _SIMPLE = 0, 1, 2
_TYPES: Final = {"empty": _EMPTY, "text": _COMPLEX, "ref": _COMPLEX, "notAllowed": _EMPTY}


class Restrictions:
    """Checks one grammar; what is wrong is noted in the troubles of `places`."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._overlaps = Overlaps(places)
        self._walked: set[tuple[int, int]] = set()
        self._types: dict[int, int] = {}

    def check(self) -> None:
        """Check all of it."""
        self._walk(self._places.grammar.start, _START)
        for number, definition in enumerate(self._places.grammar.elements):
            self._places.element = number
            self._walk(definition.content, 0)
            self._type(definition.content)
            self._overlaps.attributes(definition.content)

    # 7.1, prohibited paths.

    def _walk(self, node: Node, within: int, parent: Node | None = None) -> None:
        key = (id(node), within)
        if key in self._walked:
            return
        self._walked.add(key)
        kind = node[0]
        prohibited = _PROHIBITED[kind] & within
        if prohibited:
            # What simplification has put there has the place of what it is in.
            place = node if parent is None or id(node) in self._places.origins else parent
            self._prohibited(node, prohibited, place)
            return
        if kind == "attribute":
            if within & _REPEATED_GROUP:
                self._places.add(
                    "attributes-repeated", node, name=name_of(node[1]), where=self._places.where()
                )
            elif not within & _REPEATED and has_endless_names(node[1]):
                self._places.add("endless-names", node, name=name_of(node[1]))
            within |= _ATTRIBUTE
        elif kind == "oneOrMore":
            within |= _REPEATED
        elif kind == "group" or kind == "interleave":
            if within & _REPEATED:
                within |= _REPEATED_GROUP
            if kind == "interleave":
                self._overlaps.interleave(node)
        elif kind == "list":
            within |= _LIST
        elif kind == "data":
            within |= _EXCEPT
        for part in parts(node):
            self._walk(part, within, node)

    def _prohibited(self, node: Node, prohibited: int, place: Node) -> None:
        flag = next(one for one in _OUTER if one & prohibited)
        written = self._places.tag(place).name
        inner = f"<{written if written in PATTERNS else node[0]}>"
        where = "" if flag == _START else self._places.where()
        self._places.add(
            "prohibited-path",
            place,
            inner=inner,
            outer=_OUTER[flag],
            where=where,
            hint=_HINTS[flag],
        )

    # 7.2, string sequences.

    def _type(self, node: Node) -> int:
        """The content type of a pattern; where it has none, that is noted and a guess returned."""
        kind = node[0]
        if kind in _TYPES:
            return _TYPES[kind]
        if kind not in OCCURS and kind != "attribute":
            return _SIMPLE
        found = self._types.get(id(node))
        if found is not None:
            return found
        result = _EMPTY
        if kind == "attribute":
            self._type(node[2])
        elif kind == "choice":
            for part in node[1:]:
                result = max(result, self._type(part))
        elif kind == "oneOrMore":
            result = self._type(node[1])
            if result == _SIMPLE:
                self._not_groupable([node[1]])
        else:
            for at, part in enumerate(node[1:], 2):
                type_ = self._type(part)
                if type_ and result and type_ + result > _COMPLEX + _COMPLEX:
                    self._not_groupable(node[at - 1 : 0 : -1])
                result = max(result, type_)
        self._types[id(node)] = result
        return result

    def _not_groupable(self, nodes: Sequence[Node]) -> None:
        """Note that the first of `nodes` that takes the whole of the content cannot."""
        node = next(one for part in nodes for one in occurring(part, *_WHOLES))
        self._places.add("text-with-data", node, inner=_WHOLES[node[0]], where=self._places.where())
