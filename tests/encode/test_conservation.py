"""Nothing is lost: any text gives itself back from its TEI, which is valid."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from octavo.encode import encode_source
from octavo.encode.conserve import first_difference
from octavo.encode.source import Paragraph, read_source
from octavo.findings import OctavoError
from octavo.resources import Resources

RESOURCES = Resources()
SCHEMA = etree.RelaxNG(etree.parse(RESOURCES.schema))
TRANSCRIPTS = Path(__file__).resolve().parents[3] / "shared" / "transcripts"

REFUSALS = {"empty-source", "binary-source", "markup-source", "unknown-encoding"}

WORDS = st.sampled_from(
    """Kim Hao Fang Comrade Premier Mao [Zedong] Hamheung [Hamhung] [North] Korea [ ] [[ ]] [but]
    (Hao says: yes) (laughing) : ; . , Kim: Hao: [illegible] [...] & < > " ' ’s [we [all]]
    5 September 1964 “quoted” [the Soviet Union] the north you Ministry of Foreign Affairs
    ]x[ a[b]c é 中文 עברית \u00a0 \u2003 \t ]] > -- #t1 &amp; <p> 300,000 – — …""".split(" ")
)
LABELS = st.sampled_from(
    ["", "", "Kim: ", "Hao (laughing): ", "Kim Il Sung (hereafter Kim): ", "Location: ",
     "Fang Yi (hereafter referred to as Fang): ", "Hao(angrily): ", "Kim : ", "Recorder: ",
     "Participants from the Korean Side: ", "Summary: ", "Date: ", "A (b) c: "]
)  # fmt: skip
PARAGRAPHS = st.builds(
    lambda label, words: label + " ".join(words), LABELS, st.lists(WORDS, max_size=12)
)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=12).map("\n\n".join)


def check(data: bytes, *schemas: etree.RelaxNG) -> None:
    """Encode `data` and validate all that comes of it by Octavo's schema and the others;
    `encode_source` itself raises if the text does not come back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "source.txt")
        path.write_bytes(data)
        try:
            encoded = encode_source(path, registers={})
        except OctavoError as refusal:
            kinds = {finding.id for finding in refusal.findings}
            assert kinds <= REFUSALS, refusal
            return
        for text in (encoded.document, *encoded.registers.values()):
            for schema in (SCHEMA, *schemas):
                assert schema.validate(etree.fromstring(text.encode())), schema.error_log


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_arrangement_of_labels_and_brackets_gives_its_text_back(text: str) -> None:
    check(text.encode())


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_whatever_gives_itself_back_or_is_refused(text: str) -> None:
    check(text.encode("utf-8", "replace"))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=120))
def test_any_bytes_whatever_are_encoded_or_refused(data: bytes) -> None:
    check(data)


@pytest.mark.skipif(
    not TRANSCRIPTS.is_dir(), reason="the transcripts are not at hand: they belong into ../shared"
)
@pytest.mark.parametrize("path", sorted(TRANSCRIPTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_published_transcript_gives_its_text_back_in_valid_tei(
    path: Path, tei_all: etree.RelaxNG
) -> None:
    check(path.read_bytes(), tei_all)


def test_a_lost_word_is_found_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text("Kim: one two three\n\nHao: four five\n", encoding="utf-8")
    paragraphs: list[Paragraph] = read_source(path).paragraphs()
    found = first_difference(paragraphs, "Kim: one two three\nHao: five", path)
    assert found is not None
    assert (found.id, found.line, found.column) == ("text-not-conserved", 3, 7)


def test_white_space_is_folded_before_texts_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text("Kim:  one\ttwo\n", encoding="utf-8")
    assert first_difference(read_source(path).paragraphs(), "Kim: one two", path) is None


def test_a_text_that_the_tei_has_more_of_is_a_difference_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text("Kim: one\n\nHao: two\n", encoding="utf-8")
    found = first_difference(read_source(path).paragraphs(), "Kim: one Hao: two three", path)
    assert found is not None
    assert (found.line, found.column) == (3, 9)
    assert "“ three”" in found.message


def test_a_document_that_does_not_give_its_text_back_is_refused_with_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "source.txt"
    path.write_text("Kim: One.\n\nKim: Two [or] three.\n", encoding="utf-8")
    forgetful = tmp_path / "text" / "main.xsl"
    forgetful.parent.mkdir()
    forgetful.write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        f'<xsl:import href="{(RESOURCES.xslt / "text" / "main.xsl").as_uri()}"/>'
        '<xsl:template match="*:supplied" mode="text" as="text()*" priority="9"/>'
        "</xsl:stylesheet>",
        encoding="utf-8",
    )
    monkeypatch.setattr(Resources, "xslt", tmp_path)
    with pytest.raises(OctavoError) as refusal:
        encode_source(path, registers={})
    (found,) = refusal.value.findings
    assert (found.id, found.path, found.line, found.column) == ("text-not-conserved", path, 3, 10)
    assert "“[or] three.”" in found.message
