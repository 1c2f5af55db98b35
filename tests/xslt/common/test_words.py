"""The words of an element as plain text, as stylesheets of every output ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.resources import Resources
from octavo.transform.saxon import compile_stylesheet

_WORDS = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:f="urn:octavo:functions"><xsl:import href="{common}"/><xsl:output method="text"/>
  <xsl:template match="/"><xsl:value-of select="f:words({path})"/></xsl:template>
  </xsl:stylesheet>"""


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("//*:p", "a <supplied reason='omitted'>b</supplied> c", "a [b] c"),
        ("//*:supplied", "a <supplied reason='omitted'>b</supplied> c", "[b]"),
        ("//*:p", "a<note>b</note> <gap reason='lost'/>", "a […]"),
        ("(//*:note)[1]", "a<note>b<note>c</note></note>", "b"),
        ("//*:p", "<choice><sic>a</sic><corr>b</corr></choice>", "a"),
        ("//*:corr", "<choice><sic>a</sic><corr>b</corr></choice>", "b"),
        ("//*:figDesc", "<figure><figDesc>a <note>b</note>c</figDesc></figure>", "a c"),
        ("//*:rdg", "<app><lem>a</lem><rdg>b</rdg></app>", "b"),
    ],
)
def test_an_element_that_is_asked_for_has_its_words(
    tmp_path: Path, path: str, content: str, words: str
) -> None:
    stylesheet = tmp_path / "words.xsl"
    common = (Resources().xslt / "common" / "main.xsl").as_uri()
    stylesheet.write_text(_WORDS.format(common=common, path=path), encoding="utf-8")
    document = f'<p xmlns="http://www.tei-c.org/ns/1.0">{content}</p>'
    assert compile_stylesheet(stylesheet).transform(document).text == words
