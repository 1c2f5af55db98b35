"""edition.toml: what it may say, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.edition.config import Config, parse_config
from octavo.findings import Finding, OctavoError

PATH = Path("edition.toml")


def refusal(toml: str | bytes) -> Finding:
    data = toml.encode() if isinstance(toml, str) else toml
    with pytest.raises(OctavoError) as caught:
        parse_config(PATH, data)
    (finding,) = caught.value.findings
    assert finding.id == "edition-wrong"
    return finding


def test_what_the_file_says_is_what_the_stylesheets_see() -> None:
    config = parse_config(
        PATH,
        b'[edition]\ntitle = "Talks"\neditors = ["A", "B"]\nlicence-url = "https://a.example/"\n'
        b'[encode]\nprofile = "generic"\n',
    )
    assert config == Config(
        title="Talks", editors=("A", "B"), licence_url="https://a.example/", profile="generic"
    )
    assert config.parameters() == {
        "title": "Talks",
        "editors": ["A", "B"],
        "licence-url": "https://a.example/",
    }


def test_an_empty_file_is_an_edition_that_says_nothing() -> None:
    assert parse_config(PATH, b"") == Config()


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse_config(PATH, b'\xef\xbb\xbf[edition]\ntitle = "A"\n').title == "A"


@pytest.mark.parametrize(
    ("toml", "place", "hint"),
    [
        ('[edition]\ntitel = "A"\n', (2, 1), "Did you mean title?"),
        ('[edition]\n  publischer = "A"\n', (2, 3), "Did you mean publisher?"),
        ('[edtion]\ntitle = "A"\n', (1, 1), "Did you mean edition?"),
        ('[encode]\n"profil" = "A"\n', (2, 2), "Did you mean profile?"),
    ],
)
def test_an_unknown_key_is_refused_with_its_place_and_a_suggestion(
    toml: str, place: tuple[int, int], hint: str
) -> None:
    finding = refusal(toml)
    assert (finding.line, finding.column) == place
    assert finding.hint == hint


def test_an_unknown_key_like_no_other_is_told_which_there_are() -> None:
    assert "There are title, subtitle" in refusal('[edition]\nzzz = "A"\n').hint


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("[edition]\ntitle = 3\n", "words in quotes"),
        ('[edition]\neditors = "A"\n', "a list of names"),
        ("[edition]\neditors = [1]\n", "a list of names"),
        ('[edition]\nlanguage = "English, mostly"\n', "a language tag"),
        ('[edition]\naddress = "javascript:alert(1)"\n', "https://"),
        ("edition = 1\n", "a table"),
        ('title = "A"\n', "in a table: write [edition] above it"),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_expected(toml: str, expected: str) -> None:
    finding = refusal(toml)
    assert expected in finding.message
    assert finding.line == toml.count("\n")


def test_what_is_no_toml_has_line_and_column() -> None:
    finding = refusal('[edition]\ntitle = Talks"\n')
    assert (finding.line, finding.column) == (2, 9)


def test_toml_that_ends_too_soon_has_the_last_line() -> None:
    assert refusal('[edition]\neditors = ["A"\n').line == 2


def test_what_is_not_utf8_is_refused_in_its_line() -> None:
    finding = refusal('[edition]\ntitle = "é"\n'.encode("latin-1"))
    assert finding.line == 2
    assert "UTF-8" in finding.message
