from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.schema.generate import Coverage, corpus, generate
from tests.schema.grammar import read

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _schema(folder: Path, patterns: str) -> Path:
    path = folder / "some.rng"
    path.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"'
        ' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        f"<start>{patterns}</start></grammar>",
        encoding="utf-8",
    )
    return path


def test_the_same_seed_gives_the_same_bytes(schema_path: Path) -> None:
    first, second = (etree.tostring(generate(schema_path, 7)) for _ in range(2))
    assert first == second
    assert first != etree.tostring(generate(schema_path, 8))


def test_a_document_is_no_larger_than_asked(schema_path: Path) -> None:
    counts = [len([*generate(schema_path, seed, size=50).iter()]) for seed in range(40)]
    assert max(counts) <= 50


def test_ids_are_unique(schema_path: Path) -> None:
    for seed in range(20):
        ids = [e.get(_XML_ID) for e in generate(schema_path, seed).iter() if e.get(_XML_ID)]
        assert len(ids) == len(set(ids))


def test_a_target_is_always_reached(schema_path: Path) -> None:
    for target in read(schema_path).elements:
        tree = generate(schema_path, 1, size=20, target=target)
        assert next(tree.iter(target.name), None) is not None


def test_a_corpus_has_every_element_with_every_child_and_attribute(schema_path: Path) -> None:
    grammar, coverage = read(schema_path), Coverage()
    assert coverage.missing(grammar)
    seen: set[tuple[str, str]] = set()
    for tree in corpus(schema_path, size=60):
        for element in tree.iter():
            seen |= {(str(element.tag), str(child.tag)) for child in element}
            seen |= {(str(element.tag), str(attribute)) for attribute in element.attrib}
    wanted = {(e.name, c.name) for e in grammar.elements for c in grammar.children[e]}
    wanted |= {(e.name, a.name) for e in grammar.elements for a in grammar.attributes[e]}
    assert wanted <= seen


def test_interleaved_parts_come_in_every_order(tmp_path: Path) -> None:
    a, b = (f'<element><name ns="">{name}</name><empty/></element>' for name in "ab")
    path = _schema(
        tmp_path, f'<element><name ns="">r</name><interleave>{a}{b}</interleave></element>'
    )
    orders = {"".join(str(e.tag) for e in generate(path, seed).getroot()) for seed in range(20)}
    assert orders == {"ab", "ba"}


def test_a_datatype_without_a_sample_is_refused(tmp_path: Path) -> None:
    path = _schema(tmp_path, '<element><name ns="">r</name><data type="hexBinary"/></element>')
    with pytest.raises(ValueError, match="hexBinary"):
        generate(path, 1)


def test_an_unknown_pattern_is_refused(tmp_path: Path) -> None:
    path = _schema(tmp_path, '<externalRef href="other.rng"/>')
    with pytest.raises(ValueError, match="externalRef"):
        generate(path, 1)
