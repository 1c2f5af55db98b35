"""`octavo validate`: what is wrong with documents, and where."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from octavo.cli.common import (
    edition_option,
    find_edition,
    guarded,
    print_findings,
    progress,
    status_of,
    summary_of,
)
from octavo.findings import OctavoError


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@edition_option
@guarded
def validate(files: tuple[Path, ...], folder: Path | None) -> None:
    """Check documents: well-formed, valid, every reference resolved.

    Without a FILE, all documents and registers of the edition. Each finding has a line:

    \b
    tei/minutes.xml:48:17: error [unresolved-reference]: who="#kimm" leads nowhere: ...

    Checked are: the form of the XML (nothing outside of the file is ever read), the schema
    (the edition's own schema/octavo.rng, else Octavo's), and the references: every @who, @ref,
    @corresp, @target and their kin lead to an id in the document, in the registers or in another
    document; ids are there once.

    Status 0 if there are no errors, 1 if there are.
    """
    from octavo.resources import Resources
    from octavo.validate import validate as run

    try:
        edition = find_edition(folder)
    except OctavoError as error:
        if not files or folder is not None or error.findings[0].id != "no-edition":
            raise
        edition = None
    paths = list(files)
    if not paths and edition is not None:
        paths = [*edition.documents(), *edition.registers()]
    with Resources(edition.root if edition else None) as resources, progress() as told:
        done = iter(range(1, len(paths) + 1))
        findings = run(
            edition,
            paths,
            resources.schema,
            lambda _path: told("validate", next(done), len(paths)),
        )
    print_findings(findings, err=False)
    counted = f"{len(paths)} file{'s' if len(paths) != 1 else ''}"
    click.echo(f"{counted} checked: {summary_of(findings) or 'nothing wrong'}.", err=True)
    sys.exit(status_of(findings))
