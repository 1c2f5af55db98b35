"""What the tests of the validator share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from octavo.relaxng import Finding, Schema

Validate = Callable[..., list[Finding]]


@pytest.fixture
def validate(tmp_path: Path) -> Validate:
    """A function that validates a document against a schema in the compact syntax."""

    def run(schema: str, document: str | bytes) -> list[Finding]:
        path = tmp_path / "schema.rnc"
        path.write_text(schema, encoding="utf-8")
        data = document.encode() if isinstance(document, str) else document
        return list(Schema.load(path, cache=tmp_path / "cache").validate("a.xml", data))

    return run
