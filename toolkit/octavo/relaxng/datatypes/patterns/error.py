"""A pattern that is none."""

from __future__ import annotations

__all__ = ["PatternError"]


class PatternError(Exception):
    """A pattern that is none; the message is a clause, `hint` a sentence or empty."""

    def __init__(self, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.hint = hint
