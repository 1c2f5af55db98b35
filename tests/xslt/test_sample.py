"""The sample edition: no word of its source is missing in what is made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from octavo.encode import encode_source
from octavo.encode.layout import lay_out
from octavo.encode.profile import choose_profile
from octavo.encode.source import read_source
from tests.xslt.html.pages import Pages
from tests.xslt.print.printing import printed

_NAME: Final = "kim-il-sung-1964-09-05"
_PHRASES: Final = frozenset({"a", "b", "bdi", "cite", "em", "i", "q", "span", "sub", "sup", "time"})


@pytest.fixture(scope="module")
def source(root: Path) -> Counter[str]:
    """The words of the document in the source, head and body, as they are written there."""
    source = read_source(root / "sources" / f"{_NAME}.txt")
    paragraphs = lay_out(source, choose_profile(source.lines)).paragraphs
    return Counter(word for paragraph in paragraphs for word in paragraph.text.split())


@pytest.fixture(scope="module")
def document(root: Path) -> str:
    """The TEI of the source as no hand has corrected it."""
    return encode_source(root / "sources" / f"{_NAME}.txt", registers={}).document


def _pieces(element: etree._Element) -> Iterator[str]:
    """The text of an element of HTML, with spaces where a block begins and ends."""
    edge = "" if element.tag in _PHRASES else " "
    yield edge + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield edge


def test_the_source_has_its_head_and_its_body(source: Counter[str]) -> None:
    assert source["Recorder:"] == 1
    assert source["Kim:"] > 20
    assert source.total() > 4000


def test_every_word_of_the_source_is_on_the_page(source: Counter[str], document: str) -> None:
    page = Pages().document(document).first("//article")
    assert source - Counter("".join(_pieces(page)).split()) == Counter()


def test_every_word_of_the_source_is_in_the_pdf(source: Counter[str], document: str) -> None:
    words = Counter(printed(document).text("-layout").split())
    assert source - words == Counter()
