"""White space: what is left of a string before it is compared (XML Schema Part 2, 4.3.6)."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["collapse", "preserve", "replace"]

_SPACES: Final = " \t\n\r"
# Not str.split(): it also splits at spaces that are text in XML, such as U+00A0.
_UNTIDY: Final = re.compile(r"\A[ \t\n\r]|[\t\n\r]|  |[ ]\Z")
_RUN: Final = re.compile(r"[ \t\n\r]+")
_TO_SPACE: Final = str.maketrans("\t\n\r", "   ")


def preserve(string: str) -> str:
    """The string as it is."""
    return string


def replace(string: str) -> str:
    """Each tab and line break as a space."""
    return string.translate(_TO_SPACE)


def collapse(string: str) -> str:
    """Runs of white space as one space, none at either end."""
    if _UNTIDY.search(string) is None:
        return string
    return _RUN.sub(" ", string.strip(_SPACES))
