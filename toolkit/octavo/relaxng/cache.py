"""Schemas that were read before, kept in the user's cache directory.

What is kept of a schema is its simple form, so that sections 4 and 7 are checked once; the
translations of its regular expressions; and the states that documents reached. An entry is found by
the content of all the schema's files; it is for one version of this package and of Python, is
written whole, and ignored when damaged.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from octavo.relaxng.datatypes.patterns import known_patterns, prime_patterns
from octavo.relaxng.grammar import ElementDefinition, Grammar
from octavo.relaxng.memory import recall, remember
from octavo.relaxng.states import Automaton

__all__ = ["Entry", "Kept", "cache_directory"]

FORM: Final = 2
"""Changes when entries of an earlier form can no longer be used."""

_DIGEST: Final = 32


class Kept(NamedTuple):
    """What is kept of a schema."""

    grammar: Grammar
    needs_context: bool


def cache_directory() -> Path | None:
    """Where the operating system keeps caches; None where it says nothing, or where
    `OCTAVO_CACHE` is set and empty. `OCTAVO_CACHE` names another folder."""
    own = os.environ.get("OCTAVO_CACHE")
    if own is not None:
        return Path(own) if own else None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "octavo" / "cache" if local else None
    if sys.platform == "darwin":
        return _home("Library/Caches/octavo")
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(base) / "octavo" if base else _home(".cache/octavo")


class Entry:
    """What is kept of the schema at `path` with the content `data`, in `folder`; nothing where that
    is None."""

    def __init__(self, path: Path, data: bytes, folder: Path | None, kind: str = "") -> None:
        """`kind` tells apart what is kept of the same schema for different uses."""
        self._path = path
        # Schemas of the same content in different folders may include different files.
        version = f"{FORM} {kind} {sys.version} {path.absolute().parent} {path.suffix}"
        key = hashlib.sha256(version.encode("utf-8", "surrogateescape") + b"\0" + data)
        self._file = folder / "relaxng" / key.hexdigest() if folder is not None else None

    def schema(self) -> Kept | None:
        """The schema; None if it was not kept, or other files that it includes have changed."""
        try:
            files, start, elements, context, patterns = self._load("")
            if any(_digest(self._path.parent / name) != known for name, known in files):
                return None
            prime_patterns(patterns)
            definitions = tuple(ElementDefinition(*definition) for definition in elements)
            return Kept(Grammar(start, definitions), context)
        except (OSError, ValueError, EOFError, TypeError):
            return None

    def keep_schema(self, kept: Kept, files: Sequence[tuple[Path, bytes]]) -> None:
        """Keep the schema; `files` are the others that it includes, each with the SHA-256 of its
        bytes."""
        names = [(os.path.relpath(file, self._path.parent), digest) for file, digest in files]
        elements = [(each.name_class, each.content) for each in kept.grammar.elements]
        patterns = dict(known_patterns())
        self._keep("", (names, kept.grammar.start, elements, kept.needs_context, patterns))
        self._forget(".states")

    def states(self, automaton: Automaton) -> None:
        """Give an automaton the states that were kept, if any were."""
        try:
            recall(automaton, self._load(".states"))
        except (OSError, ValueError, EOFError, TypeError, LookupError):
            return

    def keep_states(self, automaton: Automaton) -> None:
        """Keep the states of an automaton."""
        self._keep(".states", remember(automaton))

    def _load(self, suffix: str) -> Any:
        if self._file is None:
            raise ValueError("nothing is kept")
        entry = self._file.with_name(self._file.name + suffix).read_bytes()
        digest, content = entry[:_DIGEST], entry[_DIGEST:]
        if hashlib.sha256(content).digest() != digest:
            raise ValueError("damaged")
        return marshal.loads(content)

    def _keep(self, suffix: str, value: Any) -> None:
        """That it cannot be written is no error: it will be found out again."""
        if self._file is None:
            return
        try:
            content = marshal.dumps(value)
            file = self._file.with_name(self._file.name + suffix)
            _write(file, hashlib.sha256(content).digest() + content)
        except (OSError, ValueError):
            return

    def _forget(self, suffix: str) -> None:
        if self._file is None:
            return
        try:
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
        except OSError:
            return


def _digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def _write(entry: Path, content: bytes) -> None:
    import tempfile

    entry.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=entry.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(entry)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _home(below: str) -> Path | None:
    try:
        return Path.home() / below
    except RuntimeError:
        return None
