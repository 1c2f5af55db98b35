"""IDs, and references to them (RELAX NG DTD Compatibility, 3 December 2001, section 5).

A schema can say of attributes that their values are IDs. Then it must say so of each such attribute
without doubt: by the names of element and attribute alone one must know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.relaxng.findings import Finding
from octavo.relaxng.grammar import Grammar, NameClass, Node

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
    for definition in grammar.elements:
        for attribute in _attributes(definition.content):
            kind = id_type_of(attribute[2])
            if not kind and _inner_types(attribute[2]):
                yield _finding(
                    f"the values of {_word(attribute[1])} are IDs only in part",
                    "An attribute of type ID must be that and nothing else.",
                )
            elements, names = list(_names(definition.name_class)), list(_names(attribute[1]))
            if kind and (None in elements or None in names):
                yield _finding(
                    f"{_word(attribute[1])} is of type {kind} without a name of its own",
                    "Name the element and the attribute that have IDs, without wildcards.",
                )
            for element in elements:
                for name in names:
                    if element is None or name is None:
                        continue
                    before = types.setdefault((element, name), kind)
                    if before != kind:
                        yield _finding(
                            f"{name.rpartition(' ')[2]} of <{element.rpartition(' ')[2]}> is"
                            f" {before or 'no ID'} in one place and {kind or 'no ID'} in another",
                            "Give it the same type wherever the element is defined.",
                        )
                        types[element, name] = kind


def _attributes(node: Node) -> Iterator[Node]:
    pending = [node]
    while pending:
        node = pending.pop()
        if node[0] == "attribute":
            yield node
        elif node[0] in {"choice", "group", "interleave", "oneOrMore"}:
            pending.extend(reversed(node[1:]))


def _inner_types(node: Node) -> bool:
    if id_type_of(node):
        return True
    if node[0] in {"choice", "group", "interleave", "oneOrMore", "list"}:
        return any(_inner_types(part) for part in node[1:])
    return False


def _names(name_class: NameClass) -> Iterator[str | None]:
    """The names of a name class; None for those that it does not list."""
    match name_class:
        case ("name", uri, local):
            yield f"{uri} {local}" if uri else local
        case ("choice", *members):
            for member in members:
                yield from _names(member)
        case _:
            yield None


def _word(name_class: NameClass) -> str:
    name = next(_names(name_class), None)
    return f"the attribute {name.rpartition(' ')[2]}" if name else "an attribute"


def _finding(message: str, hint: str) -> Finding:
    return Finding("id-conflict", f"{message}.", hint=hint)
