"""Pages made as the build makes them: published first, then transformed.

page = Pages(edition={"title": "Talks"}).document('<TEI ...>').page
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from octavo.findings import Finding
from octavo.resources import Resources
from octavo.transform.saxon import Json, Parameter, Result, Xml, compile_stylesheet
from tests.xslt.html.markup import read

__all__ = ["REGISTERS", "Page", "Pages", "tei", "words"]

_SUMMARIES: Final = "urn:octavo:summary"

REGISTERS: Final = Xml(
    """<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
    <TEI><standOff><listPerson>
      <person xml:id="anna-berg"><persName>Anna Berg</persName>
        <persName type="variant" xml:lang="zh">安娜</persName>
        <birth when="1901"/><death when="1980-02-03">3 February 1980</death>
        <idno type="VIAF">12345</idno><note>She rowed &amp; sang.</note></person>
      <person xml:id="bo-lund"><persName>Bo Lund</persName></person>
      <person xml:id="eva-friis"><persName>Eva Friis</persName></person>
      <person xml:id="carl-dahl"><persName>Carl Dahl</persName></person>
      <person xml:id="nobody"><persName>Åse Ingen</persName></person>
      <listRelation><relation name="colleague" mutual="#anna-berg #bo-lund"/></listRelation>
    </listPerson></standOff></TEI>
    <TEI><standOff><listPlace>
      <place xml:id="bergen"><placeName>Bergen</placeName>
        <location><geo>60.39 5.32</geo></location>
        <place xml:id="bryggen"><placeName>Bryggen</placeName></place></place>
    </listPlace></standOff></TEI>
    </teiCorpus>"""
)


def words(element: etree._Element) -> str:
    """The words of an element, white space folded."""
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its `html` element as written, its text, and what the stylesheet said."""

    html: str
    page: etree._Element
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The words of its main part, white space folded."""
        return words(self.first("//main"))

    def first(self, path: str) -> etree._Element:
        """The first element at an XPath; an AssertionError where there is none."""
        found = self.page.xpath(path)
        assert isinstance(found, list)
        assert found, f"nothing at {path}"
        assert isinstance(found[0], etree._Element)
        return found[0]

    def all(self, path: str) -> list[str]:
        """The words of each element, or the value of each attribute, at an XPath."""
        found = self.page.xpath(path)
        assert isinstance(found, list)
        return [words(item) if isinstance(item, etree._Element) else str(item) for item in found]


@dataclass(frozen=True, slots=True)
class Pages:
    """What makes pages for one edition."""

    edition: Mapping[str, Json] | None = None
    registers: Xml | None = None

    def document(self, document: str) -> Page:
        """The page of one document."""
        result = self._run("html/main.xsl", self.published(document))
        return Page(result.text, read(result.text), result.findings)

    def summary(self, document: str) -> etree._Element:
        """What one document leaves for the pages of the site."""
        text = self._run("summary/main.xsl", self.published(document)).text
        return etree.fromstring(text.encode("utf-8"))

    def site(self, documents: Iterable[str]) -> dict[str, Page]:
        """The pages of the site, by the names of their files."""
        summaries = etree.Element(f"{{{_SUMMARIES}}}summaries")
        summaries.extend(self.summary(document) for document in documents)
        result = self._run("html/site.xsl", etree.tostring(summaries, encoding="unicode"))
        assert result.text == ""
        texts = {name: text.decode("utf-8") for name, text in result.documents.items()}
        return {name: Page(text, read(text), result.findings) for name, text in texts.items()}

    @staticmethod
    @functools.cache
    def published(document: str) -> str:
        """The published TEI of a document."""
        return compile_stylesheet(Resources().xslt / "tei/publish.xsl").transform(document).text

    def _run(self, stylesheet: str, source: str) -> Result:
        parameters: dict[str, Parameter] = {}
        if self.edition is not None:
            parameters["edition"] = dict(self.edition)
        if self.registers is not None:
            parameters["registers"] = self.registers
        return compile_stylesheet(Resources().xslt / stylesheet).transform(
            source, path=Path("tei/sample.xml"), parameters=parameters
        )


def tei(
    body: str,
    *,
    identifier: str = "sample",
    language: str = "en",
    title: str = "Sample",
    date: str = "",
    header: str = "",
) -> str:
    """A small document with `body` in its body and `header` at the end of its header."""
    dated = f'<creation><date when="{date}"/></creation>' if date else ""
    document = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"
      xml:id="{identifier}" xml:lang="{language}">
      <teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      {header}
      <profileDesc>{dated}<particDesc><listPerson>
        <person xml:id="berg" corresp="register/persons.xml#anna-berg">
        <persName>Anna Berg</persName></person>
      </listPerson></particDesc></profileDesc></teiHeader>
      <text><body>{body}</body></text></TEI>"""
    return re.sub(r"\n\s+", "\n", document)
