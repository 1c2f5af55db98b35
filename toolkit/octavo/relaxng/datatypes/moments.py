"""Moments in time: what dates and times mean, and which is earlier (XML Schema Part 2, 3.2.7).

A moment is the seconds since the beginning of the year 1, in UTC where there is a time zone; of a
moment without one it is not known when it was, so the two cannot always be compared.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from octavo.relaxng.datatypes.kind import Order

__all__ = ["ORDER", "Moment", "days_before", "is_leap", "moment", "month_days"]

_DAY = 86_400
_FARTHEST_ZONE = 14 * 3600
_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


class Moment(NamedTuple):
    """Seconds, and the part of a second; whether there is a time zone."""

    seconds: int
    fraction: Decimal
    zoned: bool


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February.

    By the year as it is written (XML Schema 1.0, appendix E): -0004 has one. jing takes 1 BC for a
    leap year, -0001, as astronomers do.
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_days(year: int, month: int) -> int:
    """The days of a month."""
    return 29 if month == 2 and is_leap(year) else _BEFORE_MONTH[month] - _BEFORE_MONTH[month - 1]


def days_before(year: int, month: int) -> int:
    """The days from the beginning of the year 1 to that of the month; no year 0 lies between."""
    past = year - 1
    days = past * 365 + past // 4 - past // 100 + past // 400
    if year < 0:
        days += 366  # the arithmetic has counted a year 0
    return days + _BEFORE_MONTH[month - 1] + (month > 2 and is_leap(year))


def moment(
    date: tuple[int, int, int],
    time: tuple[int, int, int, Decimal],
    zone: int | None,
) -> Moment:
    """The moment of year, month, day; hour, minute, second, fraction; minutes ahead of UTC."""
    year, month, day = date
    hour, minute, second, fraction = time
    seconds = (days_before(year, month) + day - 1) * _DAY + hour * 3600 + minute * 60 + second
    return Moment(seconds - (zone or 0) * 60, fraction, zone is not None)


def _compare(a: Moment, b: Moment) -> int | None:
    if a.zoned == b.zoned:
        return (a[:2] > b[:2]) - (a[:2] < b[:2])
    # The one without a time zone may have been 14 hours earlier or later.
    margin = _FARTHEST_ZONE
    if (a.seconds + margin, a.fraction) < b[:2]:
        return -1
    if (a.seconds - margin, a.fraction) > b[:2]:
        return 1
    return None


ORDER = Order(
    _compare,
    less="before",
    greater="after",
    unclear="cannot be compared, for want of a time zone, with",
)
