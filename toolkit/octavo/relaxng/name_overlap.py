"""Whether two name classes have a name in common (sections 7.3 and 7.4).

Two classes overlap if one of a few names is in both: each name that either of them mentions, a
name that nobody mentions in each namespace that they mention, and one in no such namespace.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from octavo.relaxng.grammar import NameClass

__all__ = ["Names", "has_endless_names", "name_of"]

_NOBODY: Final = "\0"
"""Neither a local name nor a namespace."""


def has_endless_names(name_class: NameClass) -> bool:
    """Whether `anyName` or `nsName` is in the class."""
    if name_class[0] == "choice":
        return any(has_endless_names(member) for member in name_class[1:])
    return bool(name_class[0] != "name")


def name_of(name_class: NameClass) -> str:
    """The class as a person would say it."""
    kind = name_class[0]
    if kind == "name":
        return f"“{name_class[2]}”"
    if kind == "choice":
        shown = [name_of(member) for member in name_class[1:5]]
        return " or ".join([*shown, "…"] if len(name_class) > 5 else shown)
    if kind == "nsName":
        return f"any name in the namespace “{name_class[1]}”"
    return "any name"


class Names:
    """The names of a class, quick to ask about."""

    __slots__ = ("_any", "_spaces", "names")

    def __init__(self, *name_classes: NameClass) -> None:
        self.names: set[tuple[str, str]] = set()
        self._spaces: dict[str, list[Names | None]] = {}
        self._any: list[Names | None] = []
        for name_class in name_classes:
            self.add(name_class)

    @property
    def endless(self) -> bool:
        """Whether there is no end to the names."""
        return bool(self._spaces or self._any)

    def __bool__(self) -> bool:
        return bool(self.names or self.endless)

    def update(self, other: Names) -> None:
        """Take the names of `other` in."""
        self.names |= other.names
        for space, excluded in other._spaces.items():
            self._spaces.setdefault(space, []).extend(excluded)
        self._any += other._any

    def add(self, name_class: NameClass) -> None:
        """Take the names of `name_class` in."""
        # Exceptions are nested three deep at most, by section 4.16.
        kind = name_class[0]
        if kind == "name":
            self.names.add((name_class[1], name_class[2]))
        elif kind == "choice":
            for member in name_class[1:]:
                self.add(member)
        else:
            excluded = name_class[-1] and Names(name_class[-1])
            if kind == "nsName":
                self._spaces.setdefault(name_class[1], []).append(excluded)
            else:
                self._any.append(excluded)

    def __contains__(self, name: tuple[str, str]) -> bool:
        if name in self.names:
            return True
        wild = (*self._spaces.get(name[0], ()), *self._any)
        return any(excluded is None or name not in excluded for excluded in wild)

    def common(self, other: Names) -> tuple[str, str] | None:
        """A name that is in both, or None."""
        if not self.endless and not other.endless:
            return min(self.names & other.names, default=None)
        if not self.endless:
            return min((name for name in self.names if name in other), default=None)
        if not other.endless:
            return min((name for name in other.names if name in self), default=None)
        mentioned = {*self._mentioned(), *other._mentioned()}
        return min((name for name in mentioned if name in self and name in other), default=None)

    def _mentioned(self) -> Iterator[tuple[str, str]]:
        yield _NOBODY, _NOBODY
        yield from self.names
        for space, excluded in self._spaces.items():
            yield space, _NOBODY
            for names in excluded:
                if names is not None:
                    yield from names._mentioned()
        for names in self._any:
            if names is not None:
                yield from names._mentioned()
