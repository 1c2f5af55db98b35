"""Findings as text, and the error that carries them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from octavo.findings import Finding, OctavoError, Severity


def test_a_finding_reads_place_severity_id_message_hint() -> None:
    finding = Finding("an-id", "is wrong.", Path("a.xml"), 3, 7, "Mend it.", Severity.WARNING)
    assert str(finding) == "a.xml:3:7: warning [an-id]: is wrong. Mend it."


@pytest.mark.parametrize(
    ("finding", "place"),
    [
        (Finding("a", "b"), ""),
        (Finding("a", "b", Path("c")), "c"),
        (Finding("a", "b", Path("c"), 3), "c:3"),
    ],
)
def test_the_place_is_told_as_far_as_it_is_known(finding: Finding, place: str) -> None:
    assert finding.place == place


def test_an_error_travels_between_processes_with_its_findings() -> None:
    error = OctavoError(Finding("a", "b", Path("c"), 1, 2))
    assert pickle.loads(pickle.dumps(error)).findings == error.findings


def test_an_error_without_a_finding_is_none() -> None:
    with pytest.raises(ValueError, match="at least one"):
        OctavoError()
