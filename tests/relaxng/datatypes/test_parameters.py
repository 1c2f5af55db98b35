"""Parameters: where they apply, what they restrict, and what is refused."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from octavo.relaxng.datatypes import COMPATIBILITY, MESSAGES, Datatype, DatatypeError, library

LENGTHS = {"length", "minLength", "maxLength"}
LIMITS = {"minInclusive", "maxInclusive", "minExclusive", "maxExclusive"}
DIGITS = {"totalDigits", "fractionDigits"}

ALIKE = {
    "string": LENGTHS, "normalizedString": LENGTHS, "token": LENGTHS, "language": LENGTHS,
    "Name": LENGTHS, "NCName": LENGTHS, "NMTOKEN": LENGTHS, "NMTOKENS": LENGTHS, "ID": LENGTHS,
    "IDREF": LENGTHS, "IDREFS": LENGTHS, "ENTITY": LENGTHS, "ENTITIES": LENGTHS,
    "anyURI": LENGTHS, "QName": LENGTHS, "NOTATION": LENGTHS, "hexBinary": LENGTHS,
    "base64Binary": LENGTHS, "boolean": set(), "float": LIMITS, "double": LIMITS,
    "duration": LIMITS, "dateTime": LIMITS, "time": LIMITS, "date": LIMITS, "gYearMonth": LIMITS,
    "gYear": LIMITS, "gMonthDay": LIMITS, "gDay": LIMITS, "gMonth": LIMITS,
    "decimal": LIMITS | DIGITS, "integer": LIMITS | DIGITS, "positiveInteger": LIMITS | DIGITS,
    "negativeInteger": LIMITS | DIGITS, "nonPositiveInteger": LIMITS | DIGITS,
    "nonNegativeInteger": LIMITS | DIGITS, "long": LIMITS | DIGITS, "int": LIMITS | DIGITS,
    "short": LIMITS | DIGITS, "byte": LIMITS | DIGITS, "unsignedLong": LIMITS | DIGITS,
    "unsignedInt": LIMITS | DIGITS, "unsignedShort": LIMITS | DIGITS,
    "unsignedByte": LIMITS | DIGITS,
}  # fmt: skip


@pytest.mark.parametrize("name", ALIKE)
def test_each_parameter_applies_to_its_datatypes_only(
    xsd: Callable[..., Datatype], name: str
) -> None:
    applicable = set()
    for param in LENGTHS | LIMITS | DIGITS:
        example = (xsd(name).examples or ("",))[0]
        try:
            xsd(name, (param, example if param in LIMITS else "2"))
        except DatatypeError as error:
            assert error.id == "parameter-not-applicable"
            assert "pattern" in error.hint
        else:
            applicable.add(param)
    assert applicable == ALIKE[name]
    assert xsd(name, ("pattern", "a*")).compiled_patterns() == ("a*",)


@pytest.mark.parametrize(
    ("name", "param", "value", "right", "wrong"),
    [
        ("token", "length", "3", [" abc ", "a  b", "\U00010000bc"], ["ab", "abcd"]),
        ("string", "length", "3", ["abc", "   "], [" abc "]),
        ("string", "minLength", "2", ["ab", "abc"], ["", "a"]),
        ("string", "maxLength", "2", ["", "ab"], ["abc"]),
        ("string", "minLength", "0", [""], []),
        ("token", "maxLength", " +02 ", ["ab"], ["abc"]),
        ("token", "maxLength", "9" * 40, ["abc"], []),
        ("token", "length", "-0", [""], ["a"]),
        ("NMTOKENS", "length", "2", ["a b", " a  bcd "], ["a", "a b c"]),
        ("IDREFS", "maxLength", "1", ["abc"], ["a b"]),
        ("ENTITIES", "minLength", "2", ["a b"], ["a"]),
        ("hexBinary", "length", "2", ["aaaa"], ["aa", ""]),
        ("base64Binary", "length", "1", ["AA==", "A A = ="], ["AAA=", "AAAA"]),
        ("base64Binary", "minLength", "3", ["AAAA", "AAAAAA=="], ["AAA="]),
        ("anyURI", "maxLength", "3", ["é b"], ["abcd"]),
        ("QName", "length", "1", ["abc", "a"], []),
        ("NOTATION", "maxLength", "1", ["abc"], []),
        ("ID", "minLength", "2", ["ab"], ["a"]),
        (
            "decimal",
            "totalDigits",
            "2",
            ["12", "1.20", "0.12", "0012", "0"],
            ["123", "0.001", "1.23"],
        ),
        ("decimal", "fractionDigits", "1", ["1.10", "1", "123.4"], ["1.01"]),
        ("integer", "totalDigits", "1", ["-9", "+0009", "0"], ["10"]),
        ("integer", "fractionDigits", "0", ["10"], []),
        ("byte", "maxInclusive", "100", ["100", "-128"], ["101", "128"]),
        ("date", "minInclusive", " 1964-09-05 ", ["1964-09-05"], ["1964-09-04"]),
        ("token", "pattern", "a b", [" a  b "], ["ab"]),
        ("normalizedString", "pattern", "a b", ["a\nb"], [" a b"]),
        ("string", "pattern", "a b", ["a b"], ["a\nb"]),
        ("integer", "pattern", "0.", [" 01 "], ["1"]),
        ("boolean", "pattern", "true|false", ["true"], ["1"]),
        ("IDREFS", "pattern", "a b", ["a  b"], ["a"]),
    ],
)
def test_a_parameter_restricts(
    xsd: Callable[..., Datatype],
    name: str,
    param: str,
    value: str,
    right: list[str],
    wrong: list[str],
) -> None:
    datatype = xsd(name, (param, value))
    assert [s for s in right + wrong if datatype.allows(s, {})] == right
    assert [s for s in right + wrong if not datatype.problem(s, {})] == right


def test_all_parameters_must_hold(xsd: Callable[..., Datatype]) -> None:
    datatype = xsd("token", ("pattern", "[ab]+"), ("pattern", "[bc]+"), ("maxLength", "2"))
    allowed = [s for s in ("a", "b", "bb", "bbb", "c") if datatype.allows(s, {})]
    assert allowed == ["b", "bb"]
    lengths = xsd("string", ("minLength", "1"), ("minLength", "3"))
    assert not lengths.allows("ab", {})


def test_the_examples_left_are_those_that_the_parameters_allow(
    xsd: Callable[..., Datatype],
) -> None:
    assert xsd("positiveInteger", ("minInclusive", "2")).examples == ("1964",)
    assert xsd("QName", ("pattern", ".*:.*")).examples == ("tei:p",)
    assert xsd("date", ("maxInclusive", "1900-01-01")).examples == ()


@pytest.mark.parametrize(
    ("name", "params", "id_"),
    [
        ("foo", [], "unknown-datatype"),
        ("anySimpleType", [], "unknown-datatype"),
        ("token", [("foo", "1")], "unknown-parameter"),
        ("token", [("enumeration", "1")], "unknown-parameter"),
        ("token", [("whiteSpace", "collapse")], "unknown-parameter"),
        ("token", [("minInclusive", "1")], "parameter-not-applicable"),
        ("double", [("totalDigits", "1")], "parameter-not-applicable"),
        ("token", [("length", "-1")], "parameter-value"),
        ("token", [("length", "1.0")], "parameter-value"),
        ("token", [("length", "")], "parameter-value"),
        ("decimal", [("totalDigits", "0")], "parameter-value"),
        ("byte", [("maxInclusive", "128")], "parameter-value"),
        ("date", [("minInclusive", "1964-13-01")], "parameter-value"),
        ("integer", [("minInclusive", "5"), ("maxInclusive", "3")], "contradictory-parameters"),
        ("integer", [("minExclusive", "5"), ("maxInclusive", "5")], "contradictory-parameters"),
        ("integer", [("minInclusive", "5"), ("minInclusive", "3")], "contradictory-parameters"),
        ("float", [("minInclusive", "NaN"), ("maxInclusive", "3")], "contradictory-parameters"),
        ("token", [("pattern", "(")], "pattern-syntax"),
    ],
)
def test_what_a_schema_cannot_ask_for_is_refused(
    xsd: Callable[..., Datatype], name: str, params: list[tuple[str, str]], id_: str
) -> None:
    with pytest.raises(DatatypeError) as caught:
        xsd(name, *params)
    assert caught.value.id == id_
    assert id_ in MESSAGES
    assert name in caught.value.message or id_ == "pattern-syntax"


@pytest.mark.parametrize(
    ("name", "params"),
    [
        # jing holds the limit against the pattern; in XML Schema the two stand side by side.
        ("integer", [("pattern", "[0-9]{2}"), ("maxInclusive", "5")]),
        ("integer", [("minInclusive", "3"), ("minInclusive", "5")]),
        ("integer", [("minInclusive", "5"), ("maxExclusive", "5")]),
        ("integer", [("minExclusive", "5"), ("maxExclusive", "6")]),
        ("token", [("minLength", "5"), ("maxLength", "3")]),
        ("token", [("length", "5"), ("length", "3")]),
    ],
)
def test_what_jing_or_xml_schema_takes_is_taken(
    xsd: Callable[..., Datatype], name: str, params: list[tuple[str, str]]
) -> None:
    assert xsd(name, *params).problem("4", {})


@pytest.mark.parametrize(
    ("name", "params", "hint"),
    [
        ("nmtoken", [], "Did you mean NMTOKEN?"),
        ("datetime", [], "Did you mean dateTime?"),
        ("Integer", [], "Did you mean integer?"),
        ("token", [("maxlength", "1")], "Did you mean maxLength?"),
        (
            "token",
            [("enumeration", "1")],
            "In RELAX NG, the values are a choice of value patterns.",
        ),
    ],
)
def test_a_slip_gets_a_suggestion(
    xsd: Callable[..., Datatype], name: str, params: list[tuple[str, str]], hint: str
) -> None:
    with pytest.raises(DatatypeError) as caught:
        xsd(name, *params)
    assert caught.value.hint == hint


def test_the_built_in_library_has_two_datatypes_and_no_parameters() -> None:
    built_in = library("")
    assert built_in is not None
    with pytest.raises(DatatypeError, match='no datatype "date"') as caught:
        built_in.datatype("date")
    assert "datatypeLibrary" in caught.value.hint
    with pytest.raises(DatatypeError, match='no parameter "length"'):
        built_in.datatype("token", [("length", "1")])


def test_the_library_of_dtd_compatibility_has_three_datatypes_and_no_parameters() -> None:
    compatible = library(COMPATIBILITY)
    assert compatible is not None
    for name in ("ID", "IDREF", "IDREFS"):
        datatype = compatible.datatype(name)
        assert (datatype.id_type, datatype.library) == (name, COMPATIBILITY)
        assert datatype.allows("a", {})
        assert not datatype.allows("1", {})
        assert pickle.loads(pickle.dumps(datatype)) == datatype
    with pytest.raises(DatatypeError, match='no datatype "NCName"'):
        compatible.datatype("NCName")
    with pytest.raises(DatatypeError, match='no parameter "length"'):
        compatible.datatype("ID", [("length", "1")])


def test_an_error_can_be_pickled(xsd: Callable[..., Datatype]) -> None:
    with pytest.raises(DatatypeError) as caught:
        xsd("token", ("length", "x"))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.id, again.message) == (caught.value.id, caught.value.message)
