"""The datatypes of XML Schema (Part 2, second edition) as RELAX NG uses them.

By the Guidelines for using W3C XML Schema Datatypes with RELAX NG: all built-in datatypes but those
that have no strings of their own, with all facets as parameters but enumeration and whiteSpace.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from functools import cache
from importlib import import_module
from typing import ClassVar, Final

from octavo.relaxng.datatypes.base import (
    Context,
    Datatype,
    DatatypeError,
    Library,
    Params,
    suggestion,
)
from octavo.relaxng.datatypes.facets import PatternFacet, facet
from octavo.relaxng.datatypes.kind import Check, Kind

__all__ = ["CompatibilityLibrary", "XsdLibrary"]

_MODULES: Final = {
    "strings": "string normalizedString token language boolean",
    "names": "Name NCName NMTOKEN NMTOKENS ID IDREF IDREFS ENTITY ENTITIES QName NOTATION",
    "uris": "anyURI",
    "numeric": "decimal float double integer nonPositiveInteger negativeInteger nonNegativeInteger"
    " positiveInteger long int short byte unsignedLong unsignedInt unsignedShort unsignedByte",
    "dates": "dateTime time date gYearMonth gYear gMonthDay gDay gMonth",
    "durations": "duration",
    "binary": "hexBinary base64Binary",
}
"""Where the kinds are; a module is loaded when a schema asks for one of its kinds."""
_NAMES: Final = {name: module for module, names in _MODULES.items() for name in names.split()}
_COMPATIBLE: Final = ("ID", "IDREF", "IDREFS")
_LATER: Final = frozenset(
    "dateTimeStamp yearMonthDuration dayTimeDuration untypedAtomic anyAtomicType anySimpleType"
    " anyType".split()
)


class XsdLibrary(Library):
    """The library http://www.w3.org/2001/XMLSchema-datatypes."""

    uri: ClassVar[str] = "http://www.w3.org/2001/XMLSchema-datatypes"

    def datatype(self, name: str, params: Sequence[tuple[str, str]] = ()) -> Datatype:
        """The datatype `name` restricted by `params`, all of which must hold."""
        if name not in _NAMES:
            hint = suggestion(name, tuple(_NAMES))
            if name in _LATER:
                hint = "It is none of the datatypes of XML Schema 1.0 that RELAX NG uses."
            elif not hint.startswith("Did"):
                hint = "Those used most are string, token, date, anyURI, ID, integer and decimal."
            raise DatatypeError(
                "unknown-datatype", hint, name=name, library="the library of XML Schema"
            )
        return _datatype(self.uri, name, tuple((param, value) for param, value in params))


class CompatibilityLibrary(Library):
    """The library of RELAX NG DTD Compatibility (OASIS, 3 December 2001, section 4)."""

    uri: ClassVar[str] = "http://relaxng.org/ns/compatibility/datatypes/1.0"

    def datatype(self, name: str, params: Sequence[tuple[str, str]] = ()) -> Datatype:
        """ID, IDREF or IDREFS; raises DatatypeError for others, and for any parameter."""
        if name not in _COMPATIBLE:
            hint = suggestion(name, _COMPATIBLE)
            raise DatatypeError("unknown-datatype", hint, name=name, library=self.uri)
        for param, _ in params:
            hint = "The datatypes of this library have no parameters; those of XML Schema have."
            raise DatatypeError("unknown-parameter", hint, param=param, name=name)
        return _datatype(self.uri, name, ())


class XsdDatatype(Datatype):
    """A kind and its parameters."""

    __slots__ = (
        "_ascii_only",
        "_checks",
        "_free",
        "_fullmatch",
        "_kind",
        "_lexical",
        "_normalise",
        "_patterns",
    )

    def __init__(self, library: str, kind: Kind, params: Params) -> None:
        self.library, self.name, self.params = library, kind.name, params
        self.needs_context, self.id_type = kind.needs_context, kind.id_type
        self._kind = kind
        self._normalise = kind.normalise
        self._lexical, self._ascii_only = kind.lexical, bool(kind.ascii)
        expression = kind.ascii or kind.lexical
        self._fullmatch = re.compile(expression).fullmatch if expression else None
        checks: list[Check] = []
        for param, value in params:
            checks.append(facet(kind, param, value, checks))
        # Patterns are asked directly: they are in use everywhere.
        self._patterns = tuple(c.pattern for c in checks if isinstance(c, PatternFacet))
        rest = (check for check in checks if not isinstance(check, PatternFacet))
        self._checks = (*kind.checks, *rest)
        self._free = not params and not kind.checks

    @property
    def examples(self) -> tuple[str, ...]:
        """The examples that the parameters leave; a prefix in one is taken to be declared."""
        examples = self._kind.examples
        if not self.params:
            return examples
        prefixes = {example.partition(":")[0]: "x" for example in examples}
        return tuple(example for example in examples if self.allows(example, prefixes))

    def __reduce__(self) -> tuple[object, ...]:
        return _datatype, (self.library, self.name, self.params)

    def allows(self, string: str, context: Context) -> bool:
        """Whether the string is in the lexical space, and all parameters hold."""
        fullmatch = self._fullmatch
        if fullmatch is not None and fullmatch(string) is None and not self._is_other(string):
            return False
        if self._free:
            return True
        text = self._normalise(string)
        for pattern in self._patterns:
            if not pattern.matches(text):
                return False
        for check in self._checks:  # noqa: SIM110 (a generator takes longer than the check)
            if not check.allows(text, context):
                return False
        return True

    def _is_other(self, string: str) -> bool:
        """Whether a string that the expression for ASCII does not match is right all the same."""
        if not self._ascii_only or string.isascii():
            return False
        return re.fullmatch(self._lexical or "", string) is not None

    def _is_lexical(self, string: str) -> bool:
        fullmatch = self._fullmatch
        return fullmatch is None or fullmatch(string) is not None or self._is_other(string)

    def problem(self, string: str, context: Context) -> str:
        """A clause about the first thing that is wrong."""
        text = self._normalise(string)
        if not self._is_lexical(string):
            return self._kind.fault(text) or f"it is not of the datatype {self.name}"
        for check in self._checks:
            if not check.allows(text, context):
                return check.problem(text, context)
        for pattern in self._patterns:
            if not pattern.matches(text):
                return pattern.problem(text)
        return ""

    def value(self, string: str, context: Context) -> Hashable | None:
        """The value, if the string is in the lexical space."""
        if not self._is_lexical(string):
            return None
        text = self._normalise(string)
        if any(not check.allows(text, context) for check in self._kind.checks):
            return None
        return self._kind.value(text, context)

    def compiled_patterns(self) -> tuple[str, ...]:
        """The patterns in Python, in their order."""
        return tuple(pattern.python for pattern in self._patterns)


@cache
def _kinds(module: str) -> dict[str, Kind]:
    found: tuple[Kind, ...] = import_module(f"octavo.relaxng.datatypes.{module}").KINDS
    return {kind.name: kind for kind in found}


def _datatype(library: str, name: str, params: Params) -> XsdDatatype:
    return XsdDatatype(library, _kinds(_NAMES[name])[name], params)
