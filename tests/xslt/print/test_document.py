"""The PDF of a document: what it says about itself, its order, its places, its page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from tests.xslt.print.printing import Printed, document, printed

_BOX: Final = "{http://www.w3.org/1999/xhtml}"


def _speeches(number: int, words: str = "The herring is late, but not lost.") -> str:
    speeches = (
        f'<sp who="#a" xml:id="t{n}" n="{n}"><speaker>Berg</speaker><p>{words}</p></sp>'
        for n in range(1, number + 1)
    )
    return f"<body>{''.join(speeches)}</body>"


def test_the_pdf_says_its_title_its_authors_and_its_language(conversation: Printed) -> None:
    with conversation.open() as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == (
            "Minutes of a Conversation between Anna Berg and the Fish Delegation"
        )
        assert "Ida Moe" in str(metadata["dc:creator"])
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_language_is_that_of_the_document() -> None:
    result = printed(document("<body><p>Spät.</p></body>", language="de"), language="en")
    with result.open() as pdf:
        assert str(pdf.Root.Lang) == "de"


def test_the_pdf_conforms_to_pdf_ua_1_and_is_tagged(conversation: Printed) -> None:
    with conversation.open() as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert pdf.Root.MarkInfo.Marked
    assert {"Title", "H1", "H2", "L", "LI", "P"} <= set(conversation.tags())


def test_the_outline_leads_to_the_parts_the_participants_and_the_text(
    conversation: Printed,
) -> None:
    outline = conversation.outline()
    title = "Minutes of a Conversation between Anna Berg and the Fish Delegation"
    assert [entry for entry in outline if entry[0] == 0] == [
        (0, "About this document"),
        (0, "What the brackets mean"),
        (0, title),
    ]
    assert (1, "Personnel from the Danish Side") in outline
    assert outline[-1] == (1, "Text")


def test_headings_of_divisions_are_in_the_outline_without_their_notes() -> None:
    head = "<head>The Fish<note>So the agenda.</note></head>"
    result = printed(document(f"<body><div>{head}<p>x</p></div></body>"))
    assert result.outline()[-1] == (1, "The Fish")


def test_every_speech_can_be_linked_to_by_its_id() -> None:
    places = printed(document(_speeches(90))).destinations()
    speeches = [places[f"t{n}"] for n in range(1, 91)]
    assert speeches == sorted(speeches, key=lambda place: (place[0], -place[1]))
    assert len(set(speeches)) == 90


def test_paragraphs_and_notes_can_be_linked_to_as_well() -> None:
    text = '<body><p xml:id="here">x<note xml:id="there">y</note></p></body>'
    places = printed(document(text)).destinations()
    assert {"text", "here", "there"} <= set(places)


def test_the_parts_stand_in_their_order(conversation: Printed) -> None:
    text = conversation.text("-layout")
    parts = (
        *("The Harbour Papers", "Edited by Ida Moe and Per Vik", "The Sample Press"),
        *("About this document", "What the brackets mean", "Location:", "Office of the"),
        *("Personnel from the Norwegian Side:", "Bo Lund [Bo Lunde], Chief of the Harbour"),
        *("Recorder:", "Summary of Comrade", "Greetings (skipped)", "Director Eva Friis"),
        *("A second paragraph", "Fish Delegation in Bergen"),
    )
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, part
        at = found


def test_every_word_of_the_text_is_found(conversation: Printed) -> None:
    text = " ".join(conversation.text().split())
    for words in (
        "Director Eva Friis (hereafter referred to as Friis): Chairman Holm [Gro] greets you",
        "Berg (laughing): Each day[and] night! (Lund cuts in: and [each] tide) In the north",
        "with # $ * _ < > @ [ ] \\ / ~ = + - in it.",
    ):
        assert words in text


def test_a_compound_at_the_end_of_a_line_keeps_its_hyphen() -> None:
    words = " ".join(f"self-reliance{n} of Chun-hwa{n}" for n in range(300))
    text = printed(document(f"<body><p>{words}</p></body>")).text()
    assert " ".join(text.split()).count("-") >= 600


def test_ligatures_and_small_capitals_are_found_by_their_letters() -> None:
    speech = "<speaker>Griffith Fjeld</speaker><p>An affluent office finds fifty flights.</p>"
    text = printed(document(f"<body><sp>{speech}</sp></body>")).text()
    assert "Griffith Fjeld: An affluent office finds fifty flights." in text


def test_running_heads_give_title_and_date_in_turn_and_the_speeches_of_the_page() -> None:
    header = '<creation><date when="1951-03-02">2 March 1951</date></creation>'
    result = printed(document(_speeches(120), title="The Herring", header=header))
    pages = result.text("-layout").split("\f")
    heads = [page.split("\n")[0].split() for page in pages if page.strip()]
    numbers = [re.findall(r"^ *(\d+) +Berg:", page, re.MULTILINE) for page in pages]
    # The title page, the note on the document and the beginning have none.
    assert heads[3][:2] == ["The", "Herring"]
    assert heads[3][-1] == f"{numbers[3][0]}–{numbers[3][-1]}"
    assert heads[4][:3] == ["2", "March", "1951"]
    assert heads[4][-1] == f"{numbers[4][0]}–{numbers[4][-1]}"
    assert "1951" not in heads[2]


def test_pages_are_numbered_but_not_the_title_page() -> None:
    pages = printed(document(_speeches(120))).text("-layout").split("\f")
    last = [page.split()[-1] for page in pages if page.strip()]
    assert last[0] != "1"
    assert last[1:] == [str(number) for number in range(2, len(last) + 1)]


def test_the_number_of_a_speech_stands_in_the_margin_on_the_line_of_its_label() -> None:
    result = printed(document(_speeches(3)))
    page = ElementTree.fromstring(result.text("-f", "3", "-l", "3", "-bbox"))
    words = [(word.text, word.attrib) for word in page.iter(f"{_BOX}word")]
    labels = [box for text, box in words if text == "Berg:"]
    numbers = [box for text, box in words if text in {"1", "2", "3"} and float(box["xMax"]) < 79]
    assert len(labels) == len(numbers) == 3
    for label, number in zip(labels, numbers, strict=True):
        assert float(number["xMax"]) < float(label["xMin"])
        assert float(label["yMin"]) < float(number["yMax"]) <= float(label["yMax"])


def test_no_line_leaves_the_type_area(root: Path) -> None:
    tei = (root / "tei" / "kim-il-sung-1964-09-05.xml").read_text(encoding="utf-8")
    page = ElementTree.fromstring(printed(tei).text("-bbox"))
    # 22 mm of margin, less what punctuation may hang out at the end of a line.
    edge = 2.835 * (156 - 22) + 3
    assert [w.text for w in page.iter(f"{_BOX}word") if float(w.attrib["xMax"]) > edge] == []


def test_the_same_document_gives_the_same_bytes(sample: str, conversation: Printed) -> None:
    assert printed(sample).pdf == conversation.pdf


def test_a_document_without_a_title_is_called_by_its_id() -> None:
    with printed(document("<body><p>x</p></body>", title="")).open() as pdf:
        assert str(pdf.docinfo["/Title"]) == "small"
