"""Section 4 of the specification, step by step, but for what several files are needed for."""

from __future__ import annotations

import pytest

from tests.relaxng.schema.schemas import XSD, assert_refused, parse, simple

IN_A = '<element name="a">{}</element>'
B = '<element name="b"><empty/></element>'
C = '<element name="c"><empty/></element>'
GRAMMAR = "<grammar><start><ref name='s'/></start>{}</grammar>"


def of_a(content: str) -> str:
    """What the content of an element becomes."""
    return simple(IN_A.format(content)).partition("; ")[2].partition("#0 a = ")[2]


BECOMES = {
    # 4.2
    "4.2: white space in a value is kept": ("<value> x\n y </value>", "token“ x\n y ”"),
    "4.2: white space that is all of a value is kept": ("<value> </value>", "token“ ”"),
    "4.2: white space in a param is kept": (
        f"<data type='string' datatypeLibrary='{XSD}'><param name='pattern'> x </param></data>",
        "xsd:string pattern= x ",
    ),
    "4.2: a comment does not divide a value": ("<value>x<!-- -->y</value>", "token“xy”"),
    "4.2: a CDATA section is text": ("<value><![CDATA[<x>]]></value>", "token“<x>”"),
    # 4.3, 4.4
    "4.3: datatypeLibrary is inherited": (
        f"<group datatypeLibrary='{XSD}'><choice><data type='int'/></choice></group>",
        "xsd:int",
    ),
    "4.3: the nearest datatypeLibrary counts": (
        f"<group datatypeLibrary='{XSD}'><data type='token' datatypeLibrary=''/></group>",
        "token",
    ),
    "4.3: a value with a type has the library": (
        f"<value type='int' datatypeLibrary='{XSD}'>1</value>",
        "xsd:int“1”",
    ),
    "4.4: a value without a type is a token of no library": (
        f"<value datatypeLibrary='{XSD}'>1</value>",
        "token“1”",
    ),
    # 4.8, 4.9, 4.10
    "4.8: an attribute with a name is in no namespace": (
        '<group ns="u"><attribute name="b"/></group>',
        "@b{text}",
    ),
    "4.8: an attribute with a name and ns is in that": (
        '<attribute name="b" ns="u"/>',
        "@u:b{text}",
    ),
    "4.8: an attribute with a name class inherits ns": (
        '<group ns="u"><attribute><name>b</name></attribute></group>',
        "@u:b{text}",
    ),
    "4.9: an empty ns takes the inherited one away": (
        '<group ns="u"><element name="b" ns=""><empty/></element></group>',
        "#1; #1 b = empty",
    ),
    "4.9: the nearest ns counts": (
        '<group ns="u"><element ns="v"><name ns="w">b</name><empty/></element></group>',
        "#1; #1 w:b = empty",
    ),
    "4.9: ns is inherited through an element": (
        '<element name="b" ns="u"><element name="c"><empty/></element></element>',
        "#1; #1 u:b = #2; #2 u:c = empty",
    ),
    "4.9: nsName inherits ns": (
        '<element ns="u"><nsName/><empty/></element>',
        "#1; #1 u:* = empty",
    ),
    "4.9: nsName without ns is of no namespace": (
        "<element><nsName/><empty/></element>",
        "#1; #1 :* = empty",
    ),
    "4.9: the namespace of a QName value is that of ns": (
        f"<value type='QName' ns='u' datatypeLibrary='{XSD}'>x</value>",
        "xsd:QName“x” =u xml=http://www.w3.org/XML/1998/namespace",
    ),
    "4.10: a prefix counts more than ns": (
        '<element name="p:b" ns="u" xmlns:p="v"><empty/></element>',
        "#1; #1 v:b = empty",
    ),
    "4.10: a prefix of an attribute": (
        '<attribute name="p:b" xmlns:p="v"/>',
        "@v:b{text}",
    ),
    "4.10: a prefix of a name element": (
        '<element xmlns:p="v"><name ns="u"> p:b </name><empty/></element>',
        "#1; #1 v:b = empty",
    ),
    "4.10: the prefix xml is always there": (
        '<attribute name="xml:id"/>',
        "@http://www.w3.org/XML/1998/namespace:id{text}",
    ),
    "4.10: the default namespace of the schema is not used for names": (
        '<x:element xmlns:x="http://relaxng.org/ns/structure/1.0" xmlns="u" name="b">'
        "<x:empty/></x:element>",
        "#1; #1 b = empty",
    ),
    # 4.12
    "4.12: several patterns of an element are a group": (
        "<text/><attribute name='b'/>",
        "(text, @b{text})",
    ),
    **{
        f"4.12: several patterns in {wrapper} are a group": (
            f"<{wrapper}><text/><attribute name='b'/></{wrapper}>".replace("text/", "ref/")
            if wrapper == "none"
            else f"<{wrapper}>{B}{C}</{wrapper}>",
            shape + "; #1 b = empty; #2 c = empty",
        )
        for wrapper, shape in {
            "oneOrMore": "(#1, #2)+",
            "zeroOrMore": "(empty | (#1, #2)+)",
            "optional": "(empty | (#1, #2))",
            "mixed": "((#1, #2) & text)",
        }.items()
    },
    "4.12: several patterns in list are a group": (
        "<list><value>x</value><value>y</value></list>",
        "list{(token“x”, token“y”)}",
    ),
    "4.12: several patterns in except are a choice": (
        "<data type='token'><except><value>x</value><value>y</value></except></data>",
        "token - (token“x” | token“y”)",
    ),
    "4.12: several name classes in except are a choice": (
        "<element><anyName><except><name>x</name><name>y</name></except></anyName><empty/></element>",
        "#1; #1 * - (x | y) = empty",
    ),
    "4.12: an attribute without a pattern has text": ("<attribute name='b'/>", "@b{text}"),
    "4.12: a choice of one is that one": ("<choice><text/></choice>", "text"),
    "4.12: a group of one is that one": ("<group><text/></group>", "text"),
    "4.12: an interleave of one is that one": ("<interleave><text/></interleave>", "text"),
    "4.12: more than two stay in order": (
        "<choice><value>x</value><value>y</value><value>z</value></choice>",
        "(token“x” | token“y” | token“z”)",
    ),
    # 4.13 to 4.15
    "4.13: mixed is an interleave with text": (f"<mixed>{B}</mixed>", "(#1 & text); #1 b = empty"),
    "4.14: optional is a choice with empty": ("<optional><text/></optional>", "(empty | text)"),
    "4.15: zeroOrMore is a choice of oneOrMore and empty": (
        f"<zeroOrMore>{B}</zeroOrMore>",
        "(empty | #1+); #1 b = empty",
    ),
    # 4.20
    "4.20: an attribute of notAllowed is notAllowed": (
        "<attribute name='b'><notAllowed/></attribute>",
        "notAllowed",
    ),
    **{
        f"4.20: {wrapper} of notAllowed is notAllowed": (
            f"<{wrapper}><text/><notAllowed/></{wrapper}>",
            "notAllowed",
        )
        for wrapper in ("group", "interleave", "oneOrMore", "list")
    },
    "4.20: a choice loses notAllowed": ("<choice><text/><notAllowed/></choice>", "text"),
    "4.20: a choice of notAllowed is notAllowed": (
        "<choice><notAllowed/><notAllowed/></choice>",
        "notAllowed",
    ),
    "4.20: an except of notAllowed is gone": (
        "<data type='token'><except><notAllowed/></except></data>",
        "token",
    ),
    "4.20: an element of notAllowed stays": (
        "<element name='b'><notAllowed/></element>",
        "#1; #1 b = notAllowed",
    ),
    "4.20: zeroOrMore of notAllowed is empty": ("<zeroOrMore><notAllowed/></zeroOrMore>", "empty"),
    "4.20: what stands in a group with notAllowed is not reached": (
        f"<choice><group>{B}<notAllowed/></group>{C}</choice>",
        "#1; #1 c = empty",
    ),
    # 4.21
    "4.21: a group loses empty": ("<group><empty/><text/><empty/></group>", "text"),
    "4.21: an interleave loses empty": ("<interleave><empty/><text/></interleave>", "text"),
    "4.21: a group of empties is empty": ("<group><empty/><empty/></group>", "empty"),
    "4.21: a choice of empties is empty": ("<choice><empty/><empty/></choice>", "empty"),
    "4.21: a choice has empty first": ("<choice><text/><empty/></choice>", "(empty | text)"),
    "4.21: oneOrMore of empty is empty": ("<oneOrMore><empty/></oneOrMore>", "empty"),
    "4.21: a list of empty stays": ("<list><empty/></list>", "list{empty}"),
    "4.21: an attribute of empty stays": (
        "<attribute name='b'><empty/></attribute>",
        "@b{empty}",
    ),
    # What we do beyond the specification, to the same effect.
    "groups in groups are flat": (
        f"<group>{B}<group>{C}<text/></group></group>",
        "(#1, #2, text); #1 b = empty; #2 c = empty",
    ),
    "choices in choices are flat and have each member once": (
        "<choice><value>x</value><choice><value>y</value><value>x</value></choice></choice>",
        "(token“x” | token“y”)",
    ),
    "interleaves in interleaves are flat": (
        f"<interleave>{B}<interleave>{C}<text/></interleave></interleave>",
        "(#1 & #2 & text); #1 b = empty; #2 c = empty",
    ),
    "name classes are flat and have each member once": (
        "<element><choice><name>x</name><choice><name>y</name><name>x</name></choice></choice>"
        "<empty/></element>",
        "#1; #1 (x | y) = empty",
    ),
}


