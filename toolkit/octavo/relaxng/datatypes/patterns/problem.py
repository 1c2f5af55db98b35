"""Where a text ceases to match a pattern, in words."""

from __future__ import annotations

from collections.abc import Callable

from octavo.relaxng.datatypes.patterns.automaton import (
    Automaton,
    TooLargeError,
    TooMuchWorkError,
)
from octavo.relaxng.datatypes.wording import shown, shown_text

__all__ = ["problem"]


def problem(source: str, built: Callable[[], Automaton], text: str) -> str:
    """Why `text` does not match: the first character that cannot stand where it stands."""
    rule = f"it must match {source}"
    try:
        automaton = built()
        reached = automaton.reach(text)
    except TooLargeError:
        return rule
    except TooMuchWorkError:
        return f"it is too long to be compared with the pattern {source}"
    if reached == len(text):
        return f"{rule}, and {'something is missing at its end' if text else 'it is empty'}"
    if not automaton.knows(text[reached]):
        return f"{rule}, so {shown(text[reached])} cannot be in it"
    if not reached:
        return f"{rule}, and cannot begin with {shown(text[reached])}"
    return f"{rule}, and {shown(text[reached])} cannot come after {shown_text(text[:reached])}"
