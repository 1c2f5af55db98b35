"""hexBinary and base64Binary (XML Schema Part 2, 3.2.15 and 3.2.16)."""

from __future__ import annotations

import base64
import re
from typing import Final

from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.kind import SPACE, Kind, Measure
from octavo.relaxng.datatypes.wording import shown

__all__ = ["KINDS"]

_S: Final = SPACE
# The last character before the = has bits that must be zero, so not all characters can stand there.
_LAST: Final = (
    rf"(?:[A-Za-z0-9+/]{_S}[AQgw]{_S}={_S}=|"
    rf"[A-Za-z0-9+/]{_S}[A-Za-z0-9+/]{_S}[AEIMQUYcgkosw048]{_S}=)"
)
_BASE64: Final = rf"{_S}(?:(?:[A-Za-z0-9+/]{_S}){{4}})*+(?:{_LAST}{_S})?"

_HEX_DIGITS: Final = re.compile("[0-9A-Fa-f]*")
_BASE64_CHARACTERS: Final = re.compile("[A-Za-z0-9+/ ]*")


def _hex_fault(text: str) -> str:
    end = _HEX_DIGITS.match(text)
    if end and end.end() < len(text):
        return f"{shown(text[end.end()])} is no hexadecimal digit"
    return "its number of hexadecimal digits is odd; each byte has two"


def _base64_fault(text: str) -> str:
    bare = text.replace(" ", "")
    end = _BASE64_CHARACTERS.match(bare.rstrip("="))
    if end and end.end() < len(bare.rstrip("=")):
        strange = bare[end.end()]
        if strange == "=":
            return '"=" stands at the end of base64 only'
        return f"{shown(strange)} cannot be in base64"
    padding = len(bare) - len(bare.rstrip("="))
    if len(bare) % 4 or padding > 2:
        return 'base64 has four characters for each three bytes, filled up with "=" or "=="'
    return f"{shown(bare.rstrip('=')[-1])} cannot be the last character before {'=' * padding}"


def _from_hex(text: str, context: Context) -> bytes:  # noqa: ARG001
    return bytes.fromhex(text)


def _from_base64(text: str, context: Context) -> bytes:  # noqa: ARG001
    return base64.b64decode(text)


def _hex_bytes(text: str) -> int:
    return len(text) // 2


def _base64_bytes(text: str) -> int:
    bare = text.replace(" ", "")
    return len(bare) // 4 * 3 - bare.count("=")


KINDS: Final = (
    Kind(
        "hexBinary",
        _hex_fault,
        f"{_S}(?:[0-9A-Fa-f]{{2}})*+{_S}",
        examples=("0A", "c3a9"),
        value=_from_hex,
        measure=Measure(_hex_bytes, "byte"),
    ),
    Kind(
        "base64Binary",
        _base64_fault,
        _BASE64,
        examples=("AAAA", "w6k="),
        value=_from_base64,
        measure=Measure(_base64_bytes, "byte"),
    ),
)
