"""What the header of an encoded transcript claims, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from octavo.encode import encode_source

from .conftest import Tei

_PLAIN: Final = "Kim: One.\n\nKim: Two.\n"
_RIGHTS: Final = "The rights remain with the persons interviewed."
_PUBLICATION: Final = "//t:publicationStmt/*"
_AVAILABILITY: Final = "//t:publicationStmt/t:availability/*"


@pytest.fixture
def published(tmp_path: Path, octavo_schema: etree.RelaxNG) -> Callable[..., Tei]:
    """A function that encodes a text by a profile with a repository and rights, for an edition."""
    profile = tmp_path / "ours.toml"
    profile.write_text(f'repository = "Our Archive"\nrights = "{_RIGHTS}"\n', encoding="utf-8")
    source = tmp_path / "minutes.txt"

    def encoded(text: str = _PLAIN, **edition: str) -> Tei:
        source.write_text(text, encoding="utf-8")
        tei = Tei(encode_source(source, registers={}, **{"profile": str(profile), **edition}))
        assert octavo_schema.validate(tei.root), octavo_schema.error_log
        return tei

    return encoded


def test_who_holds_the_source_has_not_published_the_edition(
    published: Callable[..., Tei],
) -> None:
    tei = published(licence="CC BY 4.0", licence_url="https://archive.example/by")
    assert tei.all(_PUBLICATION) == ["CC BY 4.0", _RIGHTS]
    assert tei.all("//t:publicationStmt/t:p/t:ref/@target") == ["https://archive.example/by"]
    assert tei.all("//t:bibl/t:distributor") == ["Our Archive"]


def test_the_publisher_of_the_edition_publishes_it_on_its_terms_and_the_rights(
    published: Callable[..., Tei],
) -> None:
    tei = published(publisher="The Press", licence="CC BY 4.0")
    assert tei.all("//t:publicationStmt/t:publisher") == ["The Press"]
    assert tei.all(_AVAILABILITY) == ["CC BY 4.0", _RIGHTS]


def test_an_edition_that_says_nothing_claims_nothing(published: Callable[..., Tei]) -> None:
    assert published(profile="generic").all(_PUBLICATION) == ["No publisher is named."]


def test_a_text_without_brackets_claims_no_editor_of_brackets(
    published: Callable[..., Tei],
) -> None:
    tei = published("Kim: One [illegible].\n\nKim: Two.\n")
    assert tei.count("//t:gap") == 1
    assert tei.count("//t:respStmt | //t:editorialDecl | //t:encodingDesc") == 0


def test_a_text_with_brackets_says_who_wrote_them(published: Callable[..., Tei]) -> None:
    tei = published("Kim: One [or] two.\n\nKim: Two.\n")
    assert tei.all("//t:sourceDesc//t:respStmt[@xml:id='source-editor']/*") == [
        "editorial brackets",
        "Our Archive",
    ]
    assert tei.count("//t:editorialDecl/t:interpretation/t:p") == 1


def test_a_source_of_which_nothing_is_known_is_described_by_its_name(
    published: Callable[..., Tei],
) -> None:
    assert published(profile="generic").all("//t:sourceDesc/t:bibl") == ["minutes.txt"]


def test_the_change_names_the_file_wherever_it_lay(published: Callable[..., Tei]) -> None:
    assert published(profile="generic").all("//t:change") == [
        "Encoded by Octavo from minutes.txt, profile generic."
    ]
