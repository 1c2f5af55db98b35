"""What a datatype of XML Schema is made of, before parameters restrict it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.whitespace import collapse

__all__ = ["SPACE", "Check", "Compare", "Kind", "Measure", "Order", "text_value"]

SPACE: Final = r"[ \t\n\r]*+"
"""White space in a lexical expression; possessive, so that much of it costs nothing."""

Compare: TypeAlias = Callable[[Any, Any], int | None]
"""Negative, zero or positive, as the first value is less, equal, greater; None if none is so."""


class Check(Protocol):
    """A condition beyond the lexical expression; `text` is normalised and lexically right."""

    def allows(self, text: str, context: Context) -> bool:
        """Whether the condition holds."""

    def problem(self, text: str, context: Context) -> str:
        """A clause that says why it does not hold."""


class Measure(NamedTuple):
    """What the length parameters count."""

    length: Callable[[str], int]
    unit: str


class Order(NamedTuple):
    """How the limits compare, and the words for it."""

    compare: Compare
    less: str = "less than"
    greater: str = "greater than"
    unclear: str = "cannot be compared with"


def text_value(text: str, context: Context) -> Hashable:  # noqa: ARG001
    """The value of a datatype whose strings stand for themselves."""
    return text


class Kind(NamedTuple):
    """A datatype without parameters.

    `lexical` is a regular expression for the string as it stands in the document, with the white
    space that `normalise` takes away; None allows every string. `value` and `fault` are given the
    normalised text: `value` one that is right, `fault` one that `lexical` does not match.
    """

    name: str
    fault: Callable[[str], str]
    lexical: str | None = None
    ascii: str = ""
    """The lexical expression for strings of ASCII, if Python is slow to compile the other."""
    checks: tuple[Check, ...] = ()
    examples: tuple[str, ...] = ()
    normalise: Callable[[str], str] = collapse
    value: Callable[[str, Context], Hashable] = text_value
    measure: Measure | None = None
    order: Order | None = None
    decimal: bool = False
    """Whether totalDigits and fractionDigits apply."""
    needs_context: bool = False
    id_type: str = ""
