"""Verdicts on random schemas and documents are those of section 6, taken as it is written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from lxml import etree

from octavo.relaxng import Schema, SchemaError
from octavo.relaxng.load import parse_grammar
from tests.relaxng.schema import matching
from tests.relaxng.schema.schemas import PATH
from tests.relaxng.schema.test_libxml2 import Documents, Schemas


@pytest.mark.parametrize("seed", range(20))
def test_a_random_schema_has_the_verdicts_of_the_specification(seed: int, tmp_path: Path) -> None:
    made, chance = Schemas(seed), random.Random(seed)
    verdicts = []
    for number in range(80):
        source = made.schema()
        try:
            grammar = parse_grammar(source.encode(), PATH)
        except SchemaError:
            continue
        path = tmp_path / f"{number}.rng"
        path.write_text(source)
        schema, oracle = Schema.load(path, cache=tmp_path / "cache"), matching.Schema(source)
        for _ in range(20):
            root = Documents(grammar, chance).document()
            if root is None:
                continue
            if chance.random() < 0.6:
                Documents(grammar, chance).changed(root)
            document = etree.tostring(root)
            ours = not list(schema.validate("a.xml", document))
            assert ours == oracle.allows(root), (source, document)
            verdicts.append(ours)
    assert {True, False} == set(verdicts), len(verdicts)
