"""Validating one document: a walk over it with the states of a grammar.

After an error the walk goes on as if the fault had been mended, so that one fault gives one
finding: see `octavo.relaxng.recovery`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from octavo.relaxng.decoding import XmlError
from octavo.relaxng.findings import Finding
from octavo.relaxng.messages import finding
from octavo.relaxng.names import SEPARATOR, local_name
from octavo.relaxng.reading import Reader
from octavo.relaxng.states import Automaton, Opening, State
from octavo.relaxng.white_space import SPACE, words

if TYPE_CHECKING:
    from octavo.relaxng.recovery import Recovery

__all__ = ["validated"]


def validated(
    automaton: Automaton, path: Path | None, data: bytes | None = None
) -> Iterator[Finding]:
    """The findings on a document, in its order, as they are found.

    `path` is the file; `data` its content where it was read already. What makes the file no XML is
    the last finding.
    """
    walk = _Walk(automaton, path)
    try:
        for _ in walk.pieces(data):
            yield from walk.taken()
    except XmlError as error:
        yield from walk.taken()
        yield error.finding
        return
    yield from walk.taken()


class _Frame:
    """An element that is open: the parent's state, how it began, its name, and what was told."""

    __slots__ = ("last", "name", "opening", "parent", "text_told")

    def __init__(self, parent: State, opening: Opening, name: str) -> None:
        self.parent = parent
        self.opening = opening
        self.name = name
        self.last = ""
        self.text_told = False


