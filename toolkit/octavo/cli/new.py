"""`octavo new`: a folder in which an edition begins."""

from __future__ import annotations

from pathlib import Path

import click

from octavo.cli.common import guarded


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-t", "--title", default="", help="The title of the edition; else the folder's name.")
@click.option("-l", "--language", default="en", help="Its language, as a tag: en, de, zh-Hant.")
@guarded
def new(folder: Path, title: str, language: str) -> None:
    """Begin an edition in FOLDER.

    Makes edition.toml, the folders sources/ and tei/, a .gitignore, and a README.md that says what
    to do next. Nothing that exists is replaced.
    """
    from octavo.edition.begin import begin_edition

    made = begin_edition(folder, title, language)
    for path in made:
        click.echo(f"  {path}")
    click.echo(f"An edition begins in {folder}. Next: put a transcript into {folder / 'sources'},")
    click.echo(f"then `cd {click.format_filename(folder)}` and `octavo encode sources/NAME.txt`.")
