"""A small edition to build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from octavo.edition import Edition
from octavo.edition.begin import begin_edition
from tests.schema.documents import document

Add = Callable[..., Path]


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    begin_edition(tmp_path / "an edition é", "Talks")
    return Edition.at(tmp_path / "an edition é")


@pytest.fixture
def add(edition: Edition) -> Add:
    """A function that adds a document with this name and body."""

    def added(name: str, body: str = "<p>Text.</p>") -> Path:
        path = edition.tei / f"{name}.xml"
        text = document(body).replace('xml:id="minutes"', f'xml:id="{name}"')
        path.write_text(text, encoding="utf-8")
        return path

    return added
