"""What the commands share: options, findings on the terminal, exit statuses, progress."""

from __future__ import annotations

import functools
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from octavo.findings import Finding, OctavoError, Severity

if TYPE_CHECKING:
    from octavo.edition import Edition

__all__ = [
    "Status",
    "edition_option",
    "find_edition",
    "guarded",
    "jobs_option",
    "print_findings",
    "progress",
    "shown",
    "status_of",
    "summary_of",
]

_F = TypeVar("_F", bound=Callable[..., Any])
_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_CONFIGURATION: Final = frozenset(
    """no-such-encoding no-edition no-documents-folder output-not-here file-in-the-way edition-wrong
    edition-there unknown-profile profile-wrong cannot-write schema-missing stylesheet-wrong
    network-needed worker-lost""".split()
)
_CONFIGURING: Final = frozenset({".rng", ".rnc", ".toml", ".xsl", ".typ"})
"""Findings that are no fault of a document but of the configuration: by their id, or by the kind of
file in which they are."""


class Status(IntEnum):
    """The exit statuses of every command."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2


edition_option = click.option(
    "-e",
    "--edition",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the edition, where it is not this one or one above it.",
)


jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    help="How many documents at a time; one for each processor where it is not said.",
)


def find_edition(folder: Path | None, file: Path | None = None) -> Edition:
    """The edition in `folder`, or the one around `file`, or around the current folder. Raises
    OctavoError."""
    from octavo.edition import Edition, root_of

    if folder is not None:
        return Edition.at(folder)
    return Edition.at(shown(root_of(file.absolute().parent if file is not None else Path.cwd())))


def shown(path: Path) -> Path:
    """A path as it is shown: from the current folder where that is near, else the whole of it."""
    try:
        relative = Path(os.path.relpath(path))
    except ValueError:  # another drive
        return path
    return relative if relative.parts[:3] != ("..",) * 3 else path


def guarded(command: _F) -> _F:
    """A command whose errors become findings on the terminal and an exit status."""

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> Any:
        try:
            return command(*arguments, **options)
        except OctavoError as error:
            print_findings(error.findings)
            sys.exit(status_of(error.findings))
        except BrokenPipeError:
            raise
        except OSError as error:  # standard output cannot be written
            click.echo(f"Stopped: {error.strerror or error}.", err=True)
            sys.exit(Status.USAGE)
        except KeyboardInterrupt:
            click.echo("Stopped; nothing was left half-written.", err=True)
            sys.exit(130)

    return run  # type: ignore[return-value]


def status_of(findings: Iterable[Finding]) -> Status:
    """The exit status that the errors among `findings` ask for."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if any(e.id in _CONFIGURATION or (e.path and e.path.suffix in _CONFIGURING) for e in errors):
        return Status.USAGE
    return Status.FINDINGS if errors else Status.DONE


def print_findings(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Print findings, one on a line; on a terminal in colour and with the line that is meant. To
    standard error unless told."""
    terminal = (sys.stderr if err else sys.stdout).isatty()
    for finding in findings:
        if terminal:
            _print_in_full(finding, err=err)
        else:
            click.echo(str(finding), err=err)


def _print_in_full(finding: Finding, *, err: bool) -> None:
    """A finding for the eye: wrapped between words, in colour, with the line that is meant."""
    from octavo.validate.formats import excerpt

    width = shutil.get_terminal_size().columns
    lines = textwrap.wrap(
        str(finding), width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
    place = f"{finding.place}: " if finding.place else ""
    kind = click.style(str(finding.severity), fg=_COLOURS[finding.severity], bold=True)
    lines[0] = lines[0].replace(f"{place}{finding.severity}", f"{place}{kind}", 1)
    click.echo("\n".join(lines), err=err)
    for number, line in enumerate(excerpt(finding, width)):
        colour = _COLOURS[finding.severity] if number else "bright_black"
        click.echo(click.style(line, fg=colour, dim=not number), err=err)


def summary_of(findings: Iterable[Finding]) -> str:
    """`2 errors, 1 warning`; empty where there is neither."""
    severities = [finding.severity for finding in findings]
    counts = [(severities.count(s), s) for s in (Severity.ERROR, Severity.WARNING)]
    return ", ".join(f"{n} {name}{'s' if n > 1 else ''}" for n, name in counts if n)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Shows how far a step is (its name, done, total) on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def told(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield told
