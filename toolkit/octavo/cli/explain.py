"""`octavo explain`: what a schema allows in an element."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from octavo.cli.common import edition_option, find_edition, guarded
from octavo.findings import OctavoError

if TYPE_CHECKING:
    from octavo.relaxng.explain import Explanation


@click.command()
@click.argument("element")
@click.option("--in", "parent", default="", metavar="PARENT", help="As it may stand in PARENT.")
@click.option(
    "-s",
    "--schema",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The RELAX NG schema, where it is not the edition's.",
)
@edition_option
@guarded
def explain(element: str, parent: str, schema: Path | None, folder: Path | None) -> None:
    """Tell what the schema allows in ELEMENT.

    Its attributes, those that it must have first, with what their values may be; what may stand in
    it, and in what order; and in which elements it may stand.

    \b
    octavo explain sp
    octavo explain p --in note
    octavo explain div --schema tei_all.rng

    \b
    In the content   a, b   first a, then b      a?   may be left out
                     a | b  either               a*   any number
                     a & b  in any order         a+   one or more
    """
    from octavo.resources import Resources
    from octavo.validate.schema import Schema

    try:
        root = find_edition(folder).root
    except OctavoError as error:
        if folder is not None or error.findings[0].id != "no-edition":
            raise
        root = None
    with Resources(root) as resources:
        found = Schema.load(schema or resources.schema).explain(element, parent)
    for number, each in enumerate(found):
        if number:
            click.echo()
        _print(each)


def _print(found: Explanation) -> None:
    width = min(shutil.get_terminal_size().columns, 100)
    click.echo(click.style(f"<{found.name}>", bold=True))
    click.echo("\nAttributes")
    longest = max((len(use.name) for use in found.attributes), default=0)
    for use in found.attributes:
        must = "required  " if use.required else "          "
        margin = f"  {use.name:<{longest}}  {must}"
        _wrapped(use.value, margin, " " * len(margin), width)
    if not found.attributes:
        click.echo("  none")
    click.echo("\nContent")
    _wrapped(found.content, "  ", "  ", width)
    click.echo("\nMay stand in")
    names = ", ".join(f"<{name}>" for name in found.parents) or "nothing: it begins a document"
    _wrapped(names, "  ", "  ", width)


def _wrapped(text: str, first: str, others: str, width: int) -> None:
    lines = textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=others, break_long_words=False
    )
    click.echo("\n".join(lines))
