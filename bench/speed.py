"""How fast validation is: whole processes, in turn, medians."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.peers import jing_command

__all__ = ["table"]

_RUNS = 7


def table(schema: Path, document: Path) -> list[str]:
    """The lines of the table, on documents made of the speeches of `document`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = document.read_text(encoding="utf-8")
        one = _made(text, 600_000, folder / "one.xml")
        many = [_made(text, 400_000, folder / f"many-{index}.xml") for index in range(40)]
        large = _made(text, 100_000_000, folder / "large.xml")
        lines = [f"schema {schema.name}; medians of {_RUNS} runs in turn, whole processes"]
        known = {"OCTAVO_CACHE": str(folder / "cache")}
        ours = [sys.executable, "-m", "octavo.relaxng", str(schema)]
        command = [sys.executable, "-m", "octavo", "validate", "-s", str(schema)]
        peer = jing_command()
        theirs = [*peer, str(schema)] if peer else None
        lines += _compared("600 KB, schema known", [*ours, str(one)], known, theirs, [one])
        first = {"OCTAVO_CACHE": ""}
        lines += _compared("600 KB, first time", [*ours, str(one)], first, theirs, [one])
        files = list(map(str, many))
        lines += _compared("40 x 400 KB, one process", [*ours, *files], known, theirs, many)
        lines += _compared("40 x 400 KB, two processes", [*ours[:3], "-j", "2", *ours[3:], *files],
                           known, theirs, many)  # fmt: skip
        lines += _compared("40 x 400 KB, octavo validate", [*command, *files], known, theirs, many)
        lines += _peak("100 MB", [*ours, str(large)], known)
    return lines


def _made(text: str, size: int, path: Path) -> Path:
    """A document of about this size: the speeches again and again, each with an id of its own."""
    begin, end = text.index("<sp "), text.rindex("</sp>") + len("</sp>")
    speeches = text[begin:end]
    times = max(1, size // len(speeches))
    with path.open("w", encoding="utf-8") as file:
        file.write(text[:begin])
        for time_ in range(times):
            file.write(re.sub(r'xml:id="([^"]*)"', rf'xml:id="\1-{time_}"', speeches))
        file.write(text[end:])
    return path


def _compared(
    what: str,
    ours: Sequence[str],
    environment: Mapping[str, str],
    theirs: Sequence[str] | None,
    documents: Sequence[Path],
) -> list[str]:
    peer = [*theirs, *map(str, documents)] if theirs else None
    _seconds(ours, environment)  # what is kept is kept, files are in memory
    pairs = [
        (_seconds(ours, environment), _seconds(peer, {}) if peer else None) for _ in range(_RUNS)
    ]
    mine = statistics.median(pair[0] for pair in pairs)
    if peer is None:
        return [f"{what:32} octavo {mine:6.3f} s"]
    other = statistics.median(pair[1] for pair in pairs if pair[1] is not None)
    ratio = statistics.median(b / a for a, b in pairs if b is not None)
    return [f"{what:32} octavo {mine:6.3f} s   jing {other:6.3f} s   {ratio:5.1f} times as fast"]


def _seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(
        command, env=_with(environment), stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return time.perf_counter() - begin


def _with(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment, and Python keeping what it compiled, as it does for users."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **environment}


def _peak(what: str, command: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """Time and peak memory of one run, where the system tells."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        env=_with(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - begin
    size = int(done.stdout or 0) / (1024 if sys.platform != "darwin" else 1024**2)
    return [f"{what:32} octavo {seconds:6.3f} s   peak {size:.0f} MB"]
