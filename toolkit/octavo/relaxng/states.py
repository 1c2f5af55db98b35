"""The states of a document: what can come next, found once and remembered.

A state is the content of an element as far as it was read: for each element pattern that the
element may be (mostly one), what of its content remains. It does not depend on where the element
stands, so that a document with thousands of elements has some dozens of states, and reading it soon
is looking things up:

    opening = state.opens.get(name) or automaton.open(state, name)
    state = opening.child                          # the element's attributes come now
    ...
    state = opening.next.get(state.mask) or automaton.next(opening, state.mask)

`mask` says which of the element patterns matched when the element ends; by it the parent knows what
remains for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from octavo.relaxng.builder import Patterns
from octavo.relaxng.patterns import Attribute, Context, Element, Pattern, Rests
from octavo.relaxng.white_space import SPACE

__all__ = ["Automaton", "Naming", "Opening", "State"]

_SHORT: Final = 40
_MOST_TEXTS: Final = 2000


class State:
    """What remains of an element's content, for each element pattern that it may be.

    `mask` has a bit for each that may end here; `valued` says that text is a value to be looked at;
    `spoken` is the state after text that is no value, None where none may come; `attributive`
    whether there are attributes that were not given yet.
    """

    __slots__ = ("_before", "_origin", "_patterns", "attributive", "closed", "mask", "names",
                 "opens", "plans", "spoken", "texts", "valued")  # fmt: skip

    def __init__(self, mask: int, *, valued: bool, attributive: bool) -> None:
        self._before: State | None = None
        self._origin: Callable[[], tuple[Pattern, ...]] | None = None
        self._patterns: tuple[Pattern, ...] | None = None
        self.mask = mask
        self.valued = valued
        self.attributive = attributive
        self.opens: dict[str, Opening] = {}
        self.names: dict[str, Naming] = {}
        self.plans: dict[tuple[str, ...], Plan] = {}
        self.closed: State | None = None
        self.spoken: State | None = None
        self.texts: dict[str, State] = {}

    @classmethod
    def of(cls, patterns: tuple[Pattern, ...]) -> State:
        """The state with these patterns."""
        state = cls(
            sum(1 << i for i, pattern in enumerate(patterns) if pattern.nullable),
            valued=any(pattern.valued for pattern in patterns),
            attributive=any(pattern.attributive for pattern in patterns),
        )
        state._patterns = patterns
        return state

    def reached(
        self, origin: Callable[[], tuple[Pattern, ...]], before: State | None = None
    ) -> None:
        """How the patterns are found when they are asked for, and the state whose own they come
        from; the first way that is told counts."""
        if self._origin is None:
            self._origin, self._before = origin, before

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """What remains."""
        if self._patterns is not None:
            return self._patterns
        # The way back can be long: the states on it are asked one by one, the first of them first.
        way = [self]
        while (before := way[-1]._before) is not None and before._patterns is None:
            way.append(before)
        patterns: tuple[Pattern, ...] = ()
        for state in reversed(way):
            if state._origin is None:
                raise LookupError("a state that nobody reached")
            patterns = state._patterns = state._origin()
        return patterns


class Opening:
    """The start of an element in a state: `every` has a bit for each element pattern that it may
    be, `child` is the state within it, `next` the parent's state by the mask with which it ends."""

    __slots__ = ("_origin", "_rests", "child", "every", "next")

    def __init__(
        self,
        every: int,
        child: State,
        origin: Callable[[], tuple[Rests[Element], ...]],
    ) -> None:
        """`origin` tells, when it is asked for, what remains in the parent."""
        self.every = every
        self.child = child
        self._origin = origin
        self._rests: tuple[Rests[Element], ...] | None = None
        self.next: dict[int, State] = {}

    @property
    def rests(self) -> tuple[Rests[Element], ...]:
        """What remains in the parent, for each of its own patterns."""
        if self._rests is None:
            self._rests = self._origin()
        return self._rests


class Naming:
    """An attribute in a state, by its name: `attributes` are the patterns that it may be, `next`
    the state by the mask of those that allow its value. `id_type` is ID, IDREF or IDREFS, or
    empty."""

    __slots__ = ("attributes", "id_type", "next", "rests")

    def __init__(
        self, attributes: tuple[Attribute, ...], rests: tuple[Rests[Attribute], ...], id_type: str
    ) -> None:
        self.attributes = attributes
        self.rests = rests
        self.id_type = id_type
        self.next: dict[int, State | None] = {}


