from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest

from octavo.transform.saxon import Json
from tests.xslt.html.markup import faults, ids, links
from tests.xslt.html.pages import REGISTERS, Page, Pages, tei

_EDITION: Final[dict[str, Json]] = {
    "title": "Talks of 1964",
    "subtitle": "Of fish",
    "editors": ["A", "B", "C"],
    "publisher": "The Press",
    "language": "en",
    "address": "https://talks.example/",
    "licence": "CC BY 4.0",
    "licence-url": "https://creativecommons.org/licenses/by/4.0/",
    "version": "1.2.3",
}
_EARLIER = tei(
    '<sp who="#berg" xml:id="t1" n="1"><speaker>Berg</speaker><p>One two three'
    ' <persName ref="register/persons.xml#bo-lund register/persons.xml#carl-dahl">they</persName>'
    "</p></sp>"
    '<sp who="#berg" xml:id="t2" n="2"><speaker>Berg</speaker><p>Four'
    ' <persName ref="register/persons.xml#bo-lund">Lund</persName></p></sp>'
    '<p>In <placeName ref="register/places.xml#bergen">Bergen</placeName>.</p>',
    identifier="earlier",
    title="Earlier",
    date="1963-01-02",
)


@pytest.fixture(scope="module")
def site(sample: str) -> dict[str, Page]:
    """The pages of the sample and of a document that is a year earlier."""
    pages = Pages(_EDITION, REGISTERS)
    return pages.site([sample, _EARLIER])


@pytest.fixture(scope="module")
def whole(site: Mapping[str, Page], sample: str) -> dict[str, Page]:
    """The same with the pages of the documents."""
    pages = Pages(_EDITION, REGISTERS)
    documents = {"conversation.html": sample, "earlier.html": _EARLIER}
    return {**site, **{name: pages.document(text) for name, text in documents.items()}}


def test_there_is_a_page_for_each_register_that_has_entries(site: dict[str, Page]) -> None:
    assert set(site) == {"about.html", "index.html", "persons.html", "places.html"}


def test_no_page_of_the_site_has_faults(site: dict[str, Page]) -> None:
    assert [fault for page in site.values() for fault in faults(page.page)] == []


def test_every_link_within_the_site_resolves(whole: dict[str, Page]) -> None:
    checked = 0
    for page in whole.values():
        for link in links(page.page):
            if link.startswith(("https:", "../", "#")):
                continue
            name, _, place = link.partition("#")
            assert name in whole, link
            assert not place or place in ids(whole[name].page), link
            checked += 1
    assert checked > 20


def test_the_start_page_has_the_documents_by_date(site: dict[str, Page]) -> None:
    start = site["index.html"]
    assert start.all("//h1") == ["Talks of 1964"]
    assert start.all("//h2") == ["1963", "1964"]
    assert start.all("//h3/a/@href") == ["earlier.html", "conversation.html"]
    assert start.all("//li[h3]/p[@class = 'date']") == ["2 January 1963", "5 September 1964"]
    assert start.all("//p[@class = 'editors']") == ["Edited by A, B and C"]


def test_the_start_page_says_who_speaks_and_what_a_document_is_about(site: dict[str, Page]) -> None:
    start = site["index.html"]
    assert start.all("//li[h3/a = 'Earlier']/p[@class = 'speakers']") == ["Anna Berg 2 speeches"]
    assert start.all("//p[@class = 'abstract']") == ["The herring is late, [but] not lost."]
    assert start.all("//p[@class = 'speakers'][1]//a/@href")[0] == "persons.html#anna-berg"


def test_documents_without_a_date_come_last(sample: str) -> None:
    start = Pages().site([tei("<p/>"), sample])["index.html"]
    assert start.all("//h2") == ["1964", "Undated"]


def test_an_entry_has_its_names_life_notes_and_authorities(site: dict[str, Page]) -> None:
    entry = "//li[@id = 'anna-berg']"
    persons = site["persons.html"]
    assert persons.all(f"{entry}/h3") == ["Anna Berg 1901–3 February 1980"]
    assert persons.all(f"{entry}/p[@class = 'variants']/span[@lang = 'zh']") == ["安娜"]
    assert persons.all(f"{entry}/p[@class = 'particulars']") == ["She rowed & sang."]
    assert persons.all(f"{entry}/p[@class = 'identifiers']//a/@href") == [
        "https://viaf.org/viaf/12345"
    ]
    assert persons.all(f"{entry}/ul[@class = 'relations']") == ["colleague: Anna Berg – Bo Lund"]


def test_an_entry_says_where_it_speaks_and_is_named(site: dict[str, Page]) -> None:
    persons = site["persons.html"]
    speaks = "//li[@id = 'anna-berg']//li[a = 'Earlier']/span[1]"
    assert persons.all(speaks) == ["Speaks in 2 speeches"]
    assert persons.all(f"{speaks}/a/@href") == ["earlier.html#t1"]
    named = "//li[@id = 'bo-lund']//li[a = 'Earlier']/span"
    assert persons.all(named) == ["Named in speeches 1, 2"]
    assert persons.all(f"{named}/a/@href") == ["earlier.html#t1", "earlier.html#t2"]


