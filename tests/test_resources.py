"""The schema and stylesheets of Octavo, under those of an edition."""

from __future__ import annotations

from pathlib import Path

from octavo.resources import Resources


def test_without_an_edition_they_are_octavos_own() -> None:
    with Resources() as resources:
        assert resources.schema.is_file()
        assert (resources.xslt / "html" / "main.xsl").is_file()


def test_an_edition_without_files_of_its_own_has_octavos(tmp_path: Path) -> None:
    with Resources(tmp_path) as resources, Resources() as own:
        assert (resources.schema, resources.xslt) == (own.schema, own.xslt)


def test_a_file_of_the_edition_stands_among_octavos_until_it_is_closed(tmp_path: Path) -> None:
    (tmp_path / "xslt" / "text").mkdir(parents=True)
    (tmp_path / "xslt" / "text" / "custom.xsl").write_text("mine")
    with Resources(tmp_path) as resources:
        folder = resources.xslt
        assert (folder / "text" / "custom.xsl").read_text() == "mine"
        assert (folder / "common" / "main.xsl").is_file()
    assert not folder.exists()


def test_the_schema_of_the_edition_comes_first(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "octavo.rng").write_text("mine")
    with Resources(tmp_path) as resources:
        assert resources.schema.read_text() == "mine"
