"""The command line as a user has it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Octavo = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def octavo(tmp_path: Path) -> Octavo:
    """A function that runs `octavo` with these arguments in a folder, an empty one if not told."""

    def run(*arguments: str | Path, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "octavo", *map(str, arguments)],
            cwd=cwd,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture
def edition(octavo: Octavo, tmp_path: Path) -> Path:
    """A new edition, made by the command itself."""
    assert octavo("new", "an edition é").returncode == 0
    return tmp_path / "an edition é"
