"""The grammars of a schema and what each defines: sections 4.7, 4.11, 4.17 and 4.18.

A `Scope` is a `<grammar>` with all that is included in it; a `Definition` is all that is said under
one name, to be combined. What stands in `<include>` takes the place of what is included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from octavo.relaxng.grammar import Node
from octavo.relaxng.schema_files import Chain, Files
from octavo.relaxng.schema_names import closest
from octavo.relaxng.schema_source import Tag, Troubles

__all__ = ["Body", "Context", "Definition", "Scope", "open_scope"]


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What a pattern inherits from where its file was called for: the namespace, the grammar, and
    the files that led there."""

    ns: str
    scope: Scope | None
    chain: Chain


class Body(NamedTuple):
    """One `<define>` or `<start>`, or any pattern, with its context."""

    tag: Tag
    context: Context


@dataclass(slots=True, eq=False)
class Definition:
    """What is defined under one name; `start` has none. `node` is there once it is simplified."""

    name: str
    bodies: list[Body] = field(default_factory=list)
    combine: str = ""
    node: Node | None = None
    begun: bool = False

    def __str__(self) -> str:
        return f"“{self.name}”" if self.name else "<start>"


@dataclass(slots=True, eq=False)
class Scope:
    """A grammar: its definitions by name, that of `<start>` under an empty one. It is `incomplete`
    if something could not be included; then one cannot say what is missing."""

    tag: Tag
    outer: Scope | None
    definitions: dict[str, Definition] = field(default_factory=dict)
    incomplete: bool = False


@dataclass(slots=True, eq=False)
class _Override:
    """The components of an `<include>`, by name, and those that took the place of something."""

    components: dict[str, Tag]
    include: Tag
    path: Path
    outer: _Override | None
    used: set[str] = field(default_factory=set)


def open_scope(
    tag: Tag, context: Context, files: Files, troubles: Troubles
) -> tuple[Scope, list[Body]]:
    """The scope of the `<grammar>` that is `tag`, and the components that were overridden.

    What cannot be included or combined is noted in `troubles`.
    """
    scope = Scope(tag, context.scope)
    collector = _Collector(scope, files, troubles)
    collector.collect(tag, Context(context.ns, scope, context.chain))
    for definition in scope.definitions.values():
        _check_combine(definition, troubles)
    if "" not in scope.definitions and not scope.incomplete:
        troubles.add("no-start", tag)
    return scope, collector.overridden


class _Collector:
    """Goes through a grammar and what it includes."""

    def __init__(self, scope: Scope, files: Files, troubles: Troubles) -> None:
        self._scope = scope
        self._files = files
        self._troubles = troubles
        self.overridden: list[Body] = []

    def collect(self, parent: Tag, context: Context, override: _Override | None = None) -> None:
        # Files can include each other in a long row: a list of what is to do, the next at the end.
        work: list[tuple[Tag, Context, _Override | None] | _Override] = [
            (child, context, override) for child in reversed(parent.children)
        ]
        while work:
            item = work.pop()
            if isinstance(item, _Override):
                self._finish(item)
                continue
            tag, context, override = item
            if tag.name == "div":
                work += [(child, context, override) for child in reversed(tag.children)]
            elif tag.name == "include":
                work += [(child, context, override) for child in reversed(tag.children)]
                if included := self._include(tag, context, override):
                    root, inside, filter_ = included
                    work.append(filter_)
                    work += [(child, inside, filter_) for child in reversed(root.children)]
                else:
                    self._scope.incomplete = True
            else:
                self._component(tag, context, override)

    def _component(self, tag: Tag, context: Context, override: _Override | None) -> None:
        name = tag.attributes.get("name", "")
        while override is not None:
            if name in override.components:
                override.used.add(name)
                self.overridden.append(Body(tag, context))
                return
            override = override.outer
        definition = self._scope.definitions.get(name)
        if definition is None:
            definition = self._scope.definitions[name] = Definition(name)
        definition.bodies.append(Body(tag, context))

    def _include(
        self, tag: Tag, context: Context, outer: _Override | None
    ) -> tuple[Tag, Context, _Override] | None:
        found = self._files.find(tag, context.chain)
        if found is None:
            return None
        chain, root = found
        if root.name != "grammar":
            self._troubles.add(
                "include-no-grammar", tag, "href", path=root.file.path, name=root.name
            )
            return None
        components = {one.attributes.get("name", ""): one for one in _components(tag)}
        ns = context.ns if tag.ns is None else tag.ns
        inside = Context(ns, self._scope, chain)
        return root, inside, _Override(components, tag, root.file.path, outer)

    def _finish(self, override: _Override) -> None:
        """Say what of an include has nothing to take the place of."""
        for name, tag in override.components.items():
            if name in override.used or self._scope.incomplete:
                continue
            what = f"definition of “{name}”" if name else "<start>"
            near = closest(name, self._scope.definitions)
            close = f" Did you mean “{near}”?" if name and near not in {"", name} else ""
            attribute = "name" if name else ""
            self._troubles.add(
                "override-nothing", tag, attribute, path=override.path, what=what, close=close
            )


def _components(tag: Tag) -> Iterator[Tag]:
    """The children of `tag` that define something, those in `<div>` too (section 4.7)."""
    work = list(reversed(tag.children))
    while work:
        child = work.pop()
        if child.name == "div":
            work += reversed(child.children)
        else:
            yield child


def _check_combine(definition: Definition, troubles: Troubles) -> None:
    """Find out how the bodies of `definition` are to be combined (section 4.17)."""
    plain: Tag | None = None
    combined: Tag | None = None
    for tag, _ in definition.bodies:
        method = tag.attributes.get("combine", "")
        attribute = "name" if definition.name else ""
        if not method:
            if plain is not None:
                troubles.add("defined-twice", tag, attribute, what=definition, other=plain)
            plain = plain or tag
        elif combined is None:
            combined, definition.combine = tag, method
        elif method != definition.combine:
            troubles.add(
                "combined-two-ways",
                tag,
                "combine",
                what=definition,
                method=method,
                other_method=definition.combine,
                other=combined,
            )
