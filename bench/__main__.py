"""`python -m bench [speed|messages] [--schema FILE] [--number N] [--slow]`"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench import messages, speed

_ROOT = Path(__file__).resolve().parents[1]
_SHARED = _ROOT.parent / "shared" / "tei" / "tei_all.rng"
_DOCUMENTS = (
    "tei/kim-il-sung-1964-09-05.xml",
    "tests/samples/conversation.xml",
    "tei/register/places.xml",
)


def main() -> None:
    """Print the tables that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("what", nargs="*", choices=["speed", "messages", []], default=[])
    parser.add_argument("--schema", type=Path, help="tei_all.rng where it is, else octavo.rng")
    parser.add_argument("--number", type=int, default=1000, help="how many mutants")
    parser.add_argument("--slow", action="store_true", help="ask libxml2 too")
    given = parser.parse_args()
    schema = given.schema or (_SHARED if _SHARED.is_file() else _ROOT / "schema" / "octavo.rng")
    documents = [_ROOT / name for name in _DOCUMENTS]
    what = given.what or ["speed", "messages"]
    if "speed" in what:
        print(*speed.table(schema, documents[0]), sep="\n")
    if "messages" in what:
        print(f"\n{given.number} mutants, {schema.name}")
        print(*messages.table(schema, documents, given.number, slow=given.slow), sep="\n")


if __name__ == "__main__":
    main()
