"""What is kept of a schema, and when it is not believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.relaxng import Schema, SchemaError, load
from octavo.relaxng.cache import cache_directory

RNC = 'element a { attribute x { xsd:token { pattern = "[a-z]+" } } }'


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "schema.rnc"
    path.write_text(RNC)
    return path


def valid(path: Path, cache: Path, document: bytes = b"<a x='b'/>") -> bool:
    return not list(Schema.load(path, cache=cache).validate("a.xml", document))


def test_the_second_time_nothing_is_parsed(
    schema: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert valid(schema, tmp_path / "cache")

    def refuse(*_: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(load, "load_schema", refuse)
    assert valid(schema, tmp_path / "cache")
    assert not valid(schema, tmp_path / "cache", b"<a x='1'/>")


def test_a_schema_that_changed_is_read_again(schema: Path, tmp_path: Path) -> None:
    assert valid(schema, tmp_path / "cache")
    schema.write_text(RNC.replace("[a-z]", "[0-9]"))
    assert not valid(schema, tmp_path / "cache")


def test_an_included_file_that_changed_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "main.rnc").write_text('include "part.rnc"\nstart = a')
    (tmp_path / "part.rnc").write_text(f"a = {RNC}")
    assert valid(tmp_path / "main.rnc", tmp_path / "cache")
    (tmp_path / "part.rnc").write_text(f"a = {RNC.replace('[a-z]', '[0-9]')}")
    assert not valid(tmp_path / "main.rnc", tmp_path / "cache")


@pytest.mark.parametrize("damage", [b"", b"\x00" * 100, b"x", None])
def test_a_damaged_entry_is_not_believed(
    schema: Path, tmp_path: Path, damage: bytes | None
) -> None:
    assert valid(schema, tmp_path / "cache")
    entries = list((tmp_path / "cache" / "relaxng").iterdir())
    assert len(entries) == 2
    for entry in entries:
        entry.write_bytes(entry.read_bytes()[:-1] if damage is None else damage)
    assert valid(schema, tmp_path / "cache")


def test_a_cache_that_cannot_be_written_does_no_harm(schema: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    assert valid(schema, tmp_path / "cache")


def test_a_wrong_schema_is_wrong_every_time(tmp_path: Path) -> None:
    path = tmp_path / "schema.rnc"
    path.write_text("element a { text, xsd:date }")
    for _ in range(2):
        with pytest.raises(SchemaError):
            Schema.load(path, cache=tmp_path / "cache")


def test_the_folder_is_the_users_own_or_the_one_that_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OCTAVO_CACHE", str(tmp_path))
    assert cache_directory() == tmp_path
    monkeypatch.setenv("OCTAVO_CACHE", "")
    assert cache_directory() is None


def test_an_id_that_is_none_elsewhere_is_a_fault_of_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "schema.rnc"
    path.write_text(
        "element a { element b { attribute id { xsd:ID } }, element b { attribute id { text } } }"
    )
    with pytest.raises(SchemaError, match="id of <b> is ID in one place"):
        Schema.load(path, cache=tmp_path / "cache")


def test_states_that_were_kept_give_the_same_findings_as_none(root: Path, tmp_path: Path) -> None:
    schema = root / "schema" / "octavo.rng"
    sample = (root / "tests" / "samples" / "conversation.xml").read_bytes()
    documents = [
        sample,
        sample.replace(b"<speaker>", b"<speeker>").replace(b"</speaker>", b"</speeker>"),
        sample.replace(b"<p>", b"<p zz='1'>"),
        sample.replace(b"</sp>", b"</sp><p>x</p>", 1),
        sample.replace(b'reason="omitted"', b'reason="x"'),
    ]
    fresh = [list(Schema.load(schema, cache=tmp_path / "no").validate("a", d)) for d in documents]
    list(Schema.load(schema, cache=tmp_path / "yes").validate("a", sample))
    for document, expected in zip(documents, fresh, strict=True):
        kept = Schema.load(schema, cache=tmp_path / "yes")
        found = list(kept.validate("a", document))
        assert [(f.id, f.line, f.column) for f in found] == [
            (f.id, f.line, f.column) for f in expected
        ]
