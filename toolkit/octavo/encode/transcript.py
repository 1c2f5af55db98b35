"""A transcript as it was understood: what the TEI document is built from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from octavo.encode.inline import add, append_text, mixed
from octavo.encode.layout import HeadField, Layout
from octavo.encode.markup import Markup
from octavo.encode.people import People
from octavo.encode.profile import Profile
from octavo.encode.source import Paragraph

__all__ = ["Provenance", "Transcript"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a document says of where it comes from: the source's name, the edition's publisher and
    licence (empty where the edition does not say), and the language (BCP 47)."""

    source: str
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript, taken apart and marked up; `pointers` are the register entries' URIs of the
    participants, by the person's id."""

    layout: Layout
    people: People
    markup: Markup
    profile: Profile
    provenance: Provenance
    pointers: Mapping[str, str]

    def fields(self, *kinds: str) -> list[HeadField]:
        """The fields at the head that are of these kinds, in the order of the source."""
        return [head for head in self.layout.head if head.kind in kinds]

    def order(self, head: HeadField) -> str:
        """The place of a field at the head of the source, from 1: its `@n`."""
        return str(self.layout.head.index(head) + 1)

    def words(self, parent: etree._Element, paragraph: Paragraph, start: int, end: int) -> None:
        """Append a part of a paragraph to `parent`, marked up."""
        mixed(parent, paragraph.text, start, end, self.markup.spans(paragraph))

    def field(self, parent: etree._Element, name: str, head: HeadField) -> None:
        """Append an element with a field's label and words."""
        element = add(parent, name, n=self.order(head))
        if head.label:
            self.words(add(element, "label"), head.paragraph, 0, len(head.label))
            append_text(element, " ")
        self.words(element, head.paragraph, head.start, len(head.paragraph.text))
