"""The parameters of a datatype: facets of XML Schema (Part 2, 4.3).

`facet` makes one, or says why it cannot be. As in jing, a parameter may be given several times, and
all must hold; the limits are judged in their order, each within those before it, so that
`minInclusive = "5"` before `maxInclusive = "3"` is an error. jing holds a limit against a `pattern`
before it too; here it is free, as in XML Schema. Lengths that contradict each other are no error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from octavo.relaxng.datatypes.base import Context, DatatypeError, suggestion
from octavo.relaxng.datatypes.kind import Check, Kind, Measure, Order
from octavo.relaxng.datatypes.numeric import fraction_digits, total_digits
from octavo.relaxng.datatypes.patterns import Pattern, PatternError
from octavo.relaxng.datatypes.whitespace import collapse
from octavo.relaxng.datatypes.wording import counted

__all__ = ["Limit", "PatternFacet", "facet"]

_LENGTHS: Final = ("length", "minLength", "maxLength")
_LIMITS: Final = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
_DIGITS: Final = ("totalDigits", "fractionDigits")
_ALL: Final = ("pattern", *_LENGTHS, *_LIMITS, *_DIGITS)
_NUMBER: Final = re.compile(r"\+?[0-9]+|-0+")
_MOST: Final = 10**18
"""No text is longer, and no number has more digits."""
_HINTS: Final = {
    "enumeration": "In RELAX NG, the values are a choice of value patterns.",
    "whiteSpace": "In RELAX NG, the datatype decides on white space; choose string,"
    " normalizedString or token.",
}


class _Length:
    """length, minLength or maxLength."""

    __slots__ = ("high", "low", "measure")

    def __init__(self, low: int, high: int, measure: Measure) -> None:
        self.low = low
        self.high = high
        self.measure = measure

    def allows(self, text: str, context: Context) -> bool:  # noqa: ARG002
        # A negative count is that of a datatype all of whose values have the right length.
        length = self.measure.length(text)
        return self.low <= length <= self.high or length < 0

    def problem(self, text: str, context: Context) -> str:  # noqa: ARG002
        length, unit = self.measure.length(text), self.measure.unit
        if self.low == self.high:
            return f"it must have exactly {counted(self.low, unit)}, and has {length}"
        if length < self.low:
            return f"it must have at least {counted(self.low, unit)}, and has {length or 'none'}"
        return f"it must have at most {counted(self.high, unit)}, and has {length}"


class _Digits:
    """totalDigits or fractionDigits."""

    __slots__ = ("count", "most", "where")

    def __init__(self, most: int, count: Callable[[str], int], where: str) -> None:
        self.most = most
        self.count = count
        self.where = where

    def allows(self, text: str, context: Context) -> bool:  # noqa: ARG002
        return self.count(text) <= self.most

    def problem(self, text: str, context: Context) -> str:  # noqa: ARG002
        most = counted(self.most, "digit")
        return f"it must have at most {most}{self.where}, and has {self.count(text)}"


class Limit:
    """minInclusive, maxInclusive, minExclusive or maxExclusive."""

    __slots__ = ("_order", "_value", "_value_of", "param", "written")

    def __init__(self, param: str, written: str, kind: Kind, order: Order) -> None:
        self.param = param
        self.written = written
        self._value_of = kind.value
        self._value = kind.value(written, {})
        self._order = order

    def _sign(self, text: str, context: Context) -> int | None:
        return self._order.compare(self._value_of(text, context), self._value)

    def allows(self, text: str, context: Context) -> bool:
        """Whether the value is within the limit; not if the two cannot be compared."""
        sign = self._sign(text, context)
        if sign is None:
            return False
        if sign == 0:
            return self.param.endswith("Inclusive")
        return (sign > 0) == self.param.startswith("min")

    def problem(self, text: str, context: Context) -> str:
        """On which side of the limit the value is."""
        order = self._order
        sign = self._sign(text, context)
        if sign is None:
            return f"it {order.unclear} {self.written}"
        wrong, right = (order.less, order.greater)
        if self.param.startswith("max"):
            wrong, right = right, wrong
        if sign == 0:
            return f"it must be {right} {self.written}"
        return f"it is {wrong} {self.written}"


class PatternFacet:
    """pattern."""

    __slots__ = ("pattern",)

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern

    def allows(self, text: str, context: Context) -> bool:  # noqa: ARG002
        """Whether the whole text matches."""
        return bool(self.pattern.matches(text))

    def problem(self, text: str, context: Context) -> str:  # noqa: ARG002
        """The place where it ceases to match."""
        return self.pattern.problem(text)


def facet(kind: Kind, param: str, value: str, before: Sequence[Check]) -> Check:
    """The parameter `param` of `kind` with this value, after the parameters `before`.

    Raises DatatypeError.
    """
    if param not in _ALL:
        hint = _HINTS.get(param) or suggestion(param, _applicable(kind))
        raise DatatypeError("unknown-parameter", hint, param=param, name=kind.name)
    if param not in _applicable(kind):
        hint = f"Those that do are {', '.join(_applicable(kind))}."
        raise DatatypeError("parameter-not-applicable", hint, param=param, name=kind.name)
    if param == "pattern":
        try:
            return PatternFacet(Pattern(value))
        except PatternError as error:
            fields = {"param": param, "name": kind.name, "value": value, "why": str(error)}
            raise DatatypeError("pattern-syntax", error.hint, **fields) from None
    if param in _LIMITS and kind.order:
        return _limit(kind, kind.order, param, value, before)
    number = _number(kind, param, value)
    if param == "totalDigits":
        return _Digits(number, total_digits, "")
    if param == "fractionDigits":
        return _Digits(number, fraction_digits, " after the decimal point")
    assert kind.measure is not None
    low = 0 if param == "maxLength" else number
    high = _MOST if param == "minLength" else number
    return _Length(low, high, kind.measure)


def _applicable(kind: Kind) -> tuple[str, ...]:
    return (
        "pattern",
        *(_LENGTHS if kind.measure else ()),
        *(_LIMITS if kind.order else ()),
        *(_DIGITS if kind.decimal else ()),
    )


def _number(kind: Kind, param: str, value: str) -> int:
    digits = collapse(value)
    least = 1 if param == "totalDigits" else 0
    found = min(int(digits.lstrip("+-0")[:20] or "0"), _MOST) if _NUMBER.fullmatch(digits) else -1
    if found < least:
        why = f"a whole number of at least {least} is needed"
        raise DatatypeError("parameter-value", param=param, name=kind.name, value=value, why=why)
    return found


def _limit(kind: Kind, order: Order, param: str, value: str, before: Sequence[Check]) -> Limit:
    text = collapse(value)
    fields = {"param": param, "name": kind.name, "value": value}
    if kind.lexical is None or not re.fullmatch(kind.lexical, text):
        raise DatatypeError("parameter-value", why=kind.fault(text), **fields)
    for check in kind.checks:
        if not check.allows(text, {}):
            raise DatatypeError("parameter-value", why=check.problem(text, {}), **fields)
    for check in before:
        if isinstance(check, Limit) and not check.allows(text, {}):
            why = check.problem(text, {})
            raise DatatypeError("contradictory-parameters", why=why, **fields)
    return Limit(param, text, kind, order)
