"""Words and runs of capitalised words: what the reading of brackets and of names has in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

__all__ = ["capitalised_run", "document_id", "slug", "strip_possessive", "tokens"]

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


def slug(name: str) -> str:
    """An identifier made from a name: `Kim Il Sung` gives `kim-il-sung`.

    It is an NCName (Namespaces in XML, production 4): letters of any script stay, marks of Latin
    letters go, everything else becomes a hyphen.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    latin = "".join(character for character in decomposed if not unicodedata.combining(character))
    plain = unicodedata.normalize("NFC", latin)
    hyphened = re.sub(r"[\W_]+", "-", re.sub(r"[’'ʻʼ‘]", "", plain)).strip("-")
    return hyphened if re.match(r"[^\W\d]", hyphened) else f"n-{hyphened}".rstrip("-")


def document_id(path: Path) -> str:
    """The identifier of the document made from `path`: its name without the ending, as an NCName.

    Case and hyphens are kept; what an NCName cannot hold becomes a hyphen.
    """
    stem = unicodedata.normalize("NFC", path.stem)
    plain = re.sub(r"[^\w.-]+", "-", stem).strip("-.")
    return plain if re.match(r"[^\W\d]", plain) else f"n-{plain}".rstrip("-")
