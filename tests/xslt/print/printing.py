"""From TEI to a PDF, and what is to be read in it."""

from __future__ import annotations

import functools
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pikepdf
import pytest

from octavo.findings import Finding
from octavo.resources import Resources
from octavo.transform.saxon import Json, compile_stylesheet
from octavo.transform.typst import typeset

__all__ = ["EDITION", "STYLE", "Printed", "document", "poppler", "printed", "to_typst"]

STYLE: Final = Resources().xslt / "print"

EDITION: Final[dict[str, Json]] = {
    "title": "The Harbour Papers",
    "editors": ["Ida Moe", "Per Vik"],
    "publisher": "The Sample Press",
    "language": "en",
}


@dataclass(frozen=True)
class Printed:
    """A document in print: its Typst, its PDF, and what was reported on the way."""

    source: str
    pdf: bytes
    findings: tuple[Finding, ...]

    def open(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.pdf))

    def text(self, *options: str) -> str:
        """What pdftotext finds, the soft hyphens at the ends of lines taken back."""
        command = [poppler("pdftotext"), *options, "-", "-"]
        found = subprocess.run(command, input=self.pdf, capture_output=True, check=True)
        return re.sub("\u00ad\\s*", "", found.stdout.decode("utf-8"))

    def tags(self) -> list[str]:
        """The names of the structure's elements, in the order of reading."""
        with self.open() as pdf:
            return list(_tags(pdf.Root.StructTreeRoot))

    def outline(self) -> list[tuple[int, str]]:
        """The bookmarks, each with its depth."""
        with self.open() as pdf, pdf.open_outline() as outline:
            return list(_bookmarks(outline.root, 0))

    def destinations(self) -> dict[str, tuple[int, float]]:
        """The named destinations: the page, counted from 1, and the height on it in points."""
        with self.open() as pdf:
            pages = [page.objgen for page in pdf.pages]
            tree = pikepdf.NameTree(pdf.Root.Names.Dests)
            places: dict[str, Any] = {str(name): place for name, place in tree.items()}
            return {n: (pages.index(p[0].objgen) + 1, float(p[3])) for n, p in places.items()}


@functools.cache
def poppler(name: str) -> str:
    """The path of a program of Poppler; the test is skipped where it is absent, but not in CI."""
    path = shutil.which(name)
    if path is None:
        message = f"{name} is not at hand: install Poppler (poppler-utils)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


def to_typst(tei: str, **edition: Json) -> tuple[str, tuple[Finding, ...]]:
    """The Typst of a document as it stands in tei/, and the findings."""
    path = Path("tei/sample.xml")
    xslt = Resources().xslt
    published = compile_stylesheet(xslt / "tei" / "publish.xsl").transform(tei, path=path)
    main = compile_stylesheet(xslt / "print" / "main.xsl")
    result = main.transform(published.text, path=path, parameters={"edition": EDITION | edition})
    return result.text, result.findings


def printed(tei: str, *, folder: Path = Path("tei"), **edition: Json) -> Printed:
    """A document of this folder in print; other arguments change what edition.toml says."""
    source, findings = to_typst(tei, **edition)
    result = typeset(source, style=STYLE, path=folder / "sample.xml")
    return Printed(source, result.pdf, (*findings, *result.findings))


def document(text: str, *, title: str = "A Title", header: str = "", language: str = "en") -> str:
    """The smallest document with this in its <text>, and this in its <profileDesc>."""
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="small" xml:lang="{language}">
      <teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>
      <publicationStmt><publisher>A</publisher></publicationStmt>
      <sourceDesc><p>A source.</p></sourceDesc></fileDesc>
      <profileDesc>{header}</profileDesc></teiHeader>
      <text>{text}</text></TEI>"""


def _tags(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in list(node):
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)[1:]
        if "/K" in node:
            yield from _tags(node.K)


def _bookmarks(items: Any, depth: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield depth, item.title
        yield from _bookmarks(item.children, depth + 1)
