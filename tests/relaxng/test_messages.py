"""One fault gives one finding, at its place, in words that a person can act on."""

from __future__ import annotations

import pytest

from octavo.relaxng import Finding
from octavo.relaxng.messages import HINTS, MESSAGES

from .conftest import Validate

SCHEMA = """
default namespace = "http://www.tei-c.org/ns/1.0"
start = element TEI { teiHeader, element text { \\div+ } }
teiHeader = element teiHeader { fileDesc }
fileDesc =
  element fileDesc {
    element titleStmt { title+ },
    element editionStmt { p }?,
    element publicationStmt { p },
    element sourceDesc { p+ }
  }
title = element title { text }
\\div = element div { element head { text }?, (p | sp)+, \\div*, element closer { text }? }
sp =
  element sp {
    attribute who { xsd:anyURI },
    attribute n { xsd:positiveInteger }?,
    attribute part { "I" | "M" | "F" | "N" }?,
    element speaker { text }?,
    p+
  }
p = element p { attribute xml:id { xsd:ID }?, mixed { (date | supplied | hi)* } }
date = element date { attribute when { xsd:date | xsd:gYearMonth | xsd:gYear }?, text }
hi = element hi { attribute rend { list { ("bold" | "italic")+ } }, text }
supplied =
  element supplied { attribute reason { "omitted" | "completion" | "explanation" }, text }
"""

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
)


def document(body: str, header: str = HEADER) -> str:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><div>\n{body}\n</div></text></TEI>'
    )


@pytest.fixture
def one(validate: Validate) -> object:
    def found(text: str) -> Finding:
        (finding,) = validate(SCHEMA, text)
        return finding

    return found


# A body (line 2 of the document), then id, line, column, words of the message, words of the hint.
FAULTS = [
    # Elements
    ("<p>The <suplied reason='omitted'>x</suplied></p>",
     "unknown-element", 2, 8, "<suplied> is no element of this schema", "Did you mean <supplied>?"),
    ("<p/><Sp who='#a'><p/></Sp>", "unknown-element", 2, 5, "<Sp>", "Did you mean <sp>?"),
    ("<p><zebra>x</zebra></p>", "unknown-element", 2, 4, "<zebra>", "Here may stand <date>"),
    ("<p/><head>Late</head>",
     "element-not-allowed-here", 2, 5, "<head> cannot follow <p> inside <div>", ""),
    ("<p><title>x</title></p>",
     "element-not-allowed-here", 2, 4, "<title> cannot stand inside <p>",
     "It may stand in <titleStmt>."),
    ("<p/><div><p/></div><p/>",
     "element-not-allowed-here", 2, 20, "<p> cannot follow <div> inside <div>: after it may come"
     " only <div> or <closer>", ""),
    ("<sp who='#a'><speaker>A</speaker></sp>",
     "incomplete-element", 2, 34, "<sp> ends without <p>, which must follow <speaker>", ""),
    ("<sp who='#a'/>", "incomplete-element", 2, 1, "<sp> ends without <p>", ""),
    ("<p><date xmlns=''>x</date></p>",
     "wrong-namespace", 2, 4, "<date> is in no namespace", 'Write xmlns="http://www.tei-c.org/ns/1.0"'),
    # Attributes
    ("<sp hwo='#a'><p/></sp>",
     "attribute-not-allowed", 2, 5, "<sp> has no attribute hwo", "Did you mean who?"),
    ("<p id='x'/>",
     "attribute-not-allowed", 2, 4, "<p> has no attribute id", "Did you mean xml:id?"),
    ("<p zz='x'/>",
     "attribute-not-allowed", 2, 4, "<p> has no attribute zz", "It may have xml:id."),
    ("<sp><p/></sp>", "missing-attribute", 2, 1, "<sp> has no who, which it must have", ""),
    # Values
    ("<p><date when='1964-13-05'>x</date></p>",
     "bad-value", 2, 10, 'when="1964-13-05" is not a date: there is no month 13',
     "Expected such as"),
    ("<sp who='#a' part='m'><p/></sp>",
     "bad-value", 2, 14, 'part="m" is not one of its values', "Did you mean M?"),
    ("<p><supplied reason='omited'>x</supplied></p>",
     "bad-value", 2, 14, 'reason="omited" is not one of its values', "Did you mean omitted?"),
    ("<p><supplied reason='zzz'>x</supplied></p>",
     "bad-value", 2, 14, 'reason="zzz"', "Expected is omitted, completion or explanation."),
    ("<p><hi rend='bold itallic'>x</hi></p>",
     "bad-value", 2, 8, "is not one of its values: itallic", "Did you mean italic?"),
    ("<sp who='#a' n='0'><p/></sp>", "bad-value", 2, 14, 'n="0" is not allowed', ""),
    # Text
    ("<p/>\n  stray words <p/>", "text-not-allowed", 3, 3, "text cannot stand directly in <div>",
     "Put it into <p>"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "identifier", "line", "column", "message", "hint"), FAULTS)
