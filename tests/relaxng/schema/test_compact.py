"""The compact syntax (Committee Specification of 21 November 2002)."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.relaxng.load import load_grammar
from tests.relaxng.schema.schemas import (
    XSD,
    assert_refused,
    load,
    parse,
    refusal,
    refused_files,
    save,
    shown,
)

PATH = Path("schema.rnc")
XML = "http://www.w3.org/XML/1998/namespace"


def simple(source: str) -> str:
    return shown(parse(source, PATH))


def of_a(content: str, before: str = "") -> str:
    return simple(f"{before}\nelement a {{ {content} }}").partition("#0 a = ")[2]


PATTERNS = {
    "empty, text and notAllowed": ("empty | text | notAllowed", "(empty | text)"),
    "a choice": ('"x" | "y" | "z"', "(token“x” | token“y” | token“z”)"),
    "a group": ("element b { empty }, text", "(#1, text); #1 b = empty"),
    "an interleave": ("element b { empty } & text", "(#1 & text); #1 b = empty"),
    "optional": ("text?", "(empty | text)"),
    "zero or more": ("element b { empty }*", "(empty | #1+); #1 b = empty"),
    "one or more": ("element b { empty }+", "#1+; #1 b = empty"),
    "parentheses": ("(text | empty), (attribute b { text })", "((empty | text), @b{text})"),
    "parentheses in parentheses": ("((text))", "text"),
    "a repetition of a repetition in parentheses": ("(text?)+", "(empty | text)+"),
    "mixed": ("mixed { element b { empty } }", "(#1 & text); #1 b = empty"),
    "a list": ('list { "x", "y" }', "list{(token“x”, token“y”)}"),
    "an attribute": ("attribute b { text }", "@b{text}"),
    "the built-in datatypes": ("string | token", "(string | token)"),
    "a datatype with a prefix": ("xsd:int", "xsd:int"),
    "parameters": (
        'xsd:string { minLength = "1" pattern = "a*" }',
        "xsd:string minLength=1 pattern=a*",
    ),
    "no parameters": ("xsd:int { }", "xsd:int"),
    "a parameter with the name of a keyword": ("xsd:int {}", "xsd:int"),
    "an exception": ('token - "x"', "token - token“x”"),
    "an exception of several": ('token - ("x" | "y")', "token - (token“x” | token“y”)"),
    "an exception after parameters": (
        'xsd:string { length = "1" } - "x"',
        "xsd:string length=1 - token“x”",
    ),
    "an exception in parentheses in a choice": (
        '(token - "x") | attribute b { text }',
        "(token - token“x” | @b{text})",
    ),
    "a value with a type": ('xsd:int "1" | string "x"', "(xsd:int“1” | string“x”)"),
    "a grammar within": (
        "grammar { start = x  x = text }",
        "text",
    ),
    # Strings.
    "a string in single quotes": ("""'x"y'""", 'token“x"y”'),
    "a string in three quotes": ('"""x\n"y""z"""', 'token“x\n"y""z”'),
    "a string in three single quotes": ("'''x\n'y'''", "token“x\n'y”"),
    "an empty string": ('"" | \'\' | """"""', "token“”"),
    "a string of pieces": ("""'x"' ~ "y'" ~ '''z'''""", "token“x\"y'z”"),
    "a comment character in a string": ('"#x"', "token“#x”"),
    # Escapes.
    "an escape": ('"\\x{41}"', "token“A”"),
    "an escape with several x": ('"\\xxx{41}"', "token“A”"),
    "an escape beyond the first plane": ('"\\x{1F600}"', "token“😀”"),
    "an escape in a name": ("element \\x{62} { empty }", "#1; #1 b = empty"),
    "an escape in a keyword": ("e\\x{6d}pty", "empty"),
    "an escape is not read twice": ('"\\x{5C}x{5C}"', "token“\\x{5C}”"),
    "an escaped newline may stand in one quote": ('"x\\x{A}y"', "token“x\ny”"),
    "an escaped return": ('"x\\x{D}y"', "token“x\ry”"),
    "an escaped newline is white space": ("text\\x{A}|empty", "(empty | text)"),
    "a backslash that is no escape": ('"\\n"', "token“\\n”"),
    # Names.
    "a keyword as the name of an element": ("element element { empty }", "#1; #1 element = empty"),
    "a quoted name of an element": ("element \\b { empty }", "#1; #1 b = empty"),
    "a name with dots and hyphens": ("element b.c-d_1 { empty }", "#1; #1 b.c-d_1 = empty"),
    "the prefix xml": ("attribute xml:id { text }", f"@{XML}:id{{text}}"),
    "a choice of names": ("element b | c { empty }", "#1; #1 (b | c) = empty"),
    "any name": ("element * { empty }", "#1; #1 * = empty"),
    "any name but one": ("element * - b { empty }", "#1; #1 * - b = empty"),
    "any name but several": ("element * - (b | c) { empty }", "#1; #1 * - (b | c) = empty"),
    "names in parentheses": ("element (b) { empty }", "#1; #1 b = empty"),
    "a choice with an exception in parentheses": (
        "element b | (* - c) { empty }",
        "#1; #1 (b | * - c) = empty",
    ),
    # Comments.
    "a comment": ("text # and so on }\n", "text"),
    "a comment at the very end of a line": ("text #\n", "text"),
    "no space where none is needed": ('xsd:int"1"|("x","y")', None),
}


