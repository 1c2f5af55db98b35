"""A paragraph's markup: spans over its text, nested, and the TEI that comes of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from lxml import etree

__all__ = ["TEI", "XML", "Span", "add", "append_text", "mixed", "nested", "root_element"]

TEI: Final = "{http://www.tei-c.org/ns/1.0}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True)
class Span:
    """An element over `start` to `end` of a text. The first `head` and the last `tail` characters
    of it are marks that the element stands for (brackets), and are not text.

    `weight` orders spans of the same extent: the smaller is the outer one.
    """

    start: int
    end: int
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    head: int = 0
    tail: int = 0
    weight: int = 0
    words: str = ""


def nested(spans: Iterable[Span]) -> list[Span]:
    """The spans, outer ones first, without those that would cross an earlier or longer one."""
    kept: list[Span] = []
    open_ends: list[int] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.weight)):
        while open_ends and open_ends[-1] <= span.start:
            open_ends.pop()
        if not open_ends or span.end <= open_ends[-1]:
            kept.append(span)
            open_ends.append(span.end)
    return kept


def mixed(parent: etree._Element, text: str, start: int, end: int, spans: Sequence[Span]) -> None:
    """Append `text[start:end]` to `parent`, with those of the nested `spans` as elements that lie
    within it."""
    first = bisect_left(spans, start, key=lambda span: span.start)
    last = bisect_left(spans, end, key=lambda span: span.start)
    position = start
    open_elements: list[tuple[etree._Element, Span]] = []

    def current() -> etree._Element:
        return open_elements[-1][0] if open_elements else parent

    def close(until: int) -> None:
        nonlocal position
        while open_elements and open_elements[-1][1].end <= until:
            element, span = open_elements[-1]
            append_text(element, text[position : span.end - span.tail])
            position = max(position, span.end)
            open_elements.pop()

    for span in spans[first:last]:
        if span.end > end or span.start < position:
            continue
        close(span.start)
        append_text(current(), text[position : span.start])
        element = etree.SubElement(current(), TEI + span.name, dict(span.attributes))
        position = span.start + span.head
        if span.words:
            etree.SubElement(element, TEI + "desc").text = span.words
            position = span.end
        else:
            open_elements.append((element, span))
    close(end)
    append_text(parent, text[position:end])


def append_text(parent: etree._Element, text: str) -> None:
    """Append characters after all that `parent` holds."""
    if not text:
        return
    # Not len(parent): lxml counts the children one by one.
    last = next(parent.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    """Append a TEI element with attributes that are in no namespace."""
    return etree.SubElement(parent, TEI + name, attributes)


def root_element(identifier: str) -> etree._Element:
    """An empty `<TEI xml:id="...">`, its namespace the default one."""
    element = etree.Element(TEI + "TEI", nsmap=cast("dict[str, str]", {None: TEI.strip("{}")}))
    element.set(XML + "id", identifier)
    return element
