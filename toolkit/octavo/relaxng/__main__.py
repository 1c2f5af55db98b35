"""`python -m octavo.relaxng [-j N] SCHEMA FILE...`: validate files, N at a time, nothing more.

Findings go to standard output, one on a line, in the order of the files. Exit status 0 if there are
none, 1 if there are, 2 if the schema is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from octavo.relaxng import Schema, SchemaError

_USAGE = "Usage: python -m octavo.relaxng [-j N] SCHEMA FILE..."


def main(arguments: list[str]) -> int:
    """Validate the files after the first, which is the schema."""
    jobs = 1
    if arguments[:1] == ["-j"] and len(arguments) > 1 and arguments[1].isdigit():
        jobs, arguments = int(arguments[1]), arguments[2:]
    if len(arguments) < 2:
        print(_USAGE, file=sys.stderr)
        return 2
    path, *paths = arguments
    try:
        schema = Schema.load(path)  # and kept, so that other processes need not read it again
    except SchemaError as error:
        print(error)
        return 2
    status = 0
    for lines in _spread(schema, path, paths, jobs):
        for line in lines:
            print(line)
            status = 1
    return status


def _spread(schema: Schema, name: str, paths: list[str], jobs: int) -> Iterable[list[str]]:
    if jobs < 2 or len(paths) < 2:
        return ([str(finding) for finding in schema.validate(path)] for path in paths)
    from multiprocessing import get_context

    # A part for each process, as large as the others; the first file of each teaches it most.
    size = -(-len(paths) // jobs)
    parts = [(name, paths[i : i + size]) for i in range(0, len(paths), size)]
    with get_context().Pool(len(parts)) as pool:
        return pool.map(_part, parts, 1)


def _part(part: tuple[str, list[str]]) -> list[str]:
    schema, paths = part
    loaded = Schema.load(schema)
    return [str(finding) for path in paths for finding in loaded.validate(path)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
