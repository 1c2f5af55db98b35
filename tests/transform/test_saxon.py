"""Saxon as Octavo uses it: parameters, results, findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.findings import OctavoError, Severity
from octavo.transform.saxon import Stylesheet, Xml, compile_stylesheet


def stylesheet(folder: Path, content: str, parameters: str = "") -> Stylesheet:
    path = folder / "a.xsl"
    path.write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' expand-text="yes"><xsl:output method="text"/>'
        f'{parameters}<xsl:template match="/">{content}</xsl:template></xsl:stylesheet>'
    )
    return compile_stylesheet(path)


def test_parameters_are_what_json_makes_of_them(tmp_path: Path) -> None:
    made = stylesheet(
        tmp_path, "{$m?a?2} {$m?b} {exists($none)}", '<xsl:param name="m"/><xsl:param name="none"/>'
    )
    result = made.transform("<a/>", parameters={"m": {"a": ["x", "é한"], "b": True}})
    assert result.text == "é한 true true"


def test_a_parameter_of_one_run_is_not_that_of_the_next(tmp_path: Path) -> None:
    made = stylesheet(tmp_path, "{$p}", '<xsl:param name="p" select="\'none\'"/>')
    assert made.transform("<a/>", parameters={"p": "one"}).text == "one"
    assert made.transform("<a/>").text == "none"


def test_xml_is_seen_as_a_document(tmp_path: Path) -> None:
    made = stylesheet(tmp_path, "{$p/r/@x}", '<xsl:param name="p"/>')
    assert made.transform("<a/>", parameters={"p": Xml("<r x='1'/>")}).text == "1"


def test_result_documents_come_back_by_name(tmp_path: Path) -> None:
    made = stylesheet(
        tmp_path, '<xsl:result-document href="x/b.txt" method="text">B</xsl:result-document>'
    )
    assert made.transform("<a/>").documents == {"x/b.txt": b"B"}


def test_a_message_with_a_finding_is_a_finding(tmp_path: Path) -> None:
    made = stylesheet(
        tmp_path,
        '<xsl:message><finding xmlns="urn:octavo:finding" id="an-id" severity="error" hint="Do.">'
        "Wrong.</finding></xsl:message><xsl:message>Plain</xsl:message>",
    )
    first, second = made.transform("<a/>", path=Path("a.xml")).findings
    assert (first.id, first.severity, first.message, first.hint) == (
        "an-id", Severity.ERROR, "Wrong.", "Do."
    )  # fmt: skip
    assert (second.id, second.severity, second.message) == (
        "stylesheet-message", Severity.INFO, "Plain"
    )  # fmt: skip


def test_a_stylesheet_that_stops_is_a_finding_with_its_reason(tmp_path: Path) -> None:
    made = stylesheet(tmp_path, "{error((), 'enough')}")
    with pytest.raises(OctavoError) as caught:
        made.transform("<a/>", path=Path("a.xml"))
    (finding,) = caught.value.findings
    assert (finding.id, finding.path) == ("transformation-failed", Path("a.xml"))
    assert "enough" in finding.message


def test_a_stylesheet_that_does_not_compile_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(OctavoError, match="stylesheet-wrong"):
        stylesheet(tmp_path, "<xsl:nonsense/>")


def test_a_stylesheet_reads_nothing_from_the_network(tmp_path: Path) -> None:
    made = stylesheet(tmp_path, "{unparsed-text('http://192.0.2.1/x')}")
    with pytest.raises(OctavoError, match="prohibited"):
        made.transform("<a/>")
