"""How good the messages are: a table over mutants, and the same for other validators."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.mutants import KINDS, Mutant, mutants
from bench.peers import jing, libxml2
from octavo.relaxng import Finding, Schema

__all__ = ["table"]

_Found = tuple[int, str]


def table(schema: Path, documents: Sequence[Path], number: int, *, slow: bool) -> list[str]:
    """The lines of the table: of `number` mutants how many are invalid, how often the fault was
    found, with one finding, at the exact place, on jing's line, with the right suggestion.

    `slow` asks libxml2 too, which needs many seconds to load a large schema.
    """
    made = [
        mutant
        for seed, path in enumerate(documents)
        for mutant in mutants(path.read_text(encoding="utf-8"), seed, number // len(documents))
    ]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{index}.xml") for index in range(len(made))]
        for path, mutant in zip(paths, made, strict=True):
            path.write_text(mutant.text, encoding="utf-8")
        ours = Schema.load(schema)
        found = {path: list(ours.validate(path)) for path in paths}
        peers = {"jing": jing(schema, paths)}
        if slow:
            peers["libxml2"] = libxml2(schema, paths)
    lines = [_heading()]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path, mutant in zip(paths, made, strict=True):
        told = peers["jing"]
        invalid = bool(found[path]) if told is None else bool(told.get(path))
        jings = told.get(path, []) if told is not None else None
        _count(counts[mutant.kind], mutant, found[path], invalid, jings)
    total: Counter[str] = Counter()
    for kind in KINDS:
        lines.append(_row(kind, counts[kind]))
        total.update(counts[kind])
    lines += [_row("all", total), "", "percent of the invalid mutants, the same mutants:"]
    for name, peer in peers.items():
        if peer is not None:
            lines.append(_peer_row(name, peer, made, paths, found))
    return lines


def _count(
    counts: Counter[str],
    mutant: Mutant,
    found: Sequence[Finding],
    invalid: bool,  # noqa: FBT001
    jings: Sequence[_Found] | None,
) -> None:
    counts["mutants"] += 1
    counts["wrong verdict"] += bool(found) != invalid
    if not invalid:
        return
    counts["invalid"] += 1
    counts["found"] += bool(found)
    counts["one finding"] += len(found) == 1
    first = found[0] if found else None
    counts["exact place"] += first is not None and (first.line, first.column) in mutant.places
    if jings:
        counts["jing's line"] += first is not None and first.line == jings[0][0]
    if mutant.meant:
        counts["misspelt"] += 1
        words = (f"Did you mean {mutant.meant}?", f"Did you mean <{mutant.meant}>?")
        counts["suggestion"] += first is not None and any(word in first.hint for word in words)


_COLUMNS = ("mutants", "invalid", "wrong verdict", "found", "one finding", "exact place",
            "jing's line", "suggestion")  # fmt: skip


def _heading() -> str:
    return f"{'':20}" + "".join(f"{column:>14}" for column in _COLUMNS)


def _row(kind: str, counts: Counter[str]) -> str:
    cells = []
    for column in _COLUMNS:
        of = {"suggestion": "misspelt", "mutants": "", "invalid": "", "wrong verdict": ""}.get(
            column, "invalid"
        )
        number = counts[column]
        whole = counts[of] if of else 0
        cells.append(
            f"{100 * number / whole:13.1f}%" if whole else f"{number if not of else '':>14}"
        )
    return f"{kind:20}{''.join(cells)}"


def _peer_row(
    name: str,
    peer: dict[Path, list[_Found]],
    made: Sequence[Mutant],
    paths: Sequence[Path],
    found: dict[Path, list[Finding]],
) -> str:
    invalid = [(m, p) for m, p in zip(made, paths, strict=True) if found[p]]
    one = sum(len(peer.get(path, [])) == 1 for _, path in invalid)
    line = sum(
        bool(peer.get(path)) and peer[path][0][0] in {at[0] for at in mutant.places}
        for mutant, path in invalid
    )
    count = len(invalid) or 1
    return (
        f"{name:20} one finding {100 * one / count:.1f}%, the right line {100 * line / count:.1f}%"
    )
