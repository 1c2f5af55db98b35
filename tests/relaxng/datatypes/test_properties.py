"""What holds for every string and every pattern."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.relaxng.datatypes import XSD, Datatype, DatatypeError, library
from octavo.relaxng.datatypes.patterns import AMBIGUOUS, Pattern
from octavo.relaxng.datatypes.patterns.ascii import ascii_part
from octavo.relaxng.datatypes.patterns.automaton import Automaton
from octavo.relaxng.datatypes.patterns.nodes import regex
from octavo.relaxng.datatypes.patterns.syntax import parse

NAMES = (
    "string normalizedString token language boolean Name NCName NMTOKEN NMTOKENS ID IDREF IDREFS"
    " ENTITY ENTITIES QName NOTATION anyURI decimal integer nonPositiveInteger negativeInteger"
    " nonNegativeInteger positiveInteger long int short byte unsignedLong unsignedInt"
    " unsignedShort unsignedByte float double duration dateTime time date gYearMonth gYear"
    " gMonthDay gDay gMonth hexBinary base64Binary"
).split()
UNCOLLAPSED = ("string", "normalizedString")
NEAR = st.text(st.sampled_from("0123456789 -+:.TZPYMDHSeENaIFtrue_/#%[]=\t\n\u00a0é١"), max_size=20)
STRINGS = NEAR | st.text(max_size=20) | st.from_regex(r"-?[0-9]{4,5}(-[0-9]{2}){0,2}(T.*)?")


def make(name: str, *params: tuple[str, str]) -> Datatype:
    found = library(XSD)
    assert found is not None
    return found.datatype(name, params)


@settings(deadline=None)
@given(st.sampled_from(NAMES), STRINGS)
def test_a_string_has_a_problem_if_it_is_not_allowed(name: str, string: str) -> None:
    datatype = make(name)
    context = {"p": "urn:p"}
    allowed = datatype.allows(string, context)
    assert (datatype.problem(string, context) == "") == allowed
    assert (datatype.value(string, context) is not None) == allowed
    assert datatype.same(string, context, string, context) == allowed


@settings(deadline=None)
@given(st.sampled_from([n for n in NAMES if n not in UNCOLLAPSED]), STRINGS)
def test_white_space_at_the_ends_changes_nothing(name: str, string: str) -> None:
    datatype = make(name)
    spaced = f"\n\t {string}\r "
    assert datatype.allows(spaced, {}) == datatype.allows(string, {})
    assert datatype.value(spaced, {}) == datatype.value(string, {})


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(["pattern", "length", "minInclusive"]), STRINGS)
def test_a_parameter_is_taken_or_refused_in_words(name: str, param: str, value: str) -> None:
    try:
        datatype = make(name, (param, value))
    except DatatypeError as error:
        assert error.message.endswith((".", "?"))
        return
    for string in ("", "a", "1", value, "1964-09-05"):
        assert (datatype.problem(string, {}) == "") == datatype.allows(string, {})


@settings(deadline=None)
@given(st.integers(), st.integers())
def test_integers_are_compared_as_numbers(a: int, b: int) -> None:
    assert make("integer", ("minInclusive", str(a))).allows(str(b), {}) == (b >= a)
    assert make("decimal").same(str(a), {}, f"{b}.0", {}) == (a == b)


AWARE = st.datetimes(
    datetime.datetime(1, 1, 3),  # noqa: DTZ001
    datetime.datetime(9999, 12, 28),  # noqa: DTZ001
    timezones=st.integers(-840, 840).map(
        lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes))
    ),
)


@settings(deadline=None)
@given(AWARE, AWARE)
def test_moments_are_compared_as_those_of_python(
    a: datetime.datetime, b: datetime.datetime
) -> None:
    first, second = a.isoformat(), b.isoformat()
    assert make("dateTime", ("maxInclusive", first)).allows(second, {}) == (b <= a)
    assert make("dateTime").same(first, {}, second, {}) == (a == b)
    shifted = a.astimezone(datetime.UTC).isoformat()
    assert make("dateTime").same(first, {}, shifted, {})


@settings(deadline=None)
@given(st.dates())
def test_every_date_of_python_is_a_date(date: datetime.date) -> None:
    assert make("date").allows(date.isoformat(), {})
    following = date.replace(day=28) + datetime.timedelta(days=4)
    days = (following - datetime.timedelta(days=following.day)).day if date.year < 9999 else 31
    beyond = f"{date.year:04}-{date.month:02}-{days + 1:02}"
    assert not make("date").allows(beyond, {})


ATOMS = st.sampled_from(["a", "b", "c", ".", "[ab]", "[^a]", r"[a-c-[b]]", r"\d", "é", "1"])
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,}"])).map(
            lambda pair: f"({pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=6,
)
TEXTS = st.text(st.sampled_from("abcé1"), max_size=6)


@settings(deadline=None)
@given(EXPRESSIONS, TEXTS)
def test_python_and_the_automaton_agree(pattern: str, text: str) -> None:
    python = Pattern(pattern).python.removeprefix(AMBIGUOUS)
    automaton = Automaton(parse(pattern))
    expected = re.fullmatch(python, text) is not None
    assert automaton.matches(text) == expected
    assert bool(Pattern(pattern).matches(text)) == expected
    # Python reads the pattern itself almost as XML Schema does; not `-[`, `.` and `\d`.
    if not set(pattern) & set("-.\\"):
        assert (re.fullmatch(pattern, text) is not None) == expected


@settings(deadline=None)
@given(EXPRESSIONS)
def test_a_translation_can_be_read_again(pattern: str) -> None:
    python = Pattern(pattern).python.removeprefix(AMBIGUOUS)
    assert regex(parse(python, normal_form=True)) == python


@settings(deadline=None)
@given(EXPRESSIONS, st.text(st.sampled_from("abc1"), max_size=6))
def test_the_part_for_ascii_matches_the_same_texts_of_ascii(pattern: str, text: str) -> None:
    python = Pattern(pattern).python.removeprefix(AMBIGUOUS)
    assert bool(re.fullmatch(ascii_part(python), text)) == bool(re.fullmatch(python, text))


@settings(deadline=None)
@given(EXPRESSIONS, TEXTS)
def test_the_reach_of_a_text_is_where_it_can_still_match(pattern: str, text: str) -> None:
    automaton = Automaton(parse(pattern))
    reached = automaton.reach(text)
    assert automaton.reach(text[:reached]) == reached
    if automaton.matches(text):
        assert reached == len(text)


@settings(deadline=None)
@given(st.text(st.sampled_from(r"ab\-[]^{}()*+?|.,12pdsLu$&~#") | st.characters(), max_size=12))
def test_any_text_is_a_pattern_or_is_refused_in_words(text: str) -> None:
    try:
        datatype = make("string", ("pattern", text))
    except DatatypeError as error:
        assert error.id == "pattern-syntax"
        return
    for string in ("", "a", text):
        assert (datatype.problem(string, {}) == "") == datatype.allows(string, {})
    (python,) = datatype.compiled_patterns()
    re.compile(python)
    python.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", NAMES)
def test_much_white_space_takes_little_time(xsd: Callable[..., Datatype], name: str) -> None:
    string = " " * 200_000 + "%" + "\n" * 200_000
    datatype = xsd(name)
    assert datatype.allows(string, {}) == (datatype.problem(string, {}) == "")
