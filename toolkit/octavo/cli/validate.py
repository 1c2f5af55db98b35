"""`octavo validate`: what is wrong with documents, and where."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from octavo.cli.common import (
    edition_option,
    find_edition,
    guarded,
    jobs_option,
    print_findings,
    progress,
    status_of,
    summary_of,
)
from octavo.findings import Finding, OctavoError

FORMATS = ("text", "json", "sarif", "github", "tsv")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE|FOLDER]...")
@click.option(
    "-s",
    "--schema",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The RELAX NG schema for all files: .rng, or .rnc for the compact syntax.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(FORMATS),
    default="text",
    help="How findings are printed: for people, or for other programs.",
)
@click.option(
    "--max-findings",
    type=click.IntRange(min=1),
    metavar="N",
    help="Print the first N findings and how many more there are.",
)
@jobs_option
@edition_option
@guarded
def validate(
    files: tuple[Path, ...],
    schema: Path | None,
    kind: str,
    max_findings: int | None,
    jobs: int,
    folder: Path | None,
) -> None:
    """Check documents: well-formed, valid, every reference resolved.

    Without a FILE, all documents and registers of the edition. A FOLDER stands for the .xml files
    in it and below it. Each finding says file, line and column, what is wrong and what to do:

    \b
    tei/minutes.xml:48:36: error [unknown-element]: <suplied> is no element of this schema. Did
    you mean <supplied>?

    Checked are: the form of the XML (nothing outside of the file is ever read); the schema, which
    is --schema, else the one that the document names in <?xml-model?>, else the edition's own
    schema/octavo.rng, else Octavo's; and the references: every @who, @ref, @corresp, @target and
    their kin lead to an id in the document, in the registers or in another document, and ids are
    there once.

    A schema with an address on the web is never fetched: say in [schemas] of edition.toml which
    file stands for it.

    \b
    octavo validate
    octavo validate --schema tei_all.rng plays/
    octavo validate --format sarif > findings.sarif

    Status 0 if there are no errors, 1 if there are, 2 if a schema is wrong.
    """
    from octavo.resources import Resources
    from octavo.validate import SchemaChoice
    from octavo.validate import validate as run

    try:
        edition = find_edition(folder, files[0] if files else None)
    except OctavoError as error:
        if not files or folder is not None or error.findings[0].id != "no-edition":
            raise
        edition = None
    paths = list(dict.fromkeys(_files(files)))
    if not files and edition is not None:
        paths = [*edition.documents(), *edition.registers()]
    with Resources(edition.root if edition else None) as resources, progress() as told:
        choice = SchemaChoice(resources.schema, schema, edition.local_schemas() if edition else {})
        findings = run(
            edition,
            paths,
            choice,
            jobs=jobs,
            told=lambda done: told("validate", done, len(paths)),
        )
    _print(findings, kind, max_findings or len(findings))
    counted = f"{len(paths)} file{'s' if len(paths) != 1 else ''}"
    click.echo(f"{counted} checked: {summary_of(findings) or 'nothing wrong'}.", err=True)
    sys.exit(status_of(findings))


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    """The files that are named, and the documents in the folders that are."""
    for path in paths:
        if path.is_dir():
            within = sorted(path.rglob("*.xml"))
            yield from (p for p in within if p.is_file() and not p.name.startswith("."))
        else:
            yield path


def _print(findings: Sequence[Finding], kind: str, most: int) -> None:
    from octavo.validate.formats import formatted

    if kind == "text":
        print_findings(findings[:most], err=False)
    else:
        click.echo(formatted(findings[:most], kind), nl=False)
    if most < len(findings):
        click.echo(f"... and {len(findings) - most} more findings.", err=True)
