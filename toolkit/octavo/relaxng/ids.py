"""IDs, and references to them (RELAX NG DTD Compatibility, 3 December 2001, section 5).

A schema can say of attributes that their values are IDs. Then it must say so of each such attribute
without doubt: by the names of element and attribute alone one must know. Nothing but an attribute
is an ID.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from octavo.relaxng.findings import Finding
from octavo.relaxng.grammar import Grammar, NameClass, Node
from octavo.relaxng.names import NameTest, full_name, local_name
from octavo.relaxng.simplify_reach import parts

__all__ = ["conflicts", "id_type_of"]

_LIBRARIES: Final = frozenset(
    {
        "http://www.w3.org/2001/XMLSchema-datatypes",
        "http://relaxng.org/ns/compatibility/datatypes/1.0",
    }
)
_TYPES: Final = frozenset({"ID", "IDREF", "IDREFS"})


def id_type_of(node: Node) -> str:
    """ID, IDREF or IDREFS for a pattern of such values; else an empty string."""
    known = node[0] in {"data", "value"} and node[1] in _LIBRARIES and node[2] in _TYPES
    return str(node[2]) if known else ""


def conflicts(grammar: Grammar) -> Iterator[Finding]:
    """Where the schema leaves a doubt about what is an ID."""
    types: dict[tuple[str, str], str] = {}
    wild: dict[tuple[NameClass, NameClass], None] = {}
    for definition in grammar.elements:
        if _has_ids(definition.content):
            yield _finding(
                f"the content of {_word(definition.name_class, 'element')} is an ID or refers to"
                " one, which only an attribute can",
                "Take NCName or NMTOKENS instead, or put it into an attribute.",
            )
        for attribute in _attributes(definition.content):
            kind = id_type_of(attribute[2])
            if any(map(_has_ids, parts(attribute[2]))):
                yield _finding(
                    f"the values of {_word(attribute[1])} are IDs only in part",
                    "An attribute of type ID must be that and nothing else.",
                )
            elements, names = list(_names(definition.name_class)), list(_names(attribute[1]))
            if None in elements or None in names:
                if kind:
                    yield _finding(
                        f"{_word(attribute[1])} is of type {kind} without a name of its own",
                        "Name the element and the attribute that have IDs, without wildcards.",
                    )
                wild[definition.name_class, attribute[1]] = None
            for element in elements:
                for name in names:
                    if element is None or name is None:
                        continue
                    before = types.setdefault((element, name), kind)
                    if before != kind:
                        yield _doubt(element, name, before, kind)
                        types[element, name] = kind
    yield from _wild_conflicts(types, wild)


def _wild_conflicts(
    types: dict[tuple[str, str], str], wild: Iterable[tuple[NameClass, NameClass]]
) -> Iterator[Finding]:
    """Where an attribute that is an ID is allowed by a wildcard, too, as any text."""
    tests = [(NameTest(element), NameTest(attribute)) for element, attribute in wild]
    for (element, name), kind in types.items():
        if kind and any(e.allows(element) and a.allows(name) for e, a in tests):
            yield _doubt(element, name, kind, "")


def _attributes(node: Node) -> Iterator[Node]:
    pending = [node]
    while pending:
        node = pending.pop()
        if node[0] == "attribute":
            yield node
        elif node[0] in {"choice", "group", "interleave", "oneOrMore"}:
            pending.extend(reversed(node[1:]))


def _has_ids(node: Node) -> bool:
    """Whether a pattern has IDs or references to them, but for those in its attributes."""
    pending = [node]
    while pending:
        node = pending.pop()
        if id_type_of(node):
            return True
        if node[0] != "attribute":
            pending.extend(parts(node))
    return False


def _names(name_class: NameClass) -> Iterator[str | None]:
    """The names of a name class; None for those that it does not list."""
    match name_class:
        case ("name", uri, local):
            yield full_name(uri, local)
        case ("choice", *members):
            for member in members:
                yield from _names(member)
        case _:
            yield None


def _word(name_class: NameClass, what: str = "attribute") -> str:
    name = next(_names(name_class), None)
    return f"the {what} {local_name(name)}" if name else f"an {what}"


def _doubt(element: str, name: str, kind: str, other: str) -> Finding:
    return _finding(
        f"{local_name(name)} of <{local_name(element)}> is {kind or 'no ID'} in one place and"
        f" {other or 'no ID'} in another",
        "Give it the same type wherever the element is defined or a wildcard allows it.",
    )


def _finding(message: str, hint: str) -> Finding:
    return Finding("id-conflict", f"{message}.", hint=hint)
