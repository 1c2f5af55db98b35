"""What a schema allows in an element, in words and in a notation that is easy to read.

speaker?, (p | note | stage)+          ? may be left out, * any number, + one or more
text & (hi | note)*                    & in any order, mixed with
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from octavo.relaxng.builder import Patterns
from octavo.relaxng.expected import (
    all_elements,
    possible_attributes,
    required_attributes,
    without_attributes,
)
from octavo.relaxng.names import SEPARATOR, NameTest, local_name
from octavo.relaxng.patterns import (
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)
from octavo.relaxng.survey import Survey
from octavo.relaxng.wording import attribute_name

__all__ = ["AttributeUse", "Explanation", "explain"]


@dataclass(frozen=True, slots=True)
class AttributeUse:
    """An attribute of an element: its name as it is written, whether it must be there, and what
    its value may be."""

    name: str
    required: bool
    value: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One definition of an element: its attributes, its content in the notation of this module,
    and the names of the elements in which it may stand."""

    name: str
    attributes: tuple[AttributeUse, ...]
    content: str
    parents: tuple[str, ...]


def explain(patterns: Patterns, element: str, parent: str = "") -> list[Explanation]:
    """The definitions of the element with this local name, or this `{uri}local`; with `parent`
    those that may stand in an element of that name. Empty where there are none."""
    survey = Survey(patterns)
    within = None
    if parent:
        within = {
            child
            for name in _full_names(survey, parent)
            for holder in survey.elements(name)
            for child in all_elements(patterns.content(holder))
        }
    found = (
        _explained(patterns, survey, name, each)
        for name in _full_names(survey, element)
        for each in survey.elements(name)
        if within is None or each in within
    )
    return list(dict.fromkeys(found))


def _full_names(survey: Survey, name: str) -> list[str]:
    """The names of the schema that are meant by a name as a person writes it."""
    wanted = name.strip("<>").replace("{", "").replace("}", SEPARATOR)
    wanted = wanted.rpartition(":")[2] if SEPARATOR not in wanted else wanted
    return [known for known in survey.names if wanted in (known, local_name(known))]


def _explained(patterns: Patterns, survey: Survey, name: str, element: Element) -> Explanation:
    content = patterns.content(element)
    required = {
        alternatives[0] for alternatives in required_attributes(content) if len(alternatives) == 1
    }
    uses: dict[str, AttributeUse] = {}
    for attribute in possible_attributes(content):
        for called in _attribute_names(attribute.test):
            use = AttributeUse(called, attribute in required, _notation(attribute.content))
            uses.setdefault(called, use)
    ordered = sorted(uses.values(), key=lambda use: (not use.required, use.name))
    rest = _notation(without_attributes(content, patterns))
    parents = tuple(local_name(parent) for parent in survey.parents(name))
    return Explanation(local_name(name), tuple(ordered), rest, parents)


def _attribute_names(test: NameTest) -> list[str]:
    return [attribute_name(name) for name in test.names] + (["any other"] if test.open else [])


def _notation(pattern: Pattern, *, inner: bool = False) -> str:
    """A pattern as it is written here; in parentheses where it stands within another."""
    match pattern:
        case Text():
            return "text"
        case Element():
            names = [local_name(name) for name in pattern.test.names]
            return _joined(names + ["any element"] * pattern.test.open, " | ", inner=inner)
        case Value():
            return f"“{pattern.string}”"
        case Data():
            return _data(pattern)
        case List():
            return f"words: {_notation(pattern.content)}"
        case OneOrMore():
            return f"{_notation(pattern.content, inner=True)}+"
        case Group():
            return _joined(list(_flat(pattern, Group)), ", ", inner=inner)
        case Interleave():
            return _joined(list(_flat(pattern, Interleave)), " & ", inner=inner)
        case Choice():
            return _choice(pattern, inner=inner)
        case _:
            return "nothing" if pattern.nullable else "never"


def _choice(pattern: Choice, *, inner: bool) -> str:
    members = [m for m in pattern.members if not _is_empty(m)]
    if len(members) == len(pattern.members):
        words = list(dict.fromkeys(_notation(m, inner=True) for m in members))
        return _joined(words, " | ", inner=inner)
    if len(members) == 1 and isinstance(members[0], OneOrMore):
        return f"{_notation(members[0].content, inner=True)}*"
    words = list(dict.fromkeys(_notation(m, inner=True) for m in members))
    return f"{_joined(words, ' | ', inner=True)}?"


def _is_empty(pattern: Pattern) -> bool:
    return type(pattern) is Pattern and pattern.nullable


def _flat(pattern: Pattern, kind: type[Group] | type[Interleave]) -> Iterator[str]:
    for part in pattern.parts():
        if isinstance(part, kind):
            yield from _flat(part, kind)
        else:
            yield _notation(part, inner=True)


def _joined(words: Sequence[str], sign: str, *, inner: bool) -> str:
    joined = sign.join(words)
    return f"({joined})" if inner and len(words) > 1 else joined


def _data(pattern: Data) -> str:
    datatype = pattern.datatype
    params = ", ".join(f"{name} {value}" for name, value in datatype.params)
    return f"{datatype.name}{f' ({params})' if params else ''}"
