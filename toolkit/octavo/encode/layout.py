"""The survey of a source: what stands at the head, who takes which turn, what closes it.

Nothing is decided here by what a document says, only by its profile and by the document as a
whole: a label is believed when it announces an alias, resolves to somebody known, or recurs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from octavo.encode.dates import parse_date
from octavo.encode.labels import Label, bare_name, read_label
from octavo.encode.profile import Field, Profile, recognises
from octavo.encode.site import Chrome, Fact, bounds, chrome, facts, no_document
from octavo.encode.source import Paragraph, Source

__all__ = ["Doubt", "HeadField", "Layout", "Turn", "lay_out"]

_CLOSING_LINES: Final = 3
_CLOSING_WORDS: Final = 20
_TITLE_WORDS: Final = 40
_SENTENCE_ENDS: Final = frozenset('.?!…”"')
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
class Doubt:
    """A paragraph that begins like a turn, with a label that was not believed; `in_turn` whether it
    goes on with the turn before it, or stands before the first."""

    paragraph: Paragraph
    label: Label
    in_turn: bool


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
    doubtful: tuple[Doubt, ...]


def lay_out(source: Source, profile: Profile) -> Layout:
    """Take the source apart.

    Raises OctavoError `no-document` where the profile says how a document begins, and nothing of
    the source does, or where nothing but the head follows.
    """
    first, last = bounds(source, profile)
    paragraphs = source.paragraphs(first, last)
    labels = {index: read_label(paragraph, profile) for index, paragraph in enumerate(paragraphs)}
    fields = {
        index: found
        for index, paragraph in enumerate(paragraphs)
        if (found := _field_of(paragraph, profile)) is not None
    }
    begin, believed = _first_turn(paragraphs, labels, fields, profile)
    head, opening = _head(paragraphs[:begin], profile)
    turns: list[tuple[Label, list[Paragraph]]] = []
    doubtful = [
        Doubt(paragraph, label, in_turn=False)
        for paragraph in opening
        if (label := read_label(paragraph, profile)) is not None
        and _field_of(paragraph, profile) is None
    ]
    for index, paragraph in enumerate(paragraphs[begin:], begin):
        label = labels[index]
        if label is not None and label.core in believed:
            turns.append((label, [paragraph]))
            continue
        if label is not None:
            doubtful.append(Doubt(paragraph, label, in_turn=bool(turns)))
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
    paragraphs: Sequence[Paragraph],
    labels: Mapping[int, Label | None],
    fields: Mapping[int, HeadField],
    profile: Profile,
) -> tuple[int, set[str]]:
    """The index of the paragraph with the first turn (their number if there is none), and the cores
    of the labels that are believed. A turn may be the only one of somebody who is on a list at the
    head, if it stands after that; any other first turn has a label that recurs, or announces an
    alias."""
    end = len(paragraphs)
    found = {index: label for index, label in labels.items() if label and index not in fields}
    counts = Counter(label.core for label in labels.values() if label)
    recurring = next((i for i, each in found.items() if each.aliases or counts[each.core] > 1), end)
    lists = {
        index: field.value
        for index, field in fields.items()
        if field.kind == "participants" and index < recurring
    }
    # In the text, `Interpreter:` is a label and no field.
    spoken = [label for i, label in labels.items() if label and (i in found or i >= recurring)]
    believed = _believed(spoken, counts, lists.values(), profile)
    after = max(lists, default=-1)
    singles = (i for i, each in found.items() if i > after and each.core in believed)
    # `Kim: A Life` is a title.
    single = next((i for i in singles if i or paragraphs[0].text[-1] in _SENTENCE_ENDS), end)
    begin = min(recurring, single)
    return begin if begin < end else next(iter(found), end), believed


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


def _believed(
    labels: Collection[Label], counts: Mapping[str, int], listed: Iterable[str], profile: Profile
) -> set[str]:
    """The cores of the labels that are believed: those that announce an alias, recur, or name
    somebody of the lists or of another believed label, if only by one word of the name."""
    cores = {label.core: bare_name(label.core, profile)[0].casefold() for label in labels}
    known = {alias.casefold() for label in labels for alias in label.aliases}
    known |= {cores[label.core] for label in labels if label.aliases}
    words = {core: tuple(_WORD.findall(name)) for core, name in cores.items()}
    runs = _word_runs(listed, {len(run) for run in words.values()} - {0})
    believed = {
        core
        for core, name in cores.items()
        if counts[core] > 1 or {core.casefold(), name} & known or words[core] in runs
    }
    ends = {end for core in believed for end in (words[core][:1], words[core][-1:]) if end}
    return believed | {core for core in cores if words[core] in ends}


def _word_runs(texts: Iterable[str], lengths: Collection[int]) -> set[tuple[str, ...]]:
    """Every run of words of these lengths."""
    return {
        tuple(words[index : index + length])
        for words in (_WORD.findall(text.casefold()) for text in texts)
        for index in range(len(words))
        for length in lengths
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
