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
    path.write_text('repository = "Our Archive"\ntitles = ["Shri"]\n', encoding="utf-8")
    profile = load_profile(str(path))
    assert profile.repository == "Our Archive"
    assert profile.titles == ("Shri",)
    assert profile.said_verbs == load_profile("generic").said_verbs


@pytest.mark.parametrize(
    ("content", "place", "told"),
    [
        ("titels = []", (1, 1), "Did you mean titles?"),
        ("\n  titles = 3", (2, 3), "list of strings"),
        ("description = 1", (1, 1), "a string is expected"),
        ("language = 'modern English'", (1, 1), "no language tag"),
        ("\nencoding = 'cp1525'", (2, 1), "no encoding called cp1525"),
        ("remarks = ['a', '(']", (1, 1), "no regular expression"),
        ("address = 'https://a b'", (1, 1), "holds a space"),
        ("begin = 'a'\nend = 'a(b'", (2, 1), "at its character 2"),
        ("alias = '\\('", (1, 1), "no group called alias"),
        ("parties = '(?P<first>x)'", (1, 1), "no group called second"),
        ("fields = 'x'", (1, 1), "tables are expected"),
        ("[[fields]]\nkind = 'titel'\nlabel = 'x'", (2, 1), "Did you mean title?"),
        ("[[fields]]\nkind = 'title'\nlable = 'x'", (3, 1), "Did you mean label?"),
        ("[[fields]]\nkind = 'title'\nlabel = 'x'\n[[fields]]\nlabel = 'x'", (4, 1), "kind is"),
        ("[[fields]]\nkind = 'title'\nlabel = '('", (3, 1), "no regular expression"),
        ("[[fields]]\nkind = 'title'", (1, 1), "either label or line"),
        (
            "[[sections]]\nholds = 'persons'\nbegin = 'a'\nend = 'b'\nentry = 'c'",
            (5, 1),
            "neither a group name",
        ),
        ("[gaps]\nunreadable = 'x'", (2, 1), "none of illegible"),
        ("x = ", (1, 5), "not TOML"),
        ("a = 1\nb = [1", (2, 7), "not TOML"),
        ("a = 1\n# \xe9", (2, 0), "not UTF-8"),
    ],
)
def test_a_wrong_profile_is_refused_in_words_with_its_place(
    tmp_path: Path, content: str, place: tuple[int, int], told: str
) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(OctavoError) as refusal:
        load_profile(str(path))
    (finding,) = refusal.value.findings
    assert (finding.id, finding.path) == ("profile-wrong", path)
    assert (finding.line, finding.column) == place
    assert told in str(finding)


def test_a_profile_of_ones_own_may_be_called_like_one_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "generic.toml"
    path.write_text('repository = "Our Archive"\n', encoding="utf-8")
    assert load_profile(str(path)).titles == load_profile("generic").titles


def test_an_unknown_profile_gets_a_suggestion() -> None:
    with pytest.raises(OctavoError) as refusal:
        load_profile("wilson-centre")
    assert "Did you mean wilson-center?" in str(refusal.value)
