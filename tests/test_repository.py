"""The edition of this repository."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from octavo.edition import Edition


def test_its_documents_and_registers_are_valid_by_all_of_tei(
    root: Path, tei_all: etree.RelaxNG
) -> None:
    edition = Edition.at(root)
    for path in (*edition.documents(), *edition.registers()):
        assert tei_all.validate(etree.parse(path)), tei_all.error_log