@pytest.mark.parametrize(("content", "expected"), PATTERNS.values(), ids=PATTERNS.keys())
def test_content_means(content: str, expected: str | None) -> None:
    if expected is None:
        assert refusal(f"element a {{ {content} }}", PATH)[0].id == "text-with-data"
    else:
        assert of_a(content) == expected


SCHEMAS = {
    "a schema that is one element": ("element a { empty }", "start = #0; #0 a = empty"),
    "a schema that is a choice": (
        "element a { empty } | element b { empty }",
        "start = (#0 | #1); #0 a = empty; #1 b = empty",
    ),
    "a schema that is a grammar within": (
        "grammar { start = element a { empty } }",
        "start = #0; #0 a = empty",
    ),
    "definitions": (
        "start = a\na = element a { b* }\nb = element b { a? }",
        "start = #0; #0 a = (empty | #1+); #1 b = (empty | #0)",
    ),
    "definitions in one line": ("start=a a=element a{empty}", "start = #0; #0 a = empty"),
    "a quoted keyword as a definition": (
        "start = \\element\n\\element = element a { \\start }\n\\start = text",
        "start = #0; #0 a = text",
    ),
    "a definition that is combined as a choice": (
        "start |= element a { empty }\nstart |= element b { empty }",
        "start = (#0 | #1); #0 a = empty; #1 b = empty",
    ),
    "a definition that is combined as an interleave": (
        "start = element a { x }\nx &= element b { empty }\nx = element c { empty }",
        "start = #0; #0 a = (#1 & #2); #1 b = empty; #2 c = empty",
    ),
    "a div": ("div { start = a div { a = element a { empty } } }", "start = #0; #0 a = empty"),
    "parent": (
        "start = element a { grammar { start = parent x } }\nx = text",
        "start = #0; #0 a = text",
    ),
    "a default namespace": (
        'default namespace = "u"\nelement a { attribute b { text } }',
        "start = #0; #0 u:a = @b{text}",
    ),
    "a default namespace with a prefix": (
        'default namespace p = "u"\nelement a { attribute p:b { text } }',
        "start = #0; #0 u:a = @u:b{text}",
    ),
    "a namespace": (
        'namespace p = "u"\nelement p:a { element b { empty } }',
        "start = #0; #0 u:a = #1; #1 b = empty",
    ),
    "a namespace whose prefix is a keyword": (
        'namespace start = "u"\nelement start:a { empty }',
        "start = #0; #0 u:a = empty",
    ),
    "the empty namespace": (
        'namespace local = ""\nelement a { attribute * - local:* { text }* }',
        "start = #0; #0 a = (empty | @* - :*{text}+)",
    ),
    "any name of a namespace": (
        'namespace p = "u"\nelement p:* - p:a { empty }',
        "start = #0; #0 u:* - u:a = empty",
    ),
    "an inherited default namespace": (
        "default namespace this = inherit\nelement a { element * - this:* { empty } }",
        "start = #0; #0 a = #1; #1 * - :* = empty",
    ),
    "a namespace in pieces": (
        'default namespace = "u" ~ "v"\nelement a { empty }',
        "start = #0; #0 uv:a = empty",
    ),
    "a datatype library": (
        f'datatypes x = "{XSD}"\nelement a {{ x:int }}',
        "start = #0; #0 a = xsd:int",
    ),
    "xsd may be declared as what it is": (
        f'datatypes xsd = "{XSD}"\nelement a {{ xsd:int }}',
        "start = #0; #0 a = xsd:int",
    ),
    "the built-in library may have a prefix": (
        'datatypes d = ""\nelement a { d:token }',
        "start = #0; #0 a = token",
    ),
    "the prefixes of a QName": (
        'namespace p = "u"\nnamespace e = ""\ndefault namespace = "v"\n'
        'element a { xsd:QName "p:x" }',
        f"start = #0; #0 v:a = xsd:QName“p:x” =v p=u xml={XML}",
    ),
    "windows newlines": (
        "start = a # x\r\na = element a { \r\n'x' }\r\n",
        "start = #0; #0 a = token“x”",
    ),
    "a byte order mark": ("\ufeffelement a { empty }", "start = #0; #0 a = empty"),
    # Annotations.
    "documentation": (
        "## one\n## two\nstart = ## three\n element a { ## four\n text | ## five\n empty }",
        "start = #0; #0 a = (empty | text)",
    ),
    "documentation before a name": (
        "element ## x\n a { empty }",
        "start = #0; #0 a = empty",
    ),
    "initial annotations": (
        'namespace p = "u"\n[ p:x = "1" p:y [ z = "2" "text" p:w [] ] ]\n'
        "start = [ p:x = '1' ] element [ p:x = '2' ] a { [ p:b [] ] text }",
        "start = #0; #0 a = text",
    ),
    "documentation and annotations": (
        'namespace p = "u"\n## x\n[ p:x = "1" ]\nstart = element a { empty }',
        "start = #0; #0 a = empty",
    ),
    "annotations of a parameter": (
        'namespace p = "u"\nelement a { xsd:string { ## x\n [ p:x = "1" ] length = "1" } }',
        "start = #0; #0 a = xsd:string length=1",
    ),
    "following annotations": (
        'namespace p = "u"\nstart = element a { text >> p:x [ "y" ] >> p:z [] | empty >> p:x [] }',
        "start = #0; #0 a = (empty | text)",
    ),
    "following annotations and repetition": (
        'namespace p = "u"\nstart = element a { element b { empty } >> p:x []* >> p:y [] }',
        "start = #0; #0 a = (empty | #1+); #1 b = empty",
    ),
    "following annotations of a name": (
        'namespace p = "u"\nelement a >> p:x [] { empty }',
        "start = #0; #0 a = empty",
    ),
    "grammar annotations": (
        'namespace p = "u"\np:x [ y = "1" ]\nstart = element a { empty }\nz [ ]\ndiv { p:x [] }',
        "start = #0; #0 a = empty",
    ),
    "a grammar annotation before all else": (
        "\\start [ ]\nstart = element a { empty }",
        "start = #0; #0 a = empty",
    ),
    "nested annotations may have unqualified attributes and RELAX NG elements": (
        'namespace p = "u"\nnamespace rng = "http://relaxng.org/ns/structure/1.0"\n'
        "[ p:x [ y = '1' rng:element [ ] ] ] element a { empty }",
        "start = #0; #0 a = empty",
    ),
}


