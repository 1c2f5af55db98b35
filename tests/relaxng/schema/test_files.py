"""Sections 4.5 to 4.7: schemas in several files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from octavo.relaxng.findings import SchemaError
from octavo.relaxng.load import load_grammar, load_schema, parse_grammar, schema_files
from tests.relaxng.schema.schemas import RNG, XSD, load, refused_files, save, written

B = '<element name="b"><empty/></element>'
C = '<element name="c"><empty/></element>'
START_B = f"<grammar><start>{B}</start></grammar>"
DEFINES = (
    "<grammar><start><element name='a'><ref name='x'/><ref name='y'/></element></start>"
    f"<define name='x'>{B}</define><div><define name='y'>{C}</define></div></grammar>"
)


def include(body: str = "", href: str = "two.rng", more: str = "") -> str:
    return f"<grammar><include href='{href}'>{body}</include>{more}</grammar>"


def external(href: str = "two.rng") -> str:
    return f"<element name='a'><externalRef href='{href}'/></element>"


# 4.5, the address.


@pytest.mark.parametrize(
    "href",
    ["two.rng", "./two.rng", "../%s/two.rng", "sub/../two.rng", "tw%%6F.rng", "", "file:%s"],
)
def test_an_address_is_relative_to_the_file(tmp_path: Path, href: str) -> None:
    first = save(tmp_path, one=external(), two=B)
    target = first.with_name("two.rng").as_uri().removeprefix("file:")
    href = href.replace("%s", target if href.startswith("file") else tmp_path.name)
    href = href.replace("%%", "%") or first.with_name("two.rng").as_uri()
    first = save(tmp_path, one=external(href))
    assert load(first) == "start = #0; #0 a = #1; #1 b = empty"


def test_characters_that_a_uri_cannot_hold_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "zwei ä.rng").write_text(written(B), encoding="utf-8")
    assert load(save(tmp_path, one=external("zwei ä.rng"))).endswith("#1 b = empty")


def test_xml_base_is_heeded(tmp_path: Path) -> None:
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    save(tmp_path / "sub" / "deep", two=B)
    one = save(
        tmp_path,
        one="<element name='a' xml:base='sub/'><group xml:base='deep/'>"
        "<externalRef href='two.rng'/></group></element>",
    )
    assert load(one).endswith("#1 b = empty")


def test_an_address_in_an_included_file_is_relative_to_that(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    save(
        tmp_path / "sub", two=f"<grammar><start>{external('three.rng')}</start></grammar>", three=C
    )
    assert load(save(tmp_path, one=include(href="sub/two.rng"))).endswith("#1 c = empty")


@pytest.mark.parametrize(
    "href",
    ["http://example.com/two.rng", "//example.com/two.rng", "urn:x:two", "ftp://example.com/x"],
)
def test_nothing_is_fetched_from_a_network(tmp_path: Path, href: str) -> None:
    one = save(tmp_path, one=external(href))
    assert refused_files(one) == [("schema-on-network", "one.rng", 1)]


@pytest.mark.parametrize("href", ["three.rng", ".", "x/y.rng", "a%00b", "x" * 5000])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, href: str) -> None:
    one = save(tmp_path, one=f"<element name='a'>\n<externalRef href='{href}'/></element>")
    assert refused_files(one) == [("include-unreadable", "one.rng", 2)]


def test_the_place_of_a_missing_file_is_its_address(tmp_path: Path) -> None:
    one = save(tmp_path, one=external("three.rng"))
    with pytest.raises(SchemaError) as caught:
        load_grammar(one)
    (finding,) = caught.value.findings
    line = one.read_text().splitlines()[finding.line - 1]
    assert line[finding.column - 1 :].startswith("href='three.rng'")


# 4.6, externalRef.


def test_an_external_pattern_takes_the_place_of_the_reference(tmp_path: Path) -> None:
    one = save(tmp_path, one=external(), two=f"<group>{B}{C}</group>")
    assert load(one) == "start = #0; #0 a = (#1, #2); #1 b = empty; #2 c = empty"


def test_an_external_grammar_has_names_of_its_own(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one="<grammar><start><element name='a'><externalRef href='two.rng'/><ref name='x'/>"
        f"</element></start><define name='x'>{B}</define></grammar>",
        two=f"<grammar><start><ref name='x'/></start><define name='x'>{C}</define></grammar>",
    )
    assert load(one) == "start = #0; #0 a = (#1, #2); #1 c = empty; #2 b = empty"


def test_an_external_grammar_may_refer_to_the_one_around(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one="<grammar><start><element name='a'><externalRef href='two.rng'/></element></start>"
        f"<define name='x'>{B}</define></grammar>",
        two="<grammar><start><parentRef name='x'/></start></grammar>",
    )
    assert load(one).endswith("#0 a = #1; #1 b = empty")


def test_an_external_pattern_may_refer_to_the_grammar_around(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one="<grammar><start><element name='a'><externalRef href='two.rng'/></element></start>"
        f"<define name='x'>{B}</define></grammar>",
        two="<ref name='x'/>",
    )
    assert load(one).endswith("#0 a = #1; #1 b = empty")


def test_a_file_may_be_referred_to_twice(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one="<element name='a'><externalRef href='two.rng'/><externalRef href='two.rng' ns='u'/>"
        "</element>",
        two=B,
    )
    assert load(one) == "start = #0; #0 a = (#1, #2); #1 b = empty; #2 u:b = empty"


def test_ns_is_handed_down_into_an_external_pattern(tmp_path: Path) -> None:
    one = save(
        tmp_path, one="<element name='a' ns='u'><externalRef href='two.rng'/></element>", two=B
    )
    assert load(one) == "start = #0; #0 u:a = #1; #1 u:b = empty"


def test_ns_of_externalref_yields_to_that_of_the_file(tmp_path: Path) -> None:
    two = "<element name='b' ns='v'><empty/></element>"
    one = save(tmp_path, one="<externalRef href='two.rng' ns='u'/>", two=two)
    assert load(one) == "start = #0; #0 v:b = empty"


def test_the_datatype_library_is_not_handed_down(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=f"<element name='a' datatypeLibrary='{XSD}'><externalRef href='two.rng'/></element>",
        two="<data type='token'/>",
    )
    assert load(one) == "start = #0; #0 a = token"


def test_prefixes_are_those_of_the_file(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one="<element name='a' xmlns:p='u'><externalRef href='two.rng'/></element>",
        two="<element name='p:b'><empty/></element>",
    )
    assert refused_files(one) == [("undeclared-prefix", "two.rng", 1)]


def test_a_file_does_not_refer_to_itself(tmp_path: Path) -> None:
    assert refused_files(save(tmp_path, one=external("one.rng"))) == [
        ("include-loop", "one.rng", 1)
    ]


def test_files_do_not_refer_to_each_other(tmp_path: Path) -> None:
    one = save(tmp_path, one=external("two.rng"), two=external("three.rng"), three=external())
    assert refused_files(one) == [("include-loop", "three.rng", 1)]


def test_a_loop_is_found_under_another_name(tmp_path: Path) -> None:
    one = save(tmp_path, one=external(f"../{tmp_path.name}/%6Fne.rng"))
    assert refused_files(one) == [("include-loop", "one.rng", 1)]


def test_an_external_file_must_be_a_pattern(tmp_path: Path) -> None:
    one = save(tmp_path, one=external(), two=f"<define name='x'>{B}</define>")
    assert refused_files(one) == [("not-a-schema", "two.rng", 1)]


def test_faults_of_several_files_are_told(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one="<element name='a'><externalRef href='two.rng'/><externalRef href='three.rng'/>"
        "<ref name='x'/></element>",
        two="<foo/>",
        three="<element name='c'><bar/><empty/></element>",
    )
    assert refused_files(one) == [
        ("unknown-element", "two.rng", 1),
        ("unknown-element", "three.rng", 1),
        ("reference-without-grammar", "one.rng", 1),
    ]


# 4.7, include.


def test_an_included_grammar_becomes_part_of_this_one(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include(href="two.rng", more="<start><ref name='x'/></start>"),
        two=f"<grammar><define name='x'>{B}</define></grammar>",
    )
    assert load(one) == "start = #0; #0 b = empty"


def test_an_include_in_a_div(tmp_path: Path) -> None:
    one = save(tmp_path, one="<grammar><div><include href='two.rng'/></div></grammar>", two=START_B)
    assert load(one) == "start = #0; #0 b = empty"


@pytest.mark.parametrize("wrapper", ["{}", "<div>{}</div>", "<div><div>{}</div></div>"])
def test_a_start_takes_the_place_of_the_included_one(tmp_path: Path, wrapper: str) -> None:
    one = save(tmp_path, one=include(wrapper.format(f"<start>{C}</start>")), two=START_B)
    assert load(one) == "start = #0; #0 c = empty"


@pytest.mark.parametrize("wrapper", ["{}", "<div>{}</div>"])
def test_a_definition_takes_the_place_of_the_included_ones(tmp_path: Path, wrapper: str) -> None:
    body = wrapper.format("<define name='y'><text/></define>")
    one = save(tmp_path, one=include(body), two=DEFINES)
    assert load(one) == "start = #0; #0 a = (#1, text); #1 b = empty"


def test_all_that_is_combined_is_replaced(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include("<define name='x'><text/></define>"),
        two="<grammar><start><element name='a'><ref name='x'/></element></start>"
        f"<define name='x' combine='choice'>{B}</define>"
        f"<div><define name='x' combine='choice'>{C}</define></div></grammar>",
    )
    assert load(one) == "start = #0; #0 a = text"


def test_several_replacements_are_combined(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include(
            "<define name='y' combine='choice'><text/></define>"
            "<define name='y' combine='choice'><empty/></define>"
        ),
        two=DEFINES,
    )
    assert load(one) == "start = #0; #0 a = (#1, (empty | text)); #1 b = empty"


def test_what_stands_beside_the_include_is_combined(tmp_path: Path) -> None:
    more = "<define name='y' combine='interleave'><text/></define>"
    one = save(tmp_path, one=include(more=more), two=DEFINES)
    assert load(one) == "start = #0; #0 a = (#1, (#2 & text)); #1 b = empty; #2 c = empty"


def test_what_stands_beside_the_include_replaces_nothing(tmp_path: Path) -> None:
    one = save(tmp_path, one=include(more="<define name='y'><text/></define>"), two=DEFINES)
    assert refused_files(one) == [("defined-twice", "one.rng", 1)]


def test_a_start_must_take_the_place_of_something(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include(f"\n<start>{C}</start>"),
        two=f"<grammar><define name='x'>{B}</define></grammar>",
    )
    assert refused_files(one) == [("override-nothing", "one.rng", 2)]


def test_a_definition_must_take_the_place_of_something(tmp_path: Path) -> None:
    one = save(tmp_path, one=include(f"\n<define name='z'>{C}</define>"), two=DEFINES)
    assert refused_files(one) == [("override-nothing", "one.rng", 2)]


def test_a_definition_of_a_grammar_within_is_no_component(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include(f"<define name='x'>{C}</define>"),
        two=f"<grammar><start><grammar><start>{B}</start><define name='x'>{B}</define></grammar>"
        "</start></grammar>",
    )
    assert refused_files(one) == [("override-nothing", "one.rng", 1)]


def test_a_definition_beside_the_include_is_not_what_it_replaces(tmp_path: Path) -> None:
    more = f"<define name='z'>{B}</define>"
    one = save(tmp_path, one=include(f"<define name='z'>{C}</define>", more=more), two=DEFINES)
    assert refused_files(one) == [
        ("override-nothing", "one.rng", 1),
        ("defined-twice", "one.rng", 1),
    ]


def test_a_replacement_reaches_what_the_included_file_includes(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include("<define name='y'><text/></define>"),
        two=include(href="three.rng"),
        three=DEFINES,
    )
    assert load(one) == "start = #0; #0 a = (#1, text); #1 b = empty"


def test_a_replacement_of_a_replacement(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include("<define name='y'><text/></define>"),
        two=include(f"<define name='y'>{B}</define>", href="three.rng"),
        three=DEFINES,
    )
    assert load(one) == "start = #0; #0 a = (#1, text); #1 b = empty"


def test_ns_is_handed_down_into_an_included_grammar(tmp_path: Path) -> None:
    one = save(tmp_path, one="<grammar ns='u'><include href='two.rng'/></grammar>", two=START_B)
    assert load(one) == "start = #0; #0 u:b = empty"


def test_ns_of_an_include_is_handed_down_to_both(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one="<grammar><include href='two.rng' ns='u'><define name='y'><element name='d'><empty/>"
        "</element></define></include></grammar>",
        two=DEFINES,
    )
    assert load(one) == "start = #0; #0 u:a = (#1, #2); #1 u:b = empty; #2 u:d = empty"


def test_what_is_included_must_be_a_grammar(tmp_path: Path) -> None:
    assert refused_files(save(tmp_path, one=include(), two=B)) == [
        ("include-no-grammar", "one.rng", 1)
    ]


def test_a_grammar_does_not_include_itself(tmp_path: Path) -> None:
    one = save(tmp_path, one=include(href="one.rng", more=f"<start>{B}</start>"))
    assert refused_files(one) == [("include-loop", "one.rng", 1)]


def test_grammars_do_not_include_each_other(tmp_path: Path) -> None:
    more = f"<start>{B}</start>"
    one = save(tmp_path, one=include(more=more), two=include(href="one.rng"))
    assert refused_files(one) == [("include-loop", "two.rng", 1)]


def test_include_and_externalref_do_not_lead_back(tmp_path: Path) -> None:
    one = save(
        tmp_path, one=include(), two=f"<grammar><start>{external('one.rng')}</start></grammar>"
    )
    assert refused_files(one) == [("include-loop", "two.rng", 1)]


def test_a_file_may_be_included_in_two_grammars(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one="<element name='a'><grammar><include href='two.rng'/></grammar>"
        "<grammar ns='u'><include href='two.rng'/></grammar></element>",
        two=START_B,
    )
    assert load(one) == "start = #0; #0 a = (#1, #2); #1 b = empty; #2 u:b = empty"


def test_what_is_replaced_is_not_checked_for_datatypes(tmp_path: Path) -> None:
    """It is gone by section 4.7, before section 4.16 looks at datatypes."""
    one = save(
        tmp_path,
        one=include("<define name='x'><text/></define>"),
        two="<grammar><start><element name='a'><ref name='x'/></element></start>"
        "<define name='x'><data type='foo'/></define></grammar>",
    )
    assert load(one) == "start = #0; #0 a = text"


def test_what_is_replaced_is_still_read(tmp_path: Path) -> None:
    """Section 4.6 comes before section 4.7."""
    one = save(
        tmp_path,
        one=include("<define name='x'><text/></define>"),
        two="<grammar><start><element name='a'><ref name='x'/></element></start>"
        "<define name='x'><externalRef href='three.rng'/></define></grammar>",
    )
    assert refused_files(one) == [("include-unreadable", "two.rng", 1)]


def test_a_restriction_is_placed_in_the_file_that_breaks_it(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include(),
        two="<grammar><start><element name='a'>\n<attribute name='p'/>\n<attribute name='p'/>"
        "</element></start></grammar>",
    )
    assert refused_files(one) == [("attribute-twice", "two.rng", 3)]


def test_included_files_that_are_not_well_formed_are_told(tmp_path: Path) -> None:
    one = save(tmp_path, one=include(), two="<grammar>")
    assert refused_files(one) == [("not-well-formed", "two.rng", 1)]


# What was read.


def test_the_files_that_were_read_are_known_with_their_digests(tmp_path: Path) -> None:
    one = save(
        tmp_path,
        one=include(more="<define name='z'><externalRef href='three.rng'/></define>"),
        two=START_B,
        three=C,
    )
    loaded = load_schema(one)
    names = ["one.rng", "two.rng", "three.rng"]
    assert [path.name for path, _ in loaded.files] == names
    for path, digest in loaded.files:
        assert digest == hashlib.sha256(path.read_bytes()).digest()
    assert schema_files(one) == [tmp_path / name for name in names]


def test_files_are_named_beside_the_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path, one=include(), two=START_B)
    monkeypatch.chdir(tmp_path)
    assert schema_files(Path("one.rng")) == [Path("one.rng"), Path("two.rng")]


def test_bytes_can_be_parsed_beside_files(tmp_path: Path) -> None:
    save(tmp_path, two=START_B)
    grammar = parse_grammar(written(include()).encode(), tmp_path / "new.rng")
    assert len(grammar.elements) == 1


def test_a_schema_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="schema-unreadable"):
        load_grammar(tmp_path / "nothing.rng")


# The two syntaxes.


def test_an_xml_schema_may_include_a_compact_one(tmp_path: Path) -> None:
    one = save(tmp_path, one=include(href="two.rnc"), two_rnc="start = element b { empty }")
    assert load(one) == "start = #0; #0 b = empty"


def test_a_compact_schema_may_include_an_xml_one(tmp_path: Path) -> None:
    one = save(tmp_path, one_rnc='include "two.rng"', two=START_B)
    assert load(one) == "start = #0; #0 b = empty"


# Encodings.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_a_schema_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    source = f'<?xml version="1.0" encoding="{declared}"?>'
    source += f'<element xmlns="{RNG}" name="ä"><empty/></element>'
    path = tmp_path / "one.rng"
    path.write_bytes(source.encode(encoding))
    assert load(path) == "start = #0; #0 ä = empty"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(tmp_path: Path, encoding: str) -> None:
    source = f'<?xml version="1.0"?><element xmlns="{RNG}" name="ä"><empty/></element>'
    path = tmp_path / "one.rng"
    path.write_bytes(source.encode(encoding))
    assert load(path) == "start = #0; #0 ä = empty"


@pytest.mark.parametrize(
    ("declared", "data"), [("utf-8", b"\xe4"), ("foo", b""), ("base64", b""), ("idna", b"")]
)
def test_a_schema_in_a_wrong_encoding(tmp_path: Path, declared: str, data: bytes) -> None:
    path = tmp_path / "one.rng"
    source = f'<?xml version="1.0" encoding="{declared}"?><element xmlns="{RNG}"/>'
    path.write_bytes(source.encode() + data)
    identifier = "wrong-encoding" if data else "unknown-encoding"
    assert refused_files(path) == [(identifier, "one.rng", 1)]
