"""Where Java and jing are: the same verdicts, and the first finding on the same line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.mutants import mutants
from bench.peers import jing, jing_command
from octavo.relaxng import Schema

NUMBER = 150


@pytest.mark.skipif(jing_command() is None, reason="jing is not at hand: it needs Java")
def test_mutants_have_jings_verdicts_and_lines(root: Path, tmp_path: Path) -> None:
    path = root / "schema" / "octavo.rng"
    schema = Schema.load(path)
    documents: list[Path] = []
    for name in ("tests/samples/conversation.xml", "tei/register/persons.xml"):
        for mutant in mutants((root / name).read_text(encoding="utf-8"), 7, NUMBER):
            documents.append(tmp_path / f"{len(documents)}.xml")
            documents[-1].write_text(mutant.text, encoding="utf-8")
    theirs = jing(path, documents)
    assert theirs is not None
    invalid = 0
    for document in documents:
        ours = list(schema.validate(document))
        told = theirs.get(document, [])
        assert bool(ours) == bool(told), (document.read_text(encoding="utf-8"), told)
        if told:
            invalid += 1
            assert ours[0].line == told[0][0], (str(ours[0]), told[0])
    assert invalid > NUMBER