@pytest.mark.parametrize(("schema", "expected"), SCHEMAS.values(), ids=SCHEMAS.keys())
def test_schema_means(schema: str, expected: str) -> None:
    assert simple(schema) == expected


SYNTAX = {
    "nothing at all": ("‸", "no-start"),
    "a definition and no start": ("‸x = text", "no-start"),
    "a brace that is not closed": ("element a { text‸", "compact-syntax"),
    "a brace too many": ("element a { text } ‸}", "compact-syntax"),
    "nothing in braces": ("element a { ‸}", "compact-syntax"),
    "operators mixed": ("element a { text | text ‸, text }", "compact-syntax"),
    "operators mixed, the other way": ("element a { text , text ‸| text }", "compact-syntax"),
    "operators mixed, with &": ("element a { text & text ‸| text }", "compact-syntax"),
    "two repetitions": ("element a { text?‸? }", "compact-syntax"),
    "an exception among others": ('element a { token - "x" ‸| text }', "compact-syntax"),
    "an exception after others": ('element a { text | token ‸- "x" }', "compact-syntax"),
    "an exception that is repeated": ('element a { token - "x" ‸+ }', "compact-syntax"),
    "an exception of an exception": ('element a { token - token ‸- "x" }', "compact-syntax"),
    "an exception in names among others": ("element * - a ‸| b { text }", "compact-syntax"),
    "an exception of two names": ("element * - a ‸- b { text }", "compact-syntax"),
    "an exception of a name": ("element a ‸- b { text }", "compact-syntax"),
    "an exception of parentheses": ("element (*) ‸- b { text }", "compact-syntax"),
    "a keyword as a definition": ("start = element a { text }\n‸element = text", "compact-syntax"),
    "a keyword as a reference": ("element a { ‸start }", "compact-syntax"),
    "a parent without a name": ("element a { parent ‸text }", "compact-syntax"),
    "an equals sign too few": ("start ‸element a { text }", "compact-syntax"),
    "a name class without a name": ("element ‸{ text }", "compact-syntax"),
    "a prefix of datatypes that is not declared": ("element a { ‸x:int }", "compact-syntax"),
    "a prefix of names that is not declared": ("element ‸x:a { text }", "compact-syntax"),
    "a prefix of any name that is not declared": ("element ‸x:* { text }", "compact-syntax"),
    "a declaration after a definition": (
        'start = element a { text }\n‸namespace p = "u"',
        "compact-syntax",
    ),
    "a string that does not end": ('element a { ‸"x }', "compact-syntax"),
    "a string over two lines": ('element a { ‸"x\n" }', "compact-syntax"),
    "a character that means nothing": ("element a { ‸$ }", "compact-syntax"),
    "a backslash by itself": ("element a { ‸\\ }", "compact-syntax"),
    "an escape without an end": ("element ‸\\x{41 { text }", "compact-syntax"),
    "an escape without digits": ("element ‸\\x{} { text }", "compact-syntax"),
    "an escape that is no character": ('element a { "‸\\x{0}" }', "compact-syntax"),
    "an escape beyond Unicode": ('element a { "‸\\x{110000}" }', "compact-syntax"),
    "a control character": ("element a { ‸\x02 }", "compact-syntax"),
    "documentation before a brace": ("element a { text ‸## x\n }", "compact-syntax"),
    "documentation at the end": ("element a { text }\n‸## x", "compact-syntax"),
    "documentation after annotations": (
        'namespace p = "u"\n[ p:x = "1" ] ‸## x\n element a { text }',
        "compact-syntax",
    ),
    "the prefix xmlns": ('namespace ‸xmlns = "u"\nelement a { text }', "compact-syntax"),
    "another namespace for xml": ('namespace xml = ‸"u"\nelement a { text }', "compact-syntax"),
    "another prefix for xml": (f'namespace x = ‸"{XML}"\nelement a {{ text }}', "compact-syntax"),
    "the namespace of xml as the default": (
        f'default namespace = ‸"{XML}"\nelement a {{ text }}',
        "compact-syntax",
    ),
    "another library for xsd": ('datatypes xsd = ‸"u:v"\nelement a { text }', "compact-syntax"),
    "a library that is not absolute": (
        'datatypes x = ‸"v"\nelement a { text }',
        "bad-datatype-library",
    ),
    "a prefix declared twice": (
        'namespace p = "u"\nnamespace ‸p = "u"\nelement a { text }',
        "compact-syntax",
    ),
    "a prefix of datatypes declared twice": (
        'datatypes p = "u:v"\ndatatypes ‸p = "u:v"\nelement a { text }',
        "compact-syntax",
    ),
    "two default namespaces": (
        'default namespace = "u"\n‸default namespace = "u"\nelement a { text }',
        "compact-syntax",
    ),
    "two pieces without ~": ('element a { "x" ‸"y" }', "compact-syntax"),
    "an address with a fragment": ('element a { external ‸"x#y" }', "bad-href"),
    "an include in an include": ('include "x" { ‸include "y" }', "compact-syntax"),
    "an annotation attribute without a namespace": (
        "[ ‸x = '1' ] element a { text }",
        "compact-syntax",
    ),
    "an annotation attribute twice": (
        'namespace p = "u"\nnamespace q = "u"\n[ p:x = "1" ‸q:x = "2" ] element a { text }',
        "compact-syntax",
    ),
    "an annotation of RELAX NG": (
        'namespace r = "http://relaxng.org/ns/structure/1.0"\n[ ‸r:x [] ] element a { text }',
        "compact-syntax",
    ),
    "an annotation that declares a namespace": (
        'namespace x = "http://www.w3.org/2000/xmlns"\n[ ‸x:p = "u" ] element a { text }',
        "compact-syntax",
    ),
    "an annotation in an inherited namespace": (
        "namespace p = inherit\n[ ‸p:x [] ] element a { text }",
        "compact-syntax",
    ),
    "an attribute after an element in annotations": (
        'namespace p = "u"\n[ p:x [] ‸p:y = "1" ] element a { text }',
        None,
    ),
    "an annotation after a schema that is one pattern": (
        'namespace p = "u"\n‸element a { text } >> p:x []',
        "compact-syntax",
    ),
    # What is checked later, with the places of the compact syntax.
    "a reference to nothing": ("element a { ‸x }", "reference-without-grammar"),
    "a reference to nothing in a grammar": ("start = element a { ‸x }", "undefined-reference"),
    "two definitions": (
        "start = x\nx = element a { text }\n‸x = element b { text }",
        "defined-twice",
    ),
    "two ways to combine": (
        "start = x\nx |= element a { text }\nx ‸&= element b { text }",
        "combined-two-ways",
    ),
    "a loop": ("start = x\nx = ‸x", "endless-definition"),
    "a datatype that is not known": ("element a { ‸xsd:foo }", "unknown-datatype"),
    "a parameter that is not known": (
        'element a { xsd:int { ‸foo = "1" } }',
        "unknown-parameter",
    ),
    "a value that is wrong": ('element a { ‸xsd:int "x" }', "wrong-value"),
    "an attribute twice": (
        "element a { attribute p { text }, ‸attribute p { text } }",
        "attribute-twice",
    ),
    "any name but any name": ("element * - ‸* { text }", "any-name-in-except"),
    "an attribute called xmlns": ("element a { attribute ‸xmlns { text } }", "xmlns-attribute"),
    "text in a list": ("element a { list { ‸text } }", "prohibited-path"),
    "text in start": ("‸text", "prohibited-path"),
}


