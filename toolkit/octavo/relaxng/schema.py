"""A schema, ready to validate documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from octavo.relaxng.builder import Patterns
from octavo.relaxng.cache import Entry, Kept, cache_directory
from octavo.relaxng.findings import Finding, SchemaError
from octavo.relaxng.grammar import needs_context
from octavo.relaxng.names import local_name
from octavo.relaxng.states import Automaton
from octavo.relaxng.validation import validated

if TYPE_CHECKING:
    from octavo.relaxng.explain import Explanation

__all__ = ["Schema"]


class Schema:
    """A RELAX NG schema. It gets faster with each document, as it learns which states occur."""

    def __init__(self, kept: Kept, entry: Entry, *, ids: bool) -> None:
        self._automaton = Automaton(
            Patterns(kept.grammar), needs_context=kept.needs_context, ids=ids
        )
        self._entry = entry
        entry.states(self._automaton)
        self._known = len(self._automaton.used)

    @classmethod
    def load(cls, path: str | Path, *, cache: Path | None = None, ids: bool = True) -> Schema:
        """The schema in the file `path`: the compact syntax if its name ends in `.rnc`, else XML.

        `cache` is the folder in which schemas that were read are kept; that of the operating
        system where it is None.

        Without `ids`, RELAX NG DTD Compatibility counts for nothing: neither IDs and references to
        them are checked, nor whether the schema leaves doubts about them.

        Raises SchemaError, with findings, if it cannot be read or breaks the specification (RELAX
        NG Specification, 3, 4 and 7; RELAX NG DTD Compatibility, 5).
        """
        path = Path(path)
        folder = cache if cache is not None else cache_directory()
        try:
            data = path.read_bytes()
        except (OSError, ValueError):
            data = b""  # why, loading says below
        entry = Entry(path, data, folder, "ids" if ids else "")
        return cls(entry.schema() or _read(path, entry, ids=ids), entry, ids=ids)

    def explain(self, element: str, parent: str = "") -> list[Explanation]:
        """What the schema allows in an element, named by its local name or as `{uri}local`; with
        `parent` only as far as it may stand in that one. Empty where there is no such element."""
        from octavo.relaxng.explain import explain

        return explain(self._automaton.patterns, element, parent)

    def element_names(self) -> list[str]:
        """The local names of all elements that the schema lists, in its order."""
        from octavo.relaxng.survey import Survey

        names = Survey(self._automaton.patterns).names
        return list(dict.fromkeys(local_name(name) for name in names))

    def validate(self, path: str | Path, data: bytes | None = None) -> Iterator[Finding]:
        """The findings on the document in the file `path`, in its order, as they are found.

        `data` is its content where it was read before. Nothing is raised for what a document is
        like: that it is no XML, or cannot be read, is a finding.
        """
        yield from validated(self._automaton, Path(path), data)
        # What was learned is kept, but not again for every little that is new.
        if self._automaton.learned > self._known // 4:
            self._known += self._automaton.learned
            self._automaton.learned = 0
            self._entry.keep_states(self._automaton)


def _read(path: Path, entry: Entry, *, ids: bool) -> Kept:
    from octavo.relaxng.ids import conflicts
    from octavo.relaxng.load import check_restrictions, load_schema

    loaded = load_schema(path)
    check_restrictions(loaded)
    found = list(conflicts(loaded.grammar)) if ids else []
    if found:
        line, column = loaded.root.line, loaded.root.column
        raise SchemaError(*(f._replace(path=path, line=line, column=column) for f in found))
    kept = Kept(loaded.grammar, needs_context(loaded.grammar))
    entry.keep_schema(kept, loaded.files[1:])
    return kept
