"""The schema of a document: asked for, named by the document, or the edition's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.findings import Finding
from octavo.validate import SchemaChoice, validate

RNC = "element TEI { attribute xml:id { text }, element %s { empty } }"
RELAX_NG = 'schematypens="http://relaxng.org/ns/structure/1.0"'


@pytest.fixture
def choice(tmp_path: Path) -> SchemaChoice:
    for name in ("own", "asked", "named", "local"):
        (tmp_path / f"{name}.rnc").write_text(RNC % name, encoding="utf-8")
    address = "https://schemas.example/x.rnc"
    return SchemaChoice(tmp_path / "own.rnc", local={address: tmp_path / "local.rnc"})


def found(tmp_path: Path, choice: SchemaChoice, content: str, head: str = "") -> list[Finding]:
    path = tmp_path / "a.xml"
    path.write_text(f'{head}<TEI xml:id="a"><{content}/></TEI>', encoding="utf-8")
    return validate(None, [path], choice)


def test_without_any_word_it_is_the_editions_own(tmp_path: Path, choice: SchemaChoice) -> None:
    assert not found(tmp_path, choice, "own")
    assert found(tmp_path, choice, "named")


@pytest.mark.parametrize(
    "model",
    [
        f'href="named.rnc" {RELAX_NG}',
        "href='named.rnc' type='application/relax-ng-compact-syntax'",
        'href="named.rnc"',
    ],
)
def test_the_schema_that_a_document_names_comes_first(
    tmp_path: Path, choice: SchemaChoice, model: str
) -> None:
    assert not found(tmp_path, choice, "named", f"<?xml-model {model}?>\n")


def test_a_schema_of_another_kind_is_not_asked(tmp_path: Path, choice: SchemaChoice) -> None:
    head = '<?xml-model href="a.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>\n'
    assert not found(tmp_path, choice, "own", head)


def test_the_schema_that_is_asked_for_comes_before_all(
    tmp_path: Path, choice: SchemaChoice
) -> None:
    asked = SchemaChoice(choice.own, tmp_path / "asked.rnc")
    assert not found(tmp_path, asked, "asked", f'<?xml-model href="named.rnc" {RELAX_NG}?>\n')


def test_an_address_on_the_web_is_looked_up_and_never_fetched(
    tmp_path: Path, choice: SchemaChoice
) -> None:
    head = f'<?xml-model href="https://schemas.example/x.rnc" {RELAX_NG}?>\n'
    assert not found(tmp_path, choice, "local", head)
    (finding,) = found(tmp_path, SchemaChoice(choice.own), "own", head)
    assert (finding.id, finding.line, finding.column) == ("schema-not-here", 1, 1)
    assert '[schemas] "https://schemas.example/x.rnc" = "schema/x.rnc"' in finding.hint


def test_a_schema_that_is_not_there_is_named(tmp_path: Path, choice: SchemaChoice) -> None:
    (finding,) = found(tmp_path, choice, "own", f'<?xml-model href="no.rng" {RELAX_NG}?>')
    assert finding.id == "schema-not-here"
    assert "no.rng" in finding.message


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_schema_that_is_wrong_is_told_once_for_many_documents(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "own.rnc").write_text("element a {", encoding="utf-8")
    paths = []
    for name in "abcdef":
        paths.append(tmp_path / f"{name}.xml")
        paths[-1].write_text(f'<TEI xml:id="{name}"/>', encoding="utf-8")
    (finding,) = validate(None, paths, SchemaChoice(tmp_path / "own.rnc"), jobs=jobs)
    assert finding.path == tmp_path / "own.rnc"
    assert finding.line == 1
