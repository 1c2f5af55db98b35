"""What all tests share: where things are."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

_ROOT: Final = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return _ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data that only tests use; tests that need it skip where it is absent."""
    folder = _ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the test data are not at hand: they belong into ../shared")
    return folder
