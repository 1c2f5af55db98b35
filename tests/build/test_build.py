"""An edition is checked, transformed and published."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from lxml import etree

from octavo.build import build
from octavo.edition import Edition
from octavo.findings import OctavoError

from .conftest import Add

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63"
    "6800000082008177cd72b60000000049454e44ae426082"
)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_document_becomes_page_print_text_and_tei(edition: Edition, add: Add) -> None:
    add("a", "<p>Herring in the harbour.</p>")
    outcome = build(edition)
    assert (outcome.documents, outcome.built, outcome.findings) == (1, 1, ())
    made = files(edition.dist)
    assert b"Herring in the harbour." in made["html/a.html"]
    assert "Herring in the harbour." in made["text/a.txt"].decode()
    assert made["print/a.pdf"].startswith(b"%PDF")
    assert b'<p xml:id="p1">Herring in the harbour.</p>' in made["tei/a.xml"]
    assert {"html/index.html", "html/about.html", "html/assets/octavo.css"} <= {*made}


def test_the_same_edition_gives_the_same_bytes(edition: Edition, add: Add, tmp_path: Path) -> None:
    for name in "abcde":
        add(name, f"<p>Text of {name}.</p>")
    build(edition, jobs=1)
    build(edition, tmp_path / "other", jobs=2)
    assert files(edition.dist) == files(tmp_path / "other")


def test_a_second_build_writes_nothing(edition: Edition, add: Add) -> None:
    add("a")
    build(edition)
    outcome = build(edition)
    assert (outcome.published.written, outcome.published.removed) == (0, 0)


def test_a_document_with_errors_is_left_out_and_the_others_are_built(
    edition: Edition, add: Add
) -> None:
    add("a")
    add("b", '<p><ref target="#nowhere">x</ref></p>')
    (edition.tei / "c.xml").write_text("<TEI")
    outcome = build(edition)
    assert (outcome.documents, outcome.built) == (3, 1)
    assert {f.id for f in outcome.findings} == {"unresolved-reference", "not-well-formed"}
    made = files(edition.dist)
    assert "html/a.html" in made
    assert not {name for name in made if re.search(r"/[bc]\.", name)}
    assert b"b.html" not in made["html/index.html"]


def test_a_draft_has_documents_that_are_not_valid(edition: Edition, add: Add) -> None:
    add("b", '<p><ref target="#nowhere">x</ref></p>')
    outcome = build(edition, draft=True)
    assert outcome.built == 1
    assert outcome.findings
    assert (edition.dist / "html" / "b.html").is_file()


def test_a_document_that_is_gone_from_tei_goes_from_dist(edition: Edition, add: Add) -> None:
    add("a")
    add("b").unlink()
    add("b")
    build(edition)
    (edition.tei / "b.xml").unlink()
    assert build(edition).published.removed == 4
    assert not list(edition.dist.rglob("b.*"))


def test_two_documents_with_one_id_give_one_document_and_a_finding(
    edition: Edition, add: Add
) -> None:
    text = add("a").read_text()
    (edition.tei / "copy.xml").write_text(text.replace("Text.", "Other."))
    for draft in (False, True):
        outcome = build(edition, draft=draft)
        assert [f.id for f in outcome.findings] == ["document-id-twice"]
        assert "Text." in (edition.dist / "text" / "a.txt").read_text()


def test_an_edition_without_documents_has_a_start_page(edition: Edition) -> None:
    outcome = build(edition)
    assert (outcome.documents, outcome.findings) == (0, ())
    assert "Talks" in (edition.dist / "html" / "index.html").read_text()


def test_a_broken_register_does_not_stop_the_documents(edition: Edition, add: Add) -> None:
    add("a", '<p><persName ref="register/persons.xml#berg">Berg</persName></p>')
    (edition.tei / "register").mkdir()
    (edition.tei / "register" / "persons.xml").write_text("<TEI>\n<a></TEI>")
    outcome = build(edition)
    assert [(f.id, f.line) for f in outcome.findings] == [("not-well-formed", 2)]
    assert outcome.built == 1


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE TEI [<!ENTITY e SYSTEM "/etc/passwd">]>',
        '<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "'
        + "&a;" * 1000
        + '"><!ENTITY e "'
        + "&b;" * 1000
        + '">]>',
    ],
)
def test_entities_that_do_harm_are_refused_and_the_others_built(
    edition: Edition, add: Add, doctype: str
) -> None:
    add("a")
    bad = add("b", "<p>&e;</p>")
    bad.write_text(doctype + bad.read_text())
    outcome = build(edition, draft=True)
    assert outcome.built == 1
    assert {f.id for f in outcome.findings} <= {"external-entity", "entities-swell"}
    assert len(outcome.findings) == 1


def test_a_schema_of_the_edition_that_is_none_stops_the_build_before_it_changes_anything(
    edition: Edition, add: Add
) -> None:
    add("a")
    build(edition)
    before = files(edition.dist)
    (edition.root / "schema").mkdir()
    (edition.root / "schema" / "octavo.rng").write_text("<grammar/>")
    with pytest.raises(OctavoError, match=r"octavo\.rng"):
        build(edition)
    assert files(edition.dist) == before


def test_an_edition_overrides_a_stylesheet_and_a_style_by_files_of_its_own(
    edition: Edition, add: Add
) -> None:
    add("a", "<p>A <emph>loud</emph> word.</p>")
    (edition.root / "xslt" / "html" / "assets").mkdir(parents=True)
    (edition.root / "xslt" / "html" / "custom.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' xpath-default-namespace="http://www.tei-c.org/ns/1.0">'
        '<xsl:template match="emph" mode="html"><strong><xsl:apply-templates mode="html"/></strong>'
        "</xsl:template></xsl:stylesheet>"
    )
    (edition.root / "xslt" / "html" / "assets" / "octavo.css").write_text("body {}")
    assert not build(edition).findings
    assert "<strong>loud</strong>" in (edition.dist / "html" / "a.html").read_text()
    assert (edition.dist / "html" / "assets" / "octavo.css").read_text() == "body {}"


def test_a_stylesheet_of_the_edition_that_is_wrong_is_told_at_its_place_and_changes_nothing(
    edition: Edition, add: Add
) -> None:
    add("a")
    build(edition)
    before = files(edition.dist)
    custom = edition.root / "xslt" / "html" / "custom.xsl"
    custom.parent.mkdir(parents=True)
    custom.write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">\n'
        "<xsl:nonsense/></xsl:stylesheet>"
    )
    with pytest.raises(OctavoError) as caught:
        build(edition)
    (finding,) = caught.value.findings
    assert (finding.id, finding.path, finding.line) == ("stylesheet-wrong", custom, 2)
    assert files(edition.dist) == before


@pytest.mark.parametrize("name", [".", "..", "tei", "tei/x", "sources", "xslt"])
def test_an_edition_is_not_built_over_itself(edition: Edition, add: Add, name: str) -> None:
    document = add("a").read_bytes()
    with pytest.raises(OctavoError, match="output-not-here"):
        build(edition, edition.root / name)
    assert (edition.tei / "a.xml").read_bytes() == document


@pytest.mark.parametrize("identifier", ["../../evil", "a/b", "a b", "1a"])
def test_an_id_that_is_no_name_makes_no_file(
    edition: Edition, add: Add, tmp_path: Path, identifier: str
) -> None:
    path = add("a")
    path.write_text(path.read_text().replace('xml:id="a"', f'xml:id="{identifier}"'))
    outcome = build(edition, draft=True)
    assert outcome.built == 0
    assert "document-id-wrong" in {f.id for f in outcome.findings}
    assert not list(tmp_path.rglob("*evil*"))


def test_a_picture_whose_name_no_file_can_have_is_a_finding(edition: Edition, add: Add) -> None:
    add("a", '<figure><graphic url="a%00.png"/><figDesc>A dot</figDesc></figure><p/>')
    assert {f.id for f in build(edition, draft=True).findings} >= {"no-picture"}


def test_documents_that_are_left_out_are_named(edition: Edition, add: Add) -> None:
    add("a")
    broken = add("b", '<p><ref target="#nowhere">x</ref></p>')
    assert build(edition).left_out == (broken,)


def test_an_edition_whose_documents_folder_is_gone_is_not_built(edition: Edition) -> None:
    edition.tei.rename(edition.root / "TEI documents")
    with pytest.raises(OctavoError, match="no-documents-folder"):
        build(edition)


def test_an_override_of_nothing_is_told_with_what_was_meant(edition: Edition, add: Add) -> None:
    add("a")
    (edition.root / "xslt" / "html").mkdir(parents=True)
    (edition.root / "xslt" / "html" / "coustom.xsl").write_text("<x/>")
    (finding,) = build(edition).findings
    assert (finding.id, finding.hint) == ("override-of-nothing", "Did you mean custom.xsl?")


def test_dates_are_no_pointers(edition: Edition, add: Add) -> None:
    add("a", '<p><date from="1964-09-01" to="1964-09-05">a week</date></p>')
    assert not build(edition).findings


def test_what_a_killed_build_left_goes_after_a_day(edition: Edition, add: Add) -> None:
    add("a")
    old, new = edition.dist / ".octavo-old", edition.dist / ".octavo-new"
    for folder in (old, new):
        folder.mkdir(parents=True)
    os.utime(old, (1, 1))
    build(edition)
    assert not old.exists()
    assert new.exists()


def test_a_picture_is_published_beside_page_and_tei(edition: Edition, add: Add) -> None:
    (edition.tei / "images").mkdir()
    (edition.tei / "images" / "a b.png").write_bytes(PIXEL)
    add("a", '<figure><graphic url="images/a%20b.png"/><figDesc>A dot</figDesc></figure><p/>')
    outcome = build(edition)
    assert not outcome.findings
    assert (edition.dist / "html" / "images" / "a b.png").read_bytes() == PIXEL
    page = etree.HTML((edition.dist / "html" / "a.html").read_text())
    assert page.xpath("//img/@src") == ["images/a%20b.png"]


def test_a_picture_from_outside_of_tei_is_not_published(edition: Edition, add: Add) -> None:
    (edition.root / "secret.png").write_bytes(PIXEL)
    add("a", '<figure><graphic url="../secret.png"/><figDesc>A dot</figDesc></figure><p/>')
    outcome = build(edition)
    assert "picture-not-published" in {f.id for f in outcome.findings}
    assert not list(edition.dist.rglob("secret.png"))


def test_an_element_without_a_template_is_shown_and_reported(edition: Edition, add: Add) -> None:
    add("a", "<p>The <handShift>other</handShift> hand</p>")
    outcome = build(edition, draft=True)
    assert {f.id for f in outcome.findings} >= {"unknown-element", "no-template"}
    assert "other" in (edition.dist / "html" / "a.html").read_text()
    assert "other" in (edition.dist / "text" / "a.txt").read_text()


def test_progress_is_told_step_by_step(edition: Edition, add: Add) -> None:
    add("a")
    told: list[tuple[str, int, int]] = []
    build(edition, told=lambda *step: told.append(step))
    assert told == [("check", 0, 1), ("check", 1, 1), ("build", 0, 1), ("build", 1, 1)]
