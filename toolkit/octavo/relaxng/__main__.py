"""`python -m octavo.relaxng SCHEMA FILE...`: validate files, nothing more.

Findings go to standard output, one on a line. Exit status 0 if there are none, 1 if there are, 2 if
the schema is wrong.
"""

from __future__ import annotations

import sys

from octavo.relaxng import Schema, SchemaError


def main(arguments: list[str]) -> int:
    """Validate the files after the first, which is the schema."""
    if len(arguments) < 2:
        print("Usage: python -m octavo.relaxng SCHEMA FILE...", file=sys.stderr)
        return 2
    try:
        schema = Schema.load(arguments[0])
    except SchemaError as error:
        print(error)
        return 2
    status = 0
    for path in arguments[1:]:
        for finding in schema.validate(path):
            print(finding)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