@pytest.mark.parametrize(("content", "expected"), BECOMES.values(), ids=BECOMES.keys())
def test_content_becomes(content: str, expected: str) -> None:
    assert of_a(content) == expected


SCHEMA_BECOMES = {
    "4.11: a div is its children": (
        f"<grammar><div ns='u'><start>{B}</start></div></grammar>",
        "start = #0; #0 u:b = empty",
    ),
    "4.17: definitions are combined as a choice": (
        GRAMMAR.format(
            f"<define name='s' combine='choice'>{B}</define><define name='s'>{C}</define>"
        ),
        "start = (#0 | #1); #0 b = empty; #1 c = empty",
    ),
    "4.17: definitions are combined as an interleave": (
        "<grammar><start><element name='a'><ref name='x'/></element></start>"
        f"<define name='x' combine='interleave'>{B}</define>"
        f"<define name='x' combine='interleave'>{C}</define></grammar>",
        "start = #0; #0 a = (#1 & #2); #1 b = empty; #2 c = empty",
    ),
    "4.17: starts are combined": (
        f"<grammar><start combine='choice'>{B}</start>"
        f"<start combine='choice'>{C}</start></grammar>",
        "start = (#0 | #1); #0 b = empty; #1 c = empty",
    ),
    "4.17: combine on a single definition says nothing": (
        GRAMMAR.format(f"<define name='s' combine='interleave'>{B}</define>"),
        "start = #0; #0 b = empty",
    ),
    "4.17: definitions in a div are combined with those outside": (
        GRAMMAR.format(
            f"<define name='s'>{B}</define>"
            f"<div><define name='s' combine='choice'>{C}</define></div>"
        ),
        "start = (#0 | #1); #0 b = empty; #1 c = empty",
    ),
    "4.17: a combined definition is a group in each part": (
        "<grammar><start><element name='a'><ref name='x'/></element></start>"
        f"<define name='x' combine='choice'>{B}{C}</define>"
        "<define name='x' combine='choice'><text/></define></grammar>",
        "start = #0; #0 a = ((#1, #2) | text); #1 b = empty; #2 c = empty",
    ),
    "4.18: a grammar within has names of its own": (
        "<grammar><start><element name='a'><ref name='x'/><grammar><start><ref name='x'/></start>"
        f"<define name='x'>{C}</define></grammar></element></start>"
        f"<define name='x'>{B}</define></grammar>",
        "start = #0; #0 a = (#1, #2); #1 b = empty; #2 c = empty",
    ),
    "4.18: parentRef refers to the grammar around": (
        "<grammar><start><element name='a'><grammar><start><parentRef name='x'/></start>"
        f"<define name='x'>{C}</define></grammar></element></start>"
        f"<define name='x'>{B}</define></grammar>",
        "start = #0; #0 a = #1; #1 b = empty",
    ),
    "4.18: a grammar within a grammar within": (
        "<grammar><start><element name='a'><grammar><start><grammar><start><parentRef name='x'/>"
        f"</start></grammar></start><define name='x'>{C}</define></grammar></element></start>"
        f"<define name='x'>{B}</define></grammar>",
        "start = #0; #0 a = #1; #1 c = empty",
    ),
    "4.18: a definition within may lead out and in again": (
        "<grammar><start><ref name='x'/></start><define name='x'><element name='a'><optional>"
        "<grammar><start><parentRef name='x'/></start></grammar></optional></element></define>"
        "</grammar>",
        "start = #0; #0 a = (empty | #0)",
    ),
    "4.19: a definition may be used before it is made, and twice": (
        f"<grammar><start><element name='a'><ref name='x'/><ref name='x'/></element></start>"
        f"<define name='x'>{B}</define></grammar>",
        "start = #0; #0 a = (#1, #1); #1 b = empty",
    ),
    "4.19: recursion through an element": (
        GRAMMAR.format(
            "<define name='s'><element name='a'><optional><ref name='s'/></optional></element>"
            "</define>"
        ),
        "start = #0; #0 a = (empty | #0)",
    ),
    "4.19: two definitions that contain each other through elements": (
        GRAMMAR.format(
            "<define name='s'><element name='a'><ref name='t'/></element></define>"
            "<define name='t'><zeroOrMore><element name='b'><ref name='t'/></element></zeroOrMore>"
            "</define>"
        ),
        "start = #0; #0 a = (empty | #1+); #1 b = (empty | #1+)",
    ),
    "4.19: what is not reached is gone": (
        f"<grammar><start>{B}</start><define name='x'>{C}</define></grammar>",
        "start = #0; #0 b = empty",
    ),
    "4.19: what is not reached may be defined by itself": (
        f"<grammar><start>{B}</start><define name='x'><ref name='y'/></define>"
        "<define name='y'><ref name='x'/></define></grammar>",
        "start = #0; #0 b = empty",
    ),
    "4.20: a start of notAllowed": ("<notAllowed/>", "start = notAllowed"),
    "4.20: elements behind notAllowed do not count": (
        f"<choice><group>{C}<notAllowed/></group>{B}</choice>",
        "start = #0; #0 b = empty",
    ),
    "a schema that is one pattern": (B, "start = #0; #0 b = empty"),
    "a schema that is a choice": (
        f"<choice>{B}{C}</choice>",
        "start = (#0 | #1); #0 b = empty; #1 c = empty",
    ),
}