@pytest.mark.parametrize(("schema", "identifier"), SYNTAX.values(), ids=SYNTAX.keys())
def test_is_no_schema(schema: str, identifier: str | None) -> None:
    if identifier:
        assert_refused(schema, identifier, PATH)
    else:
        assert refusal(schema.replace("‸", ""), PATH)


def test_a_keyword_that_is_meant_as_a_name_is_explained() -> None:
    finding = assert_refused("start = element a { text }\n‸list = text", "compact-syntax", PATH)
    assert "\\list" in finding.hint


def test_places_are_right_after_escapes() -> None:
    assert_refused(
        '\\x{65}lement \\x{61} { "\\x{41}\\x{42}", ‸x }', "reference-without-grammar", PATH
    )


def test_places_are_in_characters() -> None:
    assert_refused('element ä𐀀 { "😀" | ‸$ }', "compact-syntax", PATH)


# Files.


def test_include_with_what_takes_the_place_of_the_included(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one_rnc='include "two.rnc" { start = a div { b = text } }\na = element a { b }',
        two_rnc="start = element x { b }\nb = empty",
    )
    assert load(one) == "start = #0; #0 a = text"


def test_what_an_include_replaces_must_be_there(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one_rnc='include "two.rnc" {\n c = text }',
        two_rnc="start = element x { empty }",
    )
    assert refused_files(one) == [("override-nothing", "one.rnc", 2)]


