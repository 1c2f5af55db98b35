"""`octavo validate` and `octavo explain` as a user has them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.schema.documents import document

from .conftest import Octavo


def test_a_folder_stands_for_the_documents_in_it(octavo: Octavo, tmp_path: Path) -> None:
    (tmp_path / "x" / "y").mkdir(parents=True)
    (tmp_path / "x" / "y" / "a.xml").write_text("<TEI", encoding="utf-8")
    (tmp_path / "x" / "b.txt").write_text("no document", encoding="utf-8")
    done = octavo("validate", "x")
    assert done.returncode == 1
    assert done.stdout.startswith("x/y/a.xml:1:1: error [not-well-formed]")
    assert "1 file checked" in done.stderr


def test_a_schema_is_asked_for(octavo: Octavo, tmp_path: Path) -> None:
    (tmp_path / "a.rnc").write_text("element a { attribute xml:id { text } }", encoding="utf-8")
    (tmp_path / "a.xml").write_text('<a xml:id="a"/>', encoding="utf-8")
    assert octavo("validate", "--schema", "a.rnc", "a.xml").returncode == 0
    assert octavo("validate", "a.xml").returncode == 1


def test_a_wrong_schema_is_status_2_with_its_place(octavo: Octavo, tmp_path: Path) -> None:
    (tmp_path / "a.rng").write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0">\n<txt/></element>',
        encoding="utf-8",
    )
    (tmp_path / "a.xml").write_text('<a xml:id="a"/>', encoding="utf-8")
    done = octavo("validate", "-s", "a.rng", "a.xml")
    assert done.returncode == 2
    assert "a.rng:2:1: error [unknown-element]" in done.stdout


def test_other_formats_go_to_standard_output_alone(octavo: Octavo, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI", encoding="utf-8")
    done = octavo("validate", "--format", "json", "a.xml")
    assert json.loads(done.stdout)[0]["id"] == "not-well-formed"
    assert octavo("validate", "--format", "yaml", "a.xml").returncode == 2


def test_at_most_so_many_findings_are_printed(octavo: Octavo, tmp_path: Path) -> None:
    text = document('<p zz="1"/><p zz="1"/><p zz="1"/>')
    (tmp_path / "minutes.xml").write_text(text, encoding="utf-8")
    done = octavo("validate", "--max-findings", "1", "minutes.xml")
    assert len(done.stdout.splitlines()) == 1
    assert "... and 2 more findings." in done.stderr


def test_a_schema_on_the_web_is_said_in_edition_toml(octavo: Octavo, edition: Path) -> None:
    address = "https://schemas.example/tei.rng"
    head = f'<?xml-model href="{address}" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
    (edition / "tei" / "minutes.xml").write_text(head + document(), encoding="utf-8")
    done = octavo("validate", cwd=edition)
    assert done.returncode == 1
    assert "[schema-not-here]" in done.stdout
    (edition / "schema").mkdir()
    (edition / "schema" / "tei.rng").write_text(
        '<element xmlns="http://relaxng.org/ns/structure/1.0"><anyName/><zeroOrMore><choice>'
        '<attribute><anyName/></attribute><text/><grammar><start><ref name="any"/></start>'
        '<define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/>'
        '</attribute><text/><ref name="any"/></choice></zeroOrMore></element></define></grammar>'
        "</choice></zeroOrMore></element>",
        encoding="utf-8",
    )
    with (edition / "edition.toml").open("a", encoding="utf-8") as file:
        file.write(f'[schemas]\n"{address}" = "schema/tei.rng"\n')
    assert octavo("validate", cwd=edition).returncode == 0


def test_explain_tells_attributes_content_and_parents(octavo: Octavo) -> None:
    done = octavo("explain", "sp")
    assert done.returncode == 0
    for words in ("<sp>", "who", "required", "speaker", "May stand in", "<body>"):
        assert words in done.stdout
    assert octavo("explain", "sp", "--in", "body").returncode == 0


def test_explain_suggests_what_was_meant(octavo: Octavo) -> None:
    done = octavo("explain", "suplied")
    assert done.returncode == 1
    assert "Did you mean <supplied>?" in done.stderr
    done = octavo("explain", "sp", "--in", "p")
    assert "<sp> cannot stand in <p>" in done.stderr
