"""The proof that nothing was lost: the text given back from the TEI equals the source's.

White space is folded on both sides; every other character must agree, in its order.
"""

from __future__ import annotations

import re
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
    expected = fold("\n".join(paragraph.text for paragraph in paragraphs))
    actual = fold(given_back)
    if expected == actual:
        return None
    index = _first(expected, actual)
    line, column = _place(paragraphs, index)
    return Finding(
        "text-not-conserved",
        f"the source has {_quoted(expected, index)} here, but the TEI gives back"
        f" {_quoted(actual, index)}. Nothing was written.",
        path,
        line,
        column,
        "This is a fault of Octavo; please report it with the source.",
    )


def _first(one: str, two: str) -> int:
    """The offset of the first character in which two texts differ."""
    length = min(len(one), len(two))
    return next((index for index in range(length) if one[index] != two[index]), length)


def _quoted(text: str, index: int) -> str:
    return f"“{text[index : index + _CONTEXT]}”" if index < len(text) else "nothing more"


def _place(paragraphs: Sequence[Paragraph], index: int) -> tuple[int, int]:
    """The line and column at which the character at `index` of the folded text stood; at the end
    of the text the place after the last."""
    count = -1
    for paragraph in paragraphs:
        # A paragraph begins with a character that is no space, after the space that parts it.
        for word in re.finditer(r"\S+", paragraph.text):
            if index <= count + len(word.group()):
                return paragraph.place(word.start() + max(index - count - 1, 0))
            count += len(word.group()) + 1
    return paragraphs[-1].place(len(paragraphs[-1].text)) if paragraphs else (0, 0)
