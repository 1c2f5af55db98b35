"""Which strings mean the same, and which come before others."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from octavo.relaxng.datatypes import Datatype, library

CONTEXT = {"p": "urn:p", "q": "urn:p", "r": "urn:r", "": "urn:p"}


@pytest.mark.parametrize(
    ("name", "a", "b"),
    [
        ("token", " a  b ", "a\tb"),
        ("normalizedString", "a\nb", "a b"),
        ("integer", "1", "+01"),
        ("integer", "0", "-0"),
        ("decimal", "1.50", "01.5"),
        ("float", "0", "-0"),
        ("float", "NaN", " NaN "),
        ("float", "1.00000001", "1"),
        ("float", "1e39", "INF"),
        ("float", "-1e39", "-INF"),
        ("double", "1e400", "INF"),
        ("double", "1e2", "100"),
        ("boolean", "1", "true"),
        ("boolean", "0", "false"),
        ("dateTime", "2000-01-01T00:00:00Z", "1999-12-31T19:00:00-05:00"),
        ("dateTime", "1999-12-31T24:00:00", "2000-01-01T00:00:00"),
        ("dateTime", "-0001-12-31T24:00:00", "0001-01-01T00:00:00"),
        ("dateTime", "2000-01-01T00:00:00.10", "2000-01-01T00:00:00.1"),
        ("date", "2000-01-02+13:00", "2000-01-01-11:00"),
        ("time", "00:00:00+01:00", "23:00:00Z"),
        ("time", "24:00:00", "00:00:00"),
        ("gYear", "2000Z", "2000-00:00"),
        ("gMonth", "--09Z", "--09+00:00"),
        ("duration", "P0Y", "-PT0S"),
        ("duration", "PT1S", "PT1.0S"),
        ("hexBinary", "0a", "0A"),
        ("base64Binary", "AAAA BBBB", "AAAABBBB"),
        ("QName", "p:a", "q:a"),
        ("QName", "p:a", "a"),
        ("NOTATION", "p:a", "q:a"),
        ("IDREFS", "a b", "a  b "),
        ("anyURI", " a ", "a"),
    ],
)
def test_what_means_the_same_is_the_same(
    xsd: Callable[..., Datatype], name: str, a: str, b: str
) -> None:
    datatype = xsd(name)
    assert datatype.same(a, CONTEXT, b, CONTEXT)
    assert hash(datatype.value(a, CONTEXT)) == hash(datatype.value(b, CONTEXT))


@pytest.mark.parametrize(
    ("name", "a", "b"),
    [
        ("string", " a", "a"),
        ("normalizedString", " a", "a"),
        ("token", "a", "A"),
        ("token", "a\u00a0", "a"),
        ("integer", "9" * 40, "9" * 39 + "8"),
        ("decimal", "0." + "1" * 40, "0." + "1" * 41),
        ("double", "1.00000001", "1"),
        ("float", "NaN", "INF"),
        ("dateTime", "2000-01-01T00:00:00Z", "2000-01-01T00:00:00"),
        ("dateTime", "2000-01-01T00:00:00.0001", "2000-01-01T00:00:00.0002"),
        ("gYear", "2000", "2000Z"),
        ("gYear", "0044", "-0044"),
        ("duration", "P1Y", "P12M"),
        ("duration", "PT60S", "PT1M"),
        ("QName", "p:a", "r:a"),
        ("QName", "p:a", "p:b"),
        ("NMTOKENS", "a b", "b a"),
        ("anyURI", "HTTP://a", "http://a"),
        ("anyURI", "a%20b", "a b"),
        ("language", "en", "EN"),
        ("base64Binary", "AAAA", "AAA="),
    ],
)
def test_what_means_something_else_is_not_the_same(
    xsd: Callable[..., Datatype], name: str, a: str, b: str
) -> None:
    assert not xsd(name).same(a, CONTEXT, b, CONTEXT)


def test_the_same_prefix_means_what_each_context_says(xsd: Callable[..., Datatype]) -> None:
    qname = xsd("QName")
    assert not qname.same("p:a", {"p": "urn:1"}, "p:a", {"p": "urn:2"})
    assert qname.same("a", {}, "p:a", {"p": ""}) is False
    assert qname.same("xml:lang", {}, "xml:lang", {})


# In each line, what is earlier or less than what follows.
ORDERED = [
    ("decimal", ["-10", "-9.5", "0", "0.1", "9", "10"]),
    ("float", ["-INF", "-1e10", "-1", "0", "1e-10", "1", "INF"]),
    ("date", ["-0044-03-15", "-0001-12-31", "0001-01-01", "1964-09-05", "12000-01-01"]),
    ("dateTime", ["1964-02-28T24:00:00Z", "1964-02-29T12:00:00Z", "1964-03-01T00:00:00Z"]),
    ("dateTime", ["2000-01-01T12:00:00.5", "2000-01-01T12:00:00.55", "2000-01-01T12:00:01"]),
    ("dateTime", ["2000-01-01T09:59:59Z", "2000-01-02T00:00:00", "2000-01-02T14:00:01Z"]),
    ("time", ["00:00:01", "12:00:00", "23:59:59.9"]),
    ("gYear", ["-0001", "0001", "1964"]),
    ("gYearMonth", ["1963-12", "1964-01"]),
    ("gMonthDay", ["--02-28", "--02-29", "--03-01"]),
    ("gDay", ["---01", "---31"]),
    ("gMonth", ["--01", "--12"]),
    ("duration", ["-P1Y", "PT0S", "PT59S", "PT1M", "P27D", "P1M", "P32D", "P364D", "P1Y", "P367D"]),
    ("duration", ["PT1.4S", "PT1.5S"]),
    ("unsignedByte", ["0", "255"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "strings"), ORDERED)
def test_the_limits_follow_the_order(
    xsd: Callable[..., Datatype], name: str, strings: list[str]
) -> None:
    for place, string in enumerate(strings):
        allowed = {
            param: [s for s in strings if xsd(name, (param, string)).allows(s, {})]
            for param in ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
        }
        assert allowed["minInclusive"] == strings[place:]
        assert allowed["minExclusive"] == strings[place + 1 :]
        assert allowed["maxInclusive"] == strings[: place + 1]
        assert allowed["maxExclusive"] == strings[:place]


@pytest.mark.parametrize(
    ("name", "a", "b"),
    [
        ("float", "NaN", "1"),
        ("float", "INF", "NaN"),
        ("date", "2000-01-01", "2000-01-01Z"),
        ("dateTime", "2000-01-01T12:00:00", "2000-01-01T12:00:00Z"),
        ("dateTime", "2000-01-02T00:00:00", "2000-01-01T10:00:00Z"),
        ("dateTime", "2000-01-02T00:00:00", "2000-01-02T14:00:00Z"),
        ("duration", "P1M", "P30D"),
        ("duration", "P1M", "P28D"),
        ("duration", "P5M", "P150D"),
        ("duration", "P1Y", "P365D"),
    ],
)
def test_what_cannot_be_compared_is_within_no_limit(
    xsd: Callable[..., Datatype], name: str, a: str, b: str
) -> None:
    for param in ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive"):
        datatype = xsd(name, (param, a))
        assert not datatype.allows(b, {})
        assert "cannot be compared" in datatype.problem(b, {})
        assert not xsd(name, (param, b)).allows(a, {})


def test_durations_of_the_same_length_are_within_an_inclusive_limit(
    xsd: Callable[..., Datatype],
) -> None:
    assert xsd("duration", ("minInclusive", "P1Y")).allows("P12M", {})
    assert not xsd("duration", ("minExclusive", "P1Y")).allows("P12M", {})


def test_a_datatype_is_its_library_name_and_parameters(xsd: Callable[..., Datatype]) -> None:
    limited = xsd("token", ("maxLength", "3"))
    assert limited == xsd("token", ("maxLength", "3"))
    assert hash(limited) == hash(xsd("token", ("maxLength", "3")))
    assert limited != xsd("token", ("maxLength", "4"))
    built_in = library("")
    assert built_in is not None
    assert xsd("token") != built_in.datatype("token")
    assert xsd("token") != "token"


def test_a_datatype_can_be_pickled(xsd: Callable[..., Datatype]) -> None:
    limited = xsd("token", ("pattern", "[ab]+"), ("maxLength", "3"))
    again = pickle.loads(pickle.dumps(limited))
    assert again == limited
    assert again.allows("aba", {})
    assert not again.allows("abab", {})
    built_in = library("")
    assert built_in is not None
    assert pickle.loads(pickle.dumps(built_in.datatype("token"))) == built_in.datatype("token")
