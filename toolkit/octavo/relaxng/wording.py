"""The words of messages: names, lists of what is expected, what is wrong with a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from octavo.relaxng.datatypes import Datatype
from octavo.relaxng.names import local_name, namespace_of
from octavo.relaxng.patterns import (
    Attribute,
    Choice,
    Context,
    Data,
    Element,
    List,
    OneOrMore,
    Pattern,
    Value,
)
from octavo.relaxng.suggest import suggestion
from octavo.relaxng.white_space import SPACE, words

__all__ = [
    "attribute_name",
    "element_names",
    "enumeration",
    "expected_values",
    "namespace_words",
    "shown_value",
    "tag",
    "value_problem",
]

MOST: Final = 8
"""So many names are told, and how many more there are."""

_LONG: Final = 60
"""Characters of a value that are shown."""

_DATES: Final = frozenset("date dateTime gYear gYearMonth".split())
_XML: Final = "http://www.w3.org/XML/1998/namespace"


def tag(name: str) -> str:
    """An element's name as it is shown: `<p>`."""
    return f"<{local_name(name)}>"


def attribute_name(name: str) -> str:
    """An attribute's name as it is shown: `xml:id`, `who`."""
    return f"xml:{local_name(name)}" if namespace_of(name) == _XML else local_name(name)


def namespace_words(uri: str) -> str:
    """A namespace in a sentence."""
    return f"the namespace {uri}" if uri else "no namespace"


def element_names(elements: Iterable[Element]) -> list[str]:
    """The names of element patterns, each once, in their order."""
    names: dict[str, None] = {}
    for element in elements:
        names.update(dict.fromkeys(element.test.names))
        if element.test.open:
            names["any other"] = None
    return list(names)


def enumeration(items: Sequence[str], last: str = "or", most: int = MOST) -> str:
    """`a, b or c`; at most so many, and how many more."""
    if len(items) > most:
        return f"{', '.join(items[:most])} and {len(items) - most} more"
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def shown_value(value: str) -> str:
    """A value on one line, cut where it is long."""
    shown = re.sub(f"[{SPACE}]", " ", value)
    return shown if len(shown) < _LONG else f"{shown[: _LONG - 3]}..."


def value_problem(pattern: Pattern, value: str, context: Context) -> tuple[str, str]:
    """What is wrong with a value, as the end of a sentence, and what to do."""
    if isinstance(pattern, List):
        return _list_problem(pattern, value, context)
    values = expected_values(pattern)
    types = list(_types(pattern))
    if values and (near := suggestion(value, values)) is not None:
        return "is not one of its values", f"Did you mean {near}?"
    if types and not (values and len(values) > 2):
        best, *others = _by_likeness(types, value)
        problem = best.problem(value, context) or "is excluded by the schema"
        examples = list(dict.fromkeys(t.examples[0] for t in [best, *others] if t.examples))[:3]
        hint = f"Expected such as {enumeration(examples)}." if examples else ""
        verdict = "is not a date" if best.name in _DATES else "is not allowed"
        return f"{verdict}: {problem}", hint
    if values:
        return "is not one of its values", f"Expected is {enumeration(values)}."
    lists = [part for part in pattern.parts() if isinstance(part, List)]
    if lists:
        return _list_problem(lists[0], value, context)
    return "is not allowed: it must be empty", ""


def expected_values(pattern: Pattern) -> list[str]:
    """The strings that a pattern lists, in the order of the schema."""
    if isinstance(pattern, Value):
        return [pattern.string]
    if isinstance(pattern, Choice | OneOrMore):
        return list(dict.fromkeys(v for part in pattern.parts() for v in expected_values(part)))
    return []


def _list_problem(pattern: List, value: str, context: Context) -> tuple[str, str]:
    """Which of the words is wrong."""
    found = words(value)
    if not found:
        return "is empty, and needs at least one word", ""
    for word in found:
        if not _item_fits(pattern.content, word, context):
            problem, hint = value_problem(pattern.content, word, context)
            return (f"{problem}: {word}" if len(found) > 1 else problem), hint
    return "has not as many words as it must have", ""


def _item_fits(pattern: Pattern, word: str, context: Context) -> bool:
    match pattern:
        case Value():
            return pattern.datatype.same(pattern.string, pattern.context, word, context)
        case Data():
            return pattern.datatype.allows(word, context)
        case _:
            return any(_item_fits(part, word, context) for part in pattern.parts())


def _types(pattern: Pattern) -> Iterable[Datatype]:
    if isinstance(pattern, Data):
        yield pattern.datatype
    elif not isinstance(pattern, Attribute | Element | Value | List):
        for part in pattern.parts():
            yield from _types(part)


def _by_likeness(types: Sequence[Datatype], value: str) -> list[Datatype]:
    """The types, the likeliest that a value was meant to be of first: by the shape of the value."""
    import difflib

    shape = _shape(value)

    def unlikeness(datatype: Datatype) -> float:
        return min(
            (
                1 - difflib.SequenceMatcher(None, shape, _shape(e)).ratio()
                for e in datatype.examples
            ),
            default=1.0,
        )

    return sorted(types, key=unlikeness)


def _shape(text: str) -> str:
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", text.strip()))
