"""What the commands share: options, findings on the terminal, exit statuses, progress."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from octavo.findings import Finding, OctavoError, Severity

if TYPE_CHECKING:
    from octavo.edition import Edition

__all__ = ["Status", "edition_option", "find_edition", "guarded", "print_findings", "progress",
           "summary_of"]  # fmt: skip

_F = TypeVar("_F", bound=Callable[..., Any])
_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_CONFIGURATION: Final = frozenset(
    """no-edition edition-wrong edition-there unknown-profile profile-wrong cannot-write
    schema-missing schema-wrong stylesheet-wrong network-needed worker-lost""".split()
)
"""Findings that are no fault of a document: wrong usage or configuration."""


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


def find_edition(folder: Path | None) -> Edition:
    """The edition in `folder`, or the one around the current folder. Raises OctavoError."""
    from octavo.edition import Edition, root_of

    return Edition.at(folder if folder is not None else shown(root_of(Path.cwd())))


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
        except KeyboardInterrupt:
            click.echo("Stopped; nothing was left half-written.", err=True)
            sys.exit(130)

    return run  # type: ignore[return-value]


def status_of(findings: Iterable[Finding]) -> Status:
    """The exit status that the errors among `findings` ask for."""
    errors = {finding.id for finding in findings if finding.severity is Severity.ERROR}
    if errors & _CONFIGURATION:
        return Status.USAGE
    return Status.FINDINGS if errors else Status.DONE


def print_findings(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Print findings, one on a line, coloured on a terminal; to standard error unless told."""
    for finding in findings:
        place = f"{finding.place}: " if finding.place else ""
        kind = click.style(str(finding.severity), fg=_COLOURS[finding.severity], bold=True)
        hint = f" {finding.hint}" if finding.hint else ""
        click.echo(f"{place}{kind} [{finding.id}]: {finding.message}{hint}", err=err)


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
