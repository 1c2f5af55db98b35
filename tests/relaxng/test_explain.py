"""What a schema allows in an element, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.relaxng import Schema

RNC = """
default namespace = "u"
start = element TEI { (p | sp)+ }
sp = element sp {
  attribute who { list { xsd:anyURI+ } },
  attribute part { "I" | "M" }?,
  attribute xml:id { xsd:ID }?,
  element speaker { text }?, (p | note)*
}
p = element p { mixed { note* } }
note = element note { element p { text } & element q { empty }? }
"""


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    (tmp_path / "a.rnc").write_text(RNC, encoding="utf-8")
    return Schema.load(tmp_path / "a.rnc", cache=tmp_path / "cache")


def test_attributes_come_with_those_first_that_must_be_there(schema: Schema) -> None:
    (found,) = schema.explain("sp")
    assert [(use.name, use.required, use.value) for use in found.attributes] == [
        ("who", True, "words: anyURI+"),
        ("part", False, "“I” | “M”"),
        ("xml:id", False, "ID"),
    ]


def test_the_content_is_written_in_order_with_its_repetitions(schema: Schema) -> None:
    assert schema.explain("sp")[0].content == "speaker?, (p | note)*"
    assert schema.explain("note")[0].content == "p & q?"


def test_an_element_that_is_several_things_is_told_for_each(schema: Schema) -> None:
    assert [found.content for found in schema.explain("p")] == ["note* & text", "text"]
    assert [found.content for found in schema.explain("p", "note")] == ["text"]
    assert [found.content for found in schema.explain("p", "sp")] == ["note* & text"]


def test_the_elements_in_which_it_may_stand_are_named(schema: Schema) -> None:
    assert set(schema.explain("note")[0].parents) == {"sp", "p"}
    assert schema.explain("TEI")[0].parents == ()


@pytest.mark.parametrize("name", ["sp", "<sp>", "{u}sp", "tei:sp"])
def test_an_element_is_named_as_a_person_writes_it(schema: Schema, name: str) -> None:
    assert schema.explain(name)[0].name == "sp"


def test_an_element_that_there_is_not_gives_nothing(schema: Schema) -> None:
    assert schema.explain("zz") == []
    assert schema.explain("sp", "p") == []
