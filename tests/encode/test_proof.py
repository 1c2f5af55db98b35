"""What is not valid is not written."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.encode import encode_source
from octavo.encode.proof import prove_valid
from octavo.findings import OctavoError

PATH = Path("minutes.txt")
SP = '<sp xml:id="t1" who="#{}"><speaker>Kim</speaker><p>One.</p></sp>'


def tei(content: str, identifier: str = "minutes") -> str:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{identifier}"><teiHeader><fileDesc>'
        "<titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt>"
        "<sourceDesc><p>C</p></sourceDesc></fileDesc><profileDesc><particDesc><listPerson>"
        '<person xml:id="kim"><persName>Kim</persName></person></listPerson></particDesc>'
        "</profileDesc></teiHeader>"
        f"<text><body>{content}</body></text></TEI>"
    )


def test_a_valid_document_passes() -> None:
    prove_valid([tei(SP.format("kim"))], PATH)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (tei("<supplied>A</supplied>"), "<supplied>"),
        (tei(SP.format("kim"), "t1"), "the ID t1"),
        (tei(SP.format("hao")), "who points to #hao"),
        (tei("<p>"), "not valid"),
    ],
)
def test_what_is_not_valid_is_a_fault_of_octavo(document: str, words: str) -> None:
    with pytest.raises(OctavoError) as refused:
        prove_valid([document], PATH)
    (finding,) = refused.value.findings
    assert (finding.id, finding.path) == ("encoded-not-valid", PATH)
    assert words in finding.message
    assert "report" in finding.hint


def test_a_document_that_would_not_be_valid_is_not_given_out(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("Kim: One.\n\nKim: Two.\n", encoding="utf-8")
    with pytest.raises(OctavoError) as refused:
        encode_source(source, registers={}, language="no language")
    assert [finding.id for finding in refused.value.findings] == ["encoded-not-valid"]
