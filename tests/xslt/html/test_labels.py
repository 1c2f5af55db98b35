from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from octavo.resources import Resources

_LANGUAGES: Final = ("en", "de", "fr", "zh", "ko")
_RNG: Final = "{http://relaxng.org/ns/structure/1.0}"
_DYNAMIC: Final = {
    "role": ("att.role", "role"),
    "cert": ("certainty", ""),
    "place": ("att.place", "place"),
    "note": ("note", "type"),
    "gap": ("gap", "reason"),
    "supplied": ("supplied", "reason"),
}
"""Keys that are made of an attribute's value: where the schema lists the values."""


@pytest.fixture(scope="module")
def labels() -> dict[str, dict[str, str]]:
    tree = etree.parse(str(Resources().xslt / "common" / "labels.xml"))
    elements = tree.findall("{urn:octavo:labels}label")
    found = {
        str(e.get("key")): {str(k): str(v) for k, v in e.attrib.items() if k != "key"}
        for e in elements
    }
    assert len(found) == len(elements), "a key stands twice"
    return found


def test_every_label_is_there_in_five_languages(labels: dict[str, dict[str, str]]) -> None:
    lacking = [
        f"{key} {language}"
        for key, texts in labels.items()
        for language in _LANGUAGES
        if not texts.get(language)
    ]
    assert lacking == []


def test_what_is_filled_in_is_the_same_in_every_language(labels: dict[str, dict[str, str]]) -> None:
    for key, texts in labels.items():
        places = {language: set(re.findall(r"\{\d\}", text)) for language, text in texts.items()}
        if key.startswith("date."):
            continue  # a language may leave out a part of a date that it does not write
        assert all(found == places["en"] for found in places.values()), key


def _asked_for() -> Iterator[tuple[str, str]]:
    """The keys that stand in the stylesheets as such, with the file."""
    functions = "label|section|about-item|statements|framed|occurrences"
    for path in sorted(Resources().xslt.rglob("*.xsl")):
        text = path.read_text(encoding="utf-8")
        for key in re.findall(rf"f:(?:{functions})\('([\w.-]+)'\s*[,)]", text):
            yield key, path.name
        for key in re.findall(r"f:fact(?:-label)?\([^'\n]*'(\w[\w.-]*\w)'", text):
            yield key, path.name
        for key in re.findall(r"f:count\('(\w+)'", text):
            yield f"{key}.one", path.name
            yield f"{key}.many", path.name


def test_every_key_that_the_stylesheets_ask_for_exists(labels: dict[str, dict[str, str]]) -> None:
    asked = list(_asked_for())
    assert len(asked) > 50
    assert [f"{key} in {name}" for key, name in asked if key not in labels] == []


@pytest.mark.parametrize("prefix", _DYNAMIC)
def test_every_value_that_the_schema_allows_has_its_label(
    prefix: str, labels: dict[str, dict[str, str]], root: Path
) -> None:
    name, attribute = _DYNAMIC[prefix]
    schema = etree.parse(str(root / "schema" / "octavo.rng"))
    (define,) = schema.findall(f"{_RNG}define[@name='{name}']")
    scope = (
        define if not attribute else define.find(f".//{_RNG}attribute[{_RNG}name='{attribute}']")
    )
    assert scope is not None
    values = [value.text for value in scope.iter(f"{_RNG}value")]
    assert values
    assert [value for value in values if f"{prefix}.{value}" not in labels] == []
