"""The survey of a source: what stands at the head, who takes which turn, what closes it.

Nothing is decided here by what a document says, only by its profile and by the document as a
whole: a label is believed when it announces an alias, resolves to somebody known, or recurs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from octavo.encode.dates import parse_date
from octavo.encode.labels import Label, bare_name, read_label
from octavo.encode.profile import Field, Profile, recognises
from octavo.encode.site import Chrome, Fact, bounds, chrome, facts, no_document
from octavo.encode.source import Paragraph, Source

__all__ = ["HeadField", "Layout", "Turn", "lay_out"]

_CLOSING_LINES: Final = 3
_CLOSING_WORDS: Final = 20
_TITLE_WORDS: Final = 40
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class HeadField:
    """A field at the head: `label` as printed (empty where there is none); the value is what
    follows offset `start` of `paragraph`. `side` names the side of participants."""

    kind: str
    label: str
    paragraph: Paragraph
    start: int
    side: str = ""

    @property
    def value(self) -> str:
        """The field's value as printed."""
        return self.paragraph.text[self.start :]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: its label, and its paragraphs; the first begins at `label.end`."""

    label: Label
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A source, taken apart. Every paragraph of the document is in exactly one of `head`,
    `opening`, `turns` and `closing`, in the order of the source; `paragraphs` has them all."""

    paragraphs: tuple[Paragraph, ...]
    chrome: tuple[Chrome, ...]
    facts: tuple[Fact, ...]
    head: tuple[HeadField, ...]
    opening: tuple[Paragraph, ...]
    turns: tuple[Turn, ...]
    closing: tuple[Paragraph, ...]
    doubtful: tuple[tuple[Paragraph, Label], ...]


def lay_out(source: Source, profile: Profile) -> Layout:
    """Take the source apart.

    Raises OctavoError `no-document` where the profile says how a document begins, and nothing of
    the source does, or where nothing but the head follows.
    """
    first, last = bounds(source, profile)
    paragraphs = source.paragraphs(first, last)
    labels = {index: read_label(paragraph, profile) for index, paragraph in enumerate(paragraphs)}
    begin = _first_turn(paragraphs, labels, profile)
    head, opening = _head(paragraphs[:begin], profile)
    believed = _believed(
        [label for index, label in labels.items() if label and index >= begin], head, profile
    )
    turns: list[tuple[Label, list[Paragraph]]] = []
    doubtful: list[tuple[Paragraph, Label]] = []
    for index, paragraph in enumerate(paragraphs[begin:], begin):
        label = labels[index]
        if label is not None and label.core in believed:
            turns.append((label, [paragraph]))
            continue
        if label is not None:
            doubtful.append((paragraph, label))
        if turns:
            turns[-1][1].append(paragraph)
        else:
            opening.append(paragraph)
    if not turns and not opening and profile.begin and recognises(profile, source.lines):
        raise no_document(source, profile, last, "nothing follows the head of the document")
    closing = _closing(turns[-1][1] if turns else opening)
    return Layout(
        tuple(paragraphs),
        chrome(source, first, last),
        tuple(facts(source, profile, first, last)),
        tuple(head),
        tuple(opening),
        tuple(Turn(label, tuple(spoken)) for label, spoken in turns),
        tuple(closing),
        tuple(doubtful),
    )


def _field_of(paragraph: Paragraph, profile: Profile) -> HeadField | None:
    before, colon, _ = paragraph.text.partition(":")
    for field in profile.fields:
        found = _match(field, paragraph, before if colon else "")
        if found is not None:
            return found
    return None


def _match(field: Field, paragraph: Paragraph, before: str) -> HeadField | None:
    if field.label is not None and before:
        match = field.label.match(before)
        if match:
            start = len(before) + 1
            start += len(paragraph.text[start:]) - len(paragraph.text[start:].lstrip())
            side = match.groupdict().get("side") or ""
            return HeadField(field.kind, before, paragraph, start, side)
    if field.line is not None and field.line.search(paragraph.text):
        return HeadField(field.kind, "", paragraph, 0)
    return None


def _first_turn(
    paragraphs: list[Paragraph], labels: dict[int, Label | None], profile: Profile
) -> int:
    """The index of the first paragraph whose label is no field of the head and recurs, or that
    announces an alias."""
    counts = Counter(label.core for label in labels.values() if label)
    for index, paragraph in enumerate(paragraphs):
        label = labels[index]
        if label is None or _field_of(paragraph, profile) is not None:
            continue
        if label.aliases or counts[label.core] > 1:
            return index
    return next(
        (
            index
            for index, label in labels.items()
            if label and not _field_of(paragraphs[index], profile)
        ),
        len(paragraphs),
    )


def _head(paragraphs: list[Paragraph], profile: Profile) -> tuple[list[HeadField], list[Paragraph]]:
    """The fields at the head, and the paragraphs after them that belong to the text.

    A first short paragraph without a field is the title; a date alone before or after it, the date.
    """
    fields: list[HeadField] = []
    kinds: set[str] = set()
    for index, paragraph in enumerate(paragraphs):
        found = _field_of(paragraph, profile)
        if found is None and not kinds - {"title", "date"}:
            found = _heading(paragraph, kinds)
        if found is None:
            return fields, [*paragraphs[index:]]
        fields.append(found)
        kinds.add(found.kind)
    return fields, []


def _heading(paragraph: Paragraph, kinds: set[str]) -> HeadField | None:
    words = paragraph.text.split()
    if "date" not in kinds and len(words) <= 5 and parse_date(paragraph.text):
        return HeadField("date", "", paragraph, 0)
    if "title" not in kinds and len(words) <= _TITLE_WORDS and not paragraph.text.endswith("."):
        return HeadField("title", "", paragraph, 0)
    return None


def _believed(labels: list[Label], head: list[HeadField], profile: Profile) -> set[str]:
    """The cores of the labels that are believed."""
    counts = Counter(label.core for label in labels)
    known = {alias for label in labels for alias in label.aliases}
    known |= {bare_name(label.core, profile)[0] for label in labels if label.aliases}
    names = {core: bare_name(core, profile)[0] for core in counts}
    words = {core: tuple(_WORD.findall(name)) for core, name in names.items()}
    people = " ".join(field.value for field in head if field.kind == "participants")
    listed = _word_runs(people, {len(run) for run in words.values()})
    return {
        core
        for core, count in counts.items()
        if count > 1 or {core, names[core]} & known or words[core] in listed
    }


def _word_runs(text: str, lengths: Collection[int]) -> set[tuple[str, ...]]:
    """Every run of words of these lengths."""
    words = _WORD.findall(text)
    return {
        tuple(words[index : index + length]) for index in range(len(words)) for length in lengths
    }


def _closing(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The closing lines, taken off the end of `paragraphs`: short ones before a last date.

    The first paragraph of a turn holds its label and never belongs to the closing.
    """
    if len(paragraphs) < 2 or not _is_date(paragraphs[-1].text):
        return []
    begin = len(paragraphs) - 1
    while begin > 1 and len(paragraphs) - begin <= _CLOSING_LINES:
        text = paragraphs[begin - 1].text
        if len(text.split()) > _CLOSING_WORDS or text[-1] in '.?!:;,”"':
            break
        begin -= 1
    closing = paragraphs[begin:]
    del paragraphs[begin:]
    return closing


def _is_date(text: str) -> bool:
    bare = text.strip("()[]. ")
    return len(bare.split()) <= 4 and parse_date(bare) is not None
