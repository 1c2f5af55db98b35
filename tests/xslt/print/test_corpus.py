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
from tests.xslt.print.printing import Printed, poppler, printed

_TEI: Final = "{http://www.tei-c.org/ns/1.0}"
# Octavo brings no font for these; an edition that needs them does.
_NO_FONT: Final = re.compile("[\u4e00-\u9fff\uac00-\ud7a3]+")


@dataclass(frozen=True)
class _Made:
    tree: etree._Element
    result: Printed


@pytest.fixture(scope="module")
def made(root: Path) -> list[_Made]:
    trees = [_prepared(tree) for tree in corpus(root / "schema" / "octavo.rng", size=300)]
    return [_Made(tree, printed(etree.tostring(tree, encoding="unicode"))) for tree in trees]


def _prepared(tree: etree._ElementTree) -> etree._Element:
    """The document in letters that there are fonts for.

    The generator makes each word unique by a number at its end; a letter after it keeps it apart
    from the number of a note that follows.
    """
    root = etree.fromstring(_NO_FONT.sub("Seoul", etree.tostring(tree, encoding="unicode")))
    for text in root.iter(f"{_TEI}text"):
        for element in text.iter():
            element.text = re.sub(r"(?<=\d)(?=\s|$)", "z", element.text or "")
            if element is not text:
                element.tail = re.sub(r"(?<=\d)(?=\s|$)", "z", element.tail or "")
    return root


def _words(tree: etree._Element) -> Iterator[str]:
    for text in tree.iter(f"{_TEI}text"):
        for piece in text.itertext():
            yield from str(piece).split()


def _is_in(word: str, text: str) -> bool:
    """Whether a word is in the text, in whatever case, perhaps over two lines or pages."""
    parts = [re.escape(part) for part in re.findall(r".*?[/—\\]|.+$", word)]
    if re.search(r"\s*".join(parts), text, re.IGNORECASE):
        return True
    return all(re.search(part, text, re.IGNORECASE) for part in parts)


def test_every_document_conforms_to_pdf_ua(made: list[_Made]) -> None:
    for one in made:
        with one.result.open() as pdf, pdf.open_metadata() as metadata:
            assert metadata.get("pdfuaid:part") == "1"


def test_nothing_is_reported_but_missing_pictures(made: list[_Made]) -> None:
    found = {finding for one in made for finding in one.result.findings}
    assert {str(finding) for finding in found if finding.id != "no-picture"} == set()


def test_every_word_of_the_text_is_found_in_the_pdf(made: list[_Made]) -> None:
    poppler("pdftotext")
    assert sum(1 for one in made for _ in _words(one.tree)) > 10_000
    for one in made:
        words = list(_words(one.tree))
        # In the order of the stream; what is not found there, as pdftotext puts the page together.
        stream, page = one.result.text("-raw"), one.result.text()
        assert [word for word in words if not (_is_in(word, stream) or _is_in(word, page))] == []
