"""Which schema a document is validated by: the one that is asked for, the one that it names, or the
edition's own. Nothing is ever fetched: an address on the web is looked up in `edition.toml`.

    [schemas]
    "https://example.org/tei_all.rng" = "schema/tei_all.rng"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from octavo.edition import Document, Pointer
from octavo.findings import Finding, OctavoError
from octavo.validate.schema import Schema

__all__ = ["SchemaChoice", "Schemas"]


@dataclass(frozen=True, slots=True)
class SchemaChoice:
    """What there is to choose from: `asked` is the schema for every document, if there is one;
    `own` that of the edition; `local` the files that stand for addresses on the web."""

    own: Path
    asked: Path | None = None
    local: Mapping[str, Path] = field(default_factory=dict)


class Schemas:
    """Schemas by their files, each loaded once; one that is wrong is told once."""

    def __init__(self, choice: SchemaChoice) -> None:
        self._choice = choice
        self._loaded: dict[Path, Schema | None] = {}

    def of(self, document: Document) -> tuple[list[Schema], list[Finding]]:
        """The schemas of a document, and what is wrong with them."""
        findings: list[Finding] = []
        paths: list[Path] = []
        if self._choice.asked is not None:
            paths.append(self._choice.asked)
        elif document.models:
            for model in document.models:
                path = self._named(document, model, findings)
                if path is not None:
                    paths.append(path)
        else:
            paths.append(self._choice.own)
        schemas = [schema for path in paths if (schema := self._load(path, findings)) is not None]
        return schemas, findings

    def _named(self, document: Document, model: Pointer, findings: list[Finding]) -> Path | None:
        """The file of a schema that a document names by a path or an address on the web."""
        address = model.target
        if address in self._choice.local:
            return self._choice.local[address]
        if not re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", address):
            path = document.path.parent / unquote(address)
            if path.is_file():
                return path
            message = f"the schema {address} that the document names is not there."
            hint = (
                "Correct the address in <?xml-model?>, or take the line out to use the edition's."
            )
        else:
            name = address.rpartition("/")[2] or "schema.rng"
            message = f"the schema {address} is not fetched from the web."
            hint = (
                f"Save it as schema/{name} and write in edition.toml:"
                f' [schemas] "{address}" = "schema/{name}"'
            )
        findings.append(
            Finding("schema-not-here", message, document.path, model.line, model.column, hint)
        )
        return None

    def _load(self, path: Path, findings: list[Finding]) -> Schema | None:
        if path not in self._loaded:
            try:
                self._loaded[path] = Schema.load(path)
            except OctavoError as error:
                self._loaded[path] = None
                findings.extend(error.findings)
        return self._loaded[path]
