"""Section 6 of the specification on schemas as they are written, as short as can be, for the tests.

Derivatives of patterns, without any simplification: slow, but independent of `octavo.relaxng`. Only
what `test_libxml2` makes is known: no other files, no nested grammars, few name classes.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

from tests.relaxng.schema.schemas import RNG

Pattern: TypeAlias = tuple[Any, ...]
Event: TypeAlias = tuple[str, str, Any]
"""("attribute", name, value), ("element", name, element) or ("text", "", string)."""

_NOT: Pattern = ("notAllowed",)
_EMPTY: Pattern = ("empty",)


class Schema:
    def __init__(self, source: str) -> None:
        root = etree.fromstring(source)
        self._defines = {
            one.get("name"): self._all(one, one.get("ns") or root.get("ns", ""))
            for one in root.iterfind(f"{{{RNG}}}define")
        }
        self._start = self._all(root.find(f"{{{RNG}}}start"), root.get("ns", ""))

    def allows(self, root: etree._Element) -> bool:
        event = ("element", str(root.tag), root)
        return self._nullable(self._derivative(self._start, event))

    def _all(self, tag: Any, ns: str | None, sign: str = "group", skip: int = 0) -> Pattern:
        ns = ns or ""
        whole: Pattern | None = None
        for child in tag[skip:]:
            one = self._pattern(child, ns)
            whole = one if whole is None else (sign, whole, one)
        return whole or ("text",)

    def _pattern(self, tag: Any, ns: str) -> Pattern:
        kind = etree.QName(tag).localname
        ns = tag.get("ns", ns)
        if kind in {"element", "attribute"}:
            name = tag.get("name")
            if name is not None:
                uri = "" if kind == "attribute" else ns
                wanted = f"{{{uri}}}{name}" if uri else name
            else:
                wanted = _name(tag[0], ns)
            return (kind, wanted, self._all(tag, ns, skip=0 if name else 1))
        if kind in {"choice", "interleave"}:
            return self._all(tag, ns, kind)
        if kind == "ref":
            return (kind, tag.get("name"))
        if kind == "value":
            return (kind, tag.text or "")
        if kind == "data":
            return (kind, [one.text for one in tag.iter(f"{{{RNG}}}value")])
        if kind in {"text", "empty", "notAllowed"}:
            return (kind,)
        inner = self._all(tag, ns)
        return {
            "group": inner,
            "mixed": ("interleave", inner, ("text",)),
            "optional": ("choice", inner, _EMPTY),
            "oneOrMore": ("oneOrMore", inner),
            "zeroOrMore": ("choice", ("oneOrMore", inner), _EMPTY),
        }[kind]

    def _nullable(self, pattern: Pattern) -> bool:
        kind, *rest = pattern
        if kind == "ref":
            return self._nullable(self._defines[rest[0]])
        if kind == "choice":
            return any(map(self._nullable, rest))
        if kind in {"group", "interleave", "oneOrMore"}:
            return all(map(self._nullable, rest))
        return kind in {"empty", "text"}

    def _derivative(self, pattern: Pattern, event: Event) -> Pattern:
        kind, *rest = pattern
        what, name, found = event
        if kind == "ref":
            return self._derivative(self._defines[rest[0]], event)
        if kind == "choice":
            return _choice(*(self._derivative(one, event) for one in rest))
        if kind in {"group", "interleave"}:
            one, other = rest
            first = _both(kind, self._derivative(one, event), other)
            if kind == "group" and what != "attribute":
                after = self._derivative(other, event) if self._nullable(one) else _NOT
                return _choice(first, after)
            return _choice(first, _both(kind, one, self._derivative(other, event)))
        if kind == "oneOrMore":
            again = ("choice", pattern, _EMPTY)
            return _both("group", self._derivative(rest[0], event), again)
        if kind == "element" == what and _named(rest[0], name):
            return _EMPTY if self._filled(rest[1], found) else _NOT
        if kind == "attribute" == what and _named(rest[0], name):
            return _EMPTY if self._holds(rest[1], found) else _NOT
        if what != "text":
            return _NOT
        if kind == "value":
            return _EMPTY if " ".join(found.split()) == rest[0] else _NOT
        if kind == "data":
            good = found.strip().isdigit() and found.strip() not in rest[0]
            return _EMPTY if good else _NOT
        return pattern if kind == "text" else _NOT

    def _holds(self, pattern: Pattern, string: str) -> bool:
        after = self._derivative(pattern, ("text", "", string))
        return self._nullable(after) or (not string and self._nullable(pattern))

    def _filled(self, pattern: Pattern, element: etree._Element) -> bool:
        for key, value in element.attrib.items():
            pattern = self._derivative(pattern, ("attribute", str(key), value))
        if element.text:
            pattern = self._derivative(pattern, ("text", "", element.text))
        for child in element:
            pattern = self._derivative(pattern, ("element", str(child.tag), child))
            if child.tail:
                pattern = self._derivative(pattern, ("text", "", child.tail))
        return self._nullable(pattern)


def _name(tag: Any, ns: str) -> str:
    uri = tag.get("ns", ns)
    local = "*" if etree.QName(tag).localname == "nsName" else tag.text
    return f"{{{uri}}}{local}" if uri else str(local)


def _named(wanted: str, name: str) -> bool:
    if wanted.endswith("*"):
        return name.startswith(wanted[:-1])
    return name == wanted


def _choice(one: Pattern, other: Pattern) -> Pattern:
    if other in (_NOT, one):
        return one
    return other if one == _NOT else ("choice", one, other)


def _both(kind: str, one: Pattern, other: Pattern) -> Pattern:
    if _NOT in (one, other):
        return _NOT
    if _EMPTY in (one, other):
        return other if one == _EMPTY else one
    return (kind, one, other)
