"""Strings, language tags and booleans (XML Schema Part 2, 3.2.1, 3.2.2, 3.3.1 to 3.3.3)."""

from __future__ import annotations

import re
from typing import Final

from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.kind import SPACE, Kind, Measure
from octavo.relaxng.datatypes.whitespace import collapse, preserve, replace
from octavo.relaxng.datatypes.wording import shown, shown_text

__all__ = ["CHARACTERS", "KINDS"]

CHARACTERS: Final = Measure(len, "character")

_LANGUAGE_PART: Final = re.compile(r"[A-Za-z0-9]{1,8}")
_LANGUAGE_FORM: Final = "a language is a tag such as en or zh-Hant"


def _no_fault(text: str) -> str:  # noqa: ARG001
    return ""


def _language_fault(text: str) -> str:
    if not text:
        return f"it is empty; {_LANGUAGE_FORM}"
    if "_" in text:
        return f'the parts of a language tag are joined by "-", not "_"; {_LANGUAGE_FORM}'
    for place, part in enumerate(text.split("-")):
        if not part:
            return f'there is a "-" too many; {_LANGUAGE_FORM}'
        strange = next((c for c in part if not (c.isascii() and c.isalnum())), "")
        if strange:
            return f"{shown(strange)} cannot be in a language tag; {_LANGUAGE_FORM}"
        if place == 0 and not part.isalpha():
            return f"a language tag begins with letters; {_LANGUAGE_FORM}"
        if not _LANGUAGE_PART.fullmatch(part):
            return f"{shown_text(part)} is longer than 8 letters; {_LANGUAGE_FORM}"
    return f"it is no language tag; {_LANGUAGE_FORM}"


def _boolean_fault(text: str) -> str:
    if text.lower() in ("true", "false"):
        return f"it is written {text.lower()}, in small letters"
    return "it must be true or false (or 1 or 0)"


def _boolean(text: str, context: Context) -> bool:  # noqa: ARG001
    return text in ("true", "1")


KINDS: Final = (
    Kind("string", _no_fault, normalise=preserve, measure=CHARACTERS),
    Kind("normalizedString", _no_fault, normalise=replace, measure=CHARACTERS),
    Kind("token", _no_fault, normalise=collapse, measure=CHARACTERS),
    Kind(
        "language",
        _language_fault,
        # RFC 3066, as jing; the first edition's grammar of RFC 1766 allowed less.
        rf"{SPACE}[A-Za-z]{{1,8}}(?:-[A-Za-z0-9]{{1,8}})*{SPACE}",
        examples=("en", "zh-Hant", "de-AT"),
        measure=CHARACTERS,
    ),
    Kind(
        "boolean",
        _boolean_fault,
        rf"{SPACE}(?:true|false|1|0){SPACE}",
        examples=("true", "false"),
        value=_boolean,
    ),
)
