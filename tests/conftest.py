"""What all tests share: where things are."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from lxml import etree

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


@pytest.fixture(scope="session")
def schema_path() -> Path:
    """The schema of Octavo, in the XML syntax."""
    return _ROOT / "schema" / "octavo.rng"


@pytest.fixture(scope="session")
def octavo_schema(schema_path: Path) -> etree.RelaxNG:
    """The same, for libxml2."""
    return etree.RelaxNG(etree.parse(schema_path))


@pytest.fixture(scope="session")
def tei_all(shared: Path) -> etree.RelaxNG:
    """All of TEI; libxml2 needs many seconds to load it."""
    return etree.RelaxNG(etree.parse(shared / "tei" / "tei_all.rng"))