class Plan:
    """A start tag with certain attributes, in the order in which they stand: `final` is the state
    after it if every value fits, `checks` which values are to be looked at (place in `expat`'s
    list, what is known of values, pattern), `ids` which are IDs or references to them (place,
    type)."""

    __slots__ = ("checks", "final", "ids")

    def __init__(
        self,
        checks: Sequence[tuple[int, dict[str, bool], Attribute]],
        ids: Sequence[tuple[int, str]],
        final: State,
    ) -> None:
        self.checks = checks
        self.ids = ids
        self.final = final


class Automaton:
    """The states of one grammar, found as documents ask for them."""

    def __init__(
        self, patterns: Patterns, *, needs_context: bool = False, ids: bool = True
    ) -> None:
        """`needs_context` says whether values can depend on the namespaces in scope, `ids` whether
        IDs and references to them count."""
        self._ids = ids
        self.patterns = patterns
        self._states: dict[tuple[int, ...], State] = {}
        self._fitting: dict[Attribute, dict[str, bool]] = {}
        self.needs_context = needs_context
        self.used: dict[str, int] = {}
        """In how many states an element of this name was met."""
        self.learned = 0
        """How often something was found that was not known."""
        self.start = State(0, valued=False, attributive=False)
        self.start.reached(lambda: (patterns.start(),))

    def state(self, patterns: tuple[Pattern, ...]) -> State:
        """The state with these patterns."""
        key = tuple(pattern.number for pattern in patterns)
        found = self._states.get(key)
        if found is None:
            found = self._states[key] = State.of(patterns)
            self.learned += 1
            found.spoken = self._spoken(found)
        return found

    def open(self, state: State, name: str) -> Opening | None:
        """The start of an element; None where it cannot stand here."""
        rests = self.rests(state, name)
        if not any(rests):
            return None
        opening = state.opens[name] = self.opening(rests)
        self.used[name] = self.used.get(name, 0) + 1
        self.learned += 1
        return opening

    def rests(self, state: State, name: str) -> tuple[Rests[Element], ...]:
        """The element patterns that an element may be, each with what remains after it."""
        return tuple(pattern.openings(name, self.patterns) for pattern in state.patterns)

    def opening(self, rests: tuple[Rests[Element], ...]) -> Opening:
        """An opening by what remains in the parent for each element pattern."""
        elements = _elements(rests)
        contents = tuple(self.patterns.content(element) for element in elements)
        return Opening((1 << len(elements)) - 1, self.state(contents), lambda: rests)

    def contents(self, opening: Opening) -> tuple[Pattern, ...]:
        """What an element has within it, attributes included, for each pattern that it may be."""
        return tuple(self.patterns.content(element) for element in _elements(opening.rests))

    def next(self, opening: Opening, mask: int) -> State:
        """The parent's state after an element that ended with `mask`."""
        found = opening.next[mask] = self.state(self.next_patterns(opening, mask))
        self.learned += 1
        return found

    def next_patterns(self, opening: Opening, mask: int) -> tuple[Pattern, ...]:
        """The patterns of that state."""
        accepted = [e for i, e in enumerate(_elements(opening.rests)) if mask >> i & 1]
        return tuple(
            self.patterns.choice([rest[e] for e in accepted if e in rest]) for rest in opening.rests
        )

    def naming(self, state: State, name: str) -> Naming | None:
        """An attribute of this name; None where it cannot stand here."""
        found = state.names.get(name)
        if found is None:
            rests = tuple(pattern.attributes(name, self.patterns) for pattern in state.patterns)
            if not any(rests):
                return None
            attributes = tuple(dict.fromkeys(a for rest in rests for a in rest))
            id_type = next((a.id_type for a in attributes if a.id_type and self._ids), "")
            found = state.names[name] = Naming(attributes, rests, id_type)
        return found

    def after(self, naming: Naming, mask: int) -> State | None:
        """The state after an attribute whose value fits the patterns in `mask`; None if no
        element pattern is left."""
        if mask not in naming.next:
            accepted = [a for i, a in enumerate(naming.attributes) if mask >> i & 1]
            patterns = tuple(
                self.patterns.choice([rest[a] for a in accepted if a in rest])
                for rest in naming.rests
            )
            naming.next[mask] = None if self._dead(patterns) else self.state(patterns)
        return naming.next[mask]

    def close(self, state: State) -> State | None:
        """The state once all attributes were given; None where one that must be is not."""
        if not state.attributive:
            return state
        if state.closed is None:
            patterns = self.closed_patterns(state)
            if self._dead(patterns):
                return None
            state.closed = self.state(patterns)
        return state.closed

    def closed_patterns(self, state: State) -> tuple[Pattern, ...]:
        """The patterns of that state."""
        return tuple(pattern.closed(self.patterns) for pattern in state.patterns)

    def plan(self, child: State, names: tuple[str, ...]) -> Plan | None:
        """How to read a start tag with attributes of these names; None where it has a fault, or
        where it depends on a value what the next attribute may be."""
        state, checks, ids = child, [], []
        for place, name in enumerate(names):
            naming = self.naming(state, name)
            if naming is None or len(naming.attributes) != 1:
                return None
            (attribute,) = naming.attributes
            if attribute.content is not self.patterns.text:
                checks.append((2 * place + 1, self.fitting(attribute), attribute))
            if naming.id_type:
                ids.append((2 * place + 1, naming.id_type))
            following = self.after(naming, 1)
            if following is None:
                return None
            state = following
        closed = self.close(state)
        if closed is None:
            return None
        plan = child.plans[names] = Plan(checks, ids, closed)
        self.learned += 1
        return plan

    def planned_patterns(self, child: State, names: tuple[str, ...]) -> tuple[Pattern, ...]:
        """The patterns of the state after a start tag that has a plan."""
        patterns = child.patterns
        for name in names:
            rests = [pattern.attributes(name, self.patterns) for pattern in patterns]
            patterns = tuple(self.patterns.choice(list(rest.values())) for rest in rests)
        return tuple(pattern.closed(self.patterns) for pattern in patterns)

    def fitting(self, attribute: Attribute) -> dict[str, bool]:
        """What is known of the values of an attribute."""
        return self._fitting.setdefault(attribute, {})

    def fits(self, attribute: Attribute, value: str, context: Context) -> bool:
        """Whether an attribute's value is allowed."""
        known = self.fitting(attribute)
        fitting = known.get(value)
        if fitting is None:
            fitting = self.patterns.matches(attribute.content, value, context)
            # What depends on the namespaces in scope, or is long, is not remembered.
            if not context and len(value) <= _SHORT and len(known) < _MOST_TEXTS:
                known[value] = fitting
        return fitting

    def read(self, state: State, text: str, context: Context) -> State | None:
        """The state after text that is a value, or white space in its place; None where it is not
        allowed."""
        found = state.texts.get(text) if not context else None
        if found is None:
            blank = not text.strip(SPACE)
            patterns = []
            for pattern in state.patterns:
                rest = pattern.text(text, context, self.patterns)
                patterns.append(self.patterns.choice([pattern, rest]) if blank else rest)
            if self._dead(patterns):
                return None
            found = self.state(tuple(patterns))
            if not context and len(text) <= _SHORT and len(state.texts) < _MOST_TEXTS:
                state.texts[text] = found
        return found

    def spoken_patterns(self, state: State) -> tuple[Pattern, ...]:
        """The patterns of the state after text that is no value."""
        return tuple(pattern.text("x", {}, self.patterns) for pattern in state.patterns)

    def _spoken(self, state: State) -> State | None:
        """The state after text that is no value: text is allowed, or it is not."""
        if state.valued:
            return None
        patterns = self.spoken_patterns(state)
        if self._dead(patterns):
            return None
        return state if patterns == state.patterns else self.state(patterns)

    def _dead(self, patterns: Iterable[Pattern]) -> bool:
        """Whether nothing can match any more."""
        return all(pattern is self.patterns.not_allowed for pattern in patterns)


def _elements(rests: tuple[Rests[Element], ...]) -> tuple[Element, ...]:
    """The element patterns that an element may be, each once."""
    return tuple(dict.fromkeys(element for rest in rests for element in rest))
