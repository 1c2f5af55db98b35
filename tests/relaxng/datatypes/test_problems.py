"""What a person is told about a string that is not allowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from octavo.relaxng.datatypes import Datatype

SAID = [
    ("date", "1964-13-05", "there is no month 13"),
    ("date", "1964-09-31", "September has 30 days only"),
    ("date", "1900-02-29", "February 1900 has 28 days only"),
    ("date", "1964-09-32", "there is no day 32"),
    ("date", "5 Sep 1964", "a date is written year-month-day, such as 1964-09-05"),
    ("date", "1964-9-05", "a month has two digits, such as 09"),
    ("date", "64-09-05", "a year has four digits, such as 0064"),
    ("date", "0000-01-01", "there is no year 0000; the year before 0001 is -0001"),
    ("date", "1964-09-05T12:00:00", "a date has no time of day; a date is written"),
    ("date", "1964-09-05+15:00", "there is no time zone +15:00; the farthest are"),
    ("date", "", "it is empty; a date is written year-month-day"),
    ("dateTime", "1964-09-05", "the time is missing; a date and time"),
    ("dateTime", "1964-09-05T14:30", "the seconds are missing; a date and time"),
    ("dateTime", "1964-09-05T25:30:00", "there is no hour 25"),
    ("time", "24:30:00", "the hour 24 is midnight only, 24:00:00"),
    ("time", "12:00:00+8:00", '"+8:00" is no time zone; a time zone is written'),
    ("gYear", "64", "a year has four digits, such as 0064"),
    ("duration", "1Y", "a duration begins with P; a duration is written such as"),
    ("duration", "P2W", "a duration has no weeks; write days, such as P7D"),
    ("duration", "P1H", "hours, minutes and seconds come after a T"),
    ("duration", "P1M1Y", 'the parts of "1M1Y" are in the wrong order'),
    ("ID", "1a", "a name cannot begin with a digit"),
    ("ID", "a b", "a name cannot contain a space"),
    ("ID", "a\u00a0b", "a name cannot contain a no-break space"),
    ("ID", "a\u2003b", "a name cannot contain U+2003 (em space)"),
    ("ID", "-a", 'a name cannot begin with "-"'),
    ("ID", "a:b", "a colon cannot be in this name"),
    ("ID", "", "it is empty, and a name is needed"),
    ("IDREFS", "a 1b", 'in "1b", a name cannot begin with a digit'),
    ("IDREFS", "", "it is empty, and at least one name is needed"),
    ("NMTOKEN", "a,b", 'a name token cannot contain ","'),
    ("QName", "x:a", 'the prefix "x" is not declared'),
    ("QName", ":a", "a name is missing before the colon"),
    ("QName", "a:b:c", "a name has at most one colon"),
    ("QName", "a:1", "after the colon, a name cannot begin with a digit"),
    ("language", "en_US", 'the parts of a language tag are joined by "-", not "_"'),
    ("language", "englisches", '"englisches" is longer than 8 letters'),
    ("boolean", "TRUE", "it is written true, in small letters"),
    ("boolean", "yes", "it must be true or false (or 1 or 0)"),
    ("integer", "1.5", "a whole number is needed, without a decimal point"),
    ("integer", "five", 'a whole number cannot contain "f"'),
    ("nonNegativeInteger", "-1", "it is less than 0"),
    ("unsignedByte", "256", "it is greater than 255"),
    ("decimal", "1,5", 'a number has no comma; its decimal point is "."'),
    ("decimal", "1e5", '"1e5" is not allowed as a number; write its digits'),
    ("double", "inf", "infinity is written INF or -INF"),
    ("anyURI", "a%zz", '"%zz" is no escape'),
    ("anyURI", "a#b#c", 'it has more than one "#"'),
    ("anyURI", "mailto:", 'nothing follows "mailto:"'),
    ("anyURI", "http://", 'nothing follows the "//"'),
    ("anyURI", "1a:b", '"1a" before the colon is no scheme such as http'),
    ("anyURI", "a[1]", '"[" is written %5B'),
    ("hexBinary", "0", "its number of hexadecimal digits is odd"),
    ("hexBinary", "0x", '"x" is no hexadecimal digit'),
    ("base64Binary", "AB==", '"B" cannot be the last character before =='),
]  # fmt: skip


@pytest.mark.parametrize(("name", "string", "said"), SAID)
def test_a_problem_names_the_part_that_is_wrong(
    xsd: Callable[..., Datatype], name: str, string: str, said: str
) -> None:
    assert xsd(name).problem(string, {}).startswith(said)


@pytest.mark.parametrize(
    ("name", "param", "value", "string", "said"),
    [
        ("token", "maxLength", "5", "abcdef", "it must have at most 5 characters, and has 6"),
        ("token", "minLength", "1", "", "it must have at least 1 character, and has none"),
        ("token", "length", "2", "abc", "it must have exactly 2 characters, and has 3"),
        ("IDREFS", "maxLength", "1", "a b", "it must have at most 1 item, and has 2"),
        ("hexBinary", "length", "2", "aa", "it must have exactly 2 bytes, and has 1"),
        ("integer", "minInclusive", "5", "4", "it is less than 5"),
        ("integer", "minExclusive", "5", "5", "it must be greater than 5"),
        ("integer", "maxExclusive", "5", "5", "it must be less than 5"),
        ("date", "maxInclusive", "1964-09-05", "1964-09-06", "it is after 1964-09-05"),
        ("date", "minInclusive", "1964-09-05", "1964-09-05Z",
         "it cannot be compared, for want of a time zone, with 1964-09-05"),
        ("duration", "maxInclusive", "P1D", "P2D", "it is longer than P1D"),
        ("decimal", "totalDigits", "2", "123", "it must have at most 2 digits, and has 3"),
        ("decimal", "fractionDigits", "1", "1.23",
         "it must have at most 1 digit after the decimal point, and has 2"),
        ("token", "pattern", "[0-9]+(cm|mm)", "12km",
         'it must match [0-9]+(cm|mm), so "k" cannot be in it'),
        ("token", "pattern", "[0-9]+(cm|mm)", "12mc",
         'it must match [0-9]+(cm|mm), and "c" cannot come after "12m"'),
        ("token", "pattern", "[0-9]+(cm|mm)", "cm",
         'it must match [0-9]+(cm|mm), and cannot begin with "c"'),
        ("token", "pattern", "[0-9]+(cm|mm)", "12c",
         "it must match [0-9]+(cm|mm), and something is missing at its end"),
        ("token", "pattern", "[0-9]+", "", "it must match [0-9]+, and it is empty"),
        ("token", "pattern", "[^\\p{Z}]+", "a b",
         "it must match [^\\p{Z}]+, so a space cannot be in it"),
    ],
)  # fmt: skip
def test_a_parameter_that_does_not_hold_says_by_how_much(
    xsd: Callable[..., Datatype], name: str, param: str, value: str, string: str, said: str
) -> None:
    assert xsd(name, (param, value)).problem(string, {}) == said
