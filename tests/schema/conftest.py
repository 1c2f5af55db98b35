"""What the tests of the schema share."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree


@pytest.fixture(scope="session")
def p5subset(shared: Path) -> etree._ElementTree:
    """The specification of TEI P5."""
    return etree.parse(shared / "tei" / "p5subset.xml")
