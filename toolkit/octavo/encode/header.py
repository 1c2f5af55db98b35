"""The header of an encoded transcript (TEI Guidelines, chapter 2): what the source says of itself.

What stands at the head of the source carries `@n`, its order there, and its printed label as
`<label>` (`<head>` of a list of participants, `<resp>` of the recorder): by these `xslt/text` gives
it back.
"""

from __future__ import annotations

from pathlib import PurePath

from lxml import etree

from octavo.encode.dates import parse_date
from octavo.encode.identifiers import EDITOR
from octavo.encode.inline import TEI, XML, add
from octavo.encode.layout import HeadField
from octavo.encode.participants import build_participants
from octavo.encode.transcript import Transcript

__all__ = ["build_header", "explain_brackets"]


def build_header(root: etree._Element, transcript: Transcript) -> None:
    """Append the `<teiHeader>` to `root`."""
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    _title(transcript, add(description, "titleStmt"))
    _publication(transcript, add(description, "publicationStmt"))
    _source(transcript, add(add(description, "sourceDesc"), "bibl"))
    profile = add(header, "profileDesc")
    _abstract(transcript, profile)
    _creation(transcript, profile)
    languages = add(profile, "langUsage")
    add(languages, "language", ident=transcript.provenance.language)
    build_participants(profile, transcript)
    _setting(transcript, profile)
    change = add(add(header, "revisionDesc"), "change")
    change.text = (
        f"Encoded by Octavo from {transcript.provenance.source}, profile {transcript.profile.name}."
    )


def _title(transcript: Transcript, statement: etree._Element) -> None:
    titles = transcript.fields("title")
    for head in titles:
        add(statement, "title", n=transcript.order(head)).text = head.paragraph.text
    if not titles:
        add(statement, "title").text = PurePath(transcript.provenance.source).stem
    for head in transcript.fields("recorder"):
        responsibility = add(statement, "respStmt", n=transcript.order(head))
        add(responsibility, "resp").text = head.label
        _agent(transcript, responsibility, head)


def _agent(transcript: Transcript, parent: etree._Element, head: HeadField) -> None:
    """The recorder's words: a name of a person, or whatever the source says, as a `<name>`."""
    start, end = head.start, len(head.paragraph.text)
    for span in transcript.markup.spans(head.paragraph):
        if (span.name, span.start, span.end) == ("persName", start, end):
            transcript.words(parent, head.paragraph, start, end)
            return
    transcript.words(add(parent, "name"), head.paragraph, start, end)


def _publication(transcript: Transcript, statement: etree._Element) -> None:
    """The terms of the edition and of the transcript: as `<availability>` after the edition's
    publisher. Without one they are paragraphs: who holds the source did not publish this file, and
    TEI has no availability without somebody who is responsible for it (2.2.4)."""
    given, rights = transcript.provenance, transcript.profile.rights
    if given.publisher:
        add(statement, "publisher").text = given.publisher
        if given.licence or rights:
            availability = add(statement, "availability")
            if given.licence:
                _licence(transcript, add(availability, "licence"))
            if rights:
                add(availability, "p").text = rights
        return
    if given.licence:
        paragraph = add(statement, "p")
        _licence(transcript, add(paragraph, "ref") if given.licence_url else paragraph)
    if rights:
        add(statement, "p").text = rights
    if not len(statement):
        add(statement, "p").text = "No publisher is named."


def _licence(transcript: Transcript, element: etree._Element) -> None:
    element.text = transcript.provenance.licence
    if transcript.provenance.licence_url:
        element.set("target", transcript.provenance.licence_url)


def _source(transcript: Transcript, bibl: etree._Element) -> None:
    for head in transcript.fields("title")[:1]:
        add(bibl, "title", level="u").text = head.value
    for head in transcript.fields("date")[:1]:
        when = parse_date(head.value)
        if when:
            add(bibl, "date", when=when).text = head.value
    for head in transcript.fields("funder"):
        transcript.field(bibl, "funder", head)
    if transcript.profile.repository:
        add(bibl, "distributor").text = transcript.profile.repository
    if transcript.profile.address:
        add(bibl, "ref", target=transcript.profile.address).text = transcript.profile.address
    if not len(bibl):
        bibl.text = transcript.provenance.source


def explain_brackets(root: etree._Element, transcript: Transcript) -> None:
    """Say in the header of a finished document that has `<supplied>` who wrote the brackets, and
    what was made of them."""
    header, bibl = next(root.iter(TEI + "teiHeader")), next(root.iter(TEI + "bibl"))
    statement = add(bibl, "respStmt")
    statement.set(XML + "id", EDITOR)
    add(statement, "resp").text = "editorial brackets"
    if transcript.profile.repository:
        add(statement, "orgName").text = transcript.profile.repository
    else:
        add(statement, "name").text = "the editor of the source"
    description = etree.Element(TEI + "encodingDesc")
    header.insert(1, description)
    interpretation = add(add(description, "editorialDecl"), "interpretation")
    add(interpretation, "p").text = " ".join(
        (
            transcript.profile.brackets
            or "Words in square brackets were supplied by the editor of the source.",
            "They are encoded as supplied; the brackets are restored in every output.",
            "The kind of each was concluded from its form and its context;"
            " @cert marks those that are a guess.",
        )
    )


def _abstract(transcript: Transcript, profile: etree._Element) -> None:
    heads = transcript.fields("summary")
    if heads:
        abstract = add(profile, "abstract")
        for head in heads:
            transcript.field(abstract, "p", head)


def _creation(transcript: Transcript, profile: etree._Element) -> None:
    heads = transcript.fields("date")
    if not heads:
        return
    creation = add(profile, "creation")
    for head in heads:
        date = add(creation, "date", n=transcript.order(head))
        when = parse_date(head.value)
        if when:
            date.set("when", when)
        date.text = head.paragraph.text


def _setting(transcript: Transcript, profile: etree._Element) -> None:
    listed = [head for head, _ in transcript.people.lists]
    heads = [
        head for head in transcript.fields("place", "other", "participants") if head not in listed
    ]
    if heads:
        description = add(profile, "settingDesc")
        for head in heads:
            transcript.field(description, "p", head)
