"""What Octavo has to say about an input: findings, and the error that carries them.

A finding names a place, says what is wrong there, what was expected and what to do:

    tei/kim.xml:48:17: error [unknown-element]: <suplied> is no element of this schema.
        Did you mean <supplied>?

Every part of Octavo reports through this module; it imports none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

__all__ = ["Finding", "OctavoError", "Severity"]


class Severity(StrEnum):
    """How grave a finding is; only an error changes the exit status."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Told(Protocol):
    """What the validator says, whose package knows nothing of this one."""

    @property
    def id(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def path(self) -> Path | None: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def hint(self) -> str: ...
    @property
    def length(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about one place.

    `id` is a stable kebab-case name. `line` and `column` count from 1 in characters; 0 means
    that the place is not known. `hint` says what to do, as a sentence, or is empty. `length` is the
    number of characters of the line that are meant, 0 where that is not known.
    """

    id: str
    message: str
    path: Path | None = None
    line: int = 0
    column: int = 0
    hint: str = ""
    severity: Severity = Severity.ERROR
    length: int = 0

    @classmethod
    def of(cls, told: Told) -> Finding:
        """What the validator says, as a finding; always an error."""
        return cls(
            told.id,
            told.message,
            told.path,
            told.line,
            told.column,
            told.hint,
            length=told.length,
        )

    @property
    def place(self) -> str:
        """`file:line:column`, as far as it is known; empty when nothing is."""
        if self.path is None:
            return ""
        parts = [str(self.path)]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{self.severity} [{self.id}]: {self.message}{hint}"


class OctavoError(Exception):
    """Octavo cannot go on with this input; `findings` say why."""

    def __init__(self, *findings: Finding) -> None:
        if not findings:
            raise ValueError("an OctavoError needs at least one finding")
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings: tuple[Finding, ...] = findings

    def __reduce__(self) -> tuple[type[OctavoError], tuple[Finding, ...]]:
        return type(self), self.findings
