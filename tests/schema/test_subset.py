"""Whatever is valid by octavo.rng is valid by TEI P5."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from tests.schema.generate import corpus
from tests.schema.grammar import Grammar, read

_TEI: Final = "{http://www.tei-c.org/ns/1.0}"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"


class Specification:
    """The elements of TEI P5 and, through their classes, their attributes."""

    def __init__(self, tree: etree._ElementTree) -> None:
        specs = [*tree.iter(f"{_TEI}elementSpec", f"{_TEI}classSpec")]
        self._specs = {str(spec.get("ident")): spec for spec in specs}

    def is_element(self, name: str) -> bool:
        return name in self._specs and self._specs[name].tag == f"{_TEI}elementSpec"

    def attributes(self, name: str) -> set[str]:
        """The attributes of an element or class, less those that it deletes from its classes."""
        spec = self._specs[name]
        classes = (
            str(member.get("key")) for member in spec.iterfind(f"{_TEI}classes/{_TEI}memberOf")
        )
        found = {"xml:id", "xml:lang"} if name == "att.global" else set()
        for each in classes:
            if each.startswith("att.") and each in self._specs:
                found |= self.attributes(each)
        for own in spec.iter(f"{_TEI}attDef"):
            change = found.discard if own.get("mode") == "delete" else found.add
            change(str(own.get("ident")))
        return found


@pytest.fixture(scope="module")
def specification(p5subset: etree._ElementTree) -> Specification:
    return Specification(p5subset)


@pytest.fixture(scope="module")
def grammar(schema_path: Path) -> Grammar:
    return read(schema_path)


@pytest.fixture(scope="module")
def documents(schema_path: Path) -> Iterator[list[etree._Element]]:
    """Documents that together use all of the schema, as a parser reads them."""
    yield [etree.fromstring(etree.tostring(tree)) for tree in corpus(schema_path, size=60)]


def test_every_element_is_one_of_tei(grammar: Grammar, specification: Specification) -> None:
    names = {element.name.removeprefix(_TEI) for element in grammar.elements}
    assert [name for name in sorted(names) if not specification.is_element(name)] == []


def test_every_attribute_is_one_that_tei_gives_to_the_element(
    grammar: Grammar, specification: Specification
) -> None:
    unknown = [
        f"{name}/@{attribute}"
        for element in grammar.elements
        for name in [element.name.removeprefix(_TEI)]
        for attribute in [a.name.replace(_XML, "xml:") for a in grammar.attributes[element]]
        if attribute not in specification.attributes(name)
    ]
    assert unknown == []


def test_generated_documents_are_valid_by_octavo(
    documents: list[etree._Element], octavo_schema: etree.RelaxNG
) -> None:
    for document in documents:
        assert octavo_schema.validate(document), octavo_schema.error_log


def test_generated_documents_are_valid_by_tei_all(
    documents: list[etree._Element], tei_all: etree.RelaxNG
) -> None:
    for document in documents:
        assert tei_all.validate(document), tei_all.error_log


def test_the_sample_is_valid_by_tei_all(root: Path, tei_all: etree.RelaxNG) -> None:
    sample = etree.parse(str(root / "tests" / "samples" / "conversation.xml"))
    assert tei_all.validate(sample), tei_all.error_log
