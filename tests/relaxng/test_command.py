"""`python -m octavo.relaxng`, for those who want nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "octavo.relaxng", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("jobs", [(), ("-j", "2")])
def test_findings_come_in_the_order_of_the_files(tmp_path: Path, jobs: tuple[str, ...]) -> None:
    (tmp_path / "a.rnc").write_text("element a { empty }", encoding="utf-8")
    paths = []
    for number in range(4):
        paths.append(tmp_path / f"{number}.xml")
        paths[-1].write_text("<a/>" if number % 2 else "<b/>", encoding="utf-8")
    done = run(*jobs, tmp_path / "a.rnc", *paths)
    assert done.returncode == 1
    told = [line.partition(": ")[0] for line in done.stdout.splitlines()]
    assert told == [f"{paths[0]}:1:1", f"{paths[2]}:1:1"]
    assert run(*jobs, tmp_path / "a.rnc", paths[1], paths[3]).returncode == 0


def test_a_wrong_schema_and_wrong_usage_are_status_2(tmp_path: Path) -> None:
    (tmp_path / "a.rnc").write_text("element a {", encoding="utf-8")
    assert run(tmp_path / "a.rnc", tmp_path / "b.xml").returncode == 2
    assert run().returncode == 2
