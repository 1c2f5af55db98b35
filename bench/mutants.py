"""Documents with one fault each, and what a validator should say of it.

    for mutant in mutants(text, seed=1, number=100): ...

A valid document is broken in one place, in one of `KINDS` ways. The places are those at which the
fault can be seen; whether the mutant is invalid at all is for a validator to say, for not every
change breaks a rule.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

__all__ = ["KINDS", "Mutant", "mutants"]

_CLOSED: Final = frozenset("reason cert type role part place rend level unit status".split())
_ATTRIBUTE: Final = re.compile(r'\s([\w:.-]+)="([^"]*)"')
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A document with a fault of a kind. `places` are lines and columns (from 1): mostly one; a
    child that was moved is wrong where it stands, or what it displaced is. `meant` is what was
    misspelt, empty where nothing was."""

    kind: str
    text: str
    places: tuple[tuple[int, int], ...]
    meant: str = ""


@dataclass(slots=True)
class _Element:
    """An element in a text: offsets of its start tag, its content and its end."""

    name: str
    start: int
    inner: int
    parent: _Element | None
    end: int = 0
    closing: int = 0
    children: list[_Element] = field(default_factory=list)
    has_text: bool = False

    @property
    def empty(self) -> bool:
        return self.closing == self.inner == self.end


def mutants(text: str, seed: int, number: int) -> Iterator[Mutant]:
    """So many mutants, the kinds in turn. The same arguments give the same mutants."""
    chance = random.Random(seed)
    elements = _elements(text)
    made = 0
    while made < number:
        for kind, change in KINDS.items():
            mutant = change(text, elements, chance)
            if mutant is not None and made < number:
                offsets, changed, meant = mutant
                places = tuple(
                    (changed.count("\n", 0, at) + 1, at - changed.rfind("\n", 0, at))
                    for at in offsets
                )
                made += 1
                yield Mutant(kind, changed, places, meant)


_Change = tuple[tuple[int, ...], str, str]
"""Offsets of the fault in the changed text, that text, and what was misspelt."""


