"""Under which numbers notes are called: the same in every output."""

from __future__ import annotations

import re
from pathlib import Path

from octavo.resources import Resources
from octavo.transform.saxon import compile_stylesheet
from tests.xslt.print.printing import document, to_typst


def _printed(text: str) -> list[str]:
    return re.findall(r'#note\([^)]*number: "([^"]*)"', to_typst(document(text))[0])


def _others(text: str, output: str, call: str) -> list[str]:
    xslt = Resources().xslt
    main = compile_stylesheet(xslt / output / "main.xsl")
    published = compile_stylesheet(xslt / "tei" / "publish.xsl").transform(
        document(text), path=Path("tei/sample.xml")
    )
    result = main.transform(published.text, path=Path("tei/sample.xml"))
    return re.findall(call, result.text)


def _numbers(text: str) -> list[str]:
    """The numbers at the calls, once it is certain that they are those of every output."""
    numbers = _printed(text)
    assert _others(text, "html", r'role="doc-noteref"[^>]*>([^<]*)<') == numbers
    assert _others(text, "text", r"(?<=[a-z])\[([^\]]*)\]") == numbers
    return numbers


def test_notes_without_numbers_are_counted() -> None:
    assert _numbers("<body><p>a<note>x</note> b<note>y</note></p></body>") == ["1", "2"]


def test_a_note_without_a_number_gets_one_that_no_other_note_has() -> None:
    ours = '<note type="editorial">ours</note>'
    theirs = '<note type="source" n="1">theirs</note> b<note type="source" n="3)">more</note>'
    text = f"<body><p>a{theirs} c{ours} d{ours} e{ours}</p></body>"
    assert _numbers(text) == ["1", "3)", "2", "4", "5"]


def test_a_note_between_paragraphs_takes_no_number_from_those_that_are_called() -> None:
    text = "<body><note><p>apart</p></note><p>a<note>x</note></p></body>"
    assert _printed(text) == ["1"]
    assert _others(text, "text", r"(?<=[a-z])\[([^\]]*)\]") == ["1"]
