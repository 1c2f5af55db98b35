"""Make octavo.rng from octavo.rnc: RELAX NG's XML syntax from its compact syntax.

`make schema` calls it. `--check` writes nothing and exits with 1 where octavo.rng is not what
octavo.rnc gives. The same octavo.rnc gives the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import rnc2rng  # type: ignore[import-untyped]
import rply  # type: ignore[import-untyped]

__all__ = ["convert", "main"]

_FOLDER: Final = Path(__file__).resolve().parent
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_COMMENT: Final = (
    "<!-- Made from octavo.rnc by `make schema`: change that file, not this one. -->\n"
)


def convert(compact: str) -> str:
    """The schema in the XML syntax, from its text in the compact syntax.

    Raises ValueError, with line and column where known, if the text is not a schema.
    """
    try:
        converted: str = rnc2rng.dumps(rnc2rng.loads(compact))
    except rnc2rng.parser.ParseError as error:
        raise ValueError(str(error)) from error
    except rply.LexingError as error:
        raise ValueError(f"unknown sign at line {error.source_pos.lineno}") from error
    except AttributeError as error:  # rnc2rng asks for the place of an end that comes too soon
        raise ValueError("it ends too soon: a bracket is not closed") from error
    return _DECLARATION + _COMMENT + converted.removeprefix(_DECLARATION).rstrip("\n") + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write octavo.rng, or compare it; returns the exit status."""
    parser = argparse.ArgumentParser(description="Make octavo.rng from octavo.rnc.")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if it is stale")
    check: bool = parser.parse_args(arguments).check

    compact = _FOLDER / "octavo.rnc"
    made = _FOLDER / "octavo.rng"
    try:
        wanted = convert(compact.read_text(encoding="utf-8")).encode()
    except ValueError as error:
        print(f"{compact.name} is not a schema: {error}", file=sys.stderr)
        return 1
    fresh = made.is_file() and made.read_bytes() == wanted
    if fresh:
        print(f"{made.name} is fresh.")
    elif check:
        print(f"{made.name} is stale: run `make schema`.", file=sys.stderr)
        return 1
    else:
        made.write_bytes(wanted)
        print(f"{made.name} made from {compact.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