@pytest.mark.parametrize(("schema", "expected"), SCHEMA_BECOMES.values(), ids=SCHEMA_BECOMES.keys())
def test_schema_becomes(schema: str, expected: str) -> None:
    assert simple(schema) == expected


def in_class(inner: str, kind: str = "element") -> str:
    body = f"<{kind}>{inner}<empty/></{kind}>"
    return body if kind == "element" else IN_A.format(f"<zeroOrMore>{body}</zeroOrMore>")


XMLNS = "http://www.w3.org/2000/xmlns"

INCORRECT = {
    "4.10: the prefix of an element is declared": (
        '<element ‸name="p:a"><empty/></element>',
        "undeclared-prefix",
    ),
    "4.10: the prefix of a name is declared": (
        "<element>‸<name>p:a</name><empty/></element>",
        "undeclared-prefix",
    ),
    "4.10: the prefix is declared where the name is": (
        '<element ‸name="p:a"><empty xmlns:p="u"/></element>',
        "undeclared-prefix",
    ),
    "4.10: a prefix counts even if nothing refers to it": (
        f'<grammar><start>{B}</start><define name="x"><element ‸name="p:a"><empty/></element>'
        "</define></grammar>",
        "undeclared-prefix",
    ),
    "4.16: anyName is not in the except of anyName": (
        in_class("<anyName><except>‸<anyName/></except></anyName>"),
        "any-name-in-except",
    ),
    "4.16: nor in a choice there": (
        in_class("<anyName><except><choice><name>x</name>‸<anyName/></choice></except></anyName>"),
        "any-name-in-except",
    ),
    "4.16: nor deeper, in the except of nsName": (
        in_class(
            "<anyName><except><nsName><except>‸<anyName/></except></nsName></except></anyName>"
        ),
        "any-name-in-except",
    ),
    "4.16: anyName is not in the except of nsName": (
        in_class("<nsName><except>‸<anyName/></except></nsName>"),
        "any-name-in-except",
    ),
    "4.16: nsName is not in the except of nsName": (
        in_class("<nsName><except>‸<nsName ns='u'/></except></nsName>"),
        "ns-name-in-except",
    ),
    "4.16: the excepts are checked even where nothing refers to them": (
        f"<grammar><start>{B}</start><define name='x'><element><nsName><except>‸<nsName/>"
        "</except></nsName><empty/></element></define></grammar>",
        "ns-name-in-except",
    ),
    "4.16: no attribute is called xmlns": (
        IN_A.format('<attribute ‸name="xmlns"/>'),
        "xmlns-attribute",
    ),
    "4.16: no attribute is called xmlns by a name class": (
        in_class('<choice><name>x</name>‸<name ns="">xmlns</name></choice>', "attribute"),
        "xmlns-attribute",
    ),
    "4.16: not even in an except": (
        in_class('<anyName><except>‸<name ns="">xmlns</name></except></anyName>', "attribute"),
        "xmlns-attribute",
    ),
    "4.16: no attribute is in the namespace of xmlns": (
        IN_A.format(f'<attribute name="x" ‸ns="{XMLNS}"/>'),
        "xmlns-namespace",
    ),
    "4.16: no attribute is in the namespace of xmlns by nsName": (
        in_class(f'<nsName ‸ns="{XMLNS}"/>', "attribute"),
        "xmlns-namespace",
    ),
    "4.16: no attribute is in the namespace of xmlns by a name": (
        in_class(f'<name ‸ns="{XMLNS}">x</name>', "attribute"),
        "xmlns-namespace",
    ),
    "4.16: no attribute inherits the namespace of xmlns": (
        f'<element name="a" ns="{XMLNS}"><attribute>‸<name>x</name></attribute></element>',
        "xmlns-namespace",
    ),
    "4.16: a datatype library must be known": (
        IN_A.format('<data type="x" ‸datatypeLibrary="http://example.com/"/>'),
        "unknown-datatype-library",
    ),
    "4.16: a datatype must be known": (
        IN_A.format('<data ‸type="foo"/>'),
        "unknown-datatype",
    ),
    "4.16: the type of a value must be known": (
        IN_A.format('<value ‸type="foo">x</value>'),
        "unknown-datatype",
    ),
    "4.16: a datatype must be known even where nothing refers to it": (
        f'<grammar><start>{B}</start><define name="x"><data ‸type="foo"/></define></grammar>',
        "unknown-datatype",
    ),
    "4.16: a datatype must be known even beside notAllowed": (
        IN_A.format('<group><notAllowed/><data ‸type="foo"/></group>'),
        "unknown-datatype",
    ),
    "4.16: the built-in datatypes have no parameters": (
        IN_A.format('<data type="token"><param ‸name="length">1</param></data>'),
        "unknown-parameter",
    ),
    "4.16: a parameter must be known": (
        IN_A.format(
            f'<data type="int" datatypeLibrary="{XSD}"><param ‸name="foo">1</param></data>'
        ),
        "unknown-parameter",
    ),
    "4.16: a parameter must fit the type": (
        IN_A.format(
            f'<data type="int" datatypeLibrary="{XSD}"><param ‸name="length">1</param></data>'
        ),
        "parameter-not-applicable",
    ),
    "4.16: the value of a parameter must be right": (
        IN_A.format(
            f'<data type="int" datatypeLibrary="{XSD}">'
            '<param name="minInclusive">1</param>‸<param name="maxInclusive">x</param></data>'
        ),
        "parameter-value",
    ),
    "a value must be of its type": (
        IN_A.format(f'‸<value type="int" datatypeLibrary="{XSD}">x</value>'),
        "wrong-value",
    ),
    "a QName must have a prefix that is declared": (
        IN_A.format(f'‸<value type="QName" datatypeLibrary="{XSD}">p:x</value>'),
        "wrong-value",
    ),
    "4.17: two definitions need combine": (
        GRAMMAR.format(f"<define name='s'>{B}</define><define ‸name='s'>{C}</define>"),
        "defined-twice",
    ),
    "4.17: one of three may have no combine, not two": (
        GRAMMAR.format(
            f"<define name='s'>{B}</define><define name='s' combine='choice'>{C}</define>"
            f"<define ‸name='s'>{C}</define>"
        ),
        "defined-twice",
    ),
    "4.17: two definitions are combined in one way": (
        GRAMMAR.format(
            f"<define name='s' combine='choice'>{B}</define>"
            f"<define name='s' ‸combine='interleave'>{C}</define>"
        ),
        "combined-two-ways",
    ),
    "4.17: two starts need combine": (
        f"<grammar><start>{B}</start>‸<start>{C}</start></grammar>",
        "defined-twice",
    ),
    "4.17: two starts are combined in one way": (
        f"<grammar><start combine='choice'>{B}</start><start ‸combine='interleave'>{C}</start>"
        "</grammar>",
        "combined-two-ways",
    ),
    "4.18: a grammar needs a start": ("‸<grammar/>", "no-start"),
    "4.18: a grammar of definitions needs a start": (
        "‸<grammar><define name='x'><empty/></define></grammar>",
        "no-start",
    ),
    "4.18: a grammar within needs a start": (IN_A.format("‸<grammar/>"), "no-start"),
    "4.18: a grammar that nothing refers to needs a start": (
        f"<grammar><start>{B}</start><define name='x'>‸<grammar/></define></grammar>",
        "no-start",
    ),
    "4.18: ref refers to something": (
        "<grammar><start><ref ‸name='x'/></start></grammar>",
        "undefined-reference",
    ),
    "4.18: ref refers to something even where nothing refers to it": (
        f"<grammar><start>{B}</start><define name='x'><ref ‸name='y'/></define></grammar>",
        "undefined-reference",
    ),
    "4.18: ref does not refer to the grammar around": (
        "<grammar><start><element name='a'><grammar><start><ref ‸name='x'/></start></grammar>"
        f"</element></start><define name='x'>{B}</define></grammar>",
        "undefined-reference",
    ),
    "4.18: ref does not refer to the grammar within": (
        "<grammar><start><element name='a'><ref ‸name='x'/><grammar><start><empty/></start>"
        f"<define name='x'>{B}</define></grammar></element></start></grammar>",
        "undefined-reference",
    ),
    "4.18: parentRef does not refer to its own grammar": (
        "<grammar><start><element name='a'><grammar><start><parentRef ‸name='x'/></start>"
        f"<define name='x'>{B}</define></grammar></element></start></grammar>",
        "undefined-reference",
    ),
    "4.18: parentRef needs a grammar around its own": (
        "<grammar><start><parentRef ‸name='x'/></start></grammar>",
        "reference-without-grammar",
    ),
    "4.18: ref needs a grammar": (IN_A.format("<ref ‸name='x'/>"), "reference-without-grammar"),
    "4.19: a definition is not itself": (
        GRAMMAR.format("<define name='s'><ref ‸name='s'/></define>"),
        "endless-definition",
    ),
    "4.19: a definition is not part of itself": (
        GRAMMAR.format(
            f"<define name='s'><choice>{B}<group><ref ‸name='s'/>{C}</group></choice></define>"
        ),
        "endless-definition",
    ),
    "4.19: a definition is not part of itself by another": (
        GRAMMAR.format(
            "<define name='s'><optional><ref name='t'/></optional></define>"
            "<define name='t'><optional><ref ‸name='s'/></optional></define>"
        ),
        "endless-definition",
    ),
    "4.19: a definition is not part of itself beside notAllowed": (
        GRAMMAR.format("<define name='s'><group><notAllowed/><ref ‸name='s'/></group></define>"),
        "endless-definition",
    ),
    "4.19: nor within an attribute": (
        GRAMMAR.format(
            "<define name='s'><element name='a'><ref name='t'/></element></define>"
            "<define name='t'><attribute name='b'><ref ‸name='t'/></attribute></define>"
        ),
        "endless-definition",
    ),
    "4.19: nor by a grammar within": (
        GRAMMAR.format(
            "<define name='s'><grammar><start><parentRef ‸name='s'/></start></grammar></define>"
        ),
        "endless-definition",
    ),
}