def test_a_fault_in_the_text(
    validate: Validate,
    body: str,
    identifier: str,
    line: int,
    column: int,
    message: str,
    hint: str,
) -> None:
    (finding,) = validate(SCHEMA, document(body))
    assert (finding.id, finding.line, finding.column) == (identifier, line, column)
    assert message in finding.message
    assert hint in finding.hint


def header(*parts: str) -> str:
    return f"<teiHeader>\n<fileDesc>{''.join(parts)}</fileDesc></teiHeader>"


TITLE, PUBLICATION, SOURCE = (
    "<titleStmt><title>T</title></titleStmt>",
    "<publicationStmt><p/></publicationStmt>",
    "<sourceDesc><p/></sourceDesc>",
)


@pytest.mark.parametrize(
    ("parts", "identifier", "column", "message"),
    [
        ((TITLE, PUBLICATION), "incomplete-element", 89,
         "<fileDesc> ends without <sourceDesc>, which must follow <publicationStmt>"),
        ((PUBLICATION, SOURCE), "missing-element", 11,
         "<titleStmt> must come before <publicationStmt> in <fileDesc>"),
        ((SOURCE, TITLE, PUBLICATION), "missing-element", 11,
         "<titleStmt> and <publicationStmt> must come before <sourceDesc> in <fileDesc>"),
        ((TITLE, TITLE, PUBLICATION, SOURCE), "element-not-allowed-here", 50,
         "<titleStmt> cannot follow <titleStmt> inside <fileDesc>: after it may come only"
         " <publicationStmt>"),
        ((TITLE, PUBLICATION, SOURCE, SOURCE), "element-not-allowed-here", 118,
         "<sourceDesc> cannot follow <sourceDesc> inside <fileDesc>: nothing may come after it"),
    ],
)  # fmt: skip
def test_a_child_that_is_missing_moved_or_repeated_gives_one_finding(
    validate: Validate, parts: tuple[str, ...], identifier: str, column: int, message: str
) -> None:
    (finding,) = validate(SCHEMA, document("<p/>", header(*parts)))
    assert (finding.id, finding.line, finding.column) == (identifier, 2, column)
    assert finding.message.startswith(message)


def test_a_document_in_no_namespace_is_told_once(validate: Validate) -> None:
    text = document("<p>x</p>").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    (finding,) = validate(SCHEMA, text)
    assert (finding.id, finding.line, finding.column) == ("wrong-namespace", 1, 1)


def test_after_a_fault_the_next_is_found(validate: Validate) -> None:
    found = validate(
        SCHEMA, document("<p><date when='x'>a</date></p>\n<q/>\n<p zz=''/>\n<p><date>b</date></p>")
    )
    assert [(f.id, f.line) for f in found] == [
        ("bad-value", 2),
        ("unknown-element", 3),
        ("attribute-not-allowed", 4),
    ]


