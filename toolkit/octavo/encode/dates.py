"""Dates in English prose, as values of TEI's `@when` (W3C formats: 1964-09-05, 1964-09, 1964)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Date", "find_dates", "parse_date"]

_MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
_MONTH: Final = "(?P<{0}>" + "|".join(_MONTHS) + ")"
_YEAR: Final = r"(?P<{0}>[12]\d{{3}})\b"
_DAY: Final = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"

_FORMS: Final = tuple(
    re.compile(rf"\b{form}")
    for form in (
        f"{_MONTH.format('m')}\\s+{_DAY.format('d')},?\\s+{_YEAR.format('y')}",
        f"{_DAY.format('d')}\\s+{_MONTH.format('m')},?\\s+{_YEAR.format('y')}",
        f"{_MONTH.format('m')},?\\s+{_YEAR.format('y')}",
        r"(?P<y>[12]\d{3})-(?P<m>\d{2})-(?P<d>\d{2})\b",
    )
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date found in a text: from offset `start` to `end`, and its value."""

    start: int
    end: int
    when: str


def find_dates(text: str) -> Iterator[Date]:
    """The dates in `text` that name at least a month and a year, in their order.

    A day that the month does not have (31 September) is no date.
    """
    end = 0
    matches = sorted(
        (match for form in _FORMS for match in form.finditer(text)),
        key=lambda match: (match.start(), -match.end()),
    )
    for match in matches:
        when = _when(match)
        if match.start() >= end and when is not None:
            end = match.end()
            yield Date(match.start(), end, when)


def parse_date(text: str) -> str | None:
    """The value of the first date in `text`; a year alone counts when it is all of the text."""
    for date in find_dates(text):
        return date.when
    year = re.fullmatch(r"\s*(?:circa\s+)?([12]\d{3})\s*", text)
    return year.group(1) if year else None


def _when(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["y"])
    month = _MONTHS.index(parts["m"]) + 1 if parts["m"] in _MONTHS else int(parts["m"])
    if "d" not in parts:
        return f"{year:04}-{month:02}"
    try:
        return datetime.date(year, month, int(parts["d"])).isoformat()
    except ValueError:
        return None
