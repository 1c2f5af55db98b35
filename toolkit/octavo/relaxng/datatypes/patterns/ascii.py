"""The part of a translated pattern that texts of ASCII need.

Python takes milliseconds to compile a set such as `\\p{L}`; most texts need its first ranges only.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["ascii_part"]

_PART: Final = re.compile(r"\[(?:\\.|[^\\\]])*\]|\\.|[^\x00-\x7f]", re.DOTALL)
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_NONE: Final = r"[^\x00-\U0010ffff]"


def ascii_part(python: str) -> str:
    """What is left of a translation for texts of ASCII: its sets are cut off at the first other."""
    return _PART.sub(_cut, python)


def _cut(match: re.Match[str]) -> str:
    part = match[0]
    other = _NOT_ASCII.search(part)
    if other is None or part.startswith("[^"):
        return part
    kept = part[: other.start()]
    if kept in ("", "["):
        return _NONE
    # A set is in order, so all that follows is no ASCII either; a range may begin in ASCII.
    return f"{kept}\x7f]" if kept.endswith("-") and not kept.endswith("\\-") else f"{kept}]"
