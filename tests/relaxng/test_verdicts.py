"""Which documents match a pattern (RELAX NG Specification, section 6)."""

from __future__ import annotations

import pytest

from .conftest import Validate

CASES = [
    # pattern of the content of <a>, contents that match, contents that do not
    ("empty", ["", " \n", "<!-- c -->", "<?p?>"], ["x", "<b/>"]),
    ("text", ["", "x", "x<!-- -->y", "<![CDATA[x]]>"], ["<b/>"]),
    ("element b { empty }", ["<b/>", " <b/>\n"], ["", "<b/><b/>", "x<b/>", "<c/>"]),
    ("element b { empty }?", ["", "<b/>"], ["<b/><b/>"]),
    ("element b { empty }*", ["", "<b/>", "<b/><b/>"], ["<c/>"]),
    ("element b { empty }+", ["<b/>", "<b/><b/>"], [""]),
    ("element b { empty }, element c { empty }", ["<b/><c/>"], ["<c/><b/>", "<b/>", "<c/>"]),
    ("element b { empty } | element c { empty }", ["<b/>", "<c/>"], ["<b/><c/>", ""]),
    (
        "element b { empty }* & element c { empty } & text",
        ["<c/>", "<b/>x<c/>y<b/>", "<b/><b/><c/>"],
        ["<b/>", "<c/><c/>"],
    ),
    ("mixed { element b { empty }* }", ["x<b/>y<b/>", ""], ["<c/>"]),
    ("(element b { empty }, element c { empty })*", ["<b/><c/><b/><c/>"], ["<b/><b/>"]),
    ("(element b { empty }, element c { empty }) & element d { empty }",
     ["<d/><b/><c/>", "<b/><d/><c/>", "<b/><c/><d/>"], ["<c/><b/><d/>"]),
    ("notAllowed | element b { empty }", ["<b/>"], [""]),
    ('"x"', ["x", " x "], ["", "y", "<b/>"]),
    ('string "x"', ["x"], [" x ", ""]),
    ('"x" | element b { empty }', ["x", "<b/>", " <b/> "], ["x<b/>", ""]),
    ("xsd:integer", ["1", " 1 ", "-1"], ["", "x", "1.5"]),
    ('xsd:integer - ("1" | "2")', ["3", "01"], ["1", "2"]),
    ('xsd:integer - xsd:integer "1"', ["3"], ["1", "01"]),
    ('xsd:token { minLength = "1" } | empty', ["", "x"], ["<b/>"]),
    ('list { "x", xsd:integer+ }', ["x 1", " x 1\n2 "], ["x", "1 x", ""]),
    ("list { xsd:integer* }", ["", "1 2"], ["x"]),
    ('list { "x"?, ("y" | "z")* }', ["x y z", "", "z"], ["y x"]),
    ("list { xsd:token }", ["x\xa0y", "\u3000"], ["x y", ""]),
    ('list { "x", "y" }', ["x\ty"], ["x\xa0y", "x\u2003y", "x\x85y"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "document"),
    [(pattern, f"<a>{content}</a>") for pattern, contents, _ in CASES for content in contents],
)
def test_what_matches_has_no_findings(validate: Validate, pattern: str, document: str) -> None:
    assert not validate(f"element a {{ {pattern} }}", document)


@pytest.mark.parametrize(
    ("pattern", "document"),
    [(pattern, f"<a>{content}</a>") for pattern, _, contents in CASES for content in contents],
)
def test_what_does_not_match_has_findings(validate: Validate, pattern: str, document: str) -> None:
    assert validate(f"element a {{ {pattern} }}", document)


ATTRIBUTES = [
    ("attribute x { text }", ["x=''", "x='1'"], ["", "y=''", "x='' y=''"]),
    ("attribute x { text }?, attribute y { text }", ["x='' y=''", "y='' x=''", "y=''"], ["x=''"]),
    ('attribute x { "1" }, attribute y { "2" }', ["y='2' x='1'"], ["x='2' y='2'"]),
    (
        '(attribute x { "1" }, attribute y { "2" }) | (attribute x { "3" }, attribute z { "4" })',
        ["x='1' y='2'", "x='3' z='4'", "z='4' x='3'"],
        ["x='1' z='4'", "x='3' y='2'", "x='1'"],
    ),
    ("attribute * { text }*", ["", "x='1' y='2'"], []),
    ("attribute * - x { text }*", ["y=''"], ["x=''"]),
    ("attribute xml:* { text }*", ["xml:id='a'"], ["id='a'"]),
    ("attribute x | y { text }+", ["x=''", "x='' y=''"], [""]),
    ("attribute x { empty }", ["x=''", "x=' '"], ["x='1'"]),
    ("attribute x { list { xsd:integer+ } }", ["x='1 2'"], ["x=''", "x='a'"]),
]


@pytest.mark.parametrize(
    ("pattern", "attributes"), [(p, each) for p, right, _ in ATTRIBUTES for each in right]
)
def test_attributes_that_match_have_no_findings(
    validate: Validate, pattern: str, attributes: str
) -> None:
    assert not validate(f"element a {{ {pattern} }}", f"<a {attributes}/>")


@pytest.mark.parametrize(
    ("pattern", "attributes"), [(p, each) for p, _, wrong in ATTRIBUTES for each in wrong]
)
def test_attributes_that_do_not_match_have_findings(
    validate: Validate, pattern: str, attributes: str
) -> None:
    assert validate(f"element a {{ {pattern} }}", f"<a {attributes}/>")


def test_the_content_may_depend_on_an_attribute(validate: Validate) -> None:
    schema = (
        'element a { (attribute x { "1" }, element b { empty }) |'
        ' (attribute x { "2" }, element c { empty }) }'
    )
    assert not validate(schema, "<a x='1'><b/></a>")
    assert not validate(schema, "<a x='2'><c/></a>")
    assert validate(schema, "<a x='1'><c/></a>")


def test_an_element_of_one_name_may_be_several_things(validate: Validate) -> None:
    schema = (
        "element a { (element b { element c { empty } }, element x { empty }) |"
        " (element b { element d { empty } }, element y { empty }) }"
    )
    assert not validate(schema, "<a><b><c/></b><x/></a>")
    assert not validate(schema, "<a><b><d/></b><y/></a>")
    assert validate(schema, "<a><b><c/></b><y/></a>")


def test_names_are_compared_by_namespace_and_local_name(validate: Validate) -> None:
    schema = 'namespace p = "u"\nelement p:a { element * - p:* { empty } }'
    assert not validate(schema, "<q:a xmlns:q='u'><b/></q:a>")
    assert validate(schema, "<q:a xmlns:q='u'><q:b/></q:a>")
    assert validate(schema, "<a><b/></a>")


def test_a_qualified_name_as_a_value_is_read_in_its_own_namespaces(validate: Validate) -> None:
    schema = 'namespace p = "u"\nelement a { xsd:QName "p:x" }'
    assert not validate(schema, "<a xmlns:q='u'>q:x</a>")
    assert validate(schema, "<a xmlns:q='v'>q:x</a>")
    assert validate(schema, "<a>q:x</a>")


def test_a_value_without_a_prefix_is_in_the_default_namespace_of_the_schema(
    validate: Validate,
) -> None:
    schema = 'default namespace = "u"\nelement a { xsd:QName "x" }'
    assert not validate(schema, "<a xmlns='u'>x</a>")
    assert validate(schema, "<b:a xmlns:b='u'>x</b:a>")


def test_spaces_in_a_namespace_are_part_of_it(validate: Validate) -> None:
    schema = 'namespace p = " u v "\nelement p:a { attribute p:b { text } }'
    assert not validate(schema, "<p:a xmlns:p=' u v ' p:b=''/>")
    (finding,) = validate(schema, "<a xmlns='u v' xmlns:p=' u v ' p:b=''/>")
    assert finding.id == "wrong-namespace"


def test_the_namespaces_of_an_inner_element_do_not_reach_beyond_it(validate: Validate) -> None:
    schema = 'namespace p = "u"\nelement a { element b { empty }, element c { xsd:QName "p:x" } }'
    assert not validate(schema, "<a xmlns:q='u'><b xmlns:q='v'/><c>q:x</c></a>")


def test_a_deep_document_is_no_trouble(validate: Validate) -> None:
    schema = "start = a\na = element a { a? }"
    assert not validate(schema, "<a>" * 100_000 + "</a>" * 100_000)
    (finding,) = validate(schema, "<a>" * 99_999 + "<b/>" + "</a>" * 99_999)
    assert finding.id == "unknown-element"


def test_a_very_long_attribute_is_no_trouble(validate: Validate) -> None:
    value = "x" * 10_000_000
    assert not validate("element a { attribute x { xsd:token } }", f"<a x='{value}'/>")
    (finding,) = validate("element a { attribute x { xsd:date } }", f"<a x='{value}'/>")
    assert len(finding.message) < 300


def test_thousands_of_elements_in_a_row_are_no_trouble(validate: Validate) -> None:
    names = [f"b{number}" for number in range(1500)]
    schema = f"element a {{ {', '.join(f'element {name} {{ empty }}' for name in names)} }}"
    content = [f"<{name}/>" for name in names]
    assert not validate(schema, f"<a>{''.join(content)}</a>")
    (finding,) = validate(schema, f"<a>{''.join(content[:-1])}</a>")
    assert finding.id == "incomplete-element"


@pytest.mark.parametrize("sign", [", ", " & "])
def test_hundreds_of_attributes_are_no_trouble(validate: Validate, sign: str) -> None:
    names = [f"b{number}" for number in range(600)]
    schema = f"element a {{ {sign.join(f'attribute {name} {{ text }}' for name in names)} }}"
    given = [f"{name}=''" for name in reversed(names)]
    assert not validate(schema, f"<a {' '.join(given)}/>")
    (finding,) = validate(schema, f"<a {' '.join(given[:-1])}/>")
    assert (finding.id, "b0," in finding.message) == ("missing-attribute", True)


def test_a_long_enumeration_may_hold_other_patterns_too(validate: Validate) -> None:
    values = " | ".join(f'xsd:integer "{number}"' for number in range(100))
    schema = f'element a {{ {values} | "x" | string " y" | xsd:date | xsd:QName "q" }}'
    for value in ("99", "099", " x ", " y", "2001-01-01", "q"):
        assert not validate(schema, f"<a>{value}</a>"), value
    for value in ("100", "y", "", "1 2"):
        assert validate(schema, f"<a>{value}</a>"), value
