"""Over documents that together use every element with every child and attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from tests.schema.generate import corpus
from tests.xslt.html.markup import faults, ids
from tests.xslt.html.pages import REGISTERS, Page, Pages

_TEI: Final = "{http://www.tei-c.org/ns/1.0}"
_SUMMARY: Final = "{urn:octavo:summary}"


@dataclass(frozen=True)
class _Made:
    tree: etree._ElementTree
    page: Page
    summary: etree._Element


@pytest.fixture(scope="module")
def made(root: Path) -> list[_Made]:
    pages = Pages(registers=REGISTERS)
    trees = corpus(root / "schema" / "octavo.rng")
    sources = ((tree, etree.tostring(tree, encoding="unicode")) for tree in trees)
    return [_Made(tree, pages.document(text), pages.summary(text)) for tree, text in sources]


def _words(tree: etree._ElementTree) -> Iterator[str]:
    """The words of the text, each of which the generator made unique by a number at its end."""
    for text in tree.iter(f"{_TEI}text"):
        for piece in text.itertext():
            yield from (word for word in str(piece).split() if word[-1].isdigit())


def test_every_word_of_the_text_is_on_the_page(made: list[_Made]) -> None:
    for one in made:
        # A word is in one piece, whatever stands next to it: the number of a note, a bracket.
        shown = "\n".join(str(piece) for piece in one.page.page.itertext())
        whole = set(shown.split())
        for word in _words(one.tree):
            assert word in whole or re.search(rf"{re.escape(word)}(?!\d)", shown), word


def test_no_page_has_faults(made: list[_Made]) -> None:
    assert [fault for one in made for fault in faults(one.page.page)] == []


def test_every_element_of_the_schema_has_a_template(made: list[_Made]) -> None:
    assert {f.message for one in made for f in one.page.findings if f.id == "no-template"} == set()


def test_every_place_in_a_summary_is_on_the_page(made: list[_Made]) -> None:
    mentions = 0
    for one in made:
        places = ids(one.page.page)
        for element in one.summary.iter(f"{_SUMMARY}mention", f"{_SUMMARY}speaker"):
            place = element.get("target") or element.get("first")
            assert not place or place in places, place
            mentions += 1
    assert mentions > 10