@pytest.mark.parametrize(("schema", "identifier"), INCORRECT.values(), ids=INCORRECT.keys())
def test_is_no_schema(schema: str, identifier: str) -> None:
    assert_refused(schema, identifier)


CORRECT = {
    "4.16: nsName may be in the except of anyName": in_class(
        "<anyName><except><nsName/></except></anyName>"
    ),
    "4.16: a name may be in the except of nsName in the except of anyName": in_class(
        "<anyName><except><nsName><except><name>x</name></except></nsName></except></anyName>"
    ),
    "4.16: an element may be called xmlns": '<element name="xmlns"><empty/></element>',
    "4.16: an element may be in the namespace of xmlns": (
        f'<element name="a" ns="{XMLNS}"><empty/></element>'
    ),
    "4.16: xmlns in another namespace is a name": IN_A.format('<attribute name="xmlns" ns="u"/>'),
    "4.16: a namespace that only begins like that of xmlns": IN_A.format(
        f'<attribute name="x" ns="{XMLNS}/"/>'
    ),
    "4.19: the same definition in two places is no loop": GRAMMAR.format(
        f"<define name='s'><choice><ref name='t'/><ref name='t'/></choice></define>"
        f"<define name='t'>{B}</define>"
    ),
}


@pytest.mark.parametrize("schema", CORRECT.values(), ids=CORRECT.keys())
def test_is_a_schema(schema: str) -> None:
    parse(schema)


