"""The proof that nothing was lost: the text given back from the TEI equals the source's.

White space is folded on both sides; every other character must agree, in its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from octavo.encode.source import Paragraph, fold
from octavo.findings import Finding

__all__ = ["first_difference"]

_CONTEXT = 40


def first_difference(
    paragraphs: Sequence[Paragraph], given_back: str, path: Path
) -> Finding | None:
    """Where the text that the TEI gives back first differs from the source's; None if nowhere."""
    expected, places = _folded(paragraphs)
    actual = fold(given_back)
    if expected == actual:
        return None
    index = next(
        (i for i, (one, two) in enumerate(zip(expected, actual, strict=False)) if one != two),
        min(len(expected), len(actual)),
    )
    paragraph, offset = places[min(index, len(places) - 1)] if places else (None, 0)
    line, column = paragraph.place(offset) if paragraph is not None else (0, 0)
    return Finding(
        "text-not-conserved",
        f"the source has “{expected[index : index + _CONTEXT]}” here, but the TEI gives back"
        f" “{actual[index : index + _CONTEXT]}”. Nothing was written.",
        path,
        line,
        column,
        "This is a fault of Octavo; please report it with the source.",
    )


def _folded(paragraphs: Sequence[Paragraph]) -> tuple[str, list[tuple[Paragraph, int]]]:
    """The source's text, folded, and for each of its characters where it stood."""
    characters: list[str] = []
    places: list[tuple[Paragraph, int]] = []
    for paragraph in paragraphs:
        gap = bool(characters)
        for offset, character in enumerate(paragraph.text):
            if character.isspace():
                gap = True
                continue
            if gap and characters:
                characters.append(" ")
                places.append((paragraph, offset))
            gap = False
            characters.append(character)
            places.append((paragraph, offset))
    return "".join(characters), places
