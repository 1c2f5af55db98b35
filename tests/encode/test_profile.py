"""Profiles are data, checked when they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.encode.profile import choose_profile, load_profile, profile_names
from octavo.findings import OctavoError


def test_every_profile_that_comes_with_octavo_can_be_read() -> None:
    assert profile_names()[0] == "generic"
    assert all(load_profile(name).description for name in profile_names())


def test_the_profile_is_chosen_by_looking_at_the_text() -> None:
    page = ("wilsoncenter.org", "[image: Wilson Center Digital Archive Logo]")
    assert choose_profile(page).name == "wilson-center"
    assert choose_profile(("Kim: Hello",)).name == "generic"


def test_a_profile_inherits_what_it_does_not_say(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('repository = "Our Archive"\ntitles = ["Shri"]\n')
    profile = load_profile(str(path))
    assert profile.repository == "Our Archive"
    assert profile.titles == ("Shri",)
    assert profile.said_verbs == load_profile("generic").said_verbs


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("titels = []", "Did you mean titles?"),
        ("titles = 3", "list of strings"),
        ("alias = '('", "alias"),
        ("[[fields]]\nkind = 'titel'\nlabel = 'x'", "titel"),
        ("x = ", "not TOML"),
    ],
)
def test_a_wrong_profile_is_refused_in_words(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(content)
    with pytest.raises(OctavoError) as refusal:
        load_profile(str(path))
    assert told in str(refusal.value)


def test_an_unknown_profile_gets_a_suggestion() -> None:
    with pytest.raises(OctavoError) as refusal:
        load_profile("wilson-centre")
    assert "Did you mean wilson-center?" in str(refusal.value)
