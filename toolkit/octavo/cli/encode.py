"""`octavo encode`: transcripts become TEI documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from octavo.cli.common import (
    Status,
    edition_option,
    find_edition,
    guarded,
    print_findings,
    status_of,
)
from octavo.findings import Finding, OctavoError

if TYPE_CHECKING:
    from octavo.edition import Edition


@click.command()
@click.argument(
    "sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE..."
)
@click.option(
    "-p",
    "--profile",
    default="",
    metavar="NAME|FILE.toml",
    help="How the source looks: generic, wilson-center, or a file of your own. Chosen by looking"
    " at the text where it is not named.",
)
@click.option(
    "--encoding",
    default="",
    metavar="NAME",
    help="In which encoding the sources are: utf-8, latin-1, cp1251 ... Recognised where it is not"
    " named.",
)
@click.option("-f", "--force", is_flag=True, help="Replace documents that are in tei/ already.")
@edition_option
@guarded
def encode(
    sources: tuple[Path, ...], profile: str, encoding: str, *, force: bool, folder: Path | None
) -> None:
    """Encode transcripts as TEI.

    Each SOURCE, plain text as it was received, becomes tei/NAME.xml: turns, speakers, editorial
    brackets, names and dates marked up, what stands at its head in the header. Persons, places and
    organisations that are new go into tei/register/. Nothing is written unless the text that the
    TEI gives back is the source's own, character by character.

    Then a report tells how the source was read and where to look: what was left out as the web
    site's, who speaks, which brackets and names are guesses.

    \b
    octavo encode sources/minutes.txt
    octavo encode --profile wilson-center sources/*.txt
    octavo encode --force sources/minutes.txt     again, over what stands in tei/

    Status 1 if a source could not be encoded or its document exists; the others are encoded.
    """
    edition = find_edition(folder)
    worst = Status.DONE
    for source in sources:
        try:
            _encode(source, edition, profile or edition.config.profile, encoding, force=force)
        except OctavoError as error:
            print_findings(error.findings)
            worst = max(worst, status_of(error.findings))
    sys.exit(worst)


def _encode(source: Path, edition: Edition, profile: str, encoding: str, *, force: bool) -> None:
    from octavo.edition import read_document
    from octavo.encode import document_id, encode_source
    from octavo.files import write_whole

    target = edition.tei / f"{document_id(source)}.xml"
    if target.exists() and not force:
        raise OctavoError(
            Finding(
                "document-there",
                f"{source} was encoded before: this file may hold corrections, so it was kept.",
                target,
                hint="Encode with --force to replace it.",
            )
        )
    registers = {path.name: read_document(path).tree() for path in edition.registers()}
    encoded = encode_source(
        source,
        registers=registers,
        profile=profile,
        encoding=encoding,
        publisher=edition.config.publisher,
        licence=edition.config.licence,
        licence_url=edition.config.licence_url,
        language=edition.config.language,
    )
    for name, text in encoded.registers.items():
        write_whole(edition.register_folder / name, text)
    write_whole(target, encoded.document)
    print_findings(encoded.report.findings)
    click.echo(f"{source} -> {target}")
    for line in encoded.report.lines:
        click.echo(f"  {line}")
