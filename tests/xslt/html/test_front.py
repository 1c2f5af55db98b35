"""The head of a document's page: every field of the header that has a number is there, once."""

from __future__ import annotations

import pytest

from tests.xslt.html.markup import faults
from tests.xslt.html.pages import Page, Pages, tei
from tests.xslt.print.printing import document, to_typst

_RECORDER = '<respStmt n="2"><resp>Recorder</resp><name>Carl Dahl</name></respStmt>'
_SUMMARY = '<p n="{}"><label>Summary</label> {}</p>'


def _page(old: str, new: str) -> Page:
    source = tei("<p>x</p>")
    assert old in source
    page = Pages().document(source.replace(old, new))
    assert not faults(page.page)
    return page


def _facts(page: Page) -> list[str]:
    return page.all("//dl[@class = 'facts']/div")


def test_the_recorder_is_named_with_the_printed_label() -> None:
    page = _page("</titleStmt>", f"{_RECORDER}</titleStmt>")
    assert "Recorder: Carl Dahl" in _facts(page)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</titleStmt>", '<sponsor n="3">Herring Fund</sponsor></titleStmt>'),
        ("<sourceDesc><p/>", '<sourceDesc><bibl><edition n="3">Herring Fund</edition></bibl>'),
        ("<publicationStmt><p/>", '<publicationStmt><p n="3">Herring Fund</p>'),
        ("<publicationStmt>", '<extent n="3">Herring Fund</extent><publicationStmt>'),
        ("<particDesc>", '<textClass n="3"><keywords><term>Herring Fund</term></keywords>'
         "</textClass><particDesc>"),
        ("</particDesc>", '</particDesc><settingDesc n="3"><p>Herring Fund</p></settingDesc>'),
        ("</particDesc>", '</particDesc><settingDesc><setting><locale n="3">Herring Fund</locale>'
         "</setting></settingDesc>"),
        ("</listPerson>", '</listPerson><listOrg n="3"><org xml:id="f"><orgName>Herring Fund'
         "</orgName></org></listOrg>"),
    ],
)  # fmt: skip
def test_a_field_with_a_number_is_at_the_head_of_the_page(old: str, new: str) -> None:
    page = _page(old, new)
    assert sum("Herring Fund" in fact for fact in _facts(page)) == 1


def test_fields_stand_in_the_order_of_their_numbers() -> None:
    setting = '<settingDesc><p n="1"><label>Location</label> Oslo</p></settingDesc>'
    source = tei("<p>x</p>").replace("</titleStmt>", f"{_RECORDER}</titleStmt>")
    page = Pages().document(source.replace("</particDesc>", f"</particDesc>{setting}"))
    assert _facts(page)[:2] == ["Location: Oslo", "Recorder: Carl Dahl"]


def test_a_number_within_prose_or_a_list_of_witnesses_makes_no_field() -> None:
    listed = '<p><list><item n="1">Herring</item></list></p>'
    witnesses = '<listWit><witness xml:id="A" n="2">Cod</witness></listWit>'
    page = _page("<sourceDesc><p/>", f"<sourceDesc>{listed}{witnesses}")
    assert not [fact for fact in _facts(page) if "Herring" in fact or "Cod" in fact]
    assert "Herring" in page.text


def test_what_has_a_number_outside_of_source_and_profile_stays_in_the_list_of_the_header() -> None:
    principles = '<encodingDesc><projectDesc n="1"><p>Herring.</p></projectDesc></encodingDesc>'
    page = _page("<profileDesc>", f"{principles}<profileDesc>")
    assert page.all("//dl[@class = 'about']/div[dt = 'Project']/dd/p") == ["Herring."]


def test_each_paragraph_of_a_summary_with_a_number_stands_at_its_place() -> None:
    abstract = f"<abstract>{_SUMMARY.format(1, 'One.')}{_SUMMARY.format(3, 'Two.')}</abstract>"
    source = tei("<p>x</p>").replace("</titleStmt>", f"{_RECORDER}</titleStmt>")
    page = Pages().document(source.replace("<particDesc>", f"{abstract}<particDesc>"))
    assert _facts(page)[:3] == ["Summary: One.", "Recorder: Carl Dahl", "Summary: Two."]


def test_in_print_each_paragraph_of_a_summary_stands_there_once() -> None:
    abstract = f"<abstract>{_SUMMARY.format(1, 'One')}{_SUMMARY.format(3, 'Two')}</abstract>"
    typst, _ = to_typst(document("<body><p>x</p></body>", header=abstract))
    assert [typst.count(word) for word in ("One", "Two")] == [1, 1]
