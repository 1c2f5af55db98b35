"""A RELAX NG schema (XML syntax) as patterns in memory, for the generator of documents."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

__all__ = ["Grammar", "Pattern", "read"]

_RNG: Final = "{http://relaxng.org/ns/structure/1.0}"
_NAME_CLASSES: Final = ("name", "anyName", "nsName", "except", "param")
_GROUPS: Final = {"group", "ref", "define", "start"}
_SAME: Final = {
    "choice",
    "interleave",
    "optional",
    "zeroOrMore",
    "oneOrMore",
    "list",
    "text",
    "empty",
}
_ENDLESS: Final = 10**6

# What values of each datatype may look like; the facets of a schema choose among them.
_VALUES: Final[dict[str, tuple[str, ...]]] = {
    "ID": ("id",),
    "NCName": ("octavo", "some-name"),
    "anyURI": ("#somewhere", "register/persons.xml#anna-berg", "https://archive.example/?a=1&b=2"),
    "language": ("en", "ko", "zh-Hant", "ru-Latn"),
    "date": ("1964-09-05", "1964-09-16", "1950-10-01"),
    "gYear": ("1964", "0850"),
    "gMonth": ("--09",),
    "gDay": ("---05",),
    "gYearMonth": ("1964-09",),
    "gMonthDay": ("--09-05",),
    "time": ("14:30:00",),
    "dateTime": ("1964-09-05T14:30:00",),
    "boolean": ("true", "false"),
    "decimal": ("0", "2", "12.5", "-3.25", "126"),
    "nonNegativeInteger": ("0", "2", "45", "100"),
    "positiveInteger": ("1", "2", "3"),
    "token": ("plain", "two-parts", "0.1.0", "image/png"),
    "string": ("a string", "1"),
}


@dataclass(eq=False, slots=True)
class Pattern:
    """A pattern of the schema.

    kind: element, attribute, group, choice, interleave, optional, zeroOrMore, oneOrMore, list,
    data, value, text, empty or notAllowed. name: of an element or attribute, `{namespace}name`; of
    data, the datatype. values: what data or a value may be.
    """

    kind: str
    name: str = ""
    values: tuple[str, ...] = ()
    parts: list[Pattern] = field(default_factory=list)

    def inside(self, kind: str) -> tuple[Pattern, ...]:
        """The patterns of one kind in this one, itself included, not those within its elements."""
        return _inside(self, kind)


@cache
def _inside(pattern: Pattern, kind: str) -> tuple[Pattern, ...]:
    if pattern.kind == kind:
        return (pattern,)
    if pattern.kind in {"element", "attribute"}:
        return ()
    return tuple(dict.fromkeys(p for part in pattern.parts for p in _inside(part, kind)))


class Grammar:
    """The patterns of a schema from its start, and what follows from them.

    elements: every element pattern, from the root outwards. children and attributes: what each of
    them may have.
    """

    def __init__(self, path: Path) -> None:
        """Read it; raises ValueError where the schema uses what this module does not know."""
        root = etree.parse(str(path), etree.XMLParser(remove_comments=True)).getroot()
        self._sources = {str(d.get("name")): d for d in root.iter(f"{_RNG}define")}
        self._defines: dict[str, Pattern] = {}
        self.start = self._pattern(next(root.iter(f"{_RNG}start")))
        self.children: dict[Pattern, tuple[Pattern, ...]] = {}
        self.attributes: dict[Pattern, tuple[Pattern, ...]] = {}
        waiting = deque(self.start.inside("element"))
        while waiting:
            element = waiting.popleft()
            if element not in self.children:
                content = Pattern("group", parts=element.parts)
                self.children[element] = content.inside("element")
                self.attributes[element] = content.inside("attribute")
                waiting.extend(self.children[element])
        self.elements = tuple(self.children)
        self._costs = self._element_costs()
        self._memo: dict[Pattern, int] = {}

    def cost(self, pattern: Pattern) -> int:
        """How many elements a pattern asks for at least."""
        if pattern not in self._memo:
            self._memo[pattern] = _cost(pattern, self._costs)
        return self._memo[pattern]

    def way(self, target: Pattern) -> list[Pattern]:
        """The elements from the root to an element pattern, by a shortest way."""
        before: dict[Pattern, Pattern | None] = dict.fromkeys(self.start.inside("element"))
        waiting = deque(before)
        while target not in before:
            element = waiting.popleft()
            fresh = [e for e in self.children[element] if e not in before]
            before.update(dict.fromkeys(fresh, element))
            waiting.extend(fresh)
        way = [target]
        while (step := before[way[0]]) is not None:
            way.insert(0, step)
        return way

    def _element_costs(self) -> dict[Pattern, int]:
        costs = dict.fromkeys(self.elements, _ENDLESS)
        while True:
            inner = {e: sum(_cost(p, costs) for p in e.parts) for e in costs}
            found = {e: min(1 + cost, _ENDLESS) for e, cost in inner.items()}
            if found == costs:
                return costs
            costs = found

    def _pattern(self, source: etree._Element) -> Pattern:
        kind = etree.QName(source).localname
        if source.get("combine"):
            raise ValueError("combined definitions are not known")
        if kind == "ref":
            return self._defined(str(source.get("name")))
        if kind in _GROUPS:
            return Pattern("group", parts=self._parts(source))
        if kind == "mixed":
            return Pattern("interleave", parts=[Pattern("text"), *self._parts(source)])
        if kind in {"element", "attribute"}:
            return Pattern(kind, name=_name(source), parts=self._parts(source))
        if kind == "data":
            return Pattern(kind, name=str(source.get("type")), values=_fitting(source))
        if kind == "value":
            return Pattern(kind, values=(source.text or "",))
        if kind in _SAME or kind == "notAllowed":
            return Pattern(kind, parts=self._parts(source))
        raise ValueError(f"the pattern {kind} is not known")

    def _defined(self, name: str) -> Pattern:
        if name not in self._defines:
            self._defines[name] = Pattern("group")
            self._defines[name].parts = self._parts(self._sources[name])
        return self._defines[name]

    def _parts(self, source: etree._Element) -> list[Pattern]:
        own = [part for part in source if str(part.tag).startswith(_RNG)]
        parts = [self._pattern(p) for p in own if etree.QName(p).localname not in _NAME_CLASSES]
        return parts or ([Pattern("text")] if source.tag == f"{_RNG}attribute" else [])


def _cost(pattern: Pattern, costs: dict[Pattern, int]) -> int:
    match pattern.kind:
        case "element":
            return costs.get(pattern, _ENDLESS)
        case "notAllowed":
            return _ENDLESS
        case "optional" | "zeroOrMore" | "attribute" | "list":
            return 0
        case "choice":
            return min(_cost(p, costs) for p in pattern.parts)
        case _:
            return min(sum(_cost(p, costs) for p in pattern.parts), _ENDLESS)


def _name(source: etree._Element) -> str:
    found = source.find(f"{_RNG}name")
    if found is None:
        raise ValueError("of the name classes only names are known")
    namespace = found.get("ns")
    return f"{{{namespace}}}{found.text}" if namespace else str(found.text)


def _fitting(data: etree._Element) -> tuple[str, ...]:
    """Sample values that a <data> pattern allows, its facets minded."""
    bearers = (data, *data.iterancestors())
    library = next((b.get("datatypeLibrary") for b in bearers if b.get("datatypeLibrary")), None)
    schema = etree.Element(f"{_RNG}element", name="value", datatypeLibrary=library or "")
    copy = etree.SubElement(schema, f"{_RNG}data", type=str(data.get("type")))
    for param in data.iter(f"{_RNG}param"):
        etree.SubElement(copy, f"{_RNG}param", name=str(param.get("name"))).text = param.text
    validator = etree.RelaxNG(schema)
    fitting = []
    for value in _VALUES.get(str(data.get("type")), ()):
        instance = etree.Element("value")
        instance.text = value
        if validator.validate(instance):
            fitting.append(value)
    if not fitting:
        raise ValueError(f"no sample fits {etree.tostring(data, encoding='unicode')}: add one")
    return tuple(fitting)


@cache
def read(path: Path) -> Grammar:
    """The grammar of a schema file, read once."""
    return Grammar(path)