class _Walk(Reader):
    """The walk over one document."""

    separator = SEPARATOR

    def __init__(self, automaton: Automaton, path: Path | None) -> None:
        super().__init__(path)
        self._automaton = automaton
        self._state = automaton.start
        self._frames: list[_Frame] = [_Frame(automaton.start, _NOTHING, "")]
        self._skipping = 0
        self._begun = (0, 0)
        self._spoken_at = (0, 0)
        self._collected: list[str] = []
        self._found: list[Finding] = []
        self._context: dict[str, str] = {}
        self._aliases: dict[str, str] = {}
        self._ids: dict[str, tuple[str, int]] = {}
        self._references: list[tuple[str, tuple[int, int]]] = []
        if automaton.needs_context:
            self._outer: list[tuple[str, str | None]] = []
            self.parser.StartNamespaceDeclHandler = self._declare
            self.parser.EndNamespaceDeclHandler = self._undeclare

    @cached_property
    def _recovery(self) -> Recovery:
        """Needed, and imported, from the first fault on."""
        from octavo.relaxng.recovery import Recovery

        return Recovery(self._automaton, self._found, self.path, self._aliases)

    def taken(self) -> list[Finding]:
        """What was found since the last time."""
        found = self._found[:]
        self._found.clear()
        return found

    def pieces(self, data: bytes | None = None) -> Iterator[None]:
        """Read, and then look for references to IDs that nobody has."""
        yield from super().pieces(data)
        for value, place in self._references:
            if value not in self._ids:
                self._tell("unresolved-idref", place, len(value), value=value)

    def start(self, name: str, attributes: list[str]) -> None:
        """An element begins."""
        if self._skipping:
            self._skipping += 1
            return
        state = self._state
        if state.valued:
            state = self._before_element(state)
        if self._aliases:
            name = self._recovery.alias(name)
        opening = state.opens.get(name) or self._automaton.open(state, name)
        if opening is None:
            recovered = self._recovery.element(
                state, name, self._frames[-1].name, self._frames[-1].last, self.place()
            )
            if recovered is None:
                self._skipping = 1
                return
            opening, name = recovered
        self._frames.append(_Frame(state, opening, name))
        self._begun = self.place()
        child = opening.child
        if not attributes and not child.attributive:
            self._state = child
            return
        names = tuple(attributes[::2])
        plan = child.plans.get(names) or self._automaton.plan(child, names)
        if plan is not None:
            for place, known, attribute in plan.checks:
                if known.get(attributes[place]) is not True and not self._automaton.fits(
                    attribute, attributes[place], self._context
                ):
                    break
            else:
                self._state = plan.final
                for place, id_type in plan.ids:
                    self._identify(id_type, name, attributes, place)
                return
        self._state = self._tag(child, name, attributes)

    def end(self, _name: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping -= 1
            return
        state = self._state
        frame = self._frames.pop()
        every = frame.opening.every
        read = self._value(state, frame) if state.valued else state
        mask = read.mask if read is not None else every
        if read is not None and not mask:
            self._recovery.faults.incomplete(read, frame.name, frame.last, self._end_place())
            mask = every
        opening = frame.opening
        self._state = opening.next.get(mask) or self._automaton.next(opening, mask)
        self._frames[-1].last = frame.name

    def text(self, text: str) -> None:
        """A piece of text."""
        state = self._state
        if state.spoken is state or self._skipping:
            return
        if state.valued:
            if not self._collected or not self._collected[-1].strip(SPACE):
                before = len(text) - len(text.lstrip(SPACE))
                line, column = self.place()
                self._spoken_at = (line, column + before)
            self._collected.append(text)
            return
        if not text.strip(SPACE):
            return
        if state.spoken is not None:
            self._state = state.spoken
        elif not self._frames[-1].text_told:
            self._frames[-1].text_told = True
            line, column = self.place()
            before = len(text) - len(text.lstrip(SPACE))
            place = (line, column + before)
            self._recovery.faults.text(state, self._frames[-1].name, place, len(text.strip(SPACE)))

    def _end_place(self) -> tuple[int, int]:
        """Within `end`: the place of the end tag, or of the tag of an element that is only one."""
        ahead = self.parser.GetInputContext() or b""
        return self.place() if ahead.startswith(b"</") else self._begun

    def _before_element(self, state: State) -> State:
        """The state after text that may be a value, where an element begins after it."""
        text = "".join(self._collected)
        self._collected.clear()
        if not text.strip(SPACE):
            return state
        read = self._automaton.read(state, text, self._context)
        if read is None:
            length = len(text.strip(SPACE).split("\n")[0])
            self._recovery.faults.text(state, self._frames[-1].name, self._spoken_at, length)
            return state
        return read

    def _value(self, state: State, frame: _Frame) -> State | None:
        """The state at the end of an element whose content may be a value; None, and told, where
        the value is not allowed."""
        text = "".join(self._collected)
        self._collected.clear()
        read = self._automaton.read(state, text, self._context)
        if read is not None:
            return read
        self._recovery.faults.value(state, frame.name, text, self._context, self._end_place())
        return None

    def _tag(self, state: State, name: str, attributes: list[str]) -> State:
        """The state after a start tag, read attribute by attribute."""
        places: list[tuple[int, int]] = []
        begun = state
        for place in range(0, len(attributes), 2):
            called, value = attributes[place], attributes[place + 1]
            naming = self._automaton.naming(state, called)
            if naming is not None:
                mask = sum(
                    1 << i
                    for i, attribute in enumerate(naming.attributes)
                    if self._automaton.fits(attribute, value, self._context)
                )
                following = self._automaton.after(naming, mask) if mask else None
                if following is not None:
                    if naming.id_type:
                        self._identify(naming.id_type, name, attributes, place + 1)
                    state = following
                    continue
            places = places or self.attribute_places()
            here = places[place // 2] if place // 2 < len(places) else self.place()
            if naming is None:
                given = attributes[::2]
                state = self._recovery.attribute(state, begun, name, called, given, here)
            else:
                state = self._recovery.bad_value(state, naming, called, value, self._context, here)
        closed = self._automaton.close(state)
        if closed is None:
            closed = self._recovery.missing_attribute(state, name, self.place())
        return closed

    def _identify(self, id_type: str, name: str, attributes: list[str], place: int) -> None:
        """An ID is there once; a reference leads to one (RELAX NG DTD Compatibility, 5)."""
        value = attributes[place].strip(SPACE)
        if id_type == "ID" and value not in self._ids:
            self._ids[value] = (local_name(name), self.parser.CurrentLineNumber)
            return
        places = self.attribute_places()
        here = places[place // 2] if place // 2 < len(places) else self.place()
        if id_type == "ID":
            other, line = self._ids[value]
            self._tell("duplicate-id", here, len(value), value=value, other=other, line=line)
        else:
            self._references.extend((word, here) for word in words(value) if word not in self._ids)

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._outer.append((prefix or "", self._context.get(prefix or "")))
        self._context = {**self._context, prefix or "": uri or ""}

    def _undeclare(self, _prefix: str | None) -> None:
        prefix, before = self._outer.pop()
        self._context = {k: v for k, v in self._context.items() if k != prefix}
        if before is not None:
            self._context[prefix] = before

    def _tell(self, identifier: str, place: tuple[int, int], length: int, **values: Any) -> None:
        self._found.append(finding(identifier, self.path, place, length=length, **values))


_NOTHING: Final = Opening(0, State.of(()), tuple)
