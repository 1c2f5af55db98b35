"""Findings for people and for programs: text, JSON, SARIF 2.1.0, GitHub's annotations, TSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import quote

from octavo import __version__
from octavo.findings import Finding, Severity

__all__ = ["FORMATS", "excerpt", "formatted"]

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ANNOTATIONS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def formatted(findings: Sequence[Finding], kind: str) -> str:
    """`findings` in one of `FORMATS`."""
    return FORMATS[kind](findings)


def excerpt(finding: Finding, width: int) -> list[str]:
    """The line of the file on which a finding is, and a mark below what is meant, in at most
    `width` columns; nothing where the file or the place is not to be had."""
    line = _line(finding.path, finding.line) if finding.line and finding.column else None
    if line is None:
        return []
    margin = f"{finding.line:>6} | "
    room = max(width - len(margin), 20)
    at = finding.column - 1
    begin = 0 if at < room * 2 // 3 else at - room // 3
    shown = line[begin : begin + room].replace("\t", " ")
    if begin:
        shown = f"…{shown[1:]}"
    if len(line) > begin + room:
        shown = f"{shown[:-1]}…"
    length = max(1, min(finding.length or 1, len(shown) - (at - begin)))
    return [f"{margin}{shown}", f"{' ' * 6} | {' ' * (at - begin)}{'^' * length}"]


def _line(path: Path | None, number: int) -> str | None:
    """A line of a file, without reading what comes after it."""
    if path is None:
        return None
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="\n") as file:
            for count, line in enumerate(file, 1):
                if count == number:
                    return line.rstrip("\r\n")
    except OSError:
        return None
    return None


def _text(findings: Iterable[Finding]) -> str:
    return "".join(f"{finding}\n" for finding in findings)


def _json(findings: Iterable[Finding]) -> str:
    return json.dumps([_as_object(f) for f in findings], ensure_ascii=False, indent=2) + "\n"


def _as_object(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.path.as_posix() if finding.path is not None else "",
        "line": finding.line,
        "column": finding.column,
        "length": finding.length,
        "severity": str(finding.severity),
        "id": finding.id,
        "message": finding.message,
        "hint": finding.hint,
    }


def _tsv(findings: Iterable[Finding]) -> str:
    names = ("file", "line", "column", "severity", "id", "message", "hint")
    rows = [names, *([str(_as_object(f)[name] or "") for name in names] for f in findings)]
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def _github(findings: Iterable[Finding]) -> str:
    """Workflow commands of GitHub Actions."""
    lines = []
    for finding in findings:
        place = {
            "file": finding.path.as_posix() if finding.path is not None else "",
            "line": finding.line,
            "col": finding.column,
            "title": finding.id,
        }
        properties = ",".join(f"{k}={_escaped(str(v), ':,')}" for k, v in place.items() if v)
        words = _escaped(f"{finding.message} {finding.hint}".strip())
        lines.append(f"::{_ANNOTATIONS[finding.severity]} {properties}::{words}\n")
    return "".join(lines)


def _escaped(text: str, also: str = "") -> str:
    for sign in ("%", "\r", "\n", *also):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _sarif(findings: Sequence[Finding]) -> str:
    """OASIS Static Analysis Results Interchange Format, version 2.1.0."""
    rules = sorted({finding.id for finding in findings})
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Octavo",
                        "version": __version__,
                        "rules": [{"id": rule} for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, rules) for finding in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, rules: Sequence[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.id,
        "ruleIndex": rules.index(finding.id),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.hint}".strip()},
    }
    if finding.path is not None:
        location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.path)}}
        if finding.line:
            region = {"startLine": finding.line}
            if finding.column:
                region["startColumn"] = finding.column
                if finding.length:
                    region["endColumn"] = finding.column + finding.length
            location["region"] = region
        result["locations"] = [{"physicalLocation": location}]
    return result


def _uri(path: PurePath | None) -> str:
    """A path as a URI, relative where it was given so."""
    if path is None:
        return ""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


FORMATS: Final[Mapping[str, Callable[[Sequence[Finding]], str]]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "tsv": _tsv,
}
"""The formats by their names."""
