"""The folder of an edition: found, begun, listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.edition import Edition
from octavo.edition.begin import begin_edition
from octavo.findings import OctavoError


def test_an_edition_is_found_from_any_folder_within_it(tmp_path: Path) -> None:
    begin_edition(tmp_path, "A")
    within = tmp_path / "tei" / "register"
    within.mkdir()
    assert Edition.containing(within).root == tmp_path


def test_outside_of_an_edition_the_error_says_how_to_begin_one(tmp_path: Path) -> None:
    with pytest.raises(OctavoError) as caught:
        Edition.containing(tmp_path)
    assert caught.value.findings[0].id == "no-edition"
    assert "octavo new" in caught.value.findings[0].hint


def test_documents_are_the_xml_files_in_tei_without_registers_and_hidden_ones(
    tmp_path: Path,
) -> None:
    begin_edition(tmp_path, "A")
    (tmp_path / "tei" / "register").mkdir()
    for name in ("b.xml", "a.xml", "._a.xml", "notes.txt", "register/persons.xml"):
        (tmp_path / "tei" / name).write_text("<a/>")
    edition = Edition.at(tmp_path)
    assert [path.name for path in edition.documents()] == ["a.xml", "b.xml"]
    assert [path.name for path in edition.registers()] == ["persons.xml"]


@pytest.mark.parametrize("title", ['Anna "Nan" Berg', "back\\slash", "Ærø\n하나", "a\x7fb"])
def test_any_title_gives_an_edition_toml_that_says_it(tmp_path: Path, title: str) -> None:
    begin_edition(tmp_path / "é x", title)
    assert Edition.at(tmp_path / "é x").config.title == title


def test_beginning_replaces_nothing(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    made = begin_edition(tmp_path, "A")
    assert tmp_path / "README.md" not in made
    assert (tmp_path / "README.md").read_text() == "mine"
    with pytest.raises(OctavoError, match="edition-there"):
        begin_edition(tmp_path, "B")


def test_a_language_that_is_none_makes_no_edition(tmp_path: Path) -> None:
    with pytest.raises(OctavoError, match="language"):
        begin_edition(tmp_path / "new", "A", "in English")
    assert not (tmp_path / "new").exists()
