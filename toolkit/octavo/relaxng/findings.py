"""What the validator has to say: findings, and the error of a schema that is none."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = ["Finding", "SchemaError"]


class Finding(NamedTuple):
    """One thing to say about one place.

    `id` is a stable kebab-case name from `octavo.relaxng.messages`. `line` and `column` count from
    1 in characters, 0 where the place is not known; `length` is the number of characters on that
    line that are meant. `hint` says what to do, as sentences, or is empty.
    """

    id: str
    message: str
    path: Path | None = None
    line: int = 0
    column: int = 0
    hint: str = ""
    length: int = 0

    def __str__(self) -> str:
        place = "".join(f"{part}:" for part in (self.path, self.line, self.column) if part)
        hint = f" {self.hint}" if self.hint else ""
        return f"{place} error [{self.id}]: {self.message}{hint}".lstrip()


class SchemaError(Exception):
    """A schema breaks the specification, or cannot be read; `findings` say where and why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings: tuple[Finding, ...] = findings

    def __reduce__(self) -> tuple[type[SchemaError], tuple[Finding, ...]]:
        return type(self), self.findings
