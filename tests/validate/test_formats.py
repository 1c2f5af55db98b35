"""Findings for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from octavo.findings import Finding, Severity
from octavo.validate.formats import FORMATS, excerpt, formatted

FINDINGS = [
    Finding("an-id", 'x="1" is wrong,\tsays: é.', Path("tei/a b.xml"), 3, 7, "Mend it.", length=2),
    Finding("other", "is missing.", Path("tei/c.xml"), severity=Severity.WARNING),
    Finding("third", "nowhere.", severity=Severity.INFO),
]


def test_text_is_a_line_for_each_finding() -> None:
    assert formatted(FINDINGS, "text").splitlines() == [str(finding) for finding in FINDINGS]


def test_json_has_every_part_of_a_finding() -> None:
    first, second, third = json.loads(formatted(FINDINGS, "json"))
    assert first == {
        "file": "tei/a b.xml",
        "line": 3,
        "column": 7,
        "length": 2,
        "severity": "error",
        "id": "an-id",
        "message": 'x="1" is wrong,\tsays: é.',
        "hint": "Mend it.",
    }
    assert (second["line"], third["file"]) == (0, "")


def test_sarif_says_rule_level_and_region() -> None:
    log = json.loads(formatted(FINDINGS, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["an-id", "other", "third"]
    first, second, third = run["results"]
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note"]
    assert all(rules[r["ruleIndex"]] == r["ruleId"] for r in run["results"])
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "tei/a%20b.xml"},
        "region": {"startLine": 3, "startColumn": 7, "endColumn": 9},
    }
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert "locations" not in third


def test_github_annotations_escape_what_would_end_them() -> None:
    first, second, _ = formatted(FINDINGS, "github").splitlines()
    assert first.startswith("::error file=tei/a b.xml,line=3,col=7,title=an-id::")
    assert second.startswith("::warning file=tei/c.xml,title=other::")
    tricky = Finding("a", "100%\nsure", Path("a,b:c.xml"), 1)
    assert (
        formatted([tricky], "github")
        == "::error file=a%2Cb%3Ac.xml,line=1,title=a::100%25%0Asure\n"
    )


def test_tsv_has_a_head_and_seven_cells_in_each_row() -> None:
    rows = [row.split("\t") for row in formatted(FINDINGS, "tsv").splitlines()]
    assert rows[0] == ["file", "line", "column", "severity", "id", "message", "hint"]
    assert {len(row) for row in rows} == {7}


@pytest.mark.parametrize("kind", FORMATS)
def test_no_findings_are_well_formed_too(kind: str) -> None:
    text = formatted([], kind)
    if kind in {"json", "sarif"}:
        json.loads(text)


def test_an_excerpt_shows_the_line_and_marks_what_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<a>\n<p>한국 <suplied/></p>\n", encoding="utf-8")
    line, mark = excerpt(Finding("a", "b", path, 2, 7, length=8), 80)
    assert line == "     2 | <p>한국 <suplied/></p>"
    assert mark == "       |       ^^^^^^^^"


def test_a_long_line_is_shown_around_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("x" * 500 + "<bad/>" + "y" * 500, encoding="utf-8")
    line, mark = excerpt(Finding("a", "b", path, 1, 501, length=4), 60)
    assert len(line) <= 60
    assert line[mark.index("^") :].startswith("<bad")
    assert mark.count("^") == 4


def test_there_is_no_excerpt_of_what_is_not_there(tmp_path: Path) -> None:
    assert excerpt(Finding("a", "b", tmp_path / "no.xml", 2, 1), 80) == []
    assert excerpt(Finding("a", "b", None, 2, 1), 80) == []
