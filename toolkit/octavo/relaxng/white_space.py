"""White space as XML has it, and words that it parts."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["SPACE", "words"]

SPACE: Final = " \t\r\n"

# Not str.split(): it also splits at spaces that are text in XML, such as U+00A0.
_WORD: Final = re.compile(f"[^{SPACE}]+")


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)
