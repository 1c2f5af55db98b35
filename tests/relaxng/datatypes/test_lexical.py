"""The lexical spaces of the datatypes, at their edges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from octavo.relaxng.datatypes import Datatype, library

CONTEXT = {"p": "urn:p", "": "urn:default"}

RIGHT: dict[str, list[str]] = {
    "string": ["", " ", "a\nb", "\u00a0"],
    "normalizedString": ["", "a\tb"],
    "token": ["", "  a  b  "],
    "language": ["en", "EN", "zh-Hant", "x-klingon", "i-a", "a", "abcdefgh-12345678", " de-AT\n"],
    "boolean": ["true", "false", "1", "0", " true "],
    "Name": ["a", ":", "_", "a:b", "é", "\U00010000", "a-1.x", " a ", "a·", "पद"],
    "NCName": ["a", "_", "é1", "\n a \n", "a\u0301"],
    "NMTOKEN": ["1", "-", ".", ":", "1964-09", "·"],
    "NMTOKENS": ["1", " a  b\tc ", "é 1"],
    "ID": ["a", " kim-il-sung "],
    "IDREF": ["a"],
    "IDREFS": ["a", "a b", "  a\n b  "],
    "ENTITY": ["a"],
    "ENTITIES": ["a b"],
    "QName": ["a", "p:a", "xml:lang", " p:a "],
    "NOTATION": ["a", "p:a"],
    "anyURI": [
        "", "a b", "%20", "a%20b#c%2F", "http://www.example.org/a?b=c#d", "http://[::1]/",
        "http://[::1]:80/", "http://u@[::1]", "a:b", "a/b:c", "?a:b", "#a:b", "é", '"<>\\^`{|}"',
        "//a", "mailto:x", "file:///C|/a", "http://a/?[x]", "#[x]", "#", "?", "a:?", "a:/",
        "///a", "urn:a:b", "../a", "http://é.org/ü", "a;b,c", "  a  ",
        "a:b[c]", "http://#a", "//?",
    ],
    "decimal": ["1", "1.", ".1", "+1.0", "-0", "00.10", " 1 ", "9" * 5000],
    "integer": ["1", "+1", "-1", "-0", "007", "9" * 5000],
    "nonPositiveInteger": ["0", "-0", "+0", "-1"],
    "negativeInteger": ["-1", "-001"],
    "nonNegativeInteger": ["0", "-0", "+0", "1"],
    "positiveInteger": ["1", "+01"],
    "long": ["9223372036854775807", "-9223372036854775808"],
    "int": ["2147483647", "-2147483648"],
    "short": ["32767", "-32768"],
    "byte": ["127", "-128", "+0127"],
    "unsignedLong": ["18446744073709551615", "0", "-0"],
    "unsignedInt": ["4294967295", "0"],
    "unsignedShort": ["65535", "0"],
    "unsignedByte": ["255", "0"],
    "float": ["1", "1.", ".5", "-1e5", "1E+5", "1e-5", "INF", "-INF", "NaN", "-0", "1e400", " 1 "],
    "double": ["1", "INF", "NaN", "12.78e-2"],
    "duration": [
        "P1Y", "P1M", "P1D", "PT1H", "PT1M", "PT1S", "PT1.5S", "P1Y2M3DT4H5M6S", "-P1D", "P0Y",
        "P1YT1S", "P400D", "P1Y1D", " P1D ",
    ],
    "dateTime": [
        "1964-09-05T14:30:00", "1964-09-05T14:30:00.123456789", "1964-09-05T24:00:00",
        "1964-09-05T24:00:00.000", "1972-06-30T23:59:60Z", "2000-02-29T00:00:00+14:00",
        "-0044-03-15T12:00:00-14:00", "12000-01-01T00:00:00",
    ],
    "time": ["00:00:00", "23:59:59.999Z", "24:00:00", "12:00:00-00:00", "12:00:00+13:59"],
    "date": [
        "1964-09-05", "2000-02-29", "1904-02-29", "-0004-02-29", "12000-02-29", "0004-02-29",
        "1964-09-05Z", "1964-09-05-14:00", "9999-12-31", "-10000-01-01", " 1964-09-05 ",
    ],
    "gYearMonth": ["1964-09", "-0044-03", "1964-12Z"],
    "gYear": ["1964", "0001", "-0001", "10000", "1964+08:00", "9" * 100],
    "gMonthDay": ["--02-29", "--12-31", "--04-30Z"],
    "gDay": ["---01", "---31", "---15-05:00"],
    "gMonth": ["--01", "--12", "--06Z"],
    "hexBinary": ["", "00", "aF09", " 00 "],
    "base64Binary": [
        "", "AAAA", "AA==", "AQ==", "AAA=", "AAE=", "A A = =", "AAAA\nBBBB", " AAAAAA== ",
    ],
}  # fmt: skip

WRONG: dict[str, list[str]] = {
    "language": ["", "en_US", "abcdefghi", "1a", "en-", "-en", "en--us", "en-abcdefghi", "é"],
    "boolean": ["", "TRUE", "True", "00", "yes", "t", "10"],
    "Name": ["", "1", "-a", ".a", "·a", "a b", "a,b", "a\u00a0b", "\u0301a"],
    "NCName": ["", "a:b", ":", "1", "a b", "a#"],
    "NMTOKEN": ["", "a b", "a,", "\u00a0"],
    "NMTOKENS": ["", " ", "a ,", "\u00a0"],
    "ID": ["", "1", "a b", "a:b", "a\u2003"],
    "IDREF": ["", "#a"],
    "IDREFS": ["", " ", "a 1", "#a #b"],
    "ENTITY": ["", "1"],
    "ENTITIES": ["", "1"],
    "QName": ["", "q:a", ":a", "p:", "p:a:b", "p:1", "1:a", "p: a", "xmlns:a"],
    "NOTATION": ["", "q:a"],
    "anyURI": [
        "%", "a%2", "%zz", "a#b#c", "##", "http:", "http://", "//", "mailto:", "urn: ", ":", "1a:b",
        "a$b:c", "[", "a]", "http://[", "http://[x/", "a[1].xml", "http://[::1]x", "a:[", "a:#b",
    ],
    "decimal": ["", ".", "+", "1e5", "1,5", "1 2", "--1", "INF", "١", "1.2.3", "0x1"],
    "integer": ["", "1.0", "1.", "+", "1 2", "- 1", "a", "١"],
    "nonPositiveInteger": ["1", "+1", ""],
    "negativeInteger": ["0", "-0", "1"],
    "nonNegativeInteger": ["-1", ""],
    "positiveInteger": ["0", "+0", "-1"],
    "long": ["9223372036854775808", "-9223372036854775809"],
    "int": ["2147483648", "-2147483649"],
    "short": ["32768", "-32769"],
    "byte": ["128", "-129", "1.0"],
    "unsignedLong": ["18446744073709551616", "-1"],
    "unsignedInt": ["4294967296", "-1"],
    "unsignedShort": ["65536", "-1"],
    "unsignedByte": ["256", "-1"],
    "float": ["", "+INF", "-NaN", "inf", "Infinity", "1e", "e5", "1e5.5", ".", "0x1", "1f", "1 e5"],
    "double": ["", "nan", "1d", "1_000"],
    "duration": [
        "", "P", "-P", "PT", "P1YT", "+P1Y", "1Y", "P1.5Y", "PT.5S", "PT1.S", "P1W", "P1M1Y", "P1H",
        "PT1D", "P-1Y", "p1y", "P1", "P 1Y", "PT1M1H", "P" + "1" * 101 + "Y",
    ],
    "dateTime": [
        "", "1964-09-05", "1964-09-05T14:30", "1964-09-05 14:30:00", "1964-09-05t14:30:00",
        "1964-09-05T24:00:01", "1964-09-05T25:00:00", "1964-09-05T14:60:00", "1964-09-05T14:30:61",
        "1964-09-05T14:30:00.", "1964-09-05T14:30:00z", "1964-09-05T14:30:00+14:01",
        "1964-09-05T14:30:00+8:00", "1964-09-05T14:30:00+0800", "0000-01-01T00:00:00",
        "1900-02-29T00:00:00",
    ],
    "time": ["", "12:00", "24:00:00.1", "24:01:00", "12:00:00+15:00", "1:00:00", "12:00:00+13:60"],
    "date": [
        "", "1964", "1964-9-5", "64-09-05", "1964-13-01", "1964-00-01", "1964-09-31", "1964-09-00",
        "1900-02-29", "2001-02-29", "1964-02-30", "-0001-02-29", "0000-01-01", "-0000-01-01",
        "01964-09-05", "+1964-09-05", "1964-09-05+24:00", "05.09.1964", "1964-09-05T12:00:00",
        "1964/09/05", "1964-09-05 Z", "１９６４-09-05", "12100-02-29",
    ],
    "gYearMonth": ["1964", "1964-13", "1964-9", "0000-01"],
    "gYear": ["", "64", "0000", "00001", "1964-09", "+1964", "1964 Z", "9" * 101],
    "gMonthDay": ["--02-30", "--04-31", "--13-01", "02-29", "--2-1", "---02-01"],
    "gDay": ["---00", "---32", "31", "--31", "---1"],
    "gMonth": ["--00", "--13", "--01--", "---01", "01", "--1"],
    "hexBinary": ["0", "0g", "00 00", "000"],
    "base64Binary": ["A", "AA", "AAA", "AB==", "AAB=", "====", "AA==AA==", "AA=A", "A===", "AA-A"],
}  # fmt: skip


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, string) for name, strings in table.items() for string in strings]


@pytest.mark.parametrize(("name", "string"), cases(RIGHT))
def test_a_string_of_the_lexical_space_is_allowed(
    xsd: Callable[..., Datatype], name: str, string: str
) -> None:
    datatype = xsd(name)
    assert datatype.allows(string, CONTEXT)
    assert datatype.problem(string, CONTEXT) == ""
    assert datatype.same(string, CONTEXT, string, CONTEXT)


@pytest.mark.parametrize(("name", "string"), cases(WRONG))
def test_a_string_beyond_the_lexical_space_is_not_allowed(
    xsd: Callable[..., Datatype], name: str, string: str
) -> None:
    datatype = xsd(name)
    assert not datatype.allows(string, CONTEXT)
    assert datatype.problem(string, CONTEXT) != ""
    assert datatype.value(string, CONTEXT) is None
    assert not datatype.same(string, CONTEXT, string, CONTEXT)


@pytest.mark.parametrize("name", RIGHT)
def test_the_examples_of_a_datatype_are_allowed(xsd: Callable[..., Datatype], name: str) -> None:
    datatype = xsd(name)
    context = {"tei": "urn:tei", "my": "urn:my"}
    assert all(datatype.allows(example, context) for example in datatype.examples)
    assert bool(datatype.examples) == (name not in ("string", "normalizedString", "token"))
    assert len(datatype.examples) <= 3


@pytest.mark.parametrize("name", ["string", "token"])
def test_the_built_in_datatypes_allow_every_string(name: str) -> None:
    built_in = library("")
    assert built_in is not None
    datatype = built_in.datatype(name)
    assert datatype.allows("  x ", {})
    assert datatype.problem("  x ", {}) == ""
    assert datatype.value("  x\ty ", {}) == ("  x\ty " if name == "string" else "x y")


def test_a_library_that_is_not_there_is_none() -> None:
    assert library("http://www.example.org/") is None


def test_names_and_notations_are_told_apart_by_the_id_type(xsd: Callable[..., Datatype]) -> None:
    kinds = {name: xsd(name).id_type for name in RIGHT if xsd(name).id_type}
    assert kinds == {"ID": "ID", "IDREF": "IDREF", "IDREFS": "IDREFS"}
    assert [name for name in RIGHT if xsd(name).needs_context] == ["QName", "NOTATION"]
