"""Names, URIs, and whether name classes overlap."""

from __future__ import annotations

import itertools
import random

import pytest

from octavo.relaxng.decoding import decoded_text
from octavo.relaxng.grammar import NameClass
from octavo.relaxng.name_overlap import Names, has_endless_names
from octavo.relaxng.places import attribute_places, tag_place
from octavo.relaxng.schema_names import (
    escape_uri,
    href_fault,
    is_ncname,
    is_qname,
    is_uri,
    library_fault,
)


@pytest.mark.parametrize("name", ["a", "_", "a-b", "a.b", "a1", "ä", "名前", "a·", "𐀀"])
def test_is_a_name(name: str) -> None:
    assert is_ncname(name)
    assert is_qname(name)
    assert is_qname(f"p:{name}")


@pytest.mark.parametrize(
    "name", ["", " ", "a ", "1a", "-a", ".a", "a b", "·a", "a:", ":a", "a:b:c", "a\n"]
)
def test_is_no_name(name: str) -> None:
    assert not is_ncname(name)
    assert not is_qname(name)


@pytest.mark.parametrize(
    "uri",
    [
        "", "a", "a/b.c", "../a", "?q", "#f", "a#f", "http://a.example/b?c#d", "urn:a:b",
        "mailto:a@b", "http://[::1]/", "a b", "ä", "<>\"{}|\\^`", "%41", "a:b", "./1:b", "//host/a",
    ],
)  # fmt: skip
def test_is_a_uri(uri: str) -> None:
    assert is_uri(uri)


@pytest.mark.parametrize("uri", ["%", "%4", "%zz", "a#b#c", ":", ":a", "1:b", "ä:b", "a:", "a:#b"])
def test_is_no_uri(uri: str) -> None:
    assert not is_uri(uri)


def test_escaping_is_of_utf_8_and_leaves_what_is_escaped() -> None:
    assert escape_uri("ä b%20[c]#<") == "%C3%A4%20b%20[c]#%3C"


@pytest.mark.parametrize("uri", ["", "http://a.example/", "urn:a", "a+b.c-d:e"])
def test_can_be_a_datatype_library(uri: str) -> None:
    assert not library_fault(uri)


@pytest.mark.parametrize("uri", ["a", "/a", "//a/b", "?a", "#", "http://a.example/#", "x/y:z"])
def test_cannot_be_a_datatype_library(uri: str) -> None:
    assert library_fault(uri)


def test_an_address_has_no_fragment() -> None:
    assert href_fault("a#b")
    assert href_fault("#")
    assert not href_fault("a?b")


A: NameClass = ("name", "", "a")
UA: NameClass = ("name", "u", "a")
ANY: NameClass = ("anyName", None)
U: NameClass = ("nsName", "u", None)

OVERLAPS = {
    "a name and itself": (A, A, True),
    "a name and the same in a namespace": (A, UA, False),
    "a name and any": (A, ANY, True),
    "a name and any but it": (A, ("anyName", A), False),
    "a name and any but another": (A, ("anyName", UA), True),
    "a name and its namespace": (UA, U, True),
    "a name and another namespace": (A, U, False),
    "a name and its namespace but it": (UA, ("nsName", "u", UA), False),
    "a choice that has it": (A, ("choice", UA, A), True),
    "a choice that has it not": (A, ("choice", UA, U), False),
    "any and any": (ANY, ANY, True),
    "any but a and any but b": (("anyName", A), ("anyName", UA), True),
    "any but a namespace, and that": (("anyName", U), U, False),
    "any but most of a namespace, and that": (("anyName", ("nsName", "u", UA)), U, True),
    "any but most of a namespace, and that but the rest": (
        ("anyName", ("nsName", "u", UA)),
        ("nsName", "u", UA),
        False,
    ),
    "any but two namespaces, and one of them": (
        ("anyName", ("choice", U, ("nsName", "v", None))),
        ("nsName", "v", None),
        False,
    ),
    "two namespaces": (U, ("nsName", "v", None), False),
    "no namespace, and any of none": (A, ("nsName", "", None), True),
}


@pytest.mark.parametrize(("one", "other", "expected"), OVERLAPS.values(), ids=OVERLAPS.keys())
def test_overlap(one: NameClass, other: NameClass, expected: bool) -> None:  # noqa: FBT001
    assert (Names(one).common(Names(other)) is not None) is expected
    assert (Names(other).common(Names(one)) is not None) is expected


def allows(name_class: NameClass, name: tuple[str, str]) -> bool:
    """Section 6.1, word for word."""
    kind, *rest = name_class
    if kind == "name":
        return (rest[0], rest[1]) == name
    if kind == "choice":
        return any(allows(member, name) for member in rest)
    if kind == "nsName" and rest[0] != name[0]:
        return False
    return rest[-1] is None or not allows(rest[-1], name)


def random_class(chance: random.Random, depth: int, within: str = "") -> NameClass:
    kinds = ["name", "name", "choice"] + ([] if within == "nsName" else ["nsName"])
    kind = chance.choice(kinds + ([] if within else ["anyName"]) if depth else ["name"])
    if kind == "name":
        return ("name", chance.choice(["", "u"]), chance.choice("ab"))
    if kind == "choice":
        return ("choice", *(random_class(chance, depth - 1, within) for _ in range(2)))
    excluded = random_class(chance, depth - 1, kind) if chance.random() < 0.7 else None
    return ("anyName", excluded) if kind == "anyName" else ("nsName", chance.choice("uv"), excluded)


@pytest.mark.parametrize("seed", range(20))
def test_overlap_is_that_of_the_names(seed: int) -> None:
    chance = random.Random(seed)
    universe = list(itertools.product(["", "u", "v", "w"], ["a", "b", "c"]))
    for _ in range(200):
        one, other = random_class(chance, 3), random_class(chance, 3)
        both = [name for name in universe if allows(one, name) and allows(other, name)]
        common = Names(one).common(Names(other))
        assert (common is not None) == bool(both), (one, other)
        assert [name in Names(one) for name in universe] == [allows(one, n) for n in universe]


def test_endless_names() -> None:
    assert has_endless_names(ANY)
    assert has_endless_names(("choice", A, U))
    assert not has_endless_names(("choice", A, UA))


def places(tag: str) -> dict[str, tuple[int, int, int]]:
    data = tag.encode()
    return {name: tuple(place) for name, place, _ in attribute_places(data, 0, 1, 1)}  # type: ignore[misc]


def test_places_of_attributes() -> None:
    tag = "<ä b='>' \n  c:d = \"x\ny\"\te=''/>"
    assert places(tag) == {"b": (1, 4, 5), "c:d": (2, 3, 8), "e": (3, 4, 4)}


def test_places_of_values() -> None:
    values = [place for _, _, place in attribute_places("<a b = \n 'ä'/>".encode(), 0, 7, 3)]
    assert values == [(8, 3, 1)]


def test_no_places_where_there_is_no_tag() -> None:
    assert places("&x;") == {}
    assert tag_place(b"&x;", 0, 1, 1) == (1, 1, 0)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells_the_encoding(encoding: str) -> None:
    assert decoded_text("<ä/>".encode(encoding), None) == "<ä/>"
