"""Schemas that are made to exhaust a machine, and whatever else is no schema."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.relaxng.findings import SchemaError
from octavo.relaxng.load import load_grammar, parse_grammar
from tests.relaxng.schema import test_compact, test_full_syntax, test_restrictions
from tests.relaxng.schema.schemas import RNG, XSD, parse, refusal, refused_files, save, written

XML = Path("schema.rng")
COMPACT = Path("schema.rnc")
DEEP = 100_000


def nested(before: str, tag: str, inner: str, after: str) -> str:
    return f"{before}{f'<{tag}>' * DEEP}{inner}{f'</{tag}>' * DEEP}{after}"


DEEP_SCHEMAS = {
    "patterns": nested('<element name="a">', "group", "<text/>", "</element>"),
    "name classes": nested("<element>", "choice", "<name>a</name>", "<text/></element>"),
    "divs": nested("<grammar>", "div", "", "</grammar>"),
    "grammars": nested("", "grammar", "", ""),
}


@pytest.mark.parametrize("schema", DEEP_SCHEMAS.values(), ids=DEEP_SCHEMAS.keys())
def test_a_schema_that_is_too_deep(schema: str) -> None:
    assert refusal(schema)[0].id in {"schema-too-deep", "misplaced-element"}


def test_annotations_may_be_deep() -> None:
    deep = "<x>" * DEEP + "</x>" * DEEP
    parse(f'<element name="a"><a xmlns="u">{deep}</a><empty/></element>')


@pytest.mark.parametrize(
    "schema",
    [
        "(" * DEEP,
        "element a {" * DEEP,
        "element " + "(" * DEEP,
        "div {" * DEEP,
        "[ a [ " * DEEP,
        "grammar { start = " * DEEP,
        "list { token - (" * DEEP,
    ],
)
def test_a_compact_schema_that_is_too_deep(schema: str) -> None:
    assert refusal(schema, COMPACT)[0].id in {"schema-too-deep", "compact-syntax"}


def chain(link: str, end: str, length: int) -> str:
    """Definitions that each refer to the next."""
    links = "".join(
        f'<define name="d{at}">{link.replace("NEXT", f"<ref name={chr(34)}d{at + 1}{chr(34)}/>")}'
        "</define>"
        for at in range(length)
    )
    return (
        f'<grammar><start><element name="a"><ref name="d0"/></element></start>{links}'
        f'<define name="d{length}">{end}</define></grammar>'
    )


def test_definitions_may_lead_far() -> None:
    grammar = parse(chain("NEXT", "<text/>", 20_000))
    assert grammar.elements[0].content == ("text",)


def test_elements_may_lead_far() -> None:
    grammar = parse(chain('<element name="b">NEXT</element>', "<text/>", 5_000))
    assert len(grammar.elements) == 5_001


def test_a_long_choice_by_definitions_is_one_choice() -> None:
    grammar = parse(
        chain('<choice><element name="b"><empty/></element>NEXT</choice>', "<text/>", 500)
    )
    assert len(grammar.elements[0].content) == 502


@pytest.mark.parametrize(
    "link",
    [
        '<oneOrMore><choice><element name="b"><empty/></element>NEXT</choice></oneOrMore>',
        '<oneOrMore><group><element name="b"><empty/></element>NEXT</group></oneOrMore>',
    ],
)
def test_definitions_that_lead_too_deep(link: str) -> None:
    (finding,) = refusal(chain(link, "<text/>", 1_000))
    assert finding.id == "schema-too-deep"


@pytest.mark.parametrize(
    "link",
    [
        "<group>NEXTNEXT</group>",
        "<interleave>NEXTNEXT</interleave>",
        "<choice><group>NEXTNEXT</group><group>NEXTNEXTNEXT</group></choice>",
        "<group><choice>NEXT<text/></choice><choice>NEXT<empty/></choice></group>",
    ],
)
def test_definitions_that_swell(link: str) -> None:
    (finding,) = refusal(chain(link, '<element name="b"><empty/></element>', 100))
    assert finding.id in {"schema-swells", "schema-too-deep"}


def test_entities_that_swell() -> None:
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    source = f'<!DOCTYPE element [<!ENTITY e0 "ha">{entities}]>'
    source += f'<element xmlns="{RNG}" name="a"><value>&e9;</value></element>'
    assert refusal(source)[0].id in {"entities-swell", "not-well-formed"}


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE element SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE element PUBLIC "x" "y">',
        '<!DOCTYPE element [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE element [<!ENTITY % e SYSTEM "http://example.com/">%e;]>',
    ],
)
def test_nothing_from_outside_is_read(doctype: str) -> None:
    source = f'{doctype}<element xmlns="{RNG}" name="a"><value>&e;</value></element>'
    assert refusal(source)[0].id in {"external-entity", "external-dtd"}


def test_files_that_refer_to_the_next_twice(tmp_path: Path) -> None:
    for at in range(40):
        ref = f"<externalRef href='f{at + 1}.rng'/>"
        save(tmp_path, **{f"f{at}": f"<choice>{ref}{ref}</choice>"})
    save(tmp_path, f40="<element name='b'><empty/></element>")
    one = save(tmp_path, one="<element name='a'><externalRef href='f0.rng'/></element>")
    assert [found[0] for found in refused_files(one)] == ["schema-swells"]


def test_a_long_row_of_files(tmp_path: Path) -> None:
    for at in range(300):
        save(tmp_path, **{f"f{at}": f"<externalRef href='f{at + 1}.rng'/>"})
    first = save(tmp_path, f300="<element name='b'><empty/></element>")
    assert len(load_grammar(first.with_name("f0.rng")).elements) == 1


def test_a_name_class_of_thousands_is_compared_quickly() -> None:
    names = "".join(f"<name>n{at}</name>" for at in range(20_000))
    wild = f"<anyName><except>{names}</except></anyName>"
    wild = f"<zeroOrMore><attribute>{wild}</attribute></zeroOrMore>"
    known = f"<oneOrMore><attribute><choice>{names}</choice></attribute></oneOrMore>"
    parse(f'<element name="a">{wild}{known}</element>')


def test_many_attributes_beside_any_others_are_compared_quickly() -> None:
    names = [f"n{at}" for at in range(5_000)]
    wild = "".join(f"<name>{name}</name>" for name in names)
    wild = f"<attribute><anyName><except>{wild}</except></anyName></attribute>"
    known = "".join(f'<attribute name="{name}"/>' for name in names)
    parse(f'<element name="a"><zeroOrMore>{wild}</zeroOrMore>{known}</element>')


def test_many_references_to_nothing_are_told_quickly() -> None:
    defines = "".join(f'<define name="d{at}"><ref name="e{at}"/></define>' for at in range(5_000))
    assert len(refusal(f"<grammar><start><notAllowed/></start>{defines}</grammar>")) == 100


def test_there_are_not_endlessly_many_findings() -> None:
    assert len(refusal(f"<grammar>{'<foo/>' * 10_000}</grammar>")) == 100


@pytest.mark.parametrize("path", [XML, COMPACT], ids=["XML", "compact"])
@given(data=st.binary(max_size=60))
def test_bytes_are_a_schema_or_refused(path: Path, data: bytes) -> None:
    with contextlib.suppress(SchemaError):
        parse_grammar(data, path)


@given(text=st.text(max_size=60))
def test_text_is_a_compact_schema_or_refused(text: str) -> None:
    with contextlib.suppress(SchemaError):
        parse_grammar(text.encode("utf-8", "surrogatepass"), COMPACT)


SEEDS = [
    written(schema).replace("‸", "")
    for schema in (
        *test_full_syntax.CORRECT.values(),
        *(schema for schema, _ in test_restrictions.INCORRECT.values()),
    )
]
COMPACT_SEEDS = [
    *(schema for schema, _ in test_compact.SCHEMAS.values()),
    *(f"element a {{ {content} }}" for content, _ in test_compact.PATTERNS.values()),
]
TOKENS = """element attribute { } ( ) [ ] | , & ? * + - ~ = |= &= >> start div include external
inherit grammar parent text empty notAllowed list mixed token string "x" 'y' a b xsd:int xsd:* p:x
\\start namespace default datatypes ## # \\x{41}""".split()


