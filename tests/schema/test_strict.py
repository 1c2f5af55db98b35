"""What octavo.rng demands beyond TEI."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from tests.schema.documents import around, document, errors
from tests.schema.grammar import Pattern, read
from tests.schema.rules import RULES, Rule

# Each closed list: where it applies, markup with a value of it, that value.
LISTS: Final = [
    ("phrase", '<hi rend="bold">a</hi>', "bold"),
    ("phrase", '<date when="1964" cert="medium">a</date>', "medium"),
    ("phrase", '<supplied reason="romanization">a</supplied>', "romanization"),
    ("phrase", '<gap reason="illegible"/>', "illegible"),
    ("phrase", '<gap reason="lost" quantity="1" unit="page"/>', "page"),
    ("phrase", '<unclear reason="faded">a</unclear>', "faded"),
    ("phrase", '<space dim="vertical"/>', "vertical"),
    ("phrase", '<add place="above">a</add>', "above"),
    ("phrase", '<note type="editorial">a</note>', "editorial"),
    ("phrase", '<note place="bottom">a</note>', "bottom"),
    ("phrase", '<stage type="delivery">a</stage>', "delivery"),
    ("phrase", '<said direct="true">a</said>', "true"),
    ("phrase", '<q type="soCalled">a</q>', "soCalled"),
    ("phrase", '<title level="m">a</title>', "m"),
    ("phrase", '<title type="sub">a</title>', "sub"),
    ("phrase", '<seg part="I">a</seg>', "I"),
    ("phrase", '<persName type="variant">a</persName>', "variant"),
    ("phrase", '<num type="ordinal">a</num>', "ordinal"),
    ("phrase", '<lb break="no"/>', "no"),
    ("phrase", '<app type="substantive"><rdg wit="#W"/></app>', "substantive"),
    ("body", '<table><row role="label"><cell/></row></table>', "label"),
    ("body", '<list type="gloss"><label/><item/></list>', "gloss"),
    ("publication", '<publisher/><idno type="DOI">a</idno>', "DOI"),
    ("publication", '<publisher/><availability status="free"><p/></availability>', "free"),
    (
        "encoding",
        '<encodingDesc><editorialDecl><correction method="silent"><p/></correction></editorialDecl>'
        "</encodingDesc>",
        "silent",
    ),
    (
        "encoding",
        '<encodingDesc><editorialDecl><hyphenation eol="some"><p/></hyphenation></editorialDecl>'
        "</encodingDesc>",
        "some",
    ),
    (
        "encoding",
        '<encodingDesc><editorialDecl><quotation marks="all"><p/></quotation></editorialDecl>'
        "</encodingDesc>",
        "all",
    ),
    (
        "register",
        '<listPerson><person xml:id="a" role="recorder"><persName/></person></listPerson>',
        "recorder",
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.sentence)
def test_the_rule_is_kept_and_broken(octavo_schema: etree.RelaxNG, rule: Rule) -> None:
    assert errors(octavo_schema, around(rule.place, rule.kept)) == []
    assert errors(octavo_schema, around(rule.place, rule.broken)) != []


@pytest.mark.parametrize(("place", "markup", "value"), LISTS, ids=[m for _, m, _ in LISTS])
def test_the_list_of_values_is_closed(
    octavo_schema: etree.RelaxNG, place: str, markup: str, value: str
) -> None:
    other = markup.replace(f'"{value}"', '"something-else"')
    assert errors(octavo_schema, around(place, markup)) == []
    assert errors(octavo_schema, around(place, other)) != []


def test_no_closed_list_is_forgotten(schema_path: Path) -> None:
    grammar = read(schema_path)
    attributes = dict.fromkeys(a for found in grammar.attributes.values() for a in found)
    shown = {(name, value) for _, markup, value in LISTS for name in _names(markup, value)}
    forgotten = [
        attribute.name
        for attribute in attributes
        if (values := _values(attribute)) and not shown & {(attribute.name, v) for v in values}
    ]
    assert forgotten == []


def _names(markup: str, value: str) -> list[str]:
    """The attributes that have this value in the markup."""
    elements = etree.fromstring(f"<r>{markup}</r>").iter()
    return [str(name) for e in elements for name, found in e.attrib.items() if found == value]


def _values(attribute: Pattern) -> set[str]:
    content = Pattern("group", parts=attribute.parts)
    return {value for found in content.inside("value") for value in found.values}


@pytest.mark.parametrize("name", ["titleStmt", "publicationStmt", "sourceDesc", "fileDesc"])
def test_the_header_has_each_of_its_statements(octavo_schema: etree.RelaxNG, name: str) -> None:
    tree = etree.fromstring(document())
    (statement,) = tree.iter(f"{{*}}{name}")
    parent = statement.getparent()
    assert parent is not None
    parent.remove(statement)
    assert not octavo_schema.validate(tree)


def test_a_document_has_an_id(octavo_schema: etree.RelaxNG) -> None:
    assert errors(octavo_schema, document().replace(' xml:id="minutes"', "")) != []


def test_a_document_has_a_text_or_a_register(octavo_schema: etree.RelaxNG) -> None:
    tree = etree.fromstring(document())
    tree.remove(tree[1])
    assert not octavo_schema.validate(tree)


def test_an_element_that_is_not_of_octavo_is_refused(octavo_schema: etree.RelaxNG) -> None:
    assert errors(octavo_schema, around("phrase", "<handShift/>")) != []


def test_an_attribute_that_is_not_of_octavo_is_refused(octavo_schema: etree.RelaxNG) -> None:
    assert errors(octavo_schema, around("body", '<p style="color: red"/>')) != []
