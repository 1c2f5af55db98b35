"""A document as plain text: the transcript's own words, labels, brackets and punctuation."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from tests.schema.generate import corpus
from tests.xslt.conftest import Transform

_SPEECH: Final = "<sp who='#a' xml:id='t1' n='1'><speaker>Berg</speaker>{}</sp>"
_HIDDEN: Final = """ancestor::choice[sic and corr or orig and reg or abbr and expan]
    and (ancestor::corr or ancestor::reg or ancestor::expan) or ancestor::app and ancestor::rdg
    or ancestor::graphic or ancestor::space or ancestor::teiHeader or ancestor::standOff"""


def _tei(body: str, header: str = "") -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d"><teiHeader><fileDesc><titleStmt>'
        f"<title n='1'>Minutes</title></titleStmt></fileDesc>{header}</teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    )


def _text(transform: Transform, body: str, header: str = "") -> str:
    result = transform("text/main.xsl", _tei(body, header))
    assert result.findings == ()
    assert result.text.startswith("Minutes\n\n")
    return result.text.removeprefix("Minutes\n\n").removesuffix("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<p>He saw <supplied>the <supplied>grey</supplied></supplied> sea.</p>",
            "He saw [the [grey]] sea.",
        ),
        ("<p>each day<supplied>and</supplied> new</p>", "each day[and] new"),
        (
            "<p><gap reason='omitted'><desc>Greetings (skipped)</desc></gap></p>",
            "Greetings (skipped)",
        ),
        ("<p>Then <gap reason='illegible'/>.</p>", "Then […]."),
        (_SPEECH.format("<p>One.</p><p>Two.</p>"), "Berg: One.\n\nTwo."),
        (
            _SPEECH.format("<stage type='delivery'>laughing</stage><p>One.</p>"),
            "Berg (laughing): One.",
        ),
        (_SPEECH.format("<p>One.</p><stage>He leaves.</stage>"), "Berg: One.\n\nHe leaves."),
        (_SPEECH.format("<p>A <said who='#a'>(Lund: b)</said> c</p>"), "Berg: A (Lund: b) c"),
        (
            "<closer><signed>The Delegation</signed> (<date when='1964'>1964</date>)</closer>",
            "The Delegation\n(1964)",
        ),
        ("<p>One<lb/>two</p>", "One\ntwo"),
        ("<p>One</p><pb n='2'/><p>two</p>", "One\n\n[Page 2]\n\ntwo"),
        (
            "<p>One<note place='bottom' n='7'>Seven.</note> two<note>Other.</note></p>",
            "One[7] two[1]\n\n[7] Seven.\n\n[1] Other.",
        ),
        ("<p>A <choice><sic>tow</sic><corr>two</corr></choice></p>", "A tow"),
        ("<p>A <app><lem>one</lem><rdg>two</rdg></app></p>", "A one"),
        (
            "<list rend='bulleted'><item>one</item><item>two</item></list>",
            "• one\n\n• two",
        ),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", "a\tb"),
        ("<p>One  \n  two\u00a0\u00a0three</p>", "One two\u00a0\u00a0three"),
    ],
)
def test_markup_becomes_the_marks_that_the_transcript_had(
    transform: Transform, body: str, text: str
) -> None:
    assert _text(transform, body) == text


def test_the_head_comes_back_in_the_order_of_the_source(transform: Transform) -> None:
    header = """<profileDesc>
      <abstract><p n='5'><label>Summary</label> All went well.</p></abstract>
      <creation><date n='2'>May 1964</date></creation>
      <particDesc><listPerson><listPerson n='4'><head>Present</head>
        <person xml:id='a'><persName>A. Berg</persName><note type='source'>Berg <supplied
          >A.</supplied>;</note></person>
        <person xml:id='b'><persName>B. Lund</persName><note type='source'>Lund.</note></person>
      </listPerson></listPerson></particDesc>
      <settingDesc><p n='3'><label>Location</label> The harbour</p></settingDesc></profileDesc>"""
    assert _text(transform, "<p>One.</p>", header).split("\n\n") == [
        "May 1964",
        "Location: The harbour",
        "Present: Berg [A.]; Lund.",
        "Summary: All went well.",
        "One.",
    ]


def test_every_word_of_every_element_is_text_once(root: Path, transform: Transform) -> None:
    for tree in corpus(root / "schema" / "octavo.rng", size=60):
        result = transform("text/main.xsl", etree.tostring(tree, encoding="unicode"))
        assert result.findings == ()
        for element in tree.iter("{*}*"):
            element.tag = etree.QName(element).localname
        shown = tree.xpath(f"/TEI/text//text()[not({_HIDDEN})]")
        assert isinstance(shown, list)
        wanted = Counter(re.findall(r"[^\W\d_]+\d+", " ".join(map(str, shown))))
        given = Counter(re.findall(r"[^\W\d_]+\d+", result.text))
        assert wanted - given == Counter()
        assert max((given[word] for word in wanted), default=1) == 1
