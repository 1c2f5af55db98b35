"""Numbers: decimal and its integers, float, double (XML Schema Part 2, 3.2.3 to 3.2.5, 3.3.13).

Decimals are compared exactly, however long. Zero is zero with any sign, and NaN equals itself and
is neither less nor greater than any number.
"""

from __future__ import annotations

import re
import struct
from decimal import Decimal
from functools import partial
from typing import Final

from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.kind import SPACE, Check, Kind, Order
from octavo.relaxng.datatypes.wording import shown, shown_text

__all__ = ["KINDS", "fraction_digits", "total_digits"]

_INTEGER: Final = "[+-]?[0-9]++"
_DECIMAL: Final = r"[+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)"
_FLOAT: Final = rf"(?:{_DECIMAL}(?:[eE][+-]?[0-9]++)?|-?INF|NaN)"


def fraction_digits(text: str) -> int:
    """The digits after the point that count; zeros at the end do not.

    jing counts them as written, and so `1.10` as two.
    """
    return len(text.partition(".")[2].rstrip("0"))


def total_digits(text: str) -> int:
    """The digits that count: the smallest n such that |i| < 10^n and 0 <= f <= n, of i * 10^-f.

    So `0.001` has three (second edition, 4.3.11); in jing it has one.
    """
    whole, _, fraction = text.lstrip("+-").partition(".")
    fraction = fraction.rstrip("0")
    return max(len((whole + fraction).lstrip("0")), len(fraction), 1)


def _decimal(text: str, context: Context) -> Decimal:  # noqa: ARG001
    return Decimal(text)


def _double(text: str, context: Context) -> float | str:  # noqa: ARG001
    # NaN is a word here: it would not be equal to itself.
    return "NaN" if text == "NaN" else float(text)


def _float(text: str, context: Context) -> float | str:
    """The nearest number of 32 bits (by way of 64, so that one in 2^29 may be the neighbour)."""
    number = _double(text, context)
    if isinstance(number, str):
        return number
    try:
        (rounded,) = struct.unpack("<f", struct.pack("<f", number))
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")
    return float(rounded)


def _compare(a: Decimal | float | str, b: Decimal | float | str) -> int | None:
    if isinstance(a, str) or isinstance(b, str):
        return 0 if a == b else None
    return (a > b) - (a < b)


_ORDER: Final = Order(_compare)


class _Within:
    """An integer from `low` to `high`, as the name of its datatype says."""

    __slots__ = ("high", "low")

    def __init__(self, low: Decimal | None, high: Decimal | None) -> None:
        self.low = low
        self.high = high

    def allows(self, text: str, context: Context) -> bool:  # noqa: ARG002
        number = Decimal(text)
        return (self.low is None or self.low <= number) and (
            self.high is None or number <= self.high
        )

    def problem(self, text: str, context: Context) -> str:  # noqa: ARG002
        if self.low is not None and Decimal(text) < self.low:
            return f"it is less than {self.low}"
        return f"it is greater than {self.high}"


def _number_fault(text: str, *, exponent: bool = False) -> str:
    if not text:
        return "it is empty, and a number is needed"
    if re.fullmatch(r"[+-]?[0-9.]*,[0-9.,]*", text):
        return 'a number has no comma; its decimal point is "."'
    if not exponent and re.fullmatch(_FLOAT, text):
        return f"{shown_text(text)} is not allowed as a number; write its digits"
    if exponent and text.lstrip("+-").lower() in ("inf", "nan", "infinity"):
        return "infinity is written INF or -INF, and what is no number NaN"
    strange = next((c for c in text if c not in "0123456789.+-"), "")
    if strange and not (exponent and strange in "eE"):
        return f"a number cannot contain {shown(strange)}"
    return f"{shown_text(text)} is no number such as 1964 or -2.5"


def _integer_fault(text: str) -> str:
    if not text:
        return "it is empty, and a whole number is needed"
    if re.fullmatch(_DECIMAL, text):
        return "a whole number is needed, without a decimal point"
    strange = next((c for c in text if c not in "0123456789+-"), "")
    if strange:
        return f"a whole number cannot contain {shown(strange)}"
    return f"{shown_text(text)} is no whole number such as 1964"


def _integer(name: str, low: str = "", high: str = "", *examples: str) -> Kind:
    bounds: tuple[Check, ...] = ()
    if low or high:
        bounds = (_Within(Decimal(low) if low else None, Decimal(high) if high else None),)
    return Kind(
        name,
        _integer_fault,
        f"{SPACE}{_INTEGER}{SPACE}",
        checks=bounds,
        examples=examples or ("1", "1964"),
        value=_decimal,
        order=_ORDER,
        decimal=True,
    )


def _signed(name: str, bits: int) -> Kind:
    return _integer(name, str(-(2 ** (bits - 1))), str(2 ** (bits - 1) - 1), "1", "-1", "100")


def _unsigned(name: str, bits: int) -> Kind:
    return _integer(name, "0", str(2**bits - 1), "0", "1", "100")


KINDS: Final = (
    Kind(
        "decimal",
        _number_fault,
        f"{SPACE}{_DECIMAL}{SPACE}",
        examples=("1964", "-2.5", "0.1"),
        value=_decimal,
        order=_ORDER,
        decimal=True,
    ),
    *(
        Kind(
            name,
            partial(_number_fault, exponent=True),
            f"{SPACE}{_FLOAT}{SPACE}",
            examples=("2.5", "-1e6", "INF"),
            value=value,
            order=_ORDER,
        )
        for name, value in (("float", _float), ("double", _double))
    ),
    _integer("integer", "", "", "1", "-1964"),
    _integer("nonPositiveInteger", "", "0", "0", "-1"),
    _integer("negativeInteger", "", "-1", "-1", "-1964"),
    _integer("nonNegativeInteger", "0", "", "0", "1", "1964"),
    _integer("positiveInteger", "1", "", "1", "1964"),
    *(
        _signed(name, bits)
        for name, bits in (("long", 64), ("int", 32), ("short", 16), ("byte", 8))
    ),
    _unsigned("unsignedLong", 64),
    _unsigned("unsignedInt", 32),
    _unsigned("unsignedShort", 16),
    _unsigned("unsignedByte", 8),
)
