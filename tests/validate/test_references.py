"""References: what leads nowhere, and what is there twice."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from octavo.edition import Document, parse_document, read_document
from octavo.findings import Finding
from octavo.validate.references import Index, check_own, check_references, index_of

READ: dict[Path, Document] = {}
FOLDER = Path(tempfile.mkdtemp(), "tei")


def index(xml: str, name: str = "a.xml") -> Index:
    path = FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(xml, encoding="utf-8")
    READ[path] = read_document(path)
    return index_of(READ[path])


def document(content: str, name: str = "a") -> Index:
    return index(f'<TEI xml:id="{name}">{content}</TEI>', f"{name}.xml")


PERSONS = index('<TEI xml:id="persons"><person xml:id="berg"/></TEI>', name="register/persons.xml")


def found(*documents: Index, registers: tuple[Index, ...] = (PERSONS,)) -> list[Finding]:
    own = [f for each in (*documents, *registers) for f in check_own(READ[each.path])]
    return [*own, *check_references(documents, registers)]


@pytest.mark.parametrize("attribute", ["who", "ref", "corresp", "target", "resp", "wit", "facs"])
def test_a_pointer_to_an_id_of_the_document_resolves(attribute: str) -> None:
    assert not found(document(f'<person xml:id="b"/><x {attribute}="#b"/>'))
    (finding,) = found(document(f'<person xml:id="bo"/>\n<x {attribute}="#bob"/>'))
    assert (finding.id, finding.line, finding.column) == ("unresolved-reference", 2, 4)
    assert finding.hint == "Did you mean #bo?"


def test_a_pointer_to_an_entry_of_a_register_resolves() -> None:
    assert not found(document('<persName ref="register/persons.xml#berg"/>'))
    (finding,) = found(document('<persName ref="register/persons.xml#borg"/>'))
    assert finding.hint == "Did you mean register/persons.xml#berg?"


def test_each_of_several_pointers_is_checked() -> None:
    (finding,) = found(document('<person xml:id="a1"/><sp who="#a1 #a2"/>'))
    assert "#a2" in finding.message


def test_a_pointer_to_another_document_and_to_a_speech_in_it_resolves() -> None:
    other = document('<sp xml:id="t1"/>', "b")
    assert not found(document('<ref target="b.xml"/><ref target="b.xml#t1"/>'), other)
    (finding,) = found(document('<ref target="b.xml#t2"/>'), other)
    assert "b.xml has no id t2" in finding.message


def test_a_missing_file_is_named_once_in_a_document() -> None:
    (finding,) = found(document('<ref target="register/person.xml#a"/>' * 3))
    assert "there is no file register/person.xml" in finding.message
    assert finding.hint == "Did you mean register/persons.xml?"


def test_what_points_into_a_file_that_cannot_be_read_is_not_judged() -> None:
    pointing = document('<persName ref="register/places.xml#x"/>')
    findings = check_references([pointing], [], [FOLDER / "register" / "places.xml"])
    assert not list(findings)


def test_addresses_on_the_web_are_not_looked_up() -> None:
    assert not found(document('<ref target="https://a.example/#x mailto:a@b.example"/>'))


def test_who_must_lead_to_somebody() -> None:
    (finding,) = found(document('<p xml:id="p1"/><sp who="#p1"/>'))
    assert (finding.id, finding.column) == ("not-a-person", 37)


def test_an_id_that_is_there_twice_names_the_other_place() -> None:
    (finding,) = found(document('<p xml:id="x"/>\n\n<q xml:id="x"/>'))
    assert (finding.id, finding.line) == ("duplicate-id", 3)
    assert "<p> in line 1" in finding.message


def test_the_same_speech_number_in_two_documents_is_no_fault() -> None:
    assert not found(document('<sp xml:id="t1"/>'), document('<sp xml:id="t1"/>', "b"))


def test_a_document_id_used_twice_is_a_fault_of_the_file_that_has_another_name() -> None:
    copy = index('<TEI xml:id="a"/>', "copy.xml")
    (finding,) = found(copy, document(""))
    assert (finding.id, finding.path) == ("document-id-twice", FOLDER / "copy.xml")


def test_document_ids_that_differ_only_in_case_are_one_for_many_file_systems() -> None:
    assert [f.id for f in found(document(""), document("", "A"))] == ["document-id-twice"]


def test_the_id_of_a_document_is_the_name_of_its_file() -> None:
    (finding,) = found(index('<TEI xml:id="b"/>'))
    assert finding.id == "document-id-not-name"
    (finding,) = found(index("<TEI/>"))
    assert (finding.id, finding.hint) == ("no-document-id", 'Write xml:id="a" in <TEI>.')


def test_a_document_cannot_have_the_name_of_a_page_of_the_site() -> None:
    assert [f.id for f in found(document("", "persons"))] == ["document-id-reserved"]


def test_two_registers_do_not_share_an_entry() -> None:
    other = index('<TEI><org xml:id="berg"/></TEI>', "register/organisations.xml")
    (finding,) = found(registers=(PERSONS, other))
    assert (finding.id, finding.path) == ("entry-id-twice", other.path)


def test_an_address_with_escapes_leads_to_the_file_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "a b.png").write_bytes(b"x")
    graphic = parse_document(
        b'<TEI xml:id="a"><graphic url="a%20b.png"/></TEI>', tmp_path / "a.xml"
    )
    assert not list(check_references([index_of(graphic)], []))


def test_from_and_to_point_on_a_reading_and_are_dates_elsewhere() -> None:
    inside = '<date from="1964" to="1965"/><app from="#p1" to="#p1"/><p xml:id="p1"/>'
    assert not found(document(inside))
    assert len(found(document('<app from="#x" to="#y"/>'))) == 2


@pytest.mark.parametrize("name", ["../a", "a b", "1a", "", "-"])
def test_an_id_that_is_no_name_is_a_fault(name: str) -> None:
    assert found(index(f'<TEI xml:id="{name}"/>'))


def test_a_document_cannot_have_the_name_of_a_device() -> None:
    assert [f.id for f in found(document("", "con"))] == ["document-id-reserved"]


def test_every_attribute_that_points_by_the_schema_is_checked(root: Path) -> None:
    from octavo.edition.document import _POINTERS, _POINTERS_OF

    compact = (root / "schema" / "octavo.rnc").read_text(encoding="utf-8")
    declared = set(re.findall(r"attribute (\w+) \{ pointers? \}", compact))
    known = _POINTERS | {name for names in _POINTERS_OF.values() for name in names}
    assert declared <= known


def test_a_speaker_is_a_participant_of_this_document() -> None:
    (finding,) = found(document('<sp who="register/persons.xml#berg"/>'))
    assert finding.id == "not-a-participant"


def test_a_pointer_that_lacks_its_sign_is_understood() -> None:
    (finding,) = found(document('<person xml:id="berg"/><sp who="berg"/>'))
    assert finding.hint == "Did you mean #berg?"
