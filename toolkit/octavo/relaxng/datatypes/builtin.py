"""The built-in datatype library: `string` and `token`, without parameters (RELAX NG, 6.2.7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from octavo.relaxng.datatypes.base import Context, Datatype, DatatypeError, Library, suggestion
from octavo.relaxng.datatypes.whitespace import collapse, preserve

__all__ = ["BuiltinLibrary"]

_NORMALISE: Final[dict[str, Callable[[str], str]]] = {"string": preserve, "token": collapse}


class BuiltinLibrary(Library):
    """The library whose URI is empty."""

    uri: ClassVar[str] = ""

    def datatype(self, name: str, params: Sequence[tuple[str, str]] = ()) -> Datatype:
        """`string` or `token`; raises DatatypeError for others, and for any parameter."""
        if name not in _NORMALISE:
            hint = suggestion(name, tuple(_NORMALISE))
            hint += " For others, name a datatypeLibrary, such as"
            hint += " http://www.w3.org/2001/XMLSchema-datatypes."
            raise DatatypeError(
                "unknown-datatype", hint, name=name, library="the built-in datatype library"
            )
        for param, _ in params:
            hint = "The built-in datatypes have no parameters; those of XML Schema have."
            raise DatatypeError("unknown-parameter", hint, param=param, name=name)
        return BuiltinDatatype(name)


class BuiltinDatatype(Datatype):
    """A string or a token; every string is allowed."""

    __slots__ = ("_normalise",)

    def __init__(self, name: str) -> None:
        self.library, self.name, self.params = "", name, ()
        self.needs_context, self.id_type = False, ""
        self._normalise = _NORMALISE[name]

    @property
    def examples(self) -> tuple[str, ...]:
        """None: every string is one."""
        return ()

    def __reduce__(self) -> tuple[object, ...]:
        return BuiltinDatatype, (self.name,)

    def allows(self, string: str, context: Context) -> bool:  # noqa: ARG002
        """True."""
        return True

    def problem(self, string: str, context: Context) -> str:  # noqa: ARG002
        """Empty."""
        return ""

    def value(self, string: str, context: Context) -> str:  # noqa: ARG002
        """The string, or the token: without white space at the ends and without runs of it."""
        return self._normalise(string)
