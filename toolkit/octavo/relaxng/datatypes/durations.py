"""Durations (XML Schema Part 2, 3.2.6).

A value has six parts, so `P1Y` and `P12M` are not the same (as in jing), though neither is longer.
A number has 100 digits at most, so that reckoning with it takes no time.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.kind import SPACE, Kind, Order
from octavo.relaxng.datatypes.moments import days_before
from octavo.relaxng.datatypes.wording import shown_text

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = ["KINDS"]

_N: Final = "[0-9]{1,100}+"
_LEXICAL: Final = (
    rf"-?P(?=[0-9T])(?:{_N}Y)?(?:{_N}M)?(?:{_N}D)?"
    rf"(?:T(?=[0-9])(?:{_N}H)?(?:{_N}M)?(?:{_N}(?:\.{_N})?S)?)?"
)
_PARTS: Final = re.compile(
    r"(-?)P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?"
)
_FORM: Final = "a duration is written such as P1Y2M3D, PT1H30M or P1DT12H"
# The four moments that the order is defined by (3.2.6.2).
_FROM: Final = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))


class _Duration(NamedTuple):
    years: int
    months: int
    days: int
    hours: int
    minutes: int
    seconds: Decimal


def _duration(text: str, context: Context) -> _Duration:  # noqa: ARG001
    match = _PARTS.fullmatch(text)
    assert match is not None
    sign = -1 if match[1] else 1
    years, months, days, hours, minutes = (sign * int(part or "0") for part in match.groups()[1:6])
    seconds = Decimal(f"{match[1]}{match[7] or '0'}")  # exact, as arithmetic would not be
    return _Duration(years, months, days, hours, minutes, seconds)


def _ends(duration: _Duration) -> list[Fraction]:
    """The seconds from year 1 to the end of the duration, from each of four moments."""
    from fractions import Fraction

    months = duration.years * 12 + duration.months
    seconds = (duration.hours * 60 + duration.minutes) * 60 + Fraction(duration.seconds)
    found = []
    for year, month in _FROM:
        past = year * 12 + month - 1 + months
        days = _proleptic(past // 12, past % 12 + 1) + duration.days
        found.append(days * 86_400 + seconds)
    return found


def _proleptic(year: int, month: int) -> int:
    """The days before a month; addition (appendix E) counts a year 0, unlike the calendar."""
    return days_before(year, month) - (366 if year < 0 else 0)


def _compare(a: _Duration, b: _Duration) -> int | None:
    signs = {(x > y) - (x < y) for x, y in zip(_ends(a), _ends(b), strict=True)}
    return signs.pop() if len(signs) == 1 else None


def _fault(text: str) -> str:
    if not text:
        return f"it is empty; {_FORM}"
    bare = text.removeprefix("-")
    if not bare.startswith("P"):
        begin = "a duration begins with P"
        return f"{begin}, or -P; {_FORM}" if text[0] in "+-" else f"{begin}; {_FORM}"
    date, t, time = bare[1:].partition("T")
    if re.fullmatch(r"(?:[0-9]+W)+", date):
        return "a duration has no weeks; write days, such as P7D"
    if t and not time:
        return f"nothing follows the T; {_FORM}"
    if not date and not t:
        return f"nothing follows the P; {_FORM}"
    if re.search("[0-9]{101}", text):
        return "a number in a duration cannot have more than 100 digits here"
    if re.search(r"(?<![0-9])\.|\.(?![0-9])", text):
        return f"a digit is missing beside the decimal point; {_FORM}"
    if re.search("[HS]", date):
        return f"hours, minutes and seconds come after a T; {_FORM}"
    if re.search("[YD]", time):
        return f"years and days come before the T; {_FORM}"
    if re.search(r"[.,][0-9]*[YMDH]", bare):
        return f"seconds only can have a decimal point; {_FORM}"
    for part, letters in ((date, "YMD"), (time, "HMS")):
        found = re.findall("[A-Za-z]", part)
        if all(letter in letters for letter in found) and found != [
            c for c in letters if c in found
        ]:
            return f"the parts of {shown_text(part)} are in the wrong order; {_FORM}"
    return _FORM


KINDS: Final = (
    Kind(
        "duration",
        _fault,
        f"{SPACE}{_LEXICAL}{SPACE}",
        examples=("P1Y6M", "P3D", "PT1H30M"),
        value=_duration,
        order=Order(_compare, less="shorter than", greater="longer than"),
    ),
)
