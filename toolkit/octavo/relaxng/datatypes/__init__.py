"""Datatypes: which strings a `data` or `value` pattern allows, and which of them mean the same.

    date = library("http://www.w3.org/2001/XMLSchema-datatypes").datatype("date")
    date.allows("1964-09-05", {})          True
    date.problem("1964-13-05", {})         "there is no month 13"
    date.same("1964-09-05Z", {}, "1964-09-05+00:00", {})        True

The built-in library has the empty URI; that of DTD Compatibility has ID, IDREF and IDREFS.
A `pattern` is translated once; `patterns` says how to keep the translations.
"""

from __future__ import annotations

from octavo.relaxng.datatypes.base import Context, Datatype, DatatypeError, Library
from octavo.relaxng.datatypes.messages import MESSAGES
from octavo.relaxng.datatypes.patterns import known_patterns, prime_patterns

__all__ = [
    "COMPATIBILITY",
    "MESSAGES",
    "XSD",
    "Context",
    "Datatype",
    "DatatypeError",
    "Library",
    "known_patterns",
    "library",
    "prime_patterns",
]

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
COMPATIBILITY = "http://relaxng.org/ns/compatibility/datatypes/1.0"


def library(uri: str) -> Library | None:
    """The datatype library of this URI; None if there is none here."""
    if uri == "":
        from octavo.relaxng.datatypes.builtin import BuiltinLibrary

        return BuiltinLibrary()
    if uri == XSD:
        from octavo.relaxng.datatypes.xsd import XsdLibrary

        return XsdLibrary()
    if uri == COMPATIBILITY:
        from octavo.relaxng.datatypes.xsd import CompatibilityLibrary

        return CompatibilityLibrary()
    return None
