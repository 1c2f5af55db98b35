"""Identifiers: NCNames, each of them once in a document.

document_id(Path("sources/t1.txt"))     # t1-document: t1 is the first speech
identifiers = Identifiers("minutes")
identifiers.person("T1")                # person-t1
identifiers.side("Korean")              # korean-side
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from octavo.edition.names import RESERVED

__all__ = ["EDITOR", "Identifiers", "document_id", "slug", "speech_id"]

EDITOR: Final = "source-editor"
"""The identifier of who wrote the source's brackets."""

_GIVEN: Final = re.compile(rf"t\d+|{EDITOR}|.*-side(-\d+)?", re.IGNORECASE)
"""Identifiers of speeches, of who wrote the brackets, and of sides: nothing else has such a one."""

_NOT_IN_NAMES: Final = re.compile(
    "(?:[^-.\\w]|[^-.0-9A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff])+"
)
"""What is no letter or digit, or cannot stand in a name (XML 1.0, production 4a, NameChar)."""


def document_id(path: Path) -> str:
    """The identifier of the document made from `path`: its name without the ending, as an NCName.

    Case and hyphens are kept; what an NCName cannot hold becomes a hyphen. A name that no document
    can have, or that something within one has, gets a word more: `index-document`.
    """
    stem = unicodedata.normalize("NFC", path.stem)
    identifier = _beginning_with_a_letter(_NOT_IN_NAMES.sub("-", stem).strip("-."))
    given = identifier.casefold() in RESERVED or _GIVEN.fullmatch(identifier)
    return f"{identifier}-document" if given else identifier


def slug(name: str) -> str:
    """An identifier made from a name: `Kim Il Sung` gives `kim-il-sung`.

    It is an NCName (Namespaces in XML, production 4): letters of any script stay, marks of Latin
    letters go, everything else becomes a hyphen.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    latin = "".join(character for character in decomposed if not unicodedata.combining(character))
    plain = unicodedata.normalize("NFC", latin)
    hyphened = _NOT_IN_NAMES.sub("-", re.sub(r"[’'ʻʼ‘]", "", plain))
    return _beginning_with_a_letter(re.sub(r"[-._]+", "-", hyphened).strip("-"))


def speech_id(number: int) -> str:
    """The identifier of the speech with this number."""
    return f"t{number}"


class Identifiers:
    """The identifiers of one document's participants and sides."""

    def __init__(self, document: str) -> None:
        """`document` is the document's own identifier, which nothing in it may have."""
        self._taken = {document}
        self._sides: dict[str, str] = {}

    def person(self, name: str) -> str:
        """A new identifier for somebody called `name`."""
        base = slug(name)
        return self._free(f"person-{base}" if _GIVEN.fullmatch(base) else base)

    def side(self, name: str) -> str:
        """The identifier of the side called `name`: the same for the same name."""
        if name not in self._sides:
            self._sides[name] = self._free(f"{slug(name)}-side")
        return self._sides[name]

    def _free(self, base: str) -> str:
        identifier, count = base, 1
        while identifier in self._taken:
            count += 1
            identifier = f"{base}-{count}"
        self._taken.add(identifier)
        return identifier


def _beginning_with_a_letter(name: str) -> str:
    return name if re.match(r"[^\W\d]", name) else f"n-{name}".rstrip("-")
