"""`octavo build`: the edition as a site, for print, as text and as TEI."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from octavo.cli.common import (
    edition_option,
    find_edition,
    guarded,
    jobs_option,
    print_findings,
    progress,
    shown,
    status_of,
    summary_of,
)


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to build, instead of dist/ in the edition.",
)
@jobs_option
@click.option(
    "--draft", is_flag=True, help="Build documents that are not valid too, as well as can be."
)
@edition_option
@guarded
def build(output: Path | None, jobs: int, *, draft: bool, folder: Path | None) -> None:
    """Build the edition into dist/.

    \b
    dist/html/    the site; open index.html in a browser, or put the folder on any web server
    dist/print/   a PDF of each document
    dist/text/    each document as plain text
    dist/tei/     the documents as published, an id on everything that can be cited, and registers

    All documents are validated first. A document with errors is left out (see --draft), the others
    are built. dist/ changes at the end, when everything is ready; what was in it and is not part
    of the edition any more goes.

    Status 0 if all documents were built without errors, 1 if not.
    """
    from octavo.build import build as run

    edition = find_edition(folder)
    with progress() as told:
        outcome = run(edition, output, jobs=jobs, draft=draft, told=told)
    print_findings(outcome.findings)
    files = outcome.published
    click.echo(
        f"{outcome.built} of {outcome.documents} document{'s' if outcome.documents != 1 else ''}"
        f" built into {shown(outcome.output)}: {files.written}"
        f" file{'s' if files.written != 1 else ''} written, {files.unchanged} unchanged,"
        f" {files.removed} removed."
    )
    if outcome.left_out:
        click.echo(f"Left out: {', '.join(path.name for path in outcome.left_out)}.", err=True)
    if outcome.findings:
        click.echo(f"{summary_of(outcome.findings) or 'Nothing wrong'}.", err=True)
    if outcome.documents == 0:
        click.echo("There are no documents in tei/ yet: begin with `octavo encode`.", err=True)
    elif outcome.built:
        click.echo(f"Open {shown(outcome.output) / 'html' / 'index.html'} in a browser.")
    sys.exit(status_of(outcome.findings))
