"""The schemas that Octavo is made for, and those that are large."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from octavo.relaxng.grammar import Grammar
from octavo.relaxng.load import check_restrictions, load_grammar, load_schema
from tests.relaxng.schema.test_libxml2 import rewritten

ROOT = Path(__file__).parents[3]
TEI = ROOT.parent / "shared" / "tei"


def names(grammar: Grammar) -> set[str]:
    return {
        element.name_class[2] for element in grammar.elements if element.name_class[0] == "name"
    }


@pytest.mark.parametrize(
    ("name", "some"),
    [("tei_all", {"TEI", "teiCorpus", "sp", "zone"}), ("tei_drama", {"sp"}), ("tei_lite", {"sp"})],
)
def test_the_schemas_of_the_tei_are_schemas(name: str, some: set[str]) -> None:
    path = TEI / f"{name}.rng"
    if not path.exists():
        pytest.skip("needs the schemas of the TEI beside the checkout")
    grammar = load_grammar(path)
    assert grammar.start == ("choice", ("ref", 0), ("ref", 1))
    assert some <= names(grammar)


def test_tei_all_is_read_in_a_moment() -> None:
    path = TEI / "tei_all.rng"
    if not path.exists():
        pytest.skip("needs the schemas of the TEI beside the checkout")
    begin = time.perf_counter()
    loaded = load_schema(path)
    check_restrictions(loaded)
    assert time.perf_counter() - begin < 3, "ten times what it should take"


@pytest.mark.parametrize("name", ["octavo.rng", "octavo.rnc"])
def test_the_schema_of_octavo_is_a_schema(name: str) -> None:
    assert {"TEI", "sp", "speaker"} <= names(load_grammar(ROOT / "schema" / name))


def test_the_simple_form_of_octavo_is_a_schema(tmp_path: Path) -> None:
    grammar = load_grammar(ROOT / "schema" / "octavo.rng")
    path = tmp_path / "simple.rng"
    path.write_text(rewritten(grammar), encoding="utf-8")
    assert load_grammar(path) == grammar
