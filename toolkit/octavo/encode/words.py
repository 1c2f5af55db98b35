"""Words and runs of capitalised words: what the reading of brackets and of names has in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

__all__ = ["another_script", "capitalised_run", "strip_possessive", "tokens"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'ʻʼ‘.](?=[^\W\d_])[^\W\d_]+)*")
_POSSESSIVE: Final = re.compile(r"[’'][sS]$")


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of `text` as (start, end, word), without a possessive ’s.

    A word holds inner hyphens and apostrophes: `Yong-geon`, `Sup’ung`.
    """
    for match in _WORD.finditer(text):
        word = strip_possessive(match.group())
        yield match.start(), match.start() + len(word), word


def strip_possessive(word: str) -> str:
    """`word` without a final ’s."""
    return _POSSESSIVE.sub("", word)


def another_script(one: str, two: str) -> bool:
    """Whether two texts, both of them letters, are written in different scripts."""
    scripts = [_script(text) for text in (one, two)]
    return "" not in scripts and scripts[0] != scripts[1]


def _script(text: str) -> str:
    """The script of the first letter, by the first word of its name in Unicode."""
    letter = next((character for character in text if character.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def capitalised_run(before: str) -> list[str]:
    """The capitalised words with which `before` ends, nothing but spaces between them.

    A possessive ’s is taken off the last; square brackets within the run are passed over.
    """
    run: list[str] = []
    end = len(before.rstrip())
    for start, stop, word in reversed(list(tokens(before[-120:]))):
        offset = max(0, len(before) - 120)
        between = before[offset + stop : end]
        if re.sub(r"^[’'][sS]", "", between).strip() or not word[0].isupper():
            break
        run.insert(0, word)
        end = offset + start
    return run
