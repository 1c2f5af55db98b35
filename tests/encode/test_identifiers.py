"""Every id of a document is there once, and the document's own is none that the site reserves."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from octavo.edition.names import RESERVED
from octavo.encode import document_id
from octavo.encode.identifiers import Identifiers
from octavo.resources import Resources
from octavo.validate import SchemaChoice, Schemas, check_document, check_references

from .conftest import encoded_file

SCHEMAS = Schemas(SchemaChoice(own=Resources().schema))
REMARKABLE = [
    *sorted(RESERVED),
    *("t1", "T2", "kim", "source-editor", "korean-side", "½", "t1-document", "person-t1"),
    *("a\x07b", " ", "-.", "İ", "ªº", "e\u0301"),
]
NAMES = st.sampled_from(REMARKABLE) | st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20
).filter(lambda name: name not in {".", ".."})
LABELS = st.sampled_from(
    ["T1", "t2", "Kim", "KIM", "Kim.", "Source Editor", "Korean Side", "Person T1", "Q", "¹", "김",
     "T1 Document", "Index", "Persons"]
) | st.text(st.characters(categories=["Lu", "Lo"]), min_size=1, max_size=4)  # fmt: skip
SIDES = st.lists(st.sampled_from(["Korean", "KOREAN", "Korean!", "T1"]), max_size=3)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, st.lists(LABELS, min_size=1, max_size=4), SIDES)
@example("t1", ["T1", "Person T1"], ["Korean", "KOREAN"])
def test_whatever_the_file_and_the_speakers_are_called_validate_accepts_the_document(
    name: str, labels: list[str], sides: list[str]
) -> None:
    head = "".join(f"Participants from the {side} Side: Bo {side}; Ann Lund\n\n" for side in sides)
    text = head + "".join(f"{label}: One.\n\n" for label in labels * 2)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{name}.txt")
        source.write_text(text, encoding="utf-8")
        encoded = encoded_file(source)
        written = [Path(folder, f"{encoded.id}.xml")]
        written[0].write_text(encoded.document, encoding="utf-8")
        for file, register in encoded.registers.items():
            written.append(Path(folder, "register", file))
            written[-1].parent.mkdir(exist_ok=True)
            written[-1].write_text(register, encoding="utf-8")
        checked = [check_document(path, SCHEMAS) for path in written]
        indexes = [result.index for result in checked if result.index is not None]
        findings = [finding for result in checked for finding in result.findings]
        findings += check_references(indexes[:1], indexes[1:])
    assert findings == []
    assert encoded.id.casefold() not in RESERVED


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("index.txt", "index-document"),
        ("CON.txt", "CON-document"),
        ("t1.txt", "t1-document"),
        ("source-editor.txt", "source-editor-document"),
        ("korean-side.txt", "korean-side-document"),
        ("t1a.txt", "t1a"),
        ("Kim, 1964.txt", "Kim-1964"),
    ],
)
def test_a_document_has_the_name_of_its_source_unless_that_is_taken(
    name: str, identifier: str
) -> None:
    assert document_id(Path(name)) == identifier


def test_a_person_has_the_id_neither_of_a_speech_nor_of_the_document() -> None:
    identifiers = Identifiers("person-t1")
    assert [identifiers.person(name) for name in ("T1", "T1", "Kim")] == [
        "person-t1-2",
        "person-t1-3",
        "kim",
    ]


def test_sides_whose_names_differ_in_signs_alone_have_ids_of_their_own() -> None:
    identifiers = Identifiers("minutes")
    sides = [identifiers.side(name) for name in ("Korean", "KOREAN", "Korean")]
    assert sides == ["korean-side", "korean-side-2", "korean-side"]
