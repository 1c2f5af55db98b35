"""From a transcript to TEI: survey, mark up, build, and prove that nothing was lost.

    encoded = encode_source(Path("sources/kim.txt"), registers={})
    encoded.document          # the TEI, as text
    encoded.registers         # {"persons.xml": "..."}, those that have something new
    encoded.report            # what was read, guessed, left out

Only what a profile says and what the document itself shows decides; see `octavo.encode.profile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from octavo.encode.discover import discover
from octavo.encode.document import build_document
from octavo.encode.identifiers import EDITOR, Identifiers, document_id
from octavo.encode.layout import Layout, lay_out
from octavo.encode.markup import Markup
from octavo.encode.names import Entry, Names
from octavo.encode.people import People
from octavo.encode.present import find_people
from octavo.encode.profile import Profile, choose_profile, load_profile
from octavo.encode.proof import prove_conserved, prove_valid
from octavo.encode.reading import Reading
from octavo.encode.register import Registers
from octavo.encode.report import Report, make_report
from octavo.encode.serialise import serialise
from octavo.encode.source import read_source, writable
from octavo.encode.transcript import Provenance, Transcript

__all__ = ["Encoded", "Provenance", "document_id", "encode_source"]


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded transcript.

    `document` is the TEI as text; `registers` the registers that have something new, by their
    file's name; `report` tells how the source was read.
    """

    id: str
    document: str
    registers: Mapping[str, str]
    report: Report


def encode_source(
    path: Path,
    *,
    registers: Mapping[str, etree._Element],
    profile: str = "",
    encoding: str = "",
    publisher: str = "",
    licence: str = "",
    licence_url: str = "",
    language: str = "",
) -> Encoded:
    """Encode the transcript at `path`.

    `registers` are the edition's registers by their file's name (`persons.xml`); their trees may be
    changed. `profile` is the name or the file of a profile, or empty to choose by the text;
    `encoding` the name of the encoding of the source's characters, or empty for that of a profile
    that is named, or to recognise it; the rest is what the edition says of itself.

    Raises OctavoError for a source that cannot be read, a wrong profile or encoding, and for a
    document that does not give back its source's text (`text-not-conserved`) or is not valid
    (`encoded-not-valid`).
    """
    named = load_profile(profile) if profile else None
    source = read_source(path, encoding or (named.encoding if named else ""))
    rules = named or choose_profile(source.lines)
    layout = lay_out(source, rules)
    kept = Registers(registers)
    identifier = document_id(path)
    people = find_people(layout, rules, Identifiers(identifier))
    names = Names(rules, kept.entries(), kept.identifiers())
    readings = {
        paragraph.line: Reading.of(paragraph.text, rules) for paragraph in layout.paragraphs
    }
    pointers = _introduce(layout, [*readings.values()], people, names, rules, kept)
    labels = {head.paragraph.line: head.start for head in layout.head}
    labels |= {turn.paragraphs[0].line: turn.label.end for turn in layout.turns}
    markup = Markup(readings, rules, names, people, kept.pointer, f"#{EDITOR}", labels)
    name = writable(path.name)
    provenance = Provenance(
        name, publisher, licence, licence_url, language or rules.language or "en"
    )
    transcript = Transcript(layout, people, markup, rules, provenance, pointers)
    document = serialise(build_document(identifier, transcript))
    prove_conserved(document, layout.paragraphs, path)
    mentioned = [
        entry
        for entry in names.entries.values()
        if entry.id in markup.record.mentions or kept.pointer(entry) in pointers.values()
    ]
    told = f"Names found by Octavo in {name}."
    prove_valid([document, *kept.alone(mentioned, told)], path)
    enlarged = kept.enlarge(mentioned, told)
    report = make_report(source, rules, layout, people, names, markup.record)
    return Encoded(identifier, document, enlarged, report)


def _introduce(
    layout: Layout,
    readings: list[Reading],
    people: People,
    names: Names,
    profile: Profile,
    registers: Registers,
) -> dict[str, str]:
    """Make known who takes part, what the site's navigation lists and what the text's form tells;
    give the pointers of the participants to their entries, by the person's id."""
    pointers: dict[str, str] = {}
    for person in people.all:
        if person.group or person.nameless:
            continue
        entry = next((found for name in person.names[:1] if (found := names.find(name))), None)
        if entry is None or entry.kind != "person":
            entry = Entry(names.free_identifier(person.name), "person", [person.name], new=True)
            entry.occupation = person.occupation
            names.add(entry)
        for variant in person.variants:
            if variant not in entry.names:
                entry.names.append(variant)
                entry.new_names.append(variant)
                names.add_name(entry, variant)
        for alias in person.aliases:
            names.add_short(alias, entry)
        names.take_part(entry)
        pointers[person.id] = registers.pointer(entry)
    _add_facts(layout, readings, names)
    discover(readings, names, profile)
    return pointers


def _add_facts(layout: Layout, readings: list[Reading], names: Names) -> None:
    """What the site's navigation tells counts where the name stands in the document."""
    words = [" ".join(word for _, _, word in reading.words) for reading in readings]
    for fact in layout.facts:
        present = next(
            (name for name in fact.names if any(f" {name} " in f" {text} " for text in words)), None
        )
        if present is None:
            continue
        entry = names.find(present)
        if entry is None:
            kind = "person" if fact.holds == "persons" else "place"
            entry = Entry(names.free_identifier(present), kind, [present], new=True)
            names.add(entry)
        if entry.new:
            entry.birth, entry.death, entry.note = fact.birth, fact.death, fact.region
