"""The examples of docs/encoding-guidelines.md are valid.

The word after `xml` at the head of an example says where in a document it belongs (see `around`);
an example without one is a whole document.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from tests.schema.documents import around, errors

_ROOT: Final = Path(__file__).resolve().parents[2]
_EXAMPLE: Final = re.compile(r"^( *)```xml *(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)


def _examples() -> list[tuple[str, str]]:
    """The examples as documents, each with its first line as a name."""
    guidelines = (_ROOT / "docs" / "encoding-guidelines.md").read_text(encoding="utf-8")
    found = [(place, textwrap.dedent(xml)) for _, place, xml in _EXAMPLE.findall(guidelines)]
    return [(xml.partition("\n")[0], around(place, xml) if place else xml) for place, xml in found]


_EXAMPLES: Final = _examples()


def test_the_guidelines_have_examples() -> None:
    assert len(_EXAMPLES) > 25


@pytest.mark.parametrize("example", [xml for _, xml in _EXAMPLES], ids=[n for n, _ in _EXAMPLES])
def test_the_example_is_valid(octavo_schema: etree.RelaxNG, example: str) -> None:
    assert errors(octavo_schema, example) == []


def test_the_examples_are_valid_by_tei_all(tei_all: etree.RelaxNG) -> None:
    assert {name: found for name, xml in _EXAMPLES if (found := errors(tei_all, xml))} == {}
