"""Which checks run on which file: well-formedness, the schema, references.

    choice = SchemaChoice(own=resources.schema)
    for finding in validate(edition, [Path("tei/kim.xml")], choice):
        print(finding)

One document is checked on its own by `check_document`; references need an index of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from octavo.edition import Edition, parse_document
from octavo.files import read_bytes
from octavo.findings import Finding, OctavoError, Severity
from octavo.validate.references import Index, check_own, check_references, index_of
from octavo.validate.schemas import SchemaChoice, Schemas
from octavo.work import Workers

__all__ = [
    "Checked",
    "Index",
    "SchemaChoice",
    "Schemas",
    "check_document",
    "check_references",
    "sorted_findings",
    "validate",
]


@dataclass(frozen=True, slots=True)
class Checked:
    """What one document is on its own: its findings, and its index where it can be read."""

    path: Path
    findings: tuple[Finding, ...]
    index: Index | None


def check_document(path: Path, schemas: Schemas | None) -> Checked:
    """Check one document: well-formed, harmless; if schemas are given, valid by its own, its ids
    unique and its pointers to them right."""
    try:
        data = read_bytes(path)
        document = parse_document(data, path)
    except OctavoError as error:
        return Checked(path, error.findings, None)
    findings: list[Finding] = []
    if schemas is not None:
        own, findings = schemas.of(document)
        for schema in own:
            findings += schema.findings(path, data)
        findings += check_own(document)
    return Checked(path, tuple(findings), index_of(document))


def validate(
    edition: Edition | None,
    paths: Sequence[Path],
    choice: SchemaChoice,
    *,
    jobs: int = 0,
    told: Callable[[int], object] = abs,
) -> list[Finding]:
    """The findings on the files at `paths`, in the order of files and lines.

    The other documents and the registers of `edition` are read for what they are pointed to. The
    work is spread over `jobs` processes (0: one on each processor); `told` is called with how many
    files are checked. A schema that cannot be used is a finding, and what can be checked without
    it is.
    """
    wanted = {path.absolute() for path in paths}
    registers = edition.registers() if edition else []
    known = {path.absolute() for path in registers}
    checked: list[Checked] = []
    with Workers(jobs, len(paths), _prepare, (choice,)) as workers:
        for result in workers.map(_check, paths, lambda path, found: Checked(path, (found,), None)):
            checked.append(result)
            told(len(checked))
    findings = [finding for result in checked for finding in result.findings]
    others = [*(edition.documents() if edition else []), *registers]
    checked += [check_document(path, None) for path in others if path.absolute() not in wanted]
    indexes = [result.index for result in checked if result.index is not None]
    references = check_references(
        [index for index in indexes if index.path.absolute() not in known],
        [index for index in indexes if index.path.absolute() in known],
        [result.path for result in checked if result.index is None],
    )
    findings += [f for f in references if f.path and f.path.absolute() in wanted]
    return sorted_findings(findings)


def sorted_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line and column, each once; those on no file first."""
    return sorted(
        dict.fromkeys(findings),
        key=lambda f: (str(f.path or ""), f.line, f.column, f.severity is Severity.INFO),
    )


_schemas: list[Schemas] = []
"""The schemas that this process has loaded."""


def _prepare(choice: SchemaChoice) -> None:
    _schemas[:] = [Schemas(choice)]


def _check(path: Path) -> Checked:
    return check_document(path, _schemas[0])