def test_what_is_not_xml_is_found_after_what_came_before(validate: Validate) -> None:
    found = validate(SCHEMA, document("<q/>\n<p></sp>"))
    assert [(f.id, f.line) for f in found] == [("unknown-element", 2), ("not-well-formed", 3)]


def test_an_element_that_cannot_be_the_root_names_those_that_can(validate: Validate) -> None:
    (finding,) = validate(SCHEMA, '<p xmlns="http://www.tei-c.org/ns/1.0">x</p>')
    assert finding.message.startswith("<p> cannot be the root of a document: that may be <TEI>")


def test_at_most_eight_names_are_told_and_how_many_more(validate: Validate) -> None:
    names = [f"element n{i} {{ empty }}" for i in range(12)]
    (finding,) = validate(f"element a {{ ({' | '.join(names)})* }}", "<a><zebra/></a>")
    assert finding.hint.count("<n") == 8
    assert "and 4 more" in finding.hint


def test_what_must_come_is_named_first(validate: Validate) -> None:
    schema = "element a { element x { empty }?, element y { empty }?, element must { empty } }"
    (finding,) = validate(schema, "<a><zebra/><must/></a>")
    assert finding.hint.startswith("Here may stand <must>")


def test_an_attribute_on_a_line_of_its_own_has_that_line(validate: Validate) -> None:
    (finding,) = validate("element a { attribute x { text } }", "<a\n  x=''\n   y=''/>")
    assert (finding.line, finding.column, finding.length) == (3, 4, 1)


def test_ids_are_there_once_and_references_resolve(validate: Validate) -> None:
    schema = (
        "element a { element b { attribute id { xsd:ID }?, attribute ref { xsd:IDREF }?,"
        " attribute refs { xsd:IDREFS }? }* }"
    )
    assert not validate(schema, "<a><b ref='x'/><b id='x'/><b refs='x y'/><b id='y'/></a>")
    found = validate(schema, "<a><b id='x'/>\n<b id=' x '/>\n<b ref='z'/>\n<b refs='x q'/></a>")
    assert [(f.id, f.line, f.column) for f in found] == [
        ("duplicate-id", 2, 4),
        ("unresolved-idref", 3, 4),
        ("unresolved-idref", 4, 4),
    ]
    assert "<b> in line 1" in found[0].message


TWO = """
namespace t = "t"
namespace h = "h"
start = element t:a { (element t:p { text } | element t:q { element h:p { text } })* }
"""


def test_a_namespace_that_the_schema_has_is_not_taken_for_another_afterwards(
    validate: Validate,
) -> None:
    document = "<a xmlns='t'><p xmlns='h'/><q><p xmlns='h'/></q></a>"
    (finding,) = validate(TWO, document)
    assert (finding.id, finding.column) == ("wrong-namespace", 14)


def test_an_attribute_in_the_wrong_namespace_is_told_the_right_one(validate: Validate) -> None:
    schema = 'namespace t = "t"\nelement a { attribute t:x { text }?, attribute y { text }? }'
    (finding,) = validate(schema, "<a x=''/>")
    assert finding.hint == "Did you mean x in the namespace t?"
    (finding,) = validate(schema, "<a xmlns:t='t' t:y=''/>")
    assert finding.hint == "Did you mean y in no namespace?"


def test_a_message_is_on_one_line(validate: Validate) -> None:
    schema = 'element a { attribute x { "1" }?, (list { ("2" | "3")+ } | empty) }'
    found = validate(schema, "<a x='&#10;2'>2\n\t4</a>")
    assert [finding.message for finding in found] == [
        'x=" 2" is not one of its values.',
        "the content of <a>, “2  4”, is not one of its values: 4.",
    ]


def test_a_space_that_is_none_in_xml_is_shown_as_text(validate: Validate) -> None:
    (finding,) = validate("element a { list { xsd:integer } }", "<a>\xa0</a>")
    assert "“\xa0”, is not allowed" in finding.message


def test_every_message_has_its_words_in_one_place() -> None:
    assert set(HINTS) <= set(MESSAGES)
    assert all(message.endswith(".") for message in MESSAGES.values())
