from __future__ import annotations

import pytest

from tests.xslt.html.markup import faults, ids
from tests.xslt.html.pages import REGISTERS, Page, Pages, tei

_SPEECH = '<sp who="#berg" xml:id="t1" n="1"><speaker>Berg</speaker>{}</sp>'


def _page(body: str, **facts: str) -> Page:
    page = Pages(registers=REGISTERS).document(tei(body, **facts))
    assert not faults(page.page)
    return page


def test_the_brackets_of_supplied_words_are_text_again() -> None:
    page = _page('<p>He saw <supplied reason="omitted">the</supplied> sea.</p>')
    assert page.all("//p[@id = 'p1']") == ["He saw [the] sea."]
    assert page.first("//span[@class = 'supplied omitted']").get("title")


def test_the_label_runs_into_the_first_paragraph() -> None:
    page = _page(_SPEECH.format("<p>First.</p><p>Second.</p>"))
    assert page.all("//div[@id = 't1']/p") == ["Berg: First.", "Second."]


def test_a_label_stands_alone_where_something_else_than_a_paragraph_follows() -> None:
    page = _page(_SPEECH.format("<list><item>Herring</item></list>"))
    assert page.all("//div[@id = 't1']/p[@class = 'speaker-label']") == ["Berg:"]


def test_a_direction_within_the_label_has_its_parentheses() -> None:
    page = _page(_SPEECH.format('<stage type="delivery">laughing</stage><p>Yes.</p>'))
    assert page.all("//div[@id = 't1']/p") == ["Berg (laughing): Yes."]


def test_the_speaker_is_a_link_to_the_register() -> None:
    page = _page(_SPEECH.format("<p>Yes.</p>"))
    assert page.all("//b[@class = 'speaker']/a/@href") == ["persons.html#anna-berg"]


def test_the_number_of_a_speech_is_the_link_to_it() -> None:
    page = _page(_SPEECH.format("<p>Yes.</p>"))
    assert page.all("//div[@id = 't1']/a[@class = 'number']/@href") == ["#t1"]


def test_a_name_is_a_link_only_where_the_register_has_the_entry() -> None:
    name = '<persName ref="register/persons.xml#{}">Lund</persName>'
    page = _page(f"<p>{name.format('bo-lund')} and {name.format('unknown')}</p>")
    assert page.all("//span[@class = 'name']/a/@href") == ["persons.html#bo-lund"]


def test_a_register_may_have_any_name() -> None:
    page = _page('<p><persName ref="register/people.xml#bo-lund">Lund</persName></p>')
    assert page.all("//span[@class = 'name']/a/@href") == ["persons.html#bo-lund"]


def test_a_pointer_into_another_document_is_none_into_a_register() -> None:
    page = _page('<p><ref target="talks.xml#bo-lund">Lund</ref></p>')
    assert page.all("//p[@id = 'p1']//a/@href") == ["talks.html#bo-lund"]


def test_a_note_and_its_number_lead_to_each_other() -> None:
    page = _page('<p>Herring<note place="bottom">A fish.</note> swim.</p>')
    call = page.first("//a[@role = 'doc-noteref']")
    back = page.first("//a[@role = 'doc-backlink']")
    assert call.get("href") == "#p1-n1"
    assert back.get("href") == f"#{call.get('id')}"
    assert page.all("//ul[@class = 'notes']/li[@id = 'p1-n1']") == ["1 A fish."]
    assert page.all("//p[@id = 'p1']") == ["Herring1 swim."]


def test_notes_without_numbers_of_their_own_are_counted() -> None:
    page = _page("<p>A<note>x</note> b<note n='*'>y</note> c<note>z</note></p>")
    assert page.all("//a[@role = 'doc-noteref']") == ["1", "*", "2"]


def test_the_apparatus_has_the_lemma_and_the_other_readings() -> None:
    witnesses = '<listWit><witness xml:id="A">a</witness><witness xml:id="B">b</witness></listWit>'
    app = '<app><lem wit="#A">late</lem><rdg wit="#B">lost</rdg></app>'
    page = _page(f"<p>The herring is {app}.</p>{witnesses}")
    assert page.all("//p[@id = 'p1']") == ["The herring is latea."]
    assert page.all("//section[@aria-labelledby = '-apparatus']//li") == ["a late A] lost B"]


def test_the_same_document_gives_the_same_bytes() -> None:
    note = "<bibl>x<note>y</note></bibl><app><lem>x</lem><rdg>y</rdg></app>"
    document = tei(f"<p>{note}</p>", header=f"<encodingDesc><p>{note}</p></encodingDesc>")
    first, second = (Pages().document(document).html for _ in range(2))
    assert first == second


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", " JavaScript:x"])
def test_an_unsafe_target_becomes_no_link_and_a_finding(target: str) -> None:
    page = _page(f'<p><ref target="{target}">words</ref></p>')
    assert page.all("//p[@id = 'p1']") == ["words"]
    assert not page.all("//p[@id = 'p1']//a")
    assert [finding.id for finding in page.findings] == ["unsafe-target"]


