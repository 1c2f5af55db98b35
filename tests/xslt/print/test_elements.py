"""What single elements become."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

from tests.xslt.print.printing import document, printed, to_typst


def _words(text: str) -> str:
    return " ".join(printed(document(text)).text().split())


def _typst(text: str) -> str:
    return to_typst(document(text))[0]


def test_an_element_without_a_template_is_shown_and_reported() -> None:
    result = printed(document("<body><p>A <w>herring</w> came.</p></body>"))
    (finding,) = result.findings
    assert finding.id == "no-template"
    assert "<w>" in finding.message
    assert "A herring came." in result.text()


def test_supplied_words_stand_in_brackets_and_are_set_apart() -> None:
    text = '<body><p><supplied reason="omitted">North</supplied> Korea</p></body>'
    assert "[North] Korea" in _words(text)
    assert '#supplied(kind: "omitted")[North]' in _typst(text)


def test_what_the_brackets_mean_is_said_with_an_example() -> None:
    long = "word " * 20
    text = f"<body><p><supplied>{long}</supplied> <unclear>late</unclear></p></body>"
    source = _typst(text)
    assert "#mark(example: [#supplied[…]], count: [1 time])" in source
    assert "#mark(example: [#unclear[late]], count: [1 time])" in source


def test_an_example_of_a_correction_shows_what_it_corrects() -> None:
    choice = "<choice><sic>hering</sic><corr>herring</corr></choice>"
    assert "#mark(example: [hering #bracketed" in _typst(f"<body><p>{choice}</p></body>")


def test_a_speaker_is_in_small_capitals_and_the_direction_in_italics() -> None:
    speech = '<speaker>Berg</speaker><stage type="delivery">laughing</stage><p>Yes.</p>'
    source = _typst(f"<body><sp>{speech}</sp></body>")
    assert re.search(r"#speaker\[Berg\] \S*#delivery\[laughing\]\\: Yes", source)


def test_a_speech_without_a_label_gets_one_in_its_first_line_and_one_number() -> None:
    header = '<particDesc><listPerson><person xml:id="a"><persName>Anna Berg</persName></person>'
    header += "</listPerson></particDesc>"
    speech = '<sp who="#a" n="7"><p>Yes.</p><p>No.</p></sp>'
    source, _ = to_typst(document(f"<body>{speech}</body>", header=header))
    assert r"#speech-number[7]#speaker(ours: true)[Anna Berg]\: Yes\." in source
    assert source.count("#speech-number") == 1


def test_a_note_is_called_by_its_number_and_stands_at_the_foot() -> None:
    text = _words('<body><p>Herring<note n="5">Late.</note> came.</p></body>')
    assert "Herring5 came." in text
    assert re.search(r"5 Late\.", text)


def test_a_page_break_within_a_word_leaves_the_word_whole() -> None:
    assert "out­set".replace("\u00ad", "") in _words(
        '<body><p>At the out<pb n="12" break="no"/>set.</p></body>'
    )
    assert "p. 12" in _words('<body><p>At the out<pb n="12" break="no"/>set.</p></body>')


def test_words_can_be_underlined_and_struck_out_at_once() -> None:
    marked = "<unclear>one <del>two <add>three</add></del></unclear> "
    marked += "<del>four <unclear>five</unclear></del>"
    result = printed(document(f"<body><p>{marked}</p></body>"))
    assert result.findings == ()
    assert "one two three four five" in " ".join(result.text().split())


def test_a_quotation_within_a_paragraph_may_hold_paragraphs() -> None:
    result = printed(document("<body><p>He: <q><p>One.</p><p>Two.</p></q></p></body>"))
    assert result.findings == ()
    assert "He: “One. Two.”" in " ".join(result.text().split())


def test_quotation_marks_are_those_of_the_language() -> None:
    assert "„Ja“" in _words('<body><p xml:lang="de"><q>Ja</q></p></body>')


def test_an_apparatus_that_stands_apart_has_its_first_reading_whole() -> None:
    words = " ".join(f"w{n}" for n in range(20))
    app = f'<app from="#x"><lem>{words}</lem><rdg>none</rdg></app>'
    text = f'<body><p xml:id="x">x</p></body><back><listApp>{app}</listApp></back>'
    assert words in _words(text)


def test_a_cast_has_its_heading() -> None:
    cast = "<castList><head>Persons</head><castItem><role>Berg</role></castItem></castList>"
    assert "Persons Berg" in _words(f"<front>{cast}</front><body><p>x</p></body>")


def test_cells_whose_spans_do_not_fit_together_are_all_set() -> None:
    row = '<row><cell rows="9">a1</cell><cell cols="1000">b1</cell></row>'
    head = '<row role="label"><cell rows="2">h1</cell><cell>h2</cell></row>'
    more = '<row><cell>a2</cell></row><row><cell cols="2" rows="2">a3</cell><cell>b3</cell></row>'
    result = printed(document(f"<body><table>{head}{row}{more}</table></body>"))
    assert {"h1", "h2", "a1", "b1", "a2", "a3", "b3"} <= set(result.text().split())
    assert {"Table", "TH", "TD"} <= set(result.tags())


def test_rows_of_a_table_keep_away_from_the_rule_under_its_head() -> None:
    rows = "".join(f"<row><cell>{word}</cell></row>" for word in ("one", "two", "three"))
    head = '<row role="label"><cell>head</cell></row>'
    result = printed(document(f"<body><table>{head}{rows}</table></body>"))
    page = ElementTree.fromstring(result.text("-bbox"))
    words = [word for word in page.iter() if "yMin" in word.attrib]
    tops = {word.text: float(word.attrib["yMin"]) for word in words}
    assert tops["one"] - tops["head"] > tops["two"] - tops["one"] + 4
    assert tops["three"] - tops["two"] < 14


def test_a_paragraph_of_the_publication_statement_has_the_label_of_the_statement() -> None:
    tei = document("<body><p>x</p></body>").replace(
        "<publisher>A</publisher>", "<p>Unpublished.</p>"
    )
    assert r"#statement(label: [Publication])[Unpublished\.]" in to_typst(tei)[0]


def test_the_description_of_a_missing_picture_is_printed_and_the_picture_reported() -> None:
    figure = '<figure><graphic url="no.png"/><figDesc>Boats.</figDesc></figure>'
    result = printed(document(f"<body>{figure}</body>"))
    assert [finding.id for finding in result.findings] == ["no-picture"]
    assert "Boats." in result.text()


def test_a_picture_has_its_description_as_alternative_text(tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
    (tmp_path / "boats.svg").write_text(drawing, encoding="utf-8")
    figure = '<figure><graphic url="boats.svg"/><figDesc>Boats.</figDesc></figure>'
    result = printed(document(f"<body>{figure}</body>"), folder=tmp_path)
    assert result.findings == ()
    assert "Figure" in result.tags()
    with result.open() as pdf:
        elements = [element for element in pdf.objects if isinstance(element, pikepdf.Dictionary)]
        assert [str(element.Alt) for element in elements if "/Alt" in element] == ["Boats."]
    assert "Boats." not in result.text()


def test_a_no_break_space_beside_a_space_is_not_a_second_space() -> None:
    assert r"late\. But" in _typst("<body><p>late.\u00a0 But</p></body>")


def test_a_numbered_note_in_the_title_is_no_fact_of_the_head() -> None:
    tei = document("<body><p>x</p></body>", title='A<note n="1">Note.</note>')
    assert "#fact(" not in to_typst(tei)[0]


def test_compounds_are_kept_together_where_no_word_goes_on_beside_them() -> None:
    assert r"\(#compound[Sino\-Soviet]\)\, " in _typst("<body><p>(Sino-Soviet), x</p></body>")
    assert r"#compound[300\,000\-400\,000] t" in _typst("<body><p>300,000-400,000 t</p></body>")
    assert "#compound" not in _typst("<body><p><hi>S</hi>ino-Soviet x-y<hi>z</hi> - a-</p></body>")
