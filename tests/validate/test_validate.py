"""Files are checked each on its own and all together."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.edition import Edition
from octavo.edition.begin import begin_edition
from octavo.findings import OctavoError
from octavo.resources import Resources
from octavo.validate import SchemaChoice, validate
from octavo.validate.schema import Schema
from tests.schema.documents import document

SCHEMA = SchemaChoice(Resources().schema)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    begin_edition(tmp_path, "A")
    return Edition.at(tmp_path)


def add(edition: Edition, name: str, body: str) -> Path:
    path = edition.tei / f"{name}.xml"
    path.write_text(document(body).replace('xml:id="minutes"', f'xml:id="{name}"'))
    return path


def test_a_valid_document_has_no_findings(edition: Edition) -> None:
    assert not validate(edition, [add(edition, "a", "<p>Text.</p>")], SCHEMA)


def test_an_element_that_the_schema_does_not_have_has_its_place_and_a_suggestion(
    edition: Edition,
) -> None:
    path = add(
        edition, "a", "<p>Text.</p>\n<p>The\n <suplied reason='omitted'>late</suplied> ship</p>"
    )
    (finding,) = validate(edition, [path], SCHEMA)
    line = path.read_text().split("\n")[finding.line - 1]
    assert finding.id == "unknown-element"
    assert line[finding.column - 1 :].startswith("<suplied ")
    assert finding.hint == "Did you mean <supplied>?"


def test_an_element_out_of_the_namespace_is_told_so(edition: Edition) -> None:
    path = add(edition, "a", '<p xmlns="">Text.</p>')
    (finding,) = validate(edition, [path], SCHEMA)
    assert finding.id == "wrong-namespace"
    assert "xmlns" in finding.hint


def test_an_element_in_the_wrong_place_is_found(edition: Edition) -> None:
    path = add(edition, "a", "<p>Text.</p>\n<head>Late</head>")
    findings = validate(edition, [path], SCHEMA)
    assert [f.id for f in findings] == ["element-not-allowed-here"]
    line = path.read_text().split("\n")[findings[0].line - 1]
    assert line[findings[0].column - 1 :].startswith("<head>")


def test_the_other_documents_are_read_for_what_they_are_pointed_to(edition: Edition) -> None:
    add(edition, "b", '<p xml:id="p1">Text.</p>')
    path = add(edition, "a", '<p><ref target="b.xml#p1">there</ref></p>')
    assert not validate(edition, [path], SCHEMA)


def test_findings_on_files_that_were_not_asked_for_are_not_told(edition: Edition) -> None:
    (edition.tei / "broken.xml").write_text("<TEI")
    assert not validate(edition, [add(edition, "a", "<p>Text.</p>")], SCHEMA)


def test_one_document_that_cannot_be_read_does_not_stop_the_others(edition: Edition) -> None:
    broken = edition.tei / "broken.xml"
    broken.write_text("<TEI")
    other = add(edition, "z", '<p><ref target="#no">x</ref></p>')
    findings = validate(edition, [broken, other], SCHEMA)
    assert [(f.path, f.id) for f in findings] == [
        (broken, "not-well-formed"),
        (other, "unresolved-reference"),
    ]


def test_without_a_schema_the_rest_is_checked(edition: Edition, tmp_path: Path) -> None:
    path = add(edition, "a", '<p><ref target="#no">x</ref></p>')
    findings = validate(edition, [path], SchemaChoice(tmp_path / "none.rng"))
    assert {f.id for f in findings} == {"schema-missing", "unresolved-reference"}


@pytest.mark.parametrize("content", ["", "<not-closed", "<grammar/>", "text"])
def test_a_schema_that_is_none_is_a_finding(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.rng"
    path.write_text(content)
    with pytest.raises(OctavoError) as caught:
        Schema.load(path)
    assert caught.value.findings[0].path == path


def test_the_documents_of_this_repository_are_valid(root: Path) -> None:
    edition = Edition.at(root)
    assert not validate(edition, [*edition.documents(), *edition.registers()], SCHEMA)
