"""A schema file, in either syntax, as a grammar in the simple form.

grammar = load_grammar(Path("octavo.rng"))           # raises SchemaError

loaded = load_schema(Path("octavo.rng"))             # the same in two steps:
check_restrictions(loaded)                           # section 7, which one may remember
loaded.files                                         # what was read, to know when it changes
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from octavo.relaxng.findings import Finding, SchemaError
from octavo.relaxng.grammar import Grammar, Node
from octavo.relaxng.restrictions import Restrictions
from octavo.relaxng.restrictions_places import Places
from octavo.relaxng.schema_files import Files
from octavo.relaxng.schema_messages import SCHEMA_MESSAGES
from octavo.relaxng.schema_source import Tag, Troubles
from octavo.relaxng.simplify_patterns import Origins, Simplifier
from octavo.relaxng.simplify_reach import TooLargeError, reachable, renumbered

__all__ = [
    "Loaded",
    "check_restrictions",
    "load_grammar",
    "load_schema",
    "parse_grammar",
    "parse_schema",
    "schema_files",
]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A schema that was read and simplified.

    `files` are all the files that were read, the schema itself first, each with the SHA-256 of its
    bytes. `origins` and `tags` say where a pattern and an element of the grammar were written.
    """

    grammar: Grammar
    files: tuple[tuple[Path, bytes], ...]
    origins: Origins
    tags: tuple[Tag, ...]
    root: Tag


def load_schema(path: Path) -> Loaded:
    """The schema at `path`, without the restrictions of section 7. Raises SchemaError."""
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        message, _ = SCHEMA_MESSAGES["schema-unreadable"]
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise SchemaError(
            Finding("schema-unreadable", message.format(reason=reason), path, hint="Is it there?")
        ) from None
    return parse_schema(data, path)


def parse_schema(data: bytes, path: Path) -> Loaded:
    """The schema whose bytes are `data`; other files are looked for beside `path`.

    The restrictions of section 7 are not checked. Raises SchemaError.
    """
    troubles = Troubles()
    files = Files(data, path, troubles)
    simplifier = Simplifier(files, troubles)
    start = simplifier.simplify()
    troubles.check()
    elements, tags = simplifier.elements, simplifier.tags
    try:
        order = reachable(start, elements)
    except TooLargeError as error:
        tag = tags[error.element] if error.element >= 0 else files.root
        troubles.fatal("schema-too-deep" if error.deep else "schema-swells", tag, limit=150)
    copies: dict[int, tuple[Node, Node]] = {}
    grammar = renumbered(start, elements, order, copies)
    origins = simplifier.origins
    for old, new in copies.values():
        if id(old) in origins:
            origins[id(new)] = (new, origins[id(old)][1])
    return Loaded(
        grammar, tuple(files.read.items()), origins, tuple(tags[old] for old in order), files.root
    )


def check_restrictions(loaded: Loaded) -> None:
    """Raise SchemaError if the schema breaks a restriction of section 7."""
    troubles = Troubles()
    places = Places(loaded.grammar, loaded.origins, loaded.tags, loaded.root, troubles)
    Restrictions(places).check()
    troubles.check()


def load_grammar(path: Path) -> Grammar:
    """The grammar of the schema at `path`, all of it checked. Raises SchemaError."""
    loaded = load_schema(path)
    check_restrictions(loaded)
    return loaded.grammar


def parse_grammar(data: bytes, path: Path) -> Grammar:
    """The grammar of the schema whose bytes are `data`, all of it checked. Raises SchemaError."""
    loaded = parse_schema(data, path)
    check_restrictions(loaded)
    return loaded.grammar


def schema_files(path: Path) -> list[Path]:
    """All the files of the schema at `path`, itself first. Raises SchemaError."""
    return [file for file, _ in load_schema(path).files]
