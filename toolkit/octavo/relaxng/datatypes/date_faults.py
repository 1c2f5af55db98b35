"""Why a string is no date or time, in words."""

from __future__ import annotations

import re
from typing import Final

from octavo.relaxng.datatypes.moments import month_days
from octavo.relaxng.datatypes.wording import shown_text

__all__ = ["fault"]

_FORMS: Final = {
    "dateTime": "a date and time is written year-month-dayThour:minute:second, such as"
    " 1964-09-05T14:30:00",
    "time": "a time is written hour:minute:second, such as 14:30:00",
    "date": "a date is written year-month-day, such as 1964-09-05",
    "gYearMonth": "a month of a year is written year-month, such as 1964-09",
    "gYear": "a year is written with four digits, such as 1964",
    "gMonthDay": "a day of any year is written --month-day, such as --09-05",
    "gDay": "a day of any month is written ---day, such as ---05",
    "gMonth": "a month of any year is written --month, such as --09",
}
_DATE: Final = r"(?P<year>[+-]?[0-9]+)-(?P<month>[0-9]+)-(?P<day>[0-9]+)"
_TIME: Final = r"(?P<hour>[0-9]+):(?P<minute>[0-9]+)(?::(?P<second>[0-9]+)(?P<fraction>\.[0-9]*)?)?"
_ZONE: Final = r"(?P<zone>[Zz]|[+-][0-9]+(?::?[0-9]+)?)?"
_SHAPES: Final = {
    name: re.compile(shape + _ZONE)
    for name, shape in {
        "dateTime": f"{_DATE}T{_TIME}",
        "time": _TIME,
        "date": _DATE,
        "gYearMonth": "(?P<year>[+-]?[0-9]+)-(?P<month>[0-9]+)",
        "gYear": "(?P<year>[+-]?[0-9]+)",
        "gMonthDay": "--(?P<month>[0-9]+)-(?P<day>[0-9]+)",
        "gDay": "---(?P<day>[0-9]+)",
        "gMonth": "--(?P<month>[0-9]+)",
    }.items()
}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LONGEST_YEAR: Final = 100
"""The digits of a year that is still reckoned with."""


def fault(name: str, text: str) -> str:
    """Why `text` does not belong to the datatype `name`: one part that is wrong, or the form."""
    if not text:
        return f"it is empty; {_FORMS[name]}"
    match = _SHAPES[name].fullmatch(text)
    if match is None:
        if name == "dateTime" and re.fullmatch(_DATE, text):
            return f"the time is missing; {_FORMS[name]}"
        if name == "date" and re.match(f"{_DATE}[T ]", text):
            return f"a date has no time of day; {_FORMS[name]}"
        return _FORMS[name]
    part = {key: value for key, value in match.groupdict().items() if value is not None}
    return _year(part) or _day(part) or _time(part, name) or _zone(part) or _FORMS[name]


def _two(digits: str, noun: str) -> str:
    if len(digits) == 2:
        return ""
    example = f", such as {int(digits):02}" if len(digits) == 1 else ""
    return f"a {noun} has two digits{example}"


def _year(part: dict[str, str]) -> str:
    year = part.get("year", "2000")
    digits = year.lstrip("+-")
    if year.startswith("+"):
        return "a year has no plus sign"
    if len(digits) < 4:
        return f"a year has four digits, such as {digits:0>4}"
    if len(digits) > 4 and digits.startswith("0"):
        return "a year of more than four digits does not begin with 0"
    if digits == "0000":
        return "there is no year 0000; the year before 0001 is -0001"
    if len(digits) > _LONGEST_YEAR:
        return f"a year cannot have more than {_LONGEST_YEAR} digits here"
    return ""


def _day(part: dict[str, str]) -> str:
    month, day = part.get("month", "01"), part.get("day", "01")
    wrong = _two(month, "month") or _two(day, "day")
    if wrong:
        return wrong
    if not 1 <= int(month) <= 12:
        return f"there is no month {month}"
    if not 1 <= int(day) <= 31:
        return f"there is no day {day}"
    year = int(part.get("year", "2000"))
    days = month_days(year, int(month))
    if int(day) > days:
        of_year = f" {part['year']}" if month == "02" and "year" in part else ""
        return f"{_MONTHS[int(month) - 1]}{of_year} has {days} days only"
    return ""


def _time(part: dict[str, str], name: str) -> str:
    if "hour" not in part:
        return ""
    hour, minute, second = part["hour"], part["minute"], part.get("second")
    wrong = _two(hour, "hour") or _two(minute, "minute")
    if wrong:
        return wrong
    if second is None:
        return f"the seconds are missing; {_FORMS[name]}"
    wrong = _two(second, "second")
    if wrong:
        return wrong
    fraction = part.get("fraction", ".0")
    if fraction == ".":
        return 'a digit is missing after the "."'
    if int(hour) == 24 and (int(minute) or int(second) or fraction.strip(".0")):
        return "the hour 24 is midnight only, 24:00:00"
    for value, most, noun in ((hour, 24, "hour"), (minute, 59, "minute"), (second, 60, "second")):
        if int(value) > most:
            return f"there is no {noun} {value}"
    return ""


def _zone(part: dict[str, str]) -> str:
    zone = part.get("zone", "Z")
    form = "a time zone is written Z, +08:00 or -05:00"
    if zone != "Z" and not re.fullmatch("[+-][0-9]{2}:[0-9]{2}", zone):
        return f"{shown_text(zone)} is no time zone; {form}"
    if zone != "Z" and (int(zone[4:]) > 59 or int(zone[1:3]) * 60 + int(zone[4:]) > 14 * 60):
        return f"there is no time zone {zone}; the farthest are +14:00 and -14:00"
    return ""
