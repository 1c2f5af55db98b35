"""What a pattern expects: which elements and attributes may come, and which must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from octavo.relaxng.builder import Patterns
from octavo.relaxng.patterns import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Rests,
    Text,
    Value,
)

__all__ = [
    "all_elements",
    "first_elements",
    "has_text",
    "missing_before",
    "possible_attributes",
    "relaxed",
    "required_attributes",
    "required_elements",
    "skipping",
    "without_attributes",
]

Alternatives: TypeAlias = tuple[Element, ...]
"""Elements of which one must come."""


def first_elements(pattern: Pattern) -> Iterator[Element]:
    """The element patterns that may come next, in the order of the schema."""
    match pattern:
        case Element():
            yield pattern
        case Group():
            yield from first_elements(pattern.first)
            if pattern.first.nullable:
                yield from first_elements(pattern.second)
        case Choice() | Interleave() | OneOrMore():
            for part in pattern.parts():
                yield from first_elements(part)


def all_elements(pattern: Pattern) -> Iterator[Element]:
    """The element patterns that may come at any time, in the order of the schema."""
    if isinstance(pattern, Element):
        yield pattern
    elif not isinstance(pattern, Attribute):
        for part in pattern.parts():
            yield from all_elements(part)


def required_elements(pattern: Pattern) -> list[Alternatives]:
    """What must still come before the pattern is satisfied: for each of the things that must, the
    elements of which one would do."""
    if pattern.nullable:
        return []
    match pattern:
        case Element():
            return [(pattern,)]
        case Group() | Interleave():
            return [*required_elements(pattern.first), *required_elements(pattern.second)]
        case OneOrMore():
            return required_elements(pattern.content)
        case Choice():
            firsts = dict.fromkeys(
                element for member in pattern.members for element in first_elements(member)
            )
            return [tuple(firsts)] if firsts else []
        case _:
            return []


def possible_attributes(pattern: Pattern) -> Iterator[Attribute]:
    """The attribute patterns that may still be given."""
    if isinstance(pattern, Attribute):
        yield pattern
    elif pattern.attributive:
        for part in pattern.parts():
            yield from possible_attributes(part)


def required_attributes(pattern: Pattern) -> list[tuple[Attribute, ...]]:
    """The attributes that must still be given: for each, those of which one would do."""
    match pattern:
        case Attribute():
            return [(pattern,)]
        case Group() | Interleave():
            return [*required_attributes(pattern.first), *required_attributes(pattern.second)]
        case OneOrMore():
            return required_attributes(pattern.content)
        case Choice():
            needs = [required_attributes(member) for member in pattern.members]
            if not all(needs):
                return []
            return [tuple(dict.fromkeys(a for need in needs for a in need[0]))]
        case _:
            return []


def has_text(pattern: Pattern) -> bool:
    """Whether text, or a value, may stand directly in it."""
    if isinstance(pattern, Text | Data | Value | List):
        return True
    if isinstance(pattern, Attribute | Element):
        return False
    return any(has_text(part) for part in pattern.parts())


def skipping(pattern: Pattern, name: str, patterns: Patterns) -> Rests[Element]:
    """As `openings`, but what must come before may be missing."""
    match pattern:
        case Group():
            return patterns.merged((
                patterns.mapped(
                    skipping(pattern.first, name, patterns),
                    lambda rest: patterns.group(rest, pattern.second),
                ),
                skipping(pattern.second, name, patterns),
            ))  # fmt: skip
        case Interleave():
            first, second = pattern.first, pattern.second
            return patterns.merged((
                patterns.mapped(
                    skipping(first, name, patterns), lambda rest: patterns.interleave(rest, second)
                ),
                patterns.mapped(
                    skipping(second, name, patterns), lambda rest: patterns.interleave(first, rest)
                ),
            ))  # fmt: skip
        case Choice():
            return patterns.merged(skipping(part, name, patterns) for part in pattern.members)
        case OneOrMore():
            again = patterns.choice([pattern, patterns.empty])
            return patterns.mapped(
                skipping(pattern.content, name, patterns), lambda rest: patterns.group(rest, again)
            )
        case _:
            return pattern.openings(name, patterns)


def missing_before(pattern: Pattern, name: str, patterns: Patterns) -> list[Alternatives]:
    """What must come before an element called `name` can, where `skipping` finds it."""
    match pattern:
        case Group():
            if skipping(pattern.first, name, patterns):
                return missing_before(pattern.first, name, patterns)
            return [
                *required_elements(pattern.first),
                *missing_before(pattern.second, name, patterns),
            ]
        case Choice() | Interleave():
            found = [
                missing_before(part, name, patterns)
                for part in pattern.parts()
                if skipping(part, name, patterns)
            ]
            return min(found, key=len, default=[])
        case OneOrMore():
            return missing_before(pattern.content, name, patterns)
        case _:
            return []


def relaxed(pattern: Pattern, elements: Sequence[Element], patterns: Patterns) -> Pattern:
    """The pattern with `elements` no longer required: they came at the wrong time."""
    match pattern:
        case Element():
            if pattern in elements:
                return patterns.choice([pattern, patterns.empty])
            return pattern
        case Group():
            return patterns.group(*(relaxed(p, elements, patterns) for p in pattern.parts()))
        case Interleave():
            return patterns.interleave(*(relaxed(p, elements, patterns) for p in pattern.parts()))
        case Choice():
            return patterns.choice([relaxed(p, elements, patterns) for p in pattern.members])
        case OneOrMore():
            return patterns.one_or_more(relaxed(pattern.content, elements, patterns))
        case _:
            return pattern


def without_attributes(pattern: Pattern, patterns: Patterns) -> Pattern:
    """The pattern once all attributes are taken as given."""
    if not pattern.attributive:
        return pattern
    parts: Iterable[Pattern] = (without_attributes(p, patterns) for p in pattern.parts())
    match pattern:
        case Attribute():
            return patterns.empty
        case Group():
            return patterns.group(*parts)
        case Interleave():
            return patterns.interleave(*parts)
        case OneOrMore():
            return patterns.one_or_more(*parts)
        case _:
            return patterns.choice(parts)
