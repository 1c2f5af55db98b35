"""Section 3 of the specification: what a schema may consist of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.relaxng.schema.schemas import (
    HERE,
    RNG,
    XSD,
    assert_refused,
    parse,
    refusal,
    simple,
    written,
)

A = 'xmlns:a="annotations"'

CORRECT = {
    "an element with a name and a pattern": '<element name="a"><empty/></element>',
    "an element with a name class": "<element><name>a</name><empty/></element>",
    "a choice is a name class": (
        "<element><choice><name>a</name><name>b</name></choice><empty/></element>"
    ),
    "a choice of one name": "<element><choice><name>a</name></choice><empty/></element>",
    "an element with several patterns": '<element name="a"><empty/><text/></element>',
    "an attribute without a pattern": ('<element name="a"><attribute name="b"/></element>'),
    "an attribute with a name class alone": (
        '<element name="a"><attribute><name>b</name></attribute></element>'
    ),
    "an attribute with a pattern": (
        '<element name="a"><attribute name="b"><text/></attribute></element>'
    ),
    "a name may have a prefix": '<element name="p:a" xmlns:p="u"><empty/></element>',
    "a value without a type": '<element name="a"><value>x</value></element>',
    "a value with nothing in it": '<element name="a"><value/></element>',
    "a list": '<element name="a"><list><value>x</value></list></element>',
    "an empty grammar content around start": (
        '<grammar><div/><start><element name="a"><empty/></element></start></grammar>'
    ),
    "divs in divs": (
        '<grammar><div><div><start><element name="a"><empty/></element></start></div></div>'
        "</grammar>"
    ),
    "definitions before start": (
        '<grammar><define name="x"><empty/></define><start><element name="a"><ref name="x"/>'
        "</element></start></grammar>"
    ),
    "a grammar in an element": (
        '<element name="a"><grammar><start><text/></start></grammar></element>'
    ),
    "parameters and an exception": (
        f'<element name="a" datatypeLibrary="{XSD}"><data type="token">'
        '<param name="maxLength">3</param><except><value>x</value></except></data></element>'
    ),
    "ns on any element": (
        '<element name="a" ns="u"><group ns="v"><text ns="w"/></group></element>'
    ),
    "any string is a namespace": '<element name="a" ns=" not a : URI % "><empty/></element>',
    "datatypeLibrary on any element": (
        f'<element name="a"><text datatypeLibrary="{XSD}"/></element>'
    ),
    "an empty datatypeLibrary": '<element name="a" datatypeLibrary=""><empty/></element>',
    "a datatypeLibrary that is no http URI": (
        '<element name="a" datatypeLibrary="urn:x:y"><empty/></element>'
    ),
    "a datatypeLibrary with characters to escape": (
        '<element name="a" datatypeLibrary="http://example.com/ä b"><empty/></element>'
    ),
    "foreign attributes": f'<element name="a" {A} a:x="1"><empty a:y=""/></element>',
    "xml:lang and xml:space": (
        '<element name="a" xml:lang="en"><text xml:space="default"/></element>'
    ),
    "foreign elements before, between and after": (
        f'<element {A} name="a"><a:x/><text/><a:y>text</a:y><empty/><a:z><a:z/></a:z></element>'
    ),
    "a foreign element in no namespace": (
        '<element name="a"><x xmlns=""><y>z</y></x><empty/></element>'
    ),
    "foreign elements in empty elements": (f'<element {A} name="a"><text><a:x/></text></element>'),
    "foreign elements in ref and parentRef": (
        f'<grammar {A}><start><element name="a"><grammar><start><parentRef name="t"><a:x/>'
        '</parentRef></start></grammar><ref name="e"><a:x/></ref></element></start>'
        '<define name="t"><text/></define><define name="e"><empty/></define></grammar>'
    ),
    "foreign elements between name class and pattern": (
        f"<element {A}><a:x/><name>a</name><a:x/><empty/></element>"
    ),
    "foreign elements in a name class": (
        f"<element {A}><anyName><a:x/><except><a:x/><name>b</name></except></anyName><empty/>"
        "</element>"
    ),
    "RELAX NG within a foreign element is foreign": (
        f'<element {A} name="a"><a:x><element xmlns="{RNG}"/></a:x><empty/></element>'
    ),
    "foreign elements among parameters": (
        f'<element name="a" {A} datatypeLibrary="{XSD}"><data type="token"><a:x/>'
        '<param name="maxLength">3</param><a:x/></data></element>'
    ),
    "white space anywhere": '<element name="a">\n \t<text>\r\n</text>\n</element>',
    "white space around names": (
        '<grammar><start combine=" choice "><ref name=" x "/></start><define name="\tx">'
        "<element><name>\n a </name><value type=' token'>x</value></element></define></grammar>"
    ),
    "comments and processing instructions": (
        '<element name="a"><!-- text --><?go on?><empty/></element>'
    ),
    "a comment within a name": "<element><name>a<!-- -->b</name><empty/></element>",
    "a prefix for RELAX NG": (f'<r:element xmlns:r="{RNG}" name="a"><r:empty/></r:element>'),
    "an internal DTD": (
        f'<!DOCTYPE element [<!ENTITY x "a"><!ATTLIST element name CDATA "b">]>'
        f'<element xmlns="{RNG}"><value>&x;</value></element>'
    ),
    "names in any script": '<element name="Ärger"><attribute name="名"/></element>',
    "names with dots, digits and hyphens": '<element name="_a-1.b"><empty/></element>',
    **{
        f"{wrapper} takes one pattern and several": (
            f'<element name="a"><{wrapper}><element name="b"><empty/></element></{wrapper}>'
            f'<{wrapper}><element name="c"><empty/></element><element name="d"><empty/></element>'
            f"</{wrapper}></element>"
        )
        for wrapper in ("group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore")
    },
}


@pytest.mark.parametrize("schema", CORRECT.values(), ids=CORRECT.keys())
def test_is_a_schema(schema: str) -> None:
    parse(schema)


IN_A = '<element name="a">{}</element>'

INCORRECT = {
    # Which elements.
    "an element that RELAX NG has not": (
        IN_A.format("‸<elment/><empty/>"),
        "unknown-element",
    ),
    "a schema begins with a pattern, not with define": (
        '‸<define name="a"><empty/></define>',
        "not-a-schema",
    ),
    "a schema begins with a pattern, not with a name class": (
        "‸<name>a</name>",
        "not-a-schema",
    ),
    "a schema is not of another namespace": (
        f'‸<a:grammar xmlns:a="x" xmlns:b="{RNG}"/>',
        "not-a-schema",
    ),
    # Which children.
    "an element needs a pattern": ('‸<element name="a"/>', "missing-child"),
    "an element needs a pattern after its name class": (
        "‸<element><name>a</name></element>",
        "missing-child",
    ),
    "an element needs a name": ("‸<element><empty/></element>", "missing-child"),
    "an element needs something": ("‸<element/>", "missing-child"),
    "an attribute needs a name": (
        IN_A.format("‸<attribute/>"),
        "missing-child",
    ),
    "an attribute has one pattern": (
        IN_A.format('<attribute name="b"><text/>‸<text/></attribute>'),
        "misplaced-element",
    ),
    "an element has not two names": (
        '<element name="a">‸<name>b</name><empty/></element>',
        "misplaced-element",
    ),
    "an element has not two name classes": (
        "<element><name>a</name>‸<name>b</name><empty/></element>",
        "misplaced-element",
    ),
    "the name class comes first": (
        "<element>‸<text/><name>a</name></element>",
        None,
    ),
    "a choice of names holds no pattern": (
        "<element><choice><name>a</name>‸<text/></choice><empty/></element>",
        "misplaced-element",
    ),
    "a choice of patterns holds no name": (
        IN_A.format("<choice><empty/>‸<name>a</name></choice>"),
        "misplaced-element",
    ),
    "except of a name class holds no pattern": (
        "<element><anyName><except>‸<text/><name>a</name></except></anyName><empty/></element>",
        None,
    ),
    "except of a name class is not empty": (
        "<element><anyName>‸<except/></anyName><empty/></element>",
        "missing-child",
    ),
    "a name class has one except": (
        "<element><anyName><except><name>a</name></except>‸<except><name>b</name></except>"
        "</anyName><empty/></element>",
        "misplaced-element",
    ),
    "anyName holds except only": (
        "<element><anyName>‸<name>a</name></anyName><empty/></element>",
        "misplaced-element",
    ),
    "a choice of names is not empty": (
        "<element>‸<choice/><empty/></element>",
        "missing-child",
    ),
    "except stands in data and name classes only": (
        IN_A.format("<group>‸<except><text/></except><text/></group>"),
        "misplaced-element",
    ),
    "data has one except": (
        IN_A.format(
            '<data type="token"><except><value>x</value></except>‸<except><value>x</value>'
            "</except></data>"
        ),
        "misplaced-element",
    ),
    "no parameter after except": (
        IN_A.format(
            '<data type="token"><except><value>x</value></except>‸<param name="a">b</param></data>'
        ),
        "misplaced-element",
    ),
    "except of data is not empty": (
        IN_A.format('<data type="token">‸<except/></data>'),
        "missing-child",
    ),
    "data holds no pattern": (
        IN_A.format('<data type="token">‸<text/></data>'),
        "misplaced-element",
    ),
    "param stands in data only": (
        IN_A.format('‸<param name="a">b</param><empty/>'),
        "misplaced-element",
    ),
    "start holds one pattern": (
        '<grammar><start><element name="a"><empty/></element>‸<empty/></start></grammar>',
        "misplaced-element",
    ),
    "start is not empty": ("<grammar>‸<start/></grammar>", "missing-child"),
    "define is not empty": (
        '<grammar><start><element name="a"><empty/></element></start>‸<define name="b"/></grammar>',
        "missing-child",
    ),
    "a grammar holds no pattern": (
        '<grammar>‸<element name="a"><empty/></element><start><notAllowed/></start></grammar>',
        "misplaced-element",
    ),
    "a grammar stands not directly in a grammar": (
        "<grammar>‸<grammar/><start><notAllowed/></start></grammar>",
        "misplaced-element",
    ),
    "a div holds no pattern": (
        "<grammar><div>‸<empty/></div><start><notAllowed/></start></grammar>",
        "misplaced-element",
    ),
    "a div stands in a grammar": (IN_A.format("‸<div/><empty/>"), "misplaced-element"),
    "include stands in a grammar": (
        IN_A.format('‸<include href="x"/><empty/>'),
        "misplaced-element",
    ),
    "an include holds no include": (
        '<grammar><include href="x">‸<include href="y"/></include></grammar>',
        "misplaced-element",
    ),
    "a div in an include holds no include": (
        '<grammar><include href="x"><div>‸<include href="y"/></div></include></grammar>',
        "misplaced-element",
    ),
    "start stands not in a pattern": (
        IN_A.format("‸<start><empty/></start><empty/>"),
        "misplaced-element",
    ),
    **{
        f"{wrapper} needs a pattern": (IN_A.format(f"‸<{wrapper}/>"), "missing-child")
        for wrapper in ("group interleave choice optional zeroOrMore oneOrMore list mixed").split()
    },
    **{
        f"{empty} holds nothing": (
            IN_A.format(f"{tag}‸<empty/></{empty}>"),
            "misplaced-element",
        )
        for empty, tag in {
            "empty": "<empty>",
            "text": "<text>",
            "notAllowed": "<notAllowed>",
            "ref": '<ref name="x">',
            "parentRef": '<parentRef name="x">',
            "externalRef": '<externalRef href="x">',
        }.items()
    },
    # Text.
    "no text among patterns": (IN_A.format("‸ha<empty/>"), "misplaced-text"),
    "no text in an empty element": (
        IN_A.format("<empty>\n  ‸ha\n</empty>"),
        "misplaced-text",
    ),
    "text is told once for an element": (
        IN_A.format("<empty>\n ‸ha\n ha &amp; ha\n</empty>"),
        "misplaced-text",
    ),
    "a no-break space is text": (IN_A.format("‸\u00a0<empty/>"), "misplaced-text"),
    "no element in a value": (
        IN_A.format("<value>x‸<empty/></value>"),
        "foreign-element-in-string",
    ),
    "no foreign element in a value": (
        IN_A.format('<value>x‸<a xmlns="u"/></value>'),
        "foreign-element-in-string",
    ),
    "no foreign element in a name": (
        '<element><name>a‸<x xmlns="u"/></name><empty/></element>',
        "foreign-element-in-string",
    ),
    "no foreign element in a param": (
        IN_A.format('<data type="token"><param name="x">‸<a xmlns="u"/></param></data>'),
        "foreign-element-in-string",
    ),
    # Which attributes.
    "an attribute that the element has not": (
        '<element name="a"><empty ‸name="b"/></element>',
        "unknown-attribute",
    ),
    "an attribute with a slip of the pen": (
        '<element ‸nmae="a"><name>a</name><empty/></element>',
        "unknown-attribute",
    ),
    "type belongs to data and value": (
        IN_A.format('<text ‸type="token"/>'),
        "unknown-attribute",
    ),
    "combine belongs to start and define": (
        '<grammar ‸combine="choice"><start><notAllowed/></start></grammar>',
        "unknown-attribute",
    ),
    "an attribute in the namespace of RELAX NG": (
        f'<element xmlns:r="{RNG}" name="a"><text ‸r:ns="x"/></element>',
        "qualified-attribute",
    ),
    "data needs a type": (IN_A.format("‸<data/>"), "missing-attribute"),
    "ref needs a name": (IN_A.format("‸<ref/>"), "missing-attribute"),
    "parentRef needs a name": (IN_A.format("‸<parentRef/>"), "missing-attribute"),
    "externalRef needs href": (IN_A.format("‸<externalRef/>"), "missing-attribute"),
    "param needs a name": (
        IN_A.format('<data type="token">‸<param>x</param></data>'),
        "missing-attribute",
    ),
    "include needs href": ("<grammar>‸<include/></grammar>", "missing-attribute"),
    "define needs a name": (
        "<grammar><start><notAllowed/></start>‸<define><empty/></define></grammar>",
        "missing-attribute",
    ),
    # What attributes say.
    "a name has no space": ('<element ‸name="a b"><empty/></element>', "bad-name"),
    "a name is not empty": ('<element ‸name=" "><empty/></element>', "bad-name"),
    "a name does not begin with a digit": ('<element ‸name="1a"><empty/></element>', "bad-name"),
    "a name has one colon": ('<element ‸name="a:b:c"><empty/></element>', "bad-name"),
    "a name does not end with a colon": ('<element ‸name="a:"><empty/></element>', "bad-name"),
    "a name element holds a name": (
        "<element>‸<name>a b</name><empty/></element>",
        "bad-name",
    ),
    "a name element is not empty": ("<element>‸<name/><empty/></element>", "bad-name"),
    "a definition has a name without a colon": (
        '<grammar><start><notAllowed/></start><define ‸name="a:b"><empty/></define></grammar>',
        "bad-name",
    ),
    "a reference has a name without a colon": (
        IN_A.format('<ref\n  ‸name="a:b"/>'),
        "bad-name",
    ),
    "a type has a name without a colon": (
        IN_A.format('<data ‸type="xsd:token"/>'),
        "bad-name",
    ),
    "a value's type has a name without a colon": (
        IN_A.format('<value ‸type="xsd:token">x</value>'),
        "bad-name",
    ),
    "a param has a name without a colon": (
        IN_A.format('<data type="token"><param ‸name="x:y">z</param></data>'),
        "bad-name",
    ),
    "combine is choice or interleave": (
        '<grammar><start ‸combine="group"><notAllowed/></start></grammar>',
        "bad-combine",
    ),
    "datatypeLibrary is not relative": (
        '<element name="a" ‸datatypeLibrary="foo"><empty/></element>',
        "bad-datatype-library",
    ),
    "datatypeLibrary has no fragment": (
        f'<element name="a" ‸datatypeLibrary="{XSD}#x"><empty/></element>',
        "bad-datatype-library",
    ),
    "datatypeLibrary has not even an empty fragment": (
        f'<element name="a" ‸datatypeLibrary="{XSD}#"><empty/></element>',
        "bad-datatype-library",
    ),
    "datatypeLibrary has no % by itself": (
        '<element name="a" ‸datatypeLibrary="http://x/%"><empty/></element>',
        "bad-datatype-library",
    ),
    "datatypeLibrary is more than a scheme": (
        '<element name="a" ‸datatypeLibrary="foo:"><empty/></element>',
        "bad-datatype-library",
    ),
    "a scheme is of ASCII letters": (
        '<element name="a" ‸datatypeLibrary="1x:foo"><empty/></element>',
        "bad-datatype-library",
    ),
    "datatypeLibrary is checked where nothing uses it": (
        IN_A.format('<text ‸datatypeLibrary="a/b"/>'),
        "bad-datatype-library",
    ),
    "href has no fragment": (
        IN_A.format('<externalRef ‸href="x#y"/>'),
        "bad-href",
    ),
    "href is a URI": (IN_A.format('<externalRef ‸href="%zz"/>'), "bad-href"),
}


@pytest.mark.parametrize(("schema", "identifier"), INCORRECT.values(), ids=INCORRECT.keys())
def test_is_no_schema(schema: str, identifier: str | None) -> None:
    if identifier:
        assert_refused(schema, identifier)
    else:
        refusal(schema.replace(HERE, ""))


def test_every_fault_of_the_syntax_is_told() -> None:
    findings = refusal('<element name="1"><foo/><text type="x"/><data/></element>')
    assert [finding.id for finding in findings] == [
        "bad-name",
        "unknown-element",
        "unknown-attribute",
        "missing-attribute",
    ]


def test_a_slip_of_the_pen_is_answered_with_the_right_word() -> None:
    (finding,) = refusal('<element name="a"><zeroOrmore><text/></zeroOrmore><empty/></element>')
    assert finding.hint == "Did you mean <zeroOrMore>?"
    (finding,) = refusal('<grammar><start combin="choice"><notAllowed/></start></grammar>')
    assert finding.hint == "Did you mean combine?"


def test_a_finding_says_how_much_is_meant() -> None:
    (finding,) = refusal('<element name="1a"><empty/></element>')
    assert finding.length == len('name="1a"')
    (finding,) = refusal('<element name="a"/>')
    assert finding.length == len("<element")


def test_columns_count_characters() -> None:
    assert_refused('<element name="ä𐀀">‸😀<empty/></element>', "misplaced-text")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
def test_places_do_not_depend_on_the_kind_of_newline(newline: str) -> None:
    source = written('<element\n name="a">\n  <text\n  ns=""\n  foo="x"/></element>')
    (finding,) = refusal(source.replace("\n", newline))
    assert (finding.line, finding.column) == (5, 3)


def test_a_fault_within_an_entity_is_placed_at_the_entity() -> None:
    source = f'<!DOCTYPE element [<!ENTITY e "<foo/>">]>\n<element name="a" xmlns="{RNG}">&e;'
    (finding,) = refusal(f"{source}<empty/></element>")
    assert (finding.id, finding.line) == ("unknown-element", 2)


def test_an_annotation_does_not_reach_the_simple_form() -> None:
    assert (
        simple(CORRECT["foreign elements before, between and after"]) == "start = #0; #0 a = text"
    )


def test_a_default_attribute_from_the_internal_dtd_counts() -> None:
    assert simple(CORRECT["an internal DTD"]) == "start = #0; #0 b = token“a”"


def test_the_path_is_that_of_the_file() -> None:
    (finding,) = refusal("<foo/>", Path("some/where.rng"))
    assert finding.path == Path("some/where.rng")
