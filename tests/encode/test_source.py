"""Sources as they are received: encodings, line ends, paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.encode.source import read_source
from octavo.findings import OctavoError

SENTENCE = "Müller: Das Gespräch über Größe und Café – naïve Fragen, schöne Grüße.\n"


def read(tmp_path: Path, data: bytes) -> list[str]:
    path = tmp_path / "source.txt"
    path.write_bytes(data)
    return [paragraph.text for paragraph in read_source(path).paragraphs()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_unicode_encoding_is_recognised(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, SENTENCE.encode(encoding)) == [SENTENCE.strip()]


def test_latin_1_is_recognised(tmp_path: Path) -> None:
    text = SENTENCE.replace("–", "-")
    assert read(tmp_path, (text * 3).encode("latin-1")) == [text.strip()] * 3
    findings = read_source(tmp_path / "source.txt").findings
    assert [found.id for found in findings] == ["guessed-encoding"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_a_line(tmp_path: Path, end: str) -> None:
    assert read(tmp_path, end.join(["one", "", "two"]).encode()) == ["one", "two"]


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"", "empty-source"),
        (b" \n\t\n", "empty-source"),
        ("\u00a0\n".encode(), "empty-source"),
        (bytes(range(256)) * 8, "binary-source"),
        (b"PK\x03\x04\x00\x00\x08\x00" + bytes(range(32)) * 20, "binary-source"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, finding: str) -> None:
    with pytest.raises(OctavoError) as refusal:
        read(tmp_path, data)
    assert [found.id for found in refusal.value.findings] == [finding]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(OctavoError) as refusal:
        read_source(tmp_path / "no such file.txt")
    assert refusal.value.findings[0].id == "cannot-read"


def test_a_character_that_xml_cannot_hold_becomes_visible_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(b"A bell \x07 rings in this long enough sentence.")
    source = read_source(path)
    assert source.paragraphs()[0].text == "A bell \ufffd rings in this long enough sentence."
    assert [(found.id, found.line, found.column) for found in source.findings] == [
        ("character-replaced", 1, 8)
    ]


def test_lines_broken_by_hand_are_joined_and_places_kept(tmp_path: Path) -> None:
    line = "some words that a typist broke at the end of the sheet of paper"
    path = tmp_path / "source.txt"
    path.write_text("\n\n".join("\n".join([line] * 4) for _ in range(3)), encoding="utf-8")
    paragraphs = read_source(path).paragraphs()
    assert [paragraph.text for paragraph in paragraphs] == [" ".join([line] * 4)] * 3
    assert paragraphs[1].place(len(line) + 1) == (7, 1)
