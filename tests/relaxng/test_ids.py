"""What a schema may say of IDs (RELAX NG DTD Compatibility, section 5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.relaxng import Schema, SchemaError

from .conftest import Validate

ID = "element a { attribute id { xsd:ID } }"

CONFLICTS = {
    "another element of the name": f"{ID} | element a {{ attribute id {{ text }} }}",
    "an element of any name": f"{ID} | element * {{ attribute id {{ text }} }}",
    "an element of any name there": 'namespace n = ""\n'
    f"start = {ID} | element n:* {{ attribute id {{ text }} }}",
    "an attribute of any name": f"{ID} | element a {{ attribute * {{ text }}* }}",
    "any attribute of any element": f"{ID} | element * {{ attribute * {{ text }}* }}",
    "a reference": "element a { attribute r { xsd:IDREF } } | element * { attribute * {text}* }",
    "an ID without a name": "element a { attribute * { xsd:ID }* }",
    "the content of an element": "element a { xsd:ID }",
    "words in the content of an element": "element a { list { xsd:IDREF+ } }",
    "one of two": "element a { attribute id { xsd:ID | empty } }",
    "what is left out": "element a { attribute id { xsd:NCName - xsd:ID } }",
    "what is left out of IDs": "element a { attribute id { xsd:ID - xsd:ID } }",
}


@pytest.mark.parametrize("schema", CONFLICTS.values(), ids=CONFLICTS)
def test_what_leaves_a_doubt_about_ids_is_a_fault_of_the_schema(
    validate: Validate, schema: str
) -> None:
    with pytest.raises(SchemaError) as caught:
        validate(schema, "<a/>")
    assert {finding.id for finding in caught.value.findings} == {"id-conflict"}


CLEAR = {
    "any element but that one": f"{ID} | element * - a {{ attribute * {{ text }}* }}",
    "any attribute but that one": f"{ID} | element * {{ attribute * - id {{ text }}* }}",
    "an element in another namespace": 'namespace n = "u"\n'
    f"start = {ID} | element n:* {{ attribute * {{ text }}* }}",
    "other names in the exception": 'element a { attribute id { xsd:ID - "y" } }',
}


@pytest.mark.parametrize("schema", CLEAR.values(), ids=CLEAR)
def test_a_wildcard_that_leaves_ids_out_is_no_fault(validate: Validate, schema: str) -> None:
    assert not validate(schema, "<a id='x'/>")


def test_references_are_parted_by_white_space_of_xml(validate: Validate) -> None:
    schema = "element a { attribute id { xsd:ID }, attribute r { xsd:IDREFS } }"
    assert not validate(schema, "<a id='x' r=' x&#9;x '/>")
    assert validate(schema, "<a id='x' r='x\xa0x'/>")


def test_without_ids_they_count_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "schema.rnc"
    path.write_text(
        "element a { element b { attribute id { xsd:ID } }*, element c { xsd:ID }? }",
        encoding="utf-8",
    )
    with pytest.raises(SchemaError):
        Schema.load(path, cache=tmp_path / "cache")
    schema = Schema.load(path, cache=tmp_path / "cache", ids=False)
    assert not list(schema.validate("a.xml", b"<a><b id='x'/><b id='x'/><c>x</c></a>"))
    with pytest.raises(SchemaError):
        Schema.load(path, cache=tmp_path / "cache")
