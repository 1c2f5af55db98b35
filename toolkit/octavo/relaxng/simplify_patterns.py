"""Patterns, from tags to the simple form: sections 4.4, 4.6, 4.8 to 4.16 and 4.18 to 4.21.

References are followed as they come. Neither files nor definitions may be nested so deep that
Python gives up, so what is open is kept in a list of frames and nothing here calls itself.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from octavo.relaxng import simplify_nodes as nodes
from octavo.relaxng.grammar import NameClass, Node
from octavo.relaxng.schema_files import Files
from octavo.relaxng.schema_names import closest
from octavo.relaxng.schema_source import Tag, Troubles
from octavo.relaxng.simplify_data import Datatypes
from octavo.relaxng.simplify_names import NameClasses
from octavo.relaxng.simplify_scopes import Body, Context, Definition, Scope, open_scope

__all__ = ["Origins", "Simplifier"]

Origins = dict[int, tuple[Node, Tag]]
"""Where a node of the simple form comes from: by its `id`, the node (kept, so that the id stays its
own) and the tag."""

_LEAVES: Final = {"text": "text", "empty": "empty", "notAllowed": "notAllowed"}


class _Frame:
    """A tag or a definition whose parts are being simplified; `done` are the parts that are."""

    __slots__ = ("children", "context", "definition", "done", "next", "tag")

    def __init__(
        self,
        children: list[Tag] | list[Body],
        context: Context | None,
        tag: Tag | None = None,
        definition: Definition | None = None,
    ) -> None:
        self.children = children
        self.context = context
        self.tag = tag
        self.definition = definition
        self.next = 0
        self.done: list[Node] = []


class Simplifier:
    """Simplifies the patterns of one schema.

    `elements` has the name class and content of each element in the order in which they were met,
    `tags` their tags, `origins` the tag of every other pattern.
    """

    def __init__(self, files: Files, troubles: Troubles) -> None:
        self._files = files
        self._troubles = troubles
        self._names = NameClasses(troubles)
        self._datatypes = Datatypes(troubles)
        self._scopes: list[Scope] = []
        self._waiting: deque[tuple[int, Tag, Context]] = deque()
        self._overridden: list[Body] = []
        self._reachable = True
        self._frames: list[_Frame] = []
        self.elements: list[tuple[NameClass, Node]] = []
        self.tags: list[Tag] = []
        self.origins: Origins = {}

    def simplify(self) -> Node:
        """The start pattern. All that can be reached from it is in `elements`, and after it what
        cannot, which must be correct as well (section 4.16)."""
        context = Context("", None, (self._files.top, None))
        start = self._pattern([Body(self._files.root, context)])
        self._contents()
        self._reachable = False
        self._rest()
        return start

    def _contents(self) -> None:
        """Simplify the contents of the elements that were met, and of those met on the way."""
        while self._waiting:
            number, tag, context = self._waiting.popleft()
            patterns = tag.children if "name" in tag.attributes else tag.children[1:]
            frame = _Frame(patterns, context, tag)
            content = self._run(frame, inside=True)
            self.elements[number] = (self.elements[number][0], content)

    def _rest(self) -> None:
        """Go through the definitions that nothing refers to, and what was overridden."""
        at = 0
        while at < len(self._scopes):
            for definition in list(self._scopes[at].definitions.values()):
                if definition.node is None:
                    self._run(_Frame(definition.bodies, None, definition=definition))
                    self._contents()
            at += 1
        # What was overridden is gone before section 4.16, but not before section 4.6.
        for tag, context in self._overridden:
            self._dereference(tag, context)

    def _dereference(self, tag: Tag, context: Context) -> None:
        work = [(tag, context)]
        while work:
            tag, context = work.pop()
            if tag.name == "externalRef" and (body := self._external(tag, context)):
                work.append(body)
            work += [(child, context) for child in tag.children]

    def _pattern(self, bodies: list[Body]) -> Node:
        return self._run(_Frame(bodies, None, definition=Definition("", bodies)))

    def _run(self, first: _Frame, *, inside: bool = False) -> Node:
        """Simplify what `first` is of; `inside` if it is an element whose content is wanted."""
        if first.definition is not None:
            first.definition.begun = True
        frames = self._frames = [first]
        while True:
            frame = frames[-1]
            if frame.next < len(frame.children):
                child = frame.children[frame.next]
                frame.next += 1
                if isinstance(child, Body):
                    self._enter(child.tag, child.context, frame)
                elif frame.context is not None:
                    self._enter(child, frame.context, frame)
                continue
            frames.pop()
            node = self._finish(frame, inside=inside and not frames)
            if not frames:
                return node
            frames[-1].done.append(node)

    def _enter(self, tag: Tag, context: Context, frame: _Frame) -> None:
        """Begin with `tag`: add what it is to `frame`, or open a frame for it."""
        name = tag.name
        if name == "ref" or name == "parentRef":
            self._reference(tag, context, frame)
        elif name in _LEAVES:
            frame.done.append(self._note((name,), tag))
        elif name == "element":
            frame.done.append(self._element(tag, context))
        elif name == "value":
            frame.done.append(self._note(self._datatypes.value(tag, context.ns), tag))
        elif name == "externalRef":
            body = self._external(tag, context)
            if body is None:
                frame.done.append(nodes.NOT_ALLOWED)
            else:
                self._frames.append(_Frame([body], None))
        elif name == "grammar":
            scope, overridden = open_scope(tag, context, self._files, self._troubles)
            self._scopes.append(scope)
            self._overridden += overridden
            self._define(scope.definitions.get(""), tag, "<start>", frame)
        elif name == "attribute":
            patterns = tag.children if "name" in tag.attributes else tag.children[1:]
            self._frames.append(_Frame(patterns, context, tag))
        elif name == "data":
            patterns = tag.children[-1:]
            if patterns and patterns[0].name == "param":
                patterns = []
            self._frames.append(_Frame(patterns, context, tag))
        else:
            self._frames.append(_Frame(tag.children, context, tag))

    def _finish(self, frame: _Frame, *, inside: bool) -> Node:
        """The node of what `frame` is of."""
        done, tag, definition = frame.done, frame.tag, frame.definition
        if definition is not None:
            combine = nodes.interleave if definition.combine == "interleave" else nodes.choice
            node = done[0] if len(done) == 1 else combine(done)
            definition.node = node
            if len(done) > 1 and id(node) not in self.origins:
                self._note(node, definition.bodies[0].tag)
            return node
        if tag is None:
            return done[0]
        name = tag.name
        if name in {"start", "define", "group", "element"} or inside:
            node = nodes.group(done)
        elif name == "choice" or name == "except":
            node = nodes.choice(done)
        elif name == "optional":
            node = nodes.choice([nodes.EMPTY, nodes.group(done)])
        elif name == "zeroOrMore":
            node = nodes.zero_or_more(self._one_or_more(done, tag))
        elif name == "oneOrMore":
            node = self._one_or_more(done, tag)
        elif name == "interleave":
            node = nodes.interleave(done)
        elif name == "mixed":
            node = nodes.interleave([nodes.group(done), self._note(("text",), tag)])
        elif name == "list":
            node = nodes.list_of(nodes.group(done))
        elif name == "attribute":
            content = done[0] if done else self._note(("text",), tag)
            node = nodes.attribute(self._name_class(tag, frame), content)
        else:
            node = self._datatypes.data(tag, done[0] if done else None)
        self._files.spend(len(node), tag)
        return node if id(node) in self.origins else self._note(node, tag)

    def _one_or_more(self, done: list[Node], tag: Tag) -> Node:
        return self._note(nodes.one_or_more(self._note(nodes.group(done), tag)), tag)

    def _name_class(self, tag: Tag, frame: _Frame) -> NameClass:
        return self._names.of(tag, frame.context.ns if frame.context else "")

    def _note(self, node: Node, tag: Tag) -> Node:
        """Remember where `node` comes from, if it is new. A constant is copied, so that each has a
        place of its own."""
        if len(node) == 1:
            node = (node[0],)
        self.origins.setdefault(id(node), (node, tag))
        return node

    def _element(self, tag: Tag, context: Context) -> Node:
        number = len(self.elements)
        self.elements.append((self._names.of(tag, context.ns), nodes.NOT_ALLOWED))
        self.tags.append(tag)
        self._waiting.append((number, tag, context))
        return self._note(("ref", number), tag)

    def _reference(self, tag: Tag, context: Context, frame: _Frame) -> None:
        name = tag.attributes.get("name", "")
        scope = context.scope
        if tag.name == "parentRef":
            scope = scope and scope.outer
        if scope is None:
            where = "around it" if tag.name == "ref" else "around the one that it is in"
            self._troubles.add("reference-without-grammar", tag, "name", name=name, where=where)
            frame.done.append(nodes.NOT_ALLOWED)
            return
        definition = scope.definitions.get(name)
        if definition is None and not scope.incomplete:
            close = closest(name, scope.definitions)
            hint = f"Did you mean “{close}”?" if close else "Define it, or correct the name."
            self._troubles.add("undefined-reference", tag, "name", name=f"“{name}”", hint=hint)
        self._define(definition, tag, f"“{name}”", frame)

    def _define(self, definition: Definition | None, tag: Tag, name: str, frame: _Frame) -> None:
        """Add what is defined to `frame`, if it is known; open a frame if it is not."""
        if definition is None:
            frame.done.append(nodes.NOT_ALLOWED)
        elif definition.node is not None:
            frame.done.append(definition.node)
        elif not definition.begun:
            definition.begun = True
            self._frames.append(_Frame(definition.bodies, None, definition=definition))
        else:
            # Only what can be reached must not lead back to itself (section 4.19).
            if self._reachable:
                open_ = [one.definition for one in self._frames if one.definition is not None]
                way = [str(one) for one in open_[open_.index(definition) :]]
                shown = way if len(way) < 8 else [*way[:6], "…"]
                self._troubles.add(
                    "endless-definition", tag, "name", name=name, way=" → ".join([*shown, name])
                )
            frame.done.append(nodes.NOT_ALLOWED)

    def _external(self, tag: Tag, context: Context) -> Body | None:
        """The pattern in another file that `tag`, an `<externalRef>`, stands for (section 4.6)."""
        found = self._files.find(tag, context.chain)
        if found is None:
            return None
        chain, root = found
        ns = context.ns if tag.ns is None else tag.ns
        return Body(root, Context(ns, context.scope, chain))
