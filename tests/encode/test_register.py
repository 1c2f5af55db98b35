"""Registers: read whatever their files are called, enlarged where they have a list of the kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from octavo.encode import Encoded

from .conftest import Tei, encoded_file

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ANNA = '<person xml:id="anna"><persName>Anna Berg</persName></person>'
_PLACES = '<listPlace><place xml:id="bergen"><placeName>Bergen</placeName></place></listPlace>'
_TEXT = "Anna Berg: One.\n\nAnna Berg: We met Mrs. Holm in Bergen.\n"


def _register(content: str) -> etree._Element:
    return etree.fromstring(
        f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="names">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Names</title></titleStmt>
      <publicationStmt><p>Unpublished.</p></publicationStmt>
      <sourceDesc><p>None.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    {content}
  </standOff>
</TEI>"""
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def _ids(encoded: Encoded, file: str, element: str) -> list[str]:
    root = etree.fromstring(encoded.registers[file].encode())
    return [
        found.get(XML_ID, "") for found in root.iter(f"{{http://www.tei-c.org/ns/1.0}}{element}")
    ]


def test_a_register_without_the_list_of_its_name_gets_one(
    source: Path, octavo_schema: etree.RelaxNG
) -> None:
    encoded = encoded_file(source, registers={"persons.xml": _register(_PLACES)})
    assert list(encoded.registers) == ["persons.xml"]
    assert _ids(encoded, "persons.xml", "person") == ["anna-berg", "holm"]
    assert _ids(encoded, "persons.xml", "place") == ["bergen"]
    text = encoded.registers["persons.xml"]
    assert octavo_schema.validate(etree.fromstring(text.encode())), octavo_schema.error_log


def test_an_entry_is_pointed_to_in_the_file_in_which_it_stands(source: Path) -> None:
    people = _register(f"<listPerson>{_ANNA}</listPerson>")
    encoded = encoded_file(source, registers={"people.xml": people})
    tei = Tei(encoded)
    assert tei.all("//t:person/@corresp") == ["register/people.xml#anna"]
    assert tei.all("//t:p//t:persName/@ref") == ["register/people.xml#holm"]
    assert _ids(encoded, "people.xml", "person") == ["anna", "holm"]


def test_one_register_may_hold_everything(source: Path) -> None:
    names = _register(f"<listPerson>{_ANNA}</listPerson>{_PLACES}")
    encoded = encoded_file(source, registers={"names.xml": names})
    assert list(encoded.registers) == ["names.xml"]
    assert Tei(encoded).all("//t:p//t:placeName/@ref") == ["register/names.xml#bergen"]


def test_new_entries_stand_before_the_relations_that_a_register_ends_with(
    source: Path, octavo_schema: etree.RelaxNG
) -> None:
    relation = '<relation name="colleague" mutual="#anna #anna"/>'
    people = _register(f"<listPerson>{_ANNA}{relation}</listPerson>")
    encoded = encoded_file(source, registers={"people.xml": people})
    root = etree.fromstring(encoded.registers["people.xml"].encode())
    assert octavo_schema.validate(root), octavo_schema.error_log


def test_a_new_entry_has_no_identifier_that_something_in_a_register_has(source: Path) -> None:
    taken = _register('<listPerson xml:id="holm"><person xml:id="x"><persName>X</persName>'
                      "</person></listPerson>")  # fmt: skip
    encoded = encoded_file(source, registers={"people.xml": taken})
    assert _ids(encoded, "people.xml", "person") == ["x", "anna-berg", "holm-2"]