@pytest.mark.parametrize(
    ("before", "reference", "expected"),
    [
        ("", "", "b"),
        ('default namespace = "u"', "", "u:b"),
        ('default namespace p = "u"', "", "u:b"),
        ('default namespace = "u" namespace q = "v"', "inherit = q", "v:b"),
        ('default namespace = "u" namespace q = ""', "inherit = q", "b"),
        ('namespace q = "v"', "inherit = q", "v:b"),
        ('namespace q = "v"', "", "b"),
    ],
)
def test_the_namespace_that_a_file_inherits(
    tmp_path: Path, before: str, reference: str, expected: str
) -> None:
    one = save(
        tmp_path,
        one_rnc=f'{before} external "two.rnc" {reference}',
        two_rnc="element b { empty }",
    )
    assert load(one) == f"start = #0; #0 {expected} = empty"
    one = save(
        tmp_path,
        one_rnc=f'{before} include "two.rnc" {reference}',
        two_rnc="start = element b { empty }",
    )
    assert load(one) == f"start = #0; #0 {expected} = empty"


def test_a_file_with_a_default_namespace_inherits_none(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one_rnc='default namespace = "u" external "two.rnc"',
        two_rnc='default namespace = "" element b { empty }',
    )
    assert load(one) == "start = #0; #0 b = empty"


def test_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "one.rnc"
    path.write_bytes("element ä { empty }".encode("utf-16"))
    assert load(path) == "start = #0; #0 ä = empty"


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "one.rnc"
    path.write_bytes(b"element \xe4 { empty }")
    assert refused_files(path) == [("schema-encoding", "one.rnc", 1)]


def test_both_syntaxes_of_octavo_are_the_same_grammar() -> None:
    schema = Path(__file__).parents[3] / "schema"
    assert load_grammar(schema / "octavo.rnc") == load_grammar(schema / "octavo.rng")
