"""What the tests of encoding share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree

from octavo.encode import Encoded, encode_source

NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
ROOT = Path(__file__).resolve().parents[2]


def encoded_file(
    path: Path, profile: str = "", registers: Mapping[str, etree._Element] | None = None
) -> Encoded:
    """Encode the file at `path`, without any register unless some are given."""
    return encode_source(
        path,
        registers=registers or {},
        profile=profile,
    )


class Tei:
    """An encoded transcript, asked by XPath (prefix `t`)."""

    def __init__(self, encoded: Encoded) -> None:
        self.encoded = encoded
        self.root = etree.fromstring(encoded.document.encode())

    def all(self, path: str) -> list[str]:
        """What `path` selects: attributes and strings as they are, elements as folded text."""
        found = self.root.xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [
            " ".join("".join(map(str, item.itertext())).split())
            if isinstance(item, etree._Element)
            else str(item)
            for item in found
        ]

    def count(self, path: str) -> int:
        """How many nodes `path` selects."""
        return len(self.all(path))


@pytest.fixture
def encode(tmp_path: Path) -> Callable[..., Tei]:
    """A function that encodes a text, as a file `source.txt`, without any register."""

    def encoded(text: str, profile: str = "generic") -> Tei:
        path = tmp_path / "source.txt"
        path.write_text(text, encoding="utf-8")
        return Tei(encoded_file(path, profile))

    return encoded
