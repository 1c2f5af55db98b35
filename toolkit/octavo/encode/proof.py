"""What is proved of a document before anything is written: it gives its source's text back, and is
valid, its ids and its pointers to them included. What fails here is a fault of Octavo."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from octavo.edition import parse_document
from octavo.encode.conserve import first_difference
from octavo.encode.source import Paragraph
from octavo.findings import Finding, OctavoError
from octavo.relaxng import Schema
from octavo.resources import Resources

__all__ = ["prove_conserved", "prove_valid"]


def prove_conserved(document: str, paragraphs: Sequence[Paragraph], path: Path) -> None:
    """Compare what the document gives back with the paragraphs of the source at `path`. By Octavo's
    own stylesheet: one that an edition has in its place may rightly show something else.

    Raises OctavoError `text-not-conserved`.
    """
    from octavo.transform.saxon import compile_stylesheet

    stylesheet = Resources().xslt / "text" / "main.xsl"
    given_back = compile_stylesheet(stylesheet).transform(document, path=path).text
    difference = first_difference(paragraphs, given_back, path)
    if difference is not None:
        raise OctavoError(difference)


def prove_valid(documents: Iterable[str], path: Path) -> None:
    """Check documents that were made from the source at `path`, by Octavo's own schema.

    Raises OctavoError `encoded-not-valid`.
    """
    for document in documents:
        fault = next(_faults(document.encode(), path), "")
        if fault:
            message = f"the TEI made of this source is not valid: {fault} Nothing was written."
            hint = "This is a fault of Octavo; please report it with the source."
            raise OctavoError(Finding("encoded-not-valid", message, path, hint=hint))


def _faults(data: bytes, path: Path) -> Iterator[str]:
    for finding in _schema(Resources().schema).validate(path, data):
        yield f"[{finding.id}] {finding.message}"
    document = parse_document(data, path)
    ids = {found.value for found in document.ids}
    for pointer in document.pointers:
        if pointer.target.startswith("#") and pointer.target[1:] not in ids:
            yield f"{pointer.attribute} points to {pointer.target}, which is not there."


@functools.cache
def _schema(path: Path) -> Schema:
    return Schema.load(path)
