"""Dates and times (XML Schema Part 2, 3.2.7 to 3.2.14): their expressions and their values.

A leap second, `23:59:60`, is allowed anywhere (appendix D.1, and jing). `24:00:00` is the midnight
of the next day; jing does not allow it. A time with a time zone means a time of day in UTC, so
`00:00:00+01:00` is `23:00:00Z`; not so in jing. A year has 100 digits at most.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Final

from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.kind import SPACE, Kind
from octavo.relaxng.datatypes.moments import ORDER, Moment, moment

__all__ = ["KINDS"]

_NOT_ZERO: Final = "(?!0{4}(?![0-9]))"
_YEAR: Final = rf"-?{_NOT_ZERO}(?:[1-9][0-9]{{3,99}}|0[0-9]{{3}})"
_LEAP_YEAR: Final = (
    rf"-?{_NOT_ZERO}(?:[1-9][0-9]{{0,95}}?)?(?:[0-9]{{2}}(?!00)(?:[02468][048]|[13579][26])|"
    r"(?:[02468][048]|[13579][26])00)"
)
_MONTH: Final = "(?:0[1-9]|1[0-2])"
_DAY: Final = "(?:0[1-9]|[12][0-9]|3[01])"
_MONTH_DAY: Final = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
    "02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_DATE: Final = f"(?:{_YEAR}-{_MONTH_DAY}|{_LEAP_YEAR}-02-29)"
_TIME: Final = (
    r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]++)?|24:00:00(?:\.0++)?)"
)
_ZONE: Final = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"

_PARTS: Final = re.compile(
    r"(?:(?P<year>-?[0-9]{4,})(?:-(?P<month>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?"
    r"|--(?P<month2>[0-9]{2})(?:-(?P<day2>[0-9]{2}))?|---(?P<day3>[0-9]{2}))?"
    r"T?(?:(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]+))?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)
_DAY_SECONDS: Final = 86_400


def _moment(text: str, context: Context) -> Moment:  # noqa: ARG001
    """The moment at which what is meant begins; what is not said is taken from 1 January 2000."""
    match = _PARTS.fullmatch(text)
    assert match is not None
    part = match.groupdict()
    date = (
        int(part["year"] or "2000"),
        int(part["month"] or part["month2"] or "1"),
        int(part["day"] or part["day2"] or part["day3"] or "1"),
    )
    fraction = Decimal(f"0.{part['fraction'] or '0'}")
    time = (int(part["hour"] or 0), int(part["minute"] or 0), int(part["second"] or 0), fraction)
    return moment(date, time, _zone(part["zone"]))


def _zone(zone: str | None) -> int | None:
    """The minutes ahead of UTC."""
    if not zone:
        return None
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:])
    return -minutes if zone[0] == "-" else minutes


def _time_of_day(text: str, context: Context) -> Moment:
    found = _moment(text, context)
    return found._replace(seconds=found.seconds % _DAY_SECONDS)


def _fault(name: str, text: str) -> str:
    from octavo.relaxng.datatypes.date_faults import fault

    return fault(name, text)


def _kind(
    name: str,
    lexical: str,
    *examples: str,
    value: Callable[[str, Context], Moment] = _moment,
) -> Kind:
    return Kind(
        name,
        partial(_fault, name),
        f"{SPACE}{lexical}{_ZONE}{SPACE}",
        examples=examples,
        value=value,
        order=ORDER,
    )


KINDS: Final = (
    _kind("dateTime", f"{_DATE}T{_TIME}", "1964-09-05T14:30:00", "1964-09-05T14:30:00+08:00"),
    _kind("time", _TIME, "14:30:00", "14:30:00+08:00", value=_time_of_day),
    _kind("date", _DATE, "1964-09-05"),
    _kind("gYearMonth", f"{_YEAR}-{_MONTH}", "1964-09"),
    _kind("gYear", _YEAR, "1964", "-0044"),
    _kind("gMonthDay", f"--(?:{_MONTH_DAY}|02-29)", "--09-05"),
    _kind("gDay", f"---{_DAY}", "---05"),
    _kind("gMonth", f"--{_MONTH}", "--09"),
)
