"""Whatever bytes a document has: findings, no traceback, no hang, little memory."""

from __future__ import annotations

import random
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from octavo.relaxng import Finding, Schema
from octavo.resources import Resources

SCHEMA = Schema.load(Resources().schema)


def findings(data: bytes) -> list[Finding]:
    return list(SCHEMA.validate("a.xml", data))


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=300))
@example(b"\xff\xfe<\x00a\x00")
@example(b"\x00\x00\xfe\xff")
@example(b'<?xml version="1.0" encoding="utf-7"?><a/>')
@example(b'<?xml version="1.0" encoding="rot13"?><a/>')
@example(b'<?xml version="1.0" encoding="undefined"?><a/>')
@example(b'<?xml version="1.0" encoding="base64"?><a/>')
def test_any_bytes_are_findings(data: bytes) -> None:
    assert findings(data)


@pytest.mark.parametrize("seed", range(40))
def test_a_document_that_was_scrambled_is_findings_or_valid(root: Path, seed: int) -> None:
    """Bytes are cut out, doubled, swapped and changed; never anything but findings comes of it."""
    chance = random.Random(seed)
    text = (root / "tests" / "samples" / "conversation.xml").read_bytes()
    for _ in range(150):
        data = bytearray(text)
        for _ in range(chance.randint(1, 4)):
            begin = chance.randrange(len(data))
            end = min(len(data), begin + chance.randint(1, 60))
            match chance.randrange(4):
                case 0:
                    del data[begin:end]
                case 1:
                    data[begin:begin] = data[begin:end]
                case 2:
                    data[begin : begin + 1] = bytes([chance.randrange(256)])
                case _:
                    other = chance.randrange(len(data))
                    data[other:other] = data[begin:end]
        for finding in findings(bytes(data)):
            assert finding.id
            assert finding.message
            assert finding.line >= 0


@pytest.mark.parametrize(
    ("data", "identifier"),
    [
        (b"", "empty-document"),
        (b"  \n", "empty-document"),
        (b"<a>\x00</a>", "not-well-formed"),
        ("<a>é</a>".encode("latin-1"), "wrong-encoding"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "unknown-encoding"),
        (b'<!DOCTYPE a SYSTEM "a.dtd"><a/>', "external-dtd"),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "/etc/passwd">]><a>&e;</a>', "external-entity"),
        (b'<!DOCTYPE a [<!ENTITY % e SYSTEM "http://192.0.2.1/">%e;]><a/>', "external-entity"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, identifier: str) -> None:
    assert findings(data)[-1].id == identifier


def test_entities_that_swell_are_refused() -> None:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    document = f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]><a>&e9;</a>'
    assert findings(document.encode())[-1].id == "entities-swell"


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    (finding,) = SCHEMA.validate(tmp_path / "none.xml")
    assert finding.id == "cannot-read"


def test_memory_does_not_grow_with_the_document(tmp_path: Path) -> None:
    text = (Resources().schema.parents[1] / "tests/samples/conversation.xml").read_text()
    speech = text[text.index("<sp ") : text.index("</sp>") + 5].replace(
        'xml:id="t1"', 'xml:id="{}"'
    )
    peaks = []
    for number in (200, 4000):
        path = tmp_path / f"{number}.xml"
        speeches = "".join(speech.replace("{}", f"s{i}") for i in range(number))
        path.write_text(text.replace("<body>", f"<body>{speeches}"))
        list(SCHEMA.validate(path))
        tracemalloc.start()
        list(SCHEMA.validate(path))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # Twenty times the document; only its ids are kept.
    assert peaks[1] < 4 * peaks[0] + 2_000_000