def test_a_name_of_two_persons_is_found_at_both(site: dict[str, Page]) -> None:
    named = site["persons.html"].all("//li[@id = 'carl-dahl']//li[a = 'Earlier']/span")
    assert named == ["Named in speech 1"]


def test_a_place_named_outside_of_speeches_has_the_address_of_the_paragraph(
    site: dict[str, Page],
) -> None:
    places = site["places.html"].all("//li[@id = 'bergen']//li[a = 'Earlier']//a/@href")
    assert places == ["earlier.html", "earlier.html#p1"]


def test_a_participant_is_named_in_the_head_of_the_document(site: dict[str, Page]) -> None:
    named = site["persons.html"].all("//li[@id = 'bo-lund']//li[contains(a, 'Fish')]/span")
    assert named == ["Named in head of the document"]


def test_an_entry_that_nobody_mentions_says_so(site: dict[str, Page]) -> None:
    entry = site["persons.html"].all("//li[@id = 'nobody']/p")
    assert entry == ["Not named in the text."]


def test_entries_stand_under_their_letter_without_its_accents(site: dict[str, Page]) -> None:
    persons = site["persons.html"]
    assert persons.all("//h2") == ["A", "B", "C", "E"]
    assert persons.all("//section[h2 = 'A']//h3/a") == ["Anna Berg", "Åse Ingen"]


def test_a_place_within_a_place_is_an_entry_and_leads_to_the_larger(site: dict[str, Page]) -> None:
    places = site["places.html"]
    assert places.all("//li[@id = 'bryggen']/p/a/@href") == ["places.html#bergen"]


def test_an_edition_of_one_document_does_not_repeat_its_title() -> None:
    persons = Pages(_EDITION, REGISTERS).site([_EARLIER])["persons.html"]
    assert persons.all("//li[@id = 'carl-dahl']//li") == ["Named in speech 1"]


def test_the_page_about_the_edition_says_what_edition_toml_does(site: dict[str, Page]) -> None:
    about = site["about.html"]
    items = dict(zip(about.all("//dl[@class = 'about']//dt"), about.all("//dd"), strict=False))
    assert items["Title"] == "Talks of 1964"
    assert items["Edited by"] == "A, B and C"
    assert items["Documents"].startswith("2 documents, 1963 – 1964, ")
    assert items["Source"] == "The Digital Archive"
    licence = "//section[@aria-labelledby = '-header-licence']//a/@href"
    assert about.all(licence) == ["https://creativecommons.org/licenses/by/4.0/"]
    assert about.all("//p[@class = 'citation']") == [
        "Talks of 1964: Of fish. Edited by A, B and C. The Press. https://talks.example/"
    ]


def test_the_page_about_the_edition_explains_the_brackets(site: dict[str, Page]) -> None:
    about = site["about.html"]
    examples = about.all("//dl[@class = 'legend']//dt")
    assert examples == ["[but]", "[Gro]", "[Bo Lunde]", "[Svalbard]"]
    assert about.all("//dl[@class = 'legend']//dd")[0] == "a word that the sense needs 3 times"


def test_a_statement_that_all_documents_make_stands_once() -> None:
    header = "<encodingDesc><editorialDecl><p>Silent.</p></editorialDecl>{}</encodingDesc>"
    own = "<projectDesc><p>Ours.</p></projectDesc>"
    documents = [
        tei("<p/>", identifier="a", title="A", header=header.format("")),
        tei("<p/>", identifier="b", title="B", header=header.format("").replace("><", ">\n<")),
        tei("<p/>", identifier="c", title="C", header=header.format(own)),
    ]
    about = Pages().site(documents)["about.html"]
    statements = about.all("//div[@class = 'statement']")
    assert statements == ["Ours.For C", "Silent."]


def test_an_edition_without_documents_has_its_pages() -> None:
    pages = Pages({"title": "Empty"}).site([])
    assert set(pages) == {"about.html", "index.html"}
    assert [fault for page in pages.values() for fault in faults(page.page)] == []
    assert "Nothing is listed here yet." in pages["index.html"].text


def test_the_pages_are_the_same_in_whatever_order_the_summaries_come(sample: str) -> None:
    pages = Pages(_EDITION, REGISTERS)
    one, other = pages.site([sample, _EARLIER]), pages.site([_EARLIER, sample])
    assert {name: page.html for name, page in one.items()} == {
        name: page.html for name, page in other.items()
    }


def test_the_interface_speaks_the_language_of_the_edition(sample: str) -> None:
    start = Pages({"title": "Gespräche", "language": "de"}).site([sample])["index.html"]
    assert start.page.get("lang") == "de"
    assert start.all("//nav//a") == ["Dokumente", "Über"]
    assert start.all("//h3/a/@lang") == ["en"]
