from __future__ import annotations

from typing import Final

import pytest
from lxml import etree

from tests.xslt.html.pages import REGISTERS, Pages, tei, words

_S: Final = "{urn:octavo:summary}"
_SPEECH: Final = '<sp who="#berg" xml:id="{0}" n="{1}"><speaker>Berg</speaker><p>{2}</p></sp>'
_LUND: Final = '<persName ref="register/persons.xml#bo-lund">Lund</persName>'


def _summary(document: str) -> etree._Element:
    return Pages(registers=REGISTERS).summary(document)


def _mentions(document: str) -> list[dict[str, str]]:
    mentions = _summary(document).iter(f"{_S}mention")
    return [
        {str(k): str(v) for k, v in m.attrib.items()}
        for m in mentions
        if m.get("entry") != "anna-berg"
    ]


def test_a_summary_has_title_date_abstract_and_source(sample: str) -> None:
    summary = _summary(sample)
    assert (summary.get("id"), summary.get("lang")) == ("conversation", "en")
    assert (summary.findtext(f"{_S}title") or "").startswith("Minutes of a Conversation")
    date = summary.find(f"{_S}date")
    assert date is not None
    assert (date.get("when"), date.text) == ("1964-09-05", "September 5, 1964")
    assert summary.findtext(f"{_S}abstract") == "The herring is late, [but] not lost."
    assert summary.findtext(f"{_S}source") == "The Digital Archive"


def test_words_are_counted_without_labels_and_notes() -> None:
    summary = _summary(tei(_SPEECH.format("t1", 1, "One two<note>not this</note> three.")))
    assert summary.findtext(f"{_S}words") == "3"


def test_speakers_come_with_their_speeches_words_and_first_speech(sample: str) -> None:
    speakers = _summary(sample).findall(f"{_S}speaker")
    found = {e.text: (e.get("entry"), e.get("speeches"), e.get("first")) for e in speakers}
    assert found == {
        "Eva Friis": ("eva-friis", "1", "t1"),
        "Anna Berg": ("anna-berg", "1", "t2"),
    }
    (berg,) = (e for e in speakers if e.text == "Anna Berg")
    assert int(berg.get("words", "0")) > 20


def test_who_speaks_most_comes_first() -> None:
    body = _SPEECH.format("t1", 1, "x").replace("#berg", "#other") + "".join(
        _SPEECH.format(f"t{n}", n, "x") for n in (2, 3)
    )
    speakers = [e.get("id") for e in _summary(tei(body)).iter(f"{_S}speaker")]
    assert speakers == ["berg", "other"]


def test_names_in_one_speech_are_one_mention_with_a_count() -> None:
    assert _mentions(tei(_SPEECH.format("t4", 7, f"{_LUND} and {_LUND}"))) == [
        {
            "kind": "persons",
            "entry": "bo-lund",
            "target": "t4",
            "part": "speech",
            "n": "7",
            "count": "2",
        }
    ]


def test_a_name_outside_of_speeches_has_the_nearest_part_with_an_id() -> None:
    found = _mentions(tei(f"<p>x</p><p>{_LUND}</p>"))
    assert [(m["target"], m["part"]) for m in found] == [("p2", "text")]


def test_a_name_above_the_text_is_in_the_head() -> None:
    abstract = f"<abstract><p>{_LUND}</p></abstract>"
    document = tei("<p/>").replace("<particDesc>", f"{abstract}<particDesc>")
    found = _mentions(document)
    assert [(m["target"], m["part"]) for m in found] == [("summary-p1", "head")]


def test_a_participant_is_a_mention() -> None:
    document = tei("<p/>").replace("persons.xml#anna-berg", "persons.xml#bo-lund")
    assert [(m["entry"], m["target"], m["part"]) for m in _mentions(document)] == [
        ("bo-lund", "", "head")
    ]


def test_a_pointer_by_way_of_a_participant_leads_to_the_register() -> None:
    document = tei(_SPEECH.format("t1", 1, '<rs ref="#berg">he</rs>')).replace(
        "persons.xml#anna-berg", "persons.xml#bo-lund"
    )
    found = [(m["entry"], m["target"]) for m in _mentions(document)]
    assert found == [("bo-lund", ""), ("bo-lund", "t1")]


@pytest.mark.parametrize("pointer", ["register/persons.xml#unknown", "#unknown", "unknown"])
def test_a_name_without_an_entry_is_no_mention(pointer: str) -> None:
    assert _mentions(tei(f'<p><persName ref="{pointer}">Lund</persName></p>')) == []


def test_supplied_words_are_counted_by_kind_with_an_example(sample: str) -> None:
    supplied = _summary(sample).findall(f"{_S}supplied")
    found = {e.get("reason"): (e.get("count"), e.text) for e in supplied}
    assert found["completion"] == ("1", "[Gro]")
    assert found["romanization"] == ("2", "[Bo Lunde]")


def test_statements_of_the_header_come_without_ids() -> None:
    header = (
        '<encodingDesc xml:id="e"><projectDesc xml:id="d"><p>Ours.</p></projectDesc></encodingDesc>'
    )
    (statements,) = _summary(tei("<p/>", header=header)).iter(f"{_S}statements")
    assert words(statements) == "Ours."
    assert not statements.xpath(".//@xml:id")


def test_a_short_title_is_kept_where_there_is_one() -> None:
    short = '</title><title type="short">Short</title></titleStmt>'
    document = tei("<p/>").replace("</title></titleStmt>", short)
    assert _summary(document).findtext(f"{_S}short") == "Short"
    assert _summary(tei("<p/>")).find(f"{_S}short") is None
