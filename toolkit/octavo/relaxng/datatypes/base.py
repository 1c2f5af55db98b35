"""What a datatype library and a datatype are to the rest of the validator (section 5 of RELAX NG).

    datatype = library("http://www.w3.org/2001/XMLSchema-datatypes").datatype("date", ())
    datatype.allows("1964-09-05", {})                     True
    datatype.problem("1964-13-05", {})                    "there is no month 13"

A context maps the prefixes in scope to namespace URIs, the default namespace under "".
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from typing import ClassVar, TypeAlias

from octavo.relaxng.datatypes.messages import MESSAGES

__all__ = ["Context", "Datatype", "DatatypeError", "Library", "suggestion"]

Context: TypeAlias = Mapping[str, str]
Params: TypeAlias = tuple[tuple[str, str], ...]


class DatatypeError(Exception):
    """A schema asks for a datatype or a parameter that there is not; `id` is a finding's id."""

    def __init__(self, id: str, hint: str = "", **fields: str) -> None:  # noqa: A002
        self.id = id
        self.hint = hint
        self.fields = fields
        self.message = MESSAGES[id].format(**fields)
        super().__init__(self.message)

    def __reduce__(self) -> tuple[object, ...]:
        return _error, (self.id, self.hint, self.fields)


def _error(id: str, hint: str, fields: dict[str, str]) -> DatatypeError:  # noqa: A002
    return DatatypeError(id, hint, **fields)


class Datatype(ABC):
    """A set of strings, and which of them mean the same.

    Two datatypes are equal if they were asked for by the same library, name and parameters.
    """

    __slots__ = ("id_type", "library", "name", "needs_context", "params")

    library: str
    name: str
    params: Params
    needs_context: bool
    """Whether the prefixes in scope have a say."""
    id_type: str
    """"ID", "IDREF", "IDREFS", or empty."""

    @property
    @abstractmethod
    def examples(self) -> tuple[str, ...]:
        """Up to three strings that are allowed."""

    @abstractmethod
    def allows(self, string: str, context: Context) -> bool:
        """Whether `string`, as it stands in the document, is allowed."""

    @abstractmethod
    def problem(self, string: str, context: Context) -> str:
        """A clause that says why `string` is not allowed; empty if it is."""

    @abstractmethod
    def value(self, string: str, context: Context) -> Hashable | None:
        """What `string` means: equal for strings that mean the same; None if it is not allowed.

        The datatype's parameters are not asked, for a `value` pattern has none.
        """

    def same(self, a: str, context_a: Context, b: str, context_b: Context) -> bool:
        """Whether two strings mean the same: `1` and `01` as an integer."""
        value = self.value(a, context_a)
        return value is not None and value == self.value(b, context_b)

    def compiled_patterns(self) -> tuple[str, ...]:
        """The `pattern` parameters as regular expressions of Python, for `prime_patterns`."""
        return ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Datatype):
            return NotImplemented
        return self._asked_by() == other._asked_by()

    def __hash__(self) -> int:
        return hash(self._asked_by())

    def __repr__(self) -> str:
        params = "".join(f" {name}={value!r}" for name, value in self.params)
        return f"<datatype {self.name}{params}>"

    def _asked_by(self) -> tuple[str, str, Params]:
        return self.library, self.name, self.params


class Library(ABC):
    """A datatype library, by its URI."""

    uri: ClassVar[str]

    @abstractmethod
    def datatype(self, name: str, params: Sequence[tuple[str, str]] = ()) -> Datatype:
        """The datatype `name` with `params`.

        Raises DatatypeError if there is no such datatype, parameter, or value of a parameter.
        """


def suggestion(asked: str, names: Sequence[str]) -> str:
    """A sentence that names what may have been meant, or what there is."""
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in names}
    near = get_close_matches(asked.casefold(), list(folded), 1, 0.6)
    if near:
        return f"Did you mean {folded[near[0]]}?"
    return f"There is {', '.join(names)}." if names else ""
