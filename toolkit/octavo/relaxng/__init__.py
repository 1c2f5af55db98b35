"""RELAX NG: schemas, and what in a document breaks them, said so that a person can act on it.

    from octavo.relaxng import Schema

    for finding in Schema.load("tei_all.rng").validate("hamlet.xml"):
        print(finding.line, finding.column, finding.id, finding.message, finding.hint)

All of RELAX NG (OASIS, 3 December 2001) in both syntaxes, with the datatypes of W3C XML Schema, and
with ID, IDREF and IDREFS. This package imports nothing of the rest of Octavo.
"""

from __future__ import annotations

from octavo.relaxng.findings import Finding, SchemaError
from octavo.relaxng.schema import Schema

__all__ = ["Finding", "Schema", "SchemaError"]
