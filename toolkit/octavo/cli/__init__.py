"""The command line: a module for each command; it reads arguments and prints, nothing else.

The engines are imported by the command that needs them, so that `octavo --help` answers at once.
"""

from __future__ import annotations

import sys

import click

from octavo import __version__
from octavo.cli.build import build
from octavo.cli.encode import encode
from octavo.cli.explain import explain
from octavo.cli.new import new
from octavo.cli.validate import validate

__all__ = ["main", "octavo"]


class _InOrder(click.Group):
    """Lists the commands in the order in which an edition needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done; 1 the input has errors; 2 wrong usage or configuration.",
)
@click.version_option(__version__, prog_name="octavo", message="%(prog)s %(version)s")
def octavo() -> None:
    """Scholarly editions of conversations in TEI.

    \b
    octavo new my-edition              begin an edition in a new folder
    octavo encode sources/minutes.txt  a transcript becomes a TEI document in tei/
    octavo validate                    check the documents and say what is wrong, and where
    octavo explain sp                  what the schema allows in an element
    octavo build                       make the site, the PDFs and the texts in dist/

    Every command works in the folder of an edition (the one with edition.toml) or in a folder
    within it, and explains itself with --help.
    """


for command in (new, encode, validate, explain, build):
    octavo.add_command(command)


def main() -> None:
    """Run `octavo`; ends the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    octavo(prog_name="octavo")
