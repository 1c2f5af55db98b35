"""The TEI document that an encoded transcript is: header, speeches, closing lines."""

from __future__ import annotations

from lxml import etree

from octavo.encode.header import build_header, explain_brackets
from octavo.encode.identifiers import speech_id
from octavo.encode.inline import TEI, XML, add, append_text, root_element
from octavo.encode.layout import Turn
from octavo.encode.source import Paragraph
from octavo.encode.transcript import Transcript

__all__ = ["build_document"]


def build_document(identifier: str, transcript: Transcript) -> etree._Element:
    """The `<TEI>` of a transcript."""
    root = root_element(identifier)
    root.set(XML + "lang", transcript.provenance.language)
    build_header(root, transcript)
    _text(transcript, root)
    if next(root.iter(TEI + "supplied"), None) is not None:
        explain_brackets(root, transcript)
    return root


def _text(transcript: Transcript, root: etree._Element) -> None:
    body = add(add(root, "text"), "body")
    for paragraph in transcript.layout.opening:
        _paragraph(transcript, body, paragraph)
    for number, turn in enumerate(transcript.layout.turns, 1):
        _speech(transcript, body, turn, number)
    if transcript.layout.closing:
        _closer(transcript, body)
    if len(body) == 0:
        add(body, "p")


def _paragraph(transcript: Transcript, parent: etree._Element, paragraph: Paragraph) -> None:
    element = add(parent, "p")
    omission = transcript.profile.omission
    if omission is not None and omission.search(paragraph.text):
        gap = add(element, "gap", reason="omitted")
        add(gap, "desc").text = paragraph.text
    else:
        transcript.words(element, paragraph, 0, len(paragraph.text))


def _speech(transcript: Transcript, body: etree._Element, turn: Turn, number: int) -> None:
    label, first = turn.label, turn.paragraphs[0]
    person = transcript.people.find(label.core)
    speech = add(body, "sp")
    if person is not None:
        speech.set("who", f"#{person.id}")
    speech.set(XML + "id", speech_id(number))
    speech.set("n", str(number))
    add(speech, "speaker").text = label.text[: label.spoken]
    for start, end in label.delivery:
        transcript.words(add(speech, "stage", type="delivery"), first, start, end)
    transcript.words(add(speech, "p"), first, label.end, len(first.text))
    for paragraph in turn.paragraphs[1:]:
        _paragraph(transcript, speech, paragraph)


def _closer(transcript: Transcript, body: etree._Element) -> None:
    closer = add(body, "closer")
    for paragraph in transcript.layout.closing[:-1]:
        transcript.words(add(closer, "signed"), paragraph, 0, len(paragraph.text))
        append_text(closer, " ")
    last = transcript.layout.closing[-1]
    transcript.words(closer, last, 0, len(last.text))