def test_a_loop_is_told_with_its_way() -> None:
    finding = assert_refused(
        GRAMMAR.format(
            "<define name='s'><ref name='t'/></define><define name='t'><ref ‸name='s'/></define>"
        ),
        "endless-definition",
    )
    assert "“s” → “t” → “s”" in finding.message


def test_a_second_definition_is_told_with_the_place_of_the_first() -> None:
    finding = assert_refused(
        f"<grammar>\n<start>{B}</start>\n‸<start>{C}</start></grammar>", "defined-twice"
    )
    assert "schema.rng:2:1" in finding.message


def test_a_misspelt_reference_is_answered_with_the_right_word() -> None:
    finding = assert_refused(
        f"<grammar><start><ref ‸name='paragaph'/></start><define name='paragraph'>{B}</define>"
        "</grammar>",
        "undefined-reference",
    )
    assert "“paragraph”" in finding.hint


def test_patterns_that_are_referred_to_twice_are_one_object() -> None:
    grammar = parse(
        "<grammar><start><element name='a'><ref name='x'/><element name='b'><ref name='x'/>"
        "</element></element></start><define name='x'><oneOrMore><choice><attribute name='p'/>"
        "<attribute name='q'/></choice></oneOrMore></define></grammar>"
    )
    first, second = grammar.elements
    assert first.content[1] is second.content