@pytest.mark.parametrize("seed", range(40))
def test_a_mutilated_schema_is_a_schema_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        source = chance.choice(SEEDS)
        for _ in range(chance.randint(1, 4)):
            at, to = sorted(chance.sample(range(len(source)), 2))
            other = chance.choice(SEEDS)
            piece = other[slice(*sorted(chance.sample(range(len(other)), 2)))]
            source = source[:at] + chance.choice(["", piece, source[at:to] * 2]) + source[to:]
            source = source or "<"
        with contextlib.suppress(SchemaError):
            parse_grammar(source.encode(), XML)


@pytest.mark.parametrize("seed", range(40))
def test_tags_in_disorder_are_a_schema_or_refused(seed: int) -> None:
    """What is well-formed gets further."""
    chance = random.Random(seed)
    leaves = [
        "<text/>", "<empty/>", "<notAllowed/>", "<value>x</value>", '<data type="token"/>',
        '<ref name="x"/>', '<parentRef name="x"/>', "<name>b</name>", "<anyName/>", "<nsName/>",
        '<attribute name="p"/>', '<externalRef href="none.rng"/>',
    ]  # fmt: skip
    kinds = """element attribute group interleave choice optional zeroOrMore oneOrMore list mixed
    except anyName nsName grammar start define div data""".split()

    def some(depth: int) -> str:
        if depth == 0 or chance.random() < 0.3:
            return chance.choice(leaves)
        kind = chance.choice(kinds)
        attributes = {
            "element": ' name="a"', "attribute": ' name="b"', "define": ' name="x"',
            "data": ' type="token"',
        }.get(kind, "")  # fmt: skip
        inner = "".join(some(depth - 1) for _ in range(chance.randint(1, 3)))
        return f"<{kind}{attributes if chance.random() < 0.8 else ''}>{inner}</{kind}>"

    for _ in range(25):
        content = some(4)
        for source in (
            f'<element name="a">{content}</element>',
            f"<grammar><start>{some(2)}</start><define name='x'>{content}</define></grammar>",
        ):
            with contextlib.suppress(SchemaError):
                parse_grammar(written(source).encode(), XML)


@pytest.mark.parametrize("seed", range(40))
def test_a_mutilated_compact_schema_is_a_schema_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        words = chance.choice(COMPACT_SEEDS).split(" ")
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(words) + 1)
            words[at : at + chance.randint(0, 2)] = chance.choices(TOKENS, k=chance.randint(0, 3))
        with contextlib.suppress(SchemaError):
            parse_grammar(" ".join(words).encode(), COMPACT)


@pytest.mark.parametrize("pattern", ["(a+)+b", "(" * 5000, "[", "\\p{Foo}"])
def test_a_pattern_of_xsd_is_a_pattern_or_refused(pattern: str) -> None:
    with contextlib.suppress(SchemaError):
        parse(
            f'<element name="a"><data type="token" datatypeLibrary="{XSD}">'
            f'<param name="pattern">{pattern}</param></data></element>'
        )