def _misspell_element(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    element = chance.choice([e for e in elements if len(e.name) > 3])
    wrong = _misspelt(element.name, chance)
    begin = element.start + 1
    changed = text[:begin] + wrong + text[begin + len(element.name) :]
    if not element.empty:
        at = element.closing + 2 + len(wrong) - len(element.name)
        changed = changed[:at] + wrong + changed[at + len(element.name) :]
    return (element.start,), changed, element.name


def _misspell_attribute(
    text: str, elements: list[_Element], chance: random.Random
) -> _Change | None:
    names = [m for e in elements for m in _attributes(text, e) if len(m.group(1)) > 2]
    match = chance.choice([m for m in names if not m.group(1).startswith(("xmlns", "xml:"))])
    wrong = _misspelt(match.group(1), chance)
    return (
        (match.start(1),),
        text[: match.start(1)] + wrong + text[match.end(1) :],
        match.group(1),
    )


def _misspell_value(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    found = [
        m
        for e in elements
        for m in _attributes(text, e)
        if m.group(1) in _CLOSED and re.fullmatch(r"[a-z-]{4,}", m.group(2))
    ]
    if not found:
        return None
    match = chance.choice(found)
    wrong = _misspelt(match.group(2), chance)
    changed = text[: match.start(2)] + wrong + text[match.end(2) :]
    return (match.start(1),), changed, match.group(2)


def _move_child(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    """A child comes before all its siblings."""
    parents = [e for e in elements if len(e.children) > 1 and not e.has_text]
    parent = chance.choice(parents)
    child = chance.choice(parent.children[1:])
    first = parent.children[0].start
    moved = text[child.start : child.end]
    rest = text[first : child.start] + text[child.end :]
    return (first, first + len(moved)), text[:first] + moved + rest, ""


def _remove_child(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    child = chance.choice([e for e in elements if e.parent is not None])
    changed = text[: child.start] + text[child.end :]
    parent = child.parent
    assert parent is not None
    after = [e for e in parent.children if e.start >= child.end]
    gap = child.end - child.start
    at = (after[0].start if after else parent.closing) - gap
    return (at,), changed, ""


def _repeat_child(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    child = chance.choice([e for e in elements if e.parent is not None and not e.parent.has_text])
    copy = re.sub(r'\sxml:id="[^"]*"', "", text[child.start : child.end])
    return (child.end,), text[: child.end] + copy + text[child.end :], ""


def _insert_text(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    parent = chance.choice([e for e in elements if e.children and not e.has_text])
    child = chance.choice(parent.children)
    return (child.start,), text[: child.start] + "stray words" + text[child.start :], ""


def _break_date(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    found = [m for e in elements for m in _attributes(text, e)
             if re.fullmatch(r"\d{4}-\d\d-\d\d", m.group(2))]  # fmt: skip
    if not found:
        return None
    match = chance.choice(found)
    year, month, day = match.group(2).split("-")
    wrong = chance.choice(
        [f"{year}-13-{day}", f"{year}-{month}-32", f"{year}-02-30", f"{year}/{month}/{day}",
         f"{day}.{month}.{year}", f"{year}-{month}-{day}x"]
    )  # fmt: skip
    return (match.start(1),), text[: match.start(2)] + wrong + text[match.end(2) :], ""


def _drop_namespace(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    element = chance.choice(elements)
    if element.parent is None:
        changed = re.sub(r'\sxmlns="[^"]*"', "", text, count=1)
        return (element.start,), changed, ""
    at = element.start + 1 + len(element.name)
    return (element.start,), f'{text[:at]} xmlns=""{text[at:]}', ""


def _add_attribute(text: str, elements: list[_Element], chance: random.Random) -> _Change | None:
    element = chance.choice(elements)
    at = element.start + 1 + len(element.name)
    return (at + 1,), f'{text[:at]} zzqx="1"{text[at:]}', ""


KINDS: Final[dict[str, Callable[[str, list[_Element], random.Random], _Change | None]]] = {
    "misspelt element": _misspell_element,
    "misspelt attribute": _misspell_attribute,
    "misspelt value": _misspell_value,
    "moved child": _move_child,
    "removed child": _remove_child,
    "repeated child": _repeat_child,
    "stray text": _insert_text,
    "broken date": _break_date,
    "dropped namespace": _drop_namespace,
    "unknown attribute": _add_attribute,
}


def _misspelt(word: str, chance: random.Random) -> str:
    """One letter left out, put in, changed, or swapped with the next."""
    while True:
        at = chance.randrange(1, len(word) - 1)
        other = chance.choice(_LETTERS)
        wrong = chance.choice([
            word[:at] + word[at + 1 :],
            word[:at] + other + word[at:],
            word[:at] + other + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ])  # fmt: skip
        if wrong != word:
            return wrong


def _attributes(text: str, element: _Element) -> Iterator[re.Match[str]]:
    end = text.index(">", element.start)
    yield from _ATTRIBUTE.finditer(text, element.start, end)


def _elements(text: str) -> list[_Element]:
    """The elements of a document, in its order."""
    characters = _Offsets(text)
    found: list[_Element] = []
    opened: list[_Element] = []
    parser = expat.ParserCreate("utf-8")

    def start(name: str, _attributes: dict[str, str]) -> None:
        offset = characters.of(parser.CurrentByteIndex)
        inner = text.index(">", offset) + 1
        element = _Element(name, offset, inner, opened[-1] if opened else None)
        if opened:
            opened[-1].children.append(element)
        opened.append(element)
        found.append(element)

    def end(_name: str) -> None:
        element = opened.pop()
        element.closing = characters.of(parser.CurrentByteIndex)
        if text[element.inner - 2 : element.inner] == "/>":
            element.closing = element.end = element.inner
        else:
            element.end = text.index(">", element.closing) + 1

    def characters_of(piece: str) -> None:
        if piece.strip():
            opened[-1].has_text = True

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters_of
    parser.Parse(text.encode(), True)  # noqa: FBT003
    return found


class _Offsets:
    """Offsets in characters, from those in the bytes of UTF-8, asked in rising order."""

    def __init__(self, text: str) -> None:
        self._data = text.encode()
        self._bytes = 0
        self._characters = 0

    def of(self, offset: int) -> int:
        """The offset in characters."""
        self._characters += len(self._data[self._bytes : offset].decode())
        self._bytes = offset
        return self._characters
