"""Name classes at work: which names an element or attribute pattern allows.

A name is a string as `expat` gives it: the namespace's URI, `SEPARATOR`, the local name; or the
local name alone where there is no namespace.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.relaxng.grammar import NameClass

__all__ = ["SEPARATOR", "NameTest", "full_name", "local_name", "namespace_of"]

SEPARATOR: Final = "\1"
"""No XML document has it; a space can be in a namespace by mistake, which expat refuses then."""


def full_name(uri: str, local: str) -> str:
    """The name in the namespace `uri`, which is empty where there is none."""
    return f"{uri}{SEPARATOR}{local}" if uri else local


def local_name(name: str) -> str:
    """The local part of a name."""
    return name.rpartition(SEPARATOR)[2]


def namespace_of(name: str) -> str:
    """The namespace's URI of a name, empty where it has none."""
    return name.rpartition(SEPARATOR)[0]


def allows(name_class: NameClass, uri: str, local: str) -> bool:
    """Whether a name class contains a name (RELAX NG, 9.2)."""
    match name_class:
        case ("name", of, called):
            return bool(of == uri and called == local)
        case ("nsName", of, exception):
            return of == uri and (exception is None or not allows(exception, uri, local))
        case ("anyName", exception):
            return exception is None or not allows(exception, uri, local)
        case _:
            return any(allows(member, uri, local) for member in name_class[1:])


def _named(name_class: NameClass) -> Iterator[str]:
    match name_class:
        case ("name", uri, local):
            yield full_name(uri, local)
        case ("choice", *members):
            for member in members:
                yield from _named(member)


def _open(name_class: NameClass) -> bool:
    """Whether it has names that it does not list."""
    if name_class[0] == "choice":
        return any(_open(member) for member in name_class[1:])
    return bool(name_class[0] != "name")


class NameTest:
    """The names of one pattern: `names` are those that it lists, `open` says whether others too."""

    __slots__ = ("_listed", "name_class", "names", "open")

    def __init__(self, name_class: NameClass) -> None:
        self.name_class = name_class
        self.names = tuple(dict.fromkeys(_named(name_class)))
        self.open = _open(name_class)
        self._listed = frozenset(self.names)

    def allows(self, name: str) -> bool:
        """Whether `name` is one of them."""
        if name in self._listed:
            return True
        return self.open and allows(self.name_class, namespace_of(name), local_name(name))
