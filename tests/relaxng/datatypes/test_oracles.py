"""Other readers of the same datatypes: libxml2 and elementpath, where they are right.

libxml2 takes `1e` for a float, `PT.5S` for a duration, `http:` for a URI and odd characters in
base64. It does not count the items of a list and holds NaN to be greater than all; it knows no leap
second, no year of many digits and no name beyond U+FFFF. elementpath takes `1_000` for a number,
`١` for a digit, U+2003 for white space and any colon in a URI. What is generated here keeps off
these.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import elementpath.datatypes as peer
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from octavo.relaxng.datatypes import XSD, Datatype, library


def ours(name: str, *params: tuple[str, str]) -> Datatype:
    found = library(XSD)
    assert found is not None
    return found.datatype(name, params)


@cache
def libxml2(name: str, *params: tuple[str, str]) -> etree.RelaxNG:
    written = "".join(f'<param name="{p}">{escape(v)}</param>' for p, v in params)
    return etree.RelaxNG(
        etree.fromstring(
            f'<element name="e" xmlns="http://relaxng.org/ns/structure/1.0"'
            f' datatypeLibrary="{XSD}"><data type="{name}">{written}</data></element>'
        )
    )


def libxml2_allows(string: str, name: str, *params: tuple[str, str]) -> bool:
    element = etree.Element("e")
    element.text = string
    return bool(libxml2(name, *params).validate(element))


SEEDS = {
    "date": ["1964-09-05", "1900-02-29", "2000-02-29Z", "-0044-03-15", "12000-01-01+14:00"],
    "dateTime": ["1964-09-05T14:30:00", "1964-09-05T24:00:00Z", "0000-01-01T00:00:00.5-13:59"],
    "time": ["14:30:00", "24:00:00", "23:59:59.5Z", "00:00:00-14:00"],
    "gYearMonth": ["1964-09", "-0044-12Z"],
    "gYear": ["1964", "-0001", "0000", "12000+01:00"],
    "gMonthDay": ["--02-29", "--04-31", "--12-31Z"],
    "gDay": ["---31", "---00Z"],
    "gMonth": ["--12", "--00Z"],
    "language": ["en", "zh-Hant", "x-abcdefgh-12345678"],
    "hexBinary": ["00", "aF", " 00 "],
    "Name": ["a", "a:b", "é1", "1"],
    "NCName": ["a", "a.b-c", "é1"],
    "NMTOKEN": ["a", "1964-09", ":"],
    "NMTOKENS": ["a b", " 1  2 "],
    "boolean": ["true", "0"],
    "integer": ["1", "-10", "+007"],
    "decimal": ["1.5", "-.5", "10."],
    "long": ["9223372036854775807", "-9223372036854775808"],
    "unsignedByte": ["255", "0", "-0"],
    "positiveInteger": ["1", "0", "+10"],
    "negativeInteger": ["-1", "-0"],
}
EDITS = st.lists(st.tuples(st.integers(0, 30), st.sampled_from("019-+:.TZab \n"), st.booleans()))


@st.composite
def near(draw: st.DrawFn) -> tuple[str, str]:
    """A datatype, and a string that is nearly one of it."""
    name = draw(st.sampled_from(sorted(SEEDS)))
    string = draw(st.sampled_from(SEEDS[name]))
    for place, character, instead in draw(EDITS)[:3]:
        at = place % (len(string) + 1)
        string = string[:at] + character + string[at + instead :]
    assume(":60" not in string)
    return name, string


@settings(deadline=None)
@given(near())
def test_libxml2_allows_the_same_strings(case: tuple[str, str]) -> None:
    name, string = case
    assert ours(name).allows(string, {}) == libxml2_allows(string, name)


PEERS: dict[str, Any] = {
    "date": peer.Date10,
    "dateTime": peer.DateTime10,
    "gYearMonth": peer.GregorianYearMonth10,
    "gYear": peer.GregorianYear10,
    "gMonthDay": peer.GregorianMonthDay,
    "gDay": peer.GregorianDay,
    "gMonth": peer.GregorianMonth,
    "time": peer.Time,
}


@settings(deadline=None)
@given(near())
def test_elementpath_reads_the_same_dates(case: tuple[str, str]) -> None:
    name, string = case
    assume(name in PEERS)
    try:
        PEERS[name].fromstring(string)
    except (ValueError, OverflowError):
        read = False
    else:
        read = True
    assert ours(name).allows(string, {}) == read


@settings(deadline=None)
@given(
    st.from_regex(r"-?P[0-9]{1,2}Y[0-9]{1,2}M[0-9]{1,3}DT[0-9]{1,2}H", fullmatch=True),
    st.from_regex(r"-?P[0-9]{1,2}Y[0-9]{1,2}M[0-9]{1,3}DT[0-9]{1,2}H", fullmatch=True),
)
def test_elementpath_compares_durations_alike(a: str, b: str) -> None:
    first, second = peer.Duration.fromstring(a), peer.Duration.fromstring(b)
    assert ours("duration", ("maxExclusive", a)).allows(b, {}) == bool(second < first)
    assert ours("duration", ("minExclusive", a)).allows(b, {}) == bool(second > first)


PIECES = st.sampled_from(["a", "b", "[ab]", "[^b]", "(a|b)", "(ab|c)", ".", r"\d", "[a-c-[b]]"])
COUNTS = st.sampled_from(["", "?", "*", "+", "{2}", "{1,2}"])


@settings(deadline=None)
@given(
    st.lists(st.tuples(PIECES, COUNTS).map("".join), min_size=1, max_size=4).map("".join),
    st.text(st.sampled_from("abc1"), max_size=5),
)
def test_libxml2_matches_patterns_alike(pattern: str, text: str) -> None:
    params = (("pattern", pattern),)
    assert ours("string", *params).allows(text, {}) == libxml2_allows(text, "string", *params)


@pytest.mark.parametrize(
    ("name", "param", "value", "strings"),
    [
        ("token", "length", "3", ["ab", "abc", " abc ", "abcd"]),
        ("string", "minLength", "2", ["a", "  "]),
        ("hexBinary", "length", "1", ["00", "0000"]),
        ("decimal", "totalDigits", "2", ["12", "123", "1.2", "0.12"]),
        ("decimal", "fractionDigits", "1", ["1.2", "1.23", "1.20"]),
        ("integer", "minInclusive", "5", ["4", "5", "6"]),
        ("integer", "maxExclusive", "5", ["4", "5", "6"]),
        ("date", "maxInclusive", "1964-09-05", ["1964-09-05", "1964-09-06", "1963-12-31"]),
        ("gYear", "minExclusive", "1964", ["1964", "1965", "1963"]),
        ("double", "minInclusive", "0", ["-1", "0", "1", "INF", "-INF"]),
    ],
)
def test_libxml2_restricts_alike(name: str, param: str, value: str, strings: list[str]) -> None:
    allowed = [s for s in strings if ours(name, (param, value)).allows(s, {})]
    assert allowed == [s for s in strings if libxml2_allows(s, name, (param, value))]
