"""Which checks run on which file: well-formedness, the schema, references.

    found = validate(edition, [Path("tei/kim.xml")])
    for finding in found.findings:
        print(finding)

One document is checked on its own by `check_document`; references need an index of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from octavo.edition import Edition, read_document
from octavo.findings import Finding, OctavoError, Severity
from octavo.validate.references import Index, check_references, index_of
from octavo.validate.schema import Schema

__all__ = ["Checked", "Index", "Schema", "check_document", "check_references", "sorted_findings",
           "validate"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """What one document is on its own: its findings, and its index where it can be read."""

    path: Path
    findings: tuple[Finding, ...]
    index: Index | None


def check_document(path: Path, schema: Schema | None) -> Checked:
    """Check one document: well-formed, harmless, valid by `schema` (if there is one)."""
    try:
        document = read_document(path)
    except OctavoError as error:
        return Checked(path, error.findings, None)
    findings = schema.findings(document) if schema is not None else []
    return Checked(path, tuple(findings), index_of(document))


def validate(
    edition: Edition | None,
    paths: Sequence[Path],
    schema_path: Path,
    told: Callable[[Path], object] = str,
) -> list[Finding]:
    """The findings on the files at `paths`, in the order of files and lines.

    The other documents and the registers of `edition` are read for what they are pointed to.
    `told` is called with each file once it is checked. A schema that cannot be used is a finding,
    and what can be checked without it is.
    """
    findings: list[Finding] = []
    try:
        schema: Schema | None = Schema.load(schema_path)
    except OctavoError as error:
        schema = None
        findings.extend(error.findings)
    wanted = {path.absolute() for path in paths}
    registers = edition.registers() if edition else []
    others = [*(edition.documents() if edition else []), *registers]
    known = {path.absolute() for path in registers}
    checked: list[Checked] = []
    for path in paths:
        checked.append(check_document(path, schema))
        findings.extend(checked[-1].findings)
        told(path)
    checked += [check_document(path, None) for path in others if path.absolute() not in wanted]
    indexes = [result.index for result in checked if result.index is not None]
    unread = [result.path for result in checked if result.index is None]
    references = check_references(
        [index for index in indexes if index.path.absolute() not in known],
        [index for index in indexes if index.path.absolute() in known],
        unread,
    )
    findings.extend(f for f in references if f.path and f.path.absolute() in wanted)
    return sorted_findings(findings)


def sorted_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line and column; those on no file first."""
    return sorted(
        findings, key=lambda f: (str(f.path or ""), f.line, f.column, f.severity is Severity.INFO)
    )
