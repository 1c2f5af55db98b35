"""The files of a schema: found by their addresses, read once each, never from a network.

`href` is resolved against `xml:base` and the place of the file (section 4.5); what it leads to is
read in the syntax that its name tells: `.rnc` is the compact syntax, all else XML.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from octavo.relaxng.findings import SchemaError
from octavo.relaxng.places import Place
from octavo.relaxng.schema_names import resolve_uri
from octavo.relaxng.schema_source import Tag, Troubles
from octavo.relaxng.schema_xml import read_xml

__all__ = ["Chain", "Files", "read_schema"]

_MOST: Final = 10_000_000
"""Bytes that are taken for a schema."""

_SWOLLEN: Final = 3_000_000
"""Parts that a schema may have, each counted as often as it is referred to from another file."""

_REFERENCE: Final = 300
"""Parts that a reference to a file counts for."""


Chain: TypeAlias = "tuple[Path, Chain | None]"
"""The files that led to this one, the last first."""


def read_schema(data: bytes, path: Path, troubles: Troubles) -> Tag:
    """The root of the schema whose bytes are `data`. Raises SchemaError."""
    if path.suffix.lower() == ".rnc":
        from octavo.relaxng.compact import read_compact

        return read_compact(data, path, troubles)
    if not data.strip():
        hint = "Restore it from a copy."
        troubles.fatal_at(
            "schema-unreadable", path, Place(0, 0), reason="the file is empty", hint=hint
        )
    return read_xml(data, path, troubles)


class Files:
    """The files that a schema consists of, by their paths; `read` has them in turn."""

    def __init__(self, data: bytes, path: Path, troubles: Troubles) -> None:
        self._troubles = troubles
        self._roots: dict[Path, Tag | None] = {}
        self._spent = 0
        self.read: dict[Path, bytes] = {}
        self.top = path.absolute().resolve()
        self._note(path, data)
        self.root = read_schema(data, path, troubles)
        self._roots[self.top] = self.root

    def find(self, tag: Tag, chain: Chain) -> tuple[Chain, Tag] | None:
        """What the `href` of `tag` leads to: `chain` with its file, and the root of the schema.

        None, and a trouble noted, where there is nothing, where it is wrong, and where it is one of
        the files that led here (sections 4.6 and 4.7).
        """
        # A module that takes longer to import than most schemas take to read.
        from urllib.request import url2pathname

        reference = tag.attributes.get("href", "")
        here = tag.file.path.absolute()
        address = resolve_uri(resolve_uri(here.as_uri(), tag.base), reference)
        try:
            parts = urlsplit(address)
            if parts.scheme != "file" or parts.netloc not in {"", "localhost"} or parts.query:
                self._troubles.add("schema-on-network", tag, "href", value=reference)
                return None
            path = Path(url2pathname(parts.path))
            key = path.resolve()
            if key not in self._roots:
                self._roots[key] = self._read(key, _near(path, tag.file.path), tag)
        except (OSError, ValueError, RuntimeError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or str(error)
            self._troubles.add("include-unreadable", tag, "href", path=reference, reason=reason)
            return None
        root = self._roots[key]
        if root is None:
            return None
        self.spend(_REFERENCE + len(root.children), tag)
        if _in_chain(key, chain):
            self._troubles.add("include-loop", tag, "href", path=root.file.path)
            return None
        return (key, chain), root

    def spend(self, size: int, tag: Tag) -> None:
        """Note that so many parts of the schema were gone through; raises SchemaError at last."""
        self._spent += size
        if self._spent > _SWOLLEN:
            self._troubles.fatal("schema-swells", tag)

    def _read(self, key: Path, name: Path, tag: Tag) -> Tag | None:
        """Read a file that was not read yet; None if it is wrong, which is noted."""
        self._roots[key] = None
        reason = ""
        if not key.exists():
            reason = "there is no such file"
        elif not key.is_file():
            reason = "it is not a file"
        elif key.stat().st_size > _MOST:
            reason = "it is too large for a schema"
        if reason:
            self._troubles.add("include-unreadable", tag, "href", path=name, reason=reason)
            return None
        data = key.read_bytes()
        self._note(name, data)
        inner = Troubles()
        try:
            return read_schema(data, name, inner)
        except SchemaError as error:
            self._troubles.findings.update(dict.fromkeys(error.findings))
            return None

    def _note(self, path: Path, data: bytes) -> None:
        self.read[path] = hashlib.sha256(data).digest()


def _in_chain(path: Path, chain: Chain | None) -> bool:
    """Whether the file at `path` is one of those that led here."""
    while chain is not None:
        if chain[0] == path:
            return True
        chain = chain[1]
    return False


def _near(path: Path, other: Path) -> Path:
    """`path` as one writes it beside `other`, if it is in the same folder or below."""
    try:
        return other.parent / path.relative_to(other.absolute().parent)
    except ValueError:
        return path