def test_targets_of_the_web_are_links() -> None:
    page = _page('<p><ref target="https://archive.example/?a=1&amp;b=2">words</ref></p>')
    assert page.all("//p[@id = 'p1']//a/@href") == ["https://archive.example/?a=1&b=2"]
    assert not page.findings


def test_a_pointer_to_another_document_leads_to_its_page() -> None:
    page = _page('<p><ref target="other.xml#t3">words</ref></p>')
    assert page.all("//p[@id = 'p1']//a/@href") == ["other.html#t3"]


def test_a_pointer_to_what_the_page_does_not_show_becomes_no_link() -> None:
    hidden = '<encodingDesc xml:id="hidden"><projectDesc><p>x</p></projectDesc></encodingDesc>'
    page = _page('<p><ref target="#hidden">words</ref></p>', header=hidden)
    assert page.all("//p[@id = 'p1']") == ["words"]
    assert not page.all("//p[@id = 'p1']//@href")


def test_signs_of_markup_are_escaped() -> None:
    words = '&lt;script>alert(1)&lt;/script> &amp;amp; "quoted" ]]&gt;'
    page = _page(f"<p>{words}</p>", title="a &lt;b> &amp; c")
    assert page.all("//p[@id = 'p1']") == ['<script>alert(1)</script> &amp; "quoted" ]]>']
    assert page.all("//h1") == ["a <b> & c"]
    assert not page.all("//script")


def test_the_page_has_the_language_and_direction_of_the_text() -> None:
    page = Pages(edition={"language": "de"}).document(
        tei('<p>نص <foreign xml:lang="en">words</foreign></p>', language="ar")
    )
    assert (page.page.get("lang"), page.page.get("dir")) == ("ar", "rtl")
    foreign = page.first("//i[@class = 'foreign']")
    assert (foreign.get("lang"), foreign.get("dir")) == ("en", "ltr")
    navigation = page.first("//header[@class = 'site']")
    assert (navigation.get("lang"), navigation.get("dir")) == ("de", "ltr")


def test_an_unknown_element_is_shown_and_reported_once() -> None:
    page = _page('<p><c xmlns="urn:other">one</c> <c xmlns="urn:other">two</c></p>')
    assert page.all("//p[@id = 'p1']") == ["one two"]
    assert page.all("//span[@class = 'unhandled']") == ["one", "two"]
    assert [finding.id for finding in page.findings] == ["no-template"]


def test_a_block_within_a_phrase_makes_it_a_block() -> None:
    page = _page("<p>So <emph>he said <list><item>herring</item></list></emph></p>")
    assert page.all("//div[@id = 'p1']/div[@class = 'emph']//li") == ["herring"]


def test_ids_of_the_document_do_not_meet_those_of_the_page() -> None:
    body = '<p xml:id="content">x</p><p xml:id="notes">y<note>z</note></p><p xml:id="cite">w</p>'
    assert {"content", "notes", "cite"} <= ids(_page(body).page)


def test_persons_that_stand_beside_the_text_are_listed() -> None:
    beside = (
        "<standOff><listPerson><person xml:id='x'><persName>Holm</persName>"
        "<persName type='variant'>Holme</persName><birth>in Oslo</birth>"
        "<occupation from='1950' to='1952'>chief</occupation><note>A note.</note></person>"
        "</listPerson></standOff>"
    )
    page = Pages().document(tei("<p/>").replace("</text>", f"</text>{beside}"))
    assert not page.findings
    entry = "//li[@id = 'x']"
    assert page.all(f"{entry}/p[@class = 'entry-name']") == ["Holm"]
    assert page.all(f"{entry}/p[@class = 'variants']") == ["Also Holme"]
    particulars = ["born in Oslo; chief (1950 – 1952)", "A note."]
    assert page.all(f"{entry}/p[@class = 'particulars']") == particulars


def test_nothing_on_a_page_is_loaded_from_elsewhere_or_stands_in_it() -> None:
    page = _page(
        '<figure><graphic url="https://archive.example/a.png"/><figDesc>x</figDesc></figure>'
    )
    assert not page.all("//script | //style | //@style | //@*[starts-with(name(), 'on')]")
    loaded = page.all("//link/@href | //img/@src | //@srcset")
    assert loaded == ["assets/octavo.css", "assets/octavo.svg"]
    policy = page.first("//meta[@http-equiv = 'Content-Security-Policy']").get("content", "")
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
