"""What the words of a paragraph are in TEI: brackets, asides, names and dates as spans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from octavo.encode.brackets import Bracket, Stray
from octavo.encode.dates import find_dates
from octavo.encode.inline import Span, nested
from octavo.encode.names import Entry, Names
from octavo.encode.people import People
from octavo.encode.profile import Profile
from octavo.encode.reading import Reading
from octavo.encode.source import Paragraph

__all__ = ["Markup", "Record"]

ELEMENTS: Final = {"person": "persName", "place": "placeName", "organisation": "orgName"}
_PARENTHESES: Final = re.compile(r"\([^()]*\)")


@dataclass(slots=True)
class Record:
    """What was seen while paragraphs were marked up, for the report."""

    brackets: Counter[tuple[str, str]] = field(default_factory=Counter)
    guesses: list[tuple[Paragraph, Bracket]] = field(default_factory=list)
    strays: list[tuple[Paragraph, Sequence[Stray]]] = field(default_factory=list)
    mentions: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    asides: int = 0


class Markup:
    """Marks up paragraphs of one document; each is looked at once."""

    def __init__(
        self,
        readings: Mapping[int, Reading],
        profile: Profile,
        names: Names,
        people: People,
        pointer: Callable[[Entry], str],
        editor: str,
        labels: Mapping[int, int],
    ) -> None:
        """`readings` are the paragraphs as they are read, by their lines; `pointer` gives the URI
        of a register's entry, `editor` that of who wrote brackets; `labels` the end of a
        paragraph's label, by the paragraph's line: capitals in a label tell nothing about names.
        """
        self._readings = readings
        self._profile = profile
        self._names = names
        self._people = people
        self._pointer = pointer
        self._editor = editor
        self._labels = labels
        self._spans: dict[int, list[Span]] = {}
        self.record = Record()

    def spans(self, paragraph: Paragraph) -> list[Span]:
        """The spans of a whole paragraph, nested."""
        key = paragraph.line
        if key not in self._spans:
            self._spans[key] = nested(self._all(paragraph))
        return self._spans[key]

    def _all(self, paragraph: Paragraph) -> Iterator[Span]:
        text = paragraph.text
        reading = self._readings[paragraph.line]
        if reading.strays:
            self.record.strays.append((paragraph, reading.strays))
        for bracket in reading.brackets:
            self.record.brackets[bracket.reason, bracket.certainty] += 1
            if bracket.certainty != "high":
                self.record.guesses.append((paragraph, bracket))
            yield self._bracket(text, bracket)
        yield from self._asides(text)
        yield from self._mentions(reading, self._labels.get(paragraph.line, 0))
        for date in find_dates(text):
            yield Span(date.start, date.end, "date", {"when": date.when}, weight=4)

    def _bracket(self, text: str, bracket: Bracket) -> Span:
        attributes = {"reason": bracket.reason}
        if bracket.gap:
            words = text[bracket.start : bracket.end]
            return Span(bracket.start, bracket.end, "gap", attributes, weight=1, words=words)
        if bracket.certainty != "high":
            attributes["cert"] = bracket.certainty
        attributes["resp"] = self._editor
        return Span(bracket.start, bracket.end, "supplied", attributes, 1, 1, weight=1)

    def _asides(self, text: str) -> Iterator[Span]:
        """`(Hao says: ...)` within somebody's turn."""
        verbs = "|".join(re.escape(verb) for verb in self._profile.said_verbs)
        opening = re.compile(rf"\((?P<who>[^():]{{1,60}}?)\s+(?:{verbs})\b[^():]{{0,30}}:")
        for match in _PARENTHESES.finditer(text):
            said = opening.match(match.group()) if verbs else None
            person = self._people.find(said.group("who")) if said else None
            if person is not None:
                self.record.asides += 1
                yield Span(match.start(), match.end(), "said", {"who": f"#{person.id}"})

    def _mentions(self, reading: Reading, label: int) -> Iterator[Span]:
        readings = [reading] + [
            reading.within(bracket)
            for bracket in reading.brackets
            if bracket.reason in {"identification", "explanation"}
        ]
        for each in readings:
            mentions = list(self._names.mentions(each))
            for mention in mentions:
                self.record.mentions[mention.entry.id] += 1
                attributes = {"ref": self._pointer(mention.entry)}
                name = ELEMENTS[mention.entry.kind]
                yield Span(mention.start, mention.end, name, attributes, weight=2)
            self.record.unknown.update(self._names.unknown(each, label, mentions))
