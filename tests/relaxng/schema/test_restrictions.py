"""Section 7 of the specification: what the simple form must not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.relaxng.findings import SchemaError
from octavo.relaxng.load import check_restrictions, parse_schema
from tests.relaxng.schema.schemas import XSD, assert_refused, parse, written

IN_A = '<element name="a">{}</element>'
B = '<element name="b"><empty/></element>'
C = '<element name="c"><empty/></element>'
P = '<attribute name="p"/>'
Q = '<attribute name="q"/>'
X = "<value>x</value>"
INT = f'<data type="int" datatypeLibrary="{XSD}"/>'


def marked(tag: str) -> str:
    """The tag with the mark where a finding about it stands: at its name, if it has one."""
    return tag.replace(" name=", " ‸name=", 1) if " name=" in tag else f"‸{tag}"


def in_attribute(content: str) -> str:
    return IN_A.format(f'<attribute name="p">{content}</attribute>')


def in_list(content: str) -> str:
    return IN_A.format(f"<list>{content}</list>")


def in_except(content: str) -> str:
    return IN_A.format(f'<data type="token"><except>{content}</except></data>')


def in_many(content: str) -> str:
    return IN_A.format(f"<oneOrMore>{content}</oneOrMore>")


INCORRECT = {
    # 7.1.1
    "7.1.1: no element in an attribute": (in_attribute(marked(B)), "prohibited-path"),
    "7.1.1: no element in a choice in an attribute": (
        in_attribute(f"<choice><text/>{marked(B)}</choice>"),
        "prohibited-path",
    ),
    "7.1.1: no attribute in an attribute": (in_attribute(marked(Q)), "prohibited-path"),
    "7.1.1: no optional attribute in an attribute": (
        in_attribute(f"<optional>{marked(Q)}</optional>"),
        "prohibited-path",
    ),
    # 7.1.2
    "7.1.2: no attribute in a group that is repeated": (
        in_many(f"<group>{marked(P)}{B}</group>"),
        "attributes-repeated",
    ),
    "7.1.2: no attribute in an interleave that is repeated": (
        in_many(f"<interleave>{marked(P)}{B}</interleave>"),
        "attributes-repeated",
    ),
    "7.1.2: no attribute beside an element in oneOrMore": (
        in_many(f"{B}{marked(P)}"),
        "attributes-repeated",
    ),
    "7.1.2: nor in zeroOrMore": (
        IN_A.format(f"<zeroOrMore>{B}{marked(P)}</zeroOrMore>"),
        "attributes-repeated",
    ),
    "7.1.2: nor in a choice in a group that is repeated": (
        in_many(f"<group><choice>{marked(P)}{B}</choice>{C}</group>"),
        "attributes-repeated",
    ),
    "7.1.2: nor repeated within": (
        in_many(f"<group><oneOrMore>{marked(P)}</oneOrMore>{C}</group>"),
        "attributes-repeated",
    ),
    # 7.1.3
    "7.1.3: no list in a list": (in_list(f"‸<list>{X}</list>"), "prohibited-path"),
    "7.1.3: no element in a list": (in_list(marked(B)), "prohibited-path"),
    "7.1.3: no attribute in a list": (in_list(marked(P)), "prohibited-path"),
    "7.1.3: no text in a list": (in_list("‸<text/>"), "prohibited-path"),
    "7.1.3: no optional text in a list": (
        in_list(f"{X}<optional>‸<text/></optional>"),
        "prohibited-path",
    ),
    "7.1.3: no interleave in a list": (
        in_list(f"‸<interleave>{X}{X}</interleave>"),
        "prohibited-path",
    ),
    # 7.1.4
    "7.1.4: no attribute in except": (in_except(marked(P)), "prohibited-path"),
    "7.1.4: no element in except": (in_except(marked(B)), "prohibited-path"),
    "7.1.4: no text in except": (in_except("‸<text/>"), "prohibited-path"),
    "7.1.4: no list in except": (in_except(f"‸<list>{X}</list>"), "prohibited-path"),
    "7.1.4: no group in except": (in_except(f"‸<group>{X}{X}</group>"), "prohibited-path"),
    "7.1.4: no interleave in except": (
        in_except(f"‸<interleave>{X}{X}</interleave>"),
        "prohibited-path",
    ),
    "7.1.4: no oneOrMore in except": (in_except(f"‸<oneOrMore>{X}</oneOrMore>"), "prohibited-path"),
    "7.1.4: no empty in except": (in_except(f"<choice>{X}‸<empty/></choice>"), "prohibited-path"),
    "7.1.4: not even in the except of an except": (
        in_except('<data type="token"><except>‸<text/></except></data>'),
        "prohibited-path",
    ),
    # 7.1.5
    "7.1.5: no attribute in start": (marked(P), "prohibited-path"),
    "7.1.5: no data in start": ('‸<data type="token"/>', "prohibited-path"),
    "7.1.5: no value in start": (f"‸{X}", "prohibited-path"),
    "7.1.5: no text in start": ("‸<text/>", "prohibited-path"),
    "7.1.5: no list in start": (f"‸<list>{X}</list>", "prohibited-path"),
    "7.1.5: no group in start": (f"‸<group>{B}{C}</group>", "prohibited-path"),
    "7.1.5: no interleave in start": (f"‸<interleave>{B}{C}</interleave>", "prohibited-path"),
    "7.1.5: no oneOrMore in start": (f"‸<oneOrMore>{B}</oneOrMore>", "prohibited-path"),
    "7.1.5: no empty in start": ("‸<empty/>", "prohibited-path"),
    "7.1.5: no optional element in start": (f"‸<optional>{B}</optional>", "prohibited-path"),
    "7.1.5: no text in a start that is reached": (
        "<grammar><start><ref name='x'/></start><define name='x'><choice>‸<text/>"
        f"{B}</choice></define></grammar>",
        "prohibited-path",
    ),
    # 7.2
    "7.2: no data beside an element": (IN_A.format(f"‸{INT}{B}"), "text-with-data"),
    "7.2: no element beside data": (IN_A.format(f"{B}‸{INT}"), "text-with-data"),
    "7.2: no data beside text": (IN_A.format(f"<text/>‸{INT}"), "text-with-data"),
    "7.2: no value beside text": (IN_A.format(f"<text/>‸{X}"), "text-with-data"),
    "7.2: no list beside a list": (
        IN_A.format(f"<list>{X}</list>‸<list>{X}</list>"),
        "text-with-data",
    ),
    "7.2: no data beside data": (IN_A.format(f"{INT}‸{X}"), "text-with-data"),
    "7.2: no data interleaved with data": (
        IN_A.format(f"<interleave>{INT}‸{X}</interleave>"),
        "text-with-data",
    ),
    "7.2: no data in mixed": (IN_A.format(f"<mixed>‸{INT}</mixed>"), "text-with-data"),
    "7.2: no data repeated": (IN_A.format(f"<oneOrMore>‸{INT}</oneOrMore>"), "text-with-data"),
    "7.2: no data repeated in a choice": (
        IN_A.format(f"<zeroOrMore><choice>{B}‸{INT}</choice></zeroOrMore>"),
        "text-with-data",
    ),
    "7.2: no data beside data in an attribute": (
        in_attribute(f"<group>{INT}‸{X}</group>"),
        "text-with-data",
    ),
    "7.2: no optional data beside an element": (
        IN_A.format(f"<optional>‸{INT}</optional>{B}"),
        "text-with-data",
    ),
    # 7.3
    "7.3: no attribute twice": (IN_A.format(f"{P}{marked(P)}"), "attribute-twice"),
    "7.3: no attribute twice in an interleave": (
        IN_A.format(f"<interleave>{P}{marked(P)}</interleave>"),
        "attribute-twice",
    ),
    "7.3: no attribute twice if one is optional": (
        IN_A.format(f"{P}<optional>{marked(P)}</optional>"),
        "attribute-twice",
    ),
    "7.3: no attribute twice if one is in a choice": (
        IN_A.format(f"<choice>{P}{Q}</choice>{marked(Q)}"),
        "attribute-twice",
    ),
    "7.3: no attribute twice far from each other": (
        IN_A.format(f"{P}{B}<group><group>{Q}<optional>{marked(P)}</optional></group></group>"),
        "attribute-twice",
    ),
    "7.3: no name in two name classes": (
        IN_A.format(
            f"<attribute><choice><name>p</name><name>q</name></choice></attribute>{marked(Q)}"
        ),
        "attribute-twice",
    ),
    "7.3: no name beside any name": (
        IN_A.format(f"{P}<zeroOrMore>‸<attribute><anyName/></attribute></zeroOrMore>"),
        "attribute-twice",
    ),
    "7.3: no name beside any name of its namespace": (
        IN_A.format(f'{P}<zeroOrMore>‸<attribute><nsName ns=""/></attribute></zeroOrMore>'),
        "attribute-twice",
    ),
    "7.3: no any name beside any name": (
        IN_A.format(
            "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>"
            "<zeroOrMore>‸<attribute><anyName/></attribute></zeroOrMore>"
        ),
        "attribute-twice",
    ),
    "7.3: no any name beside any name of a namespace": (
        IN_A.format(
            "<zeroOrMore><attribute><anyName><except><name>x</name></except></anyName></attribute>"
            "</zeroOrMore>"
            '<zeroOrMore>‸<attribute><nsName ns=""/></attribute></zeroOrMore>'
        ),
        "attribute-twice",
    ),
    "7.3: what is left out of one may be in the other": (
        IN_A.format(
            "<zeroOrMore><attribute><anyName><except><nsName ns='u'><except><name ns='u'>x</name>"
            "</except></nsName></except></anyName></attribute></zeroOrMore>"
            "<zeroOrMore>‸<attribute><nsName ns='u'/></attribute></zeroOrMore>"
        ),
        "attribute-twice",
    ),
    "7.3: any name must be repeated": (
        IN_A.format("‸<attribute><anyName/></attribute>"),
        "endless-names",
    ),
    "7.3: any name of a namespace must be repeated": (
        IN_A.format("<optional>‸<attribute><nsName ns='u'/></attribute></optional>"),
        "endless-names",
    ),
    "7.3: any name in a choice must be repeated": (
        IN_A.format("‸<attribute><choice><name>x</name><nsName ns='u'/></choice></attribute>"),
        "endless-names",
    ),
    # 7.4
    "7.4: no element in two parts of an interleave": (
        IN_A.format(f"<interleave>{B}{marked(B)}</interleave>"),
        "interleaved-elements",
    ),
    "7.4: no element in two parts of an interleave, deeper": (
        IN_A.format(
            f"<interleave><oneOrMore>{B}{C}</oneOrMore><choice><text/><group>{marked(C)}"
            '<element name="d"><empty/></element></group></choice></interleave>'
        ),
        "interleaved-elements",
    ),
    "7.4: no element of any name beside another": (
        IN_A.format(f"<interleave>{B}‸<element><anyName/><empty/></element></interleave>"),
        "interleaved-elements",
    ),
    "7.4: no element of two names beside one of them": (
        IN_A.format(
            "<interleave><element><choice><name>b</name><name>x</name></choice><text/></element>"
            f"{marked(B)}</interleave>"
        ),
        "interleaved-elements",
    ),
    "7.4: no text in two parts of an interleave": (
        IN_A.format("<interleave><text/>‸<text/></interleave>"),
        "interleaved-text",
    ),
    "7.4: no text in mixed": (
        IN_A.format("‸<mixed><choice><text/><empty/></choice></mixed>"),
        "interleaved-text",
    ),
    "7.4: three parts of an interleave are compared": (
        IN_A.format(f"<interleave>{B}{C}{marked(B)}</interleave>"),
        "interleaved-elements",
    ),
}


@pytest.mark.parametrize(("schema", "identifier"), INCORRECT.values(), ids=INCORRECT.keys())
def test_is_no_schema(schema: str, identifier: str) -> None:
    assert_refused(schema, identifier)


CORRECT = {
    "7.1.1: an attribute may hold data, values, lists and choices": in_attribute(
        f"<choice>{INT}{X}<list>{X}{X}</list><empty/></choice>"
    ),
    "7.1.2: attributes may be repeated by themselves": in_many(P),
    "7.1.2: a choice of attributes may be repeated": in_many(f"<choice>{P}{Q}</choice>"),
    "7.1.2: a group with empty is no group": in_many(f"<group>{P}<empty/></group>"),
    "7.1.2: an element in a group that is repeated may have attributes": in_many(
        f'{B}<element name="c">{P}</element>'
    ),
    "7.1.3: a list may hold groups, choices and repetitions": in_list(
        f"<oneOrMore><group>{X}<choice>{INT}<empty/></choice></group></oneOrMore>"
    ),
    "7.1.3: an interleave with empty is no interleave": in_list(
        f"<interleave>{X}<empty/></interleave>"
    ),
    "7.1.4: except may hold a choice of data with an exception": in_except(
        f'<choice>{X}<data type="token"><except>{X}</except></data></choice>'
    ),
    "7.1.5: start may be a choice": f"<choice>{B}{C}<notAllowed/></choice>",
    "7.1.5: start may be a group with empty": f"<group>{B}<empty/></group>",
    "7.2: data may be an alternative to elements": IN_A.format(f"<choice>{INT}{B}</choice>"),
    "7.2: data may stand beside attributes": IN_A.format(f"{INT}{P}"),
    "7.2: in a list, data may stand beside data": in_list(f"{INT}{INT}"),
    "7.2: text may stand beside text": IN_A.format("<text/><text/>"),
    "7.2: text may be repeated": IN_A.format("<oneOrMore><text/></oneOrMore>"),
    "7.2: empty may be repeated": IN_A.format("<oneOrMore><empty/></oneOrMore>"),
    "7.2: a list may hold nothing": in_list("<empty/>"),
    "7.3: an attribute may be twice in a choice": IN_A.format(
        f"<choice><group>{P}{B}</group><group>{P}{C}</group></choice>"
    ),
    "7.3: names in different namespaces do not overlap": IN_A.format(
        f'{P}<attribute name="p" ns="u"/>'
    ),
    "7.3: any name but one may stand beside that one": IN_A.format(
        f"{P}<zeroOrMore><attribute><anyName><except><name>p</name></except></anyName></attribute>"
        "</zeroOrMore>"
    ),
    "7.3: any name but those of a namespace may stand beside those": IN_A.format(
        "<zeroOrMore><attribute><anyName><except><nsName ns='u'/></except></anyName></attribute>"
        "</zeroOrMore><zeroOrMore><attribute><nsName ns='u'/></attribute></zeroOrMore>"
    ),
    "7.3: any names of two namespaces do not overlap": IN_A.format(
        "<zeroOrMore><attribute><nsName ns='u'/></attribute></zeroOrMore>"
        "<zeroOrMore><attribute><nsName ns='v'/></attribute></zeroOrMore>"
    ),
    "7.3: any name may be repeated in a choice": IN_A.format(
        f"<zeroOrMore><choice><attribute><anyName/></attribute>{Q}</choice></zeroOrMore>"
    ),
    "7.3: an element within may have the attribute again": IN_A.format(
        f'{P}<element name="b">{P}</element>'
    ),
    "7.4: the same element twice in a group": IN_A.format(f"{B}{B}"),
    "7.4: the same element twice in one part of an interleave": IN_A.format(
        f"<interleave><group>{B}{B}</group>{C}</interleave>"
    ),
    "7.4: text in one part of an interleave": IN_A.format(
        f"<interleave><group><text/>{B}<text/></group>{C}</interleave>"
    ),
    "7.4: text in an attribute does not count": IN_A.format(f"<mixed>{P}</mixed>"),
    "7.4: text in an element does not count": IN_A.format(
        '<mixed><element name="b"><text/></element></mixed>'
    ),
    "what nothing refers to is not restricted": (
        f"<grammar><start>{B}</start><define name='x'><list><text/></list></define></grammar>"
    ),
    "what is not allowed is not restricted": IN_A.format(
        f"<choice><group><notAllowed/><list><text/></list></group>{B}</choice>"
    ),
}


@pytest.mark.parametrize("schema", CORRECT.values(), ids=CORRECT.keys())
def test_is_a_schema(schema: str) -> None:
    parse(schema)


def test_restrictions_can_be_checked_later() -> None:
    source = written(IN_A.format(f"{P}{P}"))
    loaded = parse_schema(source.encode(), Path("a.rng"))
    assert len(loaded.grammar.elements) == 1
    with pytest.raises(SchemaError, match="attribute-twice"):
        check_restrictions(loaded)


def test_a_second_attribute_is_told_with_the_place_of_the_first() -> None:
    finding = assert_refused(
        IN_A.format(f"\n{P}\n<optional>{marked(P)}</optional>"), "attribute-twice"
    )
    assert "schema.rng:2:1" in finding.message
    assert "in the element “a”" in finding.message


def test_one_definition_that_is_used_twice_is_placed_where_it_is_used() -> None:
    finding = assert_refused(
        "<grammar><start>‸<element name='a'><ref name='p'/><ref name='p'/></element></start>\n"
        f"<define name='p'>{P}</define></grammar>",
        "attribute-twice",
    )
    assert "schema.rng:2:" in finding.message


def test_every_element_is_told_of() -> None:
    schema = (
        f'<element name="a">{P}{P}<element name="b">{Q}{Q}</element>'
        '<element name="c"><list><text/></list></element></element>'
    )
    with pytest.raises(SchemaError) as caught:
        parse(schema)
    assert [finding.id for finding in caught.value.findings] == [
        "attribute-twice",
        "attribute-twice",
        "prohibited-path",
    ]
