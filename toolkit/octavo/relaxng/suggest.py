"""What a misspelt name was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["distance", "suggestion"]


def suggestion(wrong: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `wrong` most likely was meant to be; None if none is like it.

    What differs only in case, hyphens or underscores comes first; then what has the fewest letters
    to change; of equals, the one that begins alike, and the earlier one of `known`.
    """
    plain = _plain(wrong)
    # One slip in a short name, two from six letters on, three from ten on.
    most = 1 + (len(plain) > 5) + (len(plain) > 9)
    best: tuple[int, bool, int] | None = None
    found: str | None = None
    for place, candidate in enumerate(known):
        if candidate == wrong or abs(len(candidate) - len(wrong)) > most + 1:
            continue
        other = _plain(candidate)
        changes = distance(plain, other, most)
        if changes > most or changes >= max(len(plain), len(other)):
            continue
        rank = (changes, other[:1] != plain[:1], place)
        if best is None or rank < best:
            best, found = rank, candidate
    return found


def distance(one: str, two: str, most: int) -> int:
    """How many letters were left out, put in, changed or swapped with the next (the optimal string
    alignment distance); `most + 1` where it is more than `most`."""
    if one == two:
        return 0
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _plain(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "")
