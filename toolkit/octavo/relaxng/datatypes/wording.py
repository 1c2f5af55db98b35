"""How a character or a string of a document is shown within a sentence."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["counted", "shown", "shown_text"]

_NAMES: Final = {
    " ": "a space",
    "\t": "a tab",
    "\n": "a line break",
    "\r": "a line break",
    "\u00a0": "a no-break space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\ufeff": "a byte order mark",
    '"': "a quotation mark",
}
_LONGEST: Final = 30


def shown(character: str) -> str:
    """One character, such that it can be seen."""
    if character in _NAMES:
        return _NAMES[character]
    if unicodedata.category(character)[0] in "CZ":
        name = unicodedata.name(character, "").lower()
        return f"U+{ord(character):04X}{f' ({name})' if name else ''}"
    return f'"{character}"'


def shown_text(text: str) -> str:
    """A string in quotation marks, its end only if it is long."""
    return f'"{text}"' if len(text) <= _LONGEST else f'"...{text[-_LONGEST:]}"'


def counted(number: int, noun: str) -> str:
    """The number and the noun: one character, two characters."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
