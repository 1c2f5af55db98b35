from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from lxml import etree

_ROOT: Final = Path(__file__).resolve().parents[2]
_TEI: Final = _ROOT.parent / "shared" / "tei"


def _of_tei(name: str) -> Path:
    path = _TEI / name
    if not path.is_file():
        pytest.skip(f"TEI P5 is not at hand: {name} belongs into ../shared/tei")
    return path


@pytest.fixture(scope="session")
def schema_path() -> Path:
    return _ROOT / "schema" / "octavo.rng"


@pytest.fixture(scope="session")
def octavo_schema(schema_path: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(schema_path)))


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    """All of TEI; libxml2 needs many seconds to load it."""
    return etree.RelaxNG(etree.parse(str(_of_tei("tei_all.rng"))))


@pytest.fixture(scope="session")
def p5subset() -> etree._ElementTree:
    """The specification of TEI P5."""
    return etree.parse(str(_of_tei("p5subset.xml")))
