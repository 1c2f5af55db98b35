"""Going on after a fault as if it had been mended, and telling it once.

- An unknown element whose name is like one that may stand here is read as that one.
- An element that came too early is taken in both ways that can be meant: something before it is
  missing, or it stands in the wrong place and will be missed later. What follows decides.
- An element that may not stand here at all is read as what the schema has by its name, and then
  forgotten.
- What is missing at the end of an element, or of its attributes, is taken as given.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from octavo.relaxng.expected import (
    all_elements,
    missing_before,
    possible_attributes,
    relaxed,
    required_attributes,
    skipping,
    without_attributes,
)
from octavo.relaxng.faults import Faults, Position
from octavo.relaxng.findings import Finding
from octavo.relaxng.names import full_name, local_name, namespace_of
from octavo.relaxng.patterns import Context, Element
from octavo.relaxng.states import Automaton, Naming, Opening, State
from octavo.relaxng.suggest import suggestion
from octavo.relaxng.survey import Survey
from octavo.relaxng.wording import (
    attribute_name,
    element_names,
    enumeration,
    namespace_words,
    shown_value,
    tag,
    value_problem,
)

__all__ = ["Recovery"]


class Recovery:
    """Says how to go on after each fault of one document, and has it told."""

    def __init__(
        self,
        automaton: Automaton,
        found: list[Finding],
        path: Path | None,
        aliases: dict[str, str],
    ) -> None:
        """Findings go to the end of `found`; `aliases` gets the namespaces that are meant by
        those that are used. `faults` tells those after which nothing changes, too."""
        self._automaton = automaton
        self._patterns = automaton.patterns
        self._survey = Survey(automaton.patterns)
        self.faults = Faults(automaton, self._survey, found, path)
        self._aliases = aliases

    def alias(self, name: str) -> str:
        """A name in the namespace that was meant, once it was told that another is used."""
        meant = self._aliases.get(namespace_of(name))
        if meant is None:
            return name
        return full_name(meant, local_name(name))

    def element(
        self, state: State, name: str, parent: str, last: str, place: Position
    ) -> tuple[Opening, str] | None:
        """An element that cannot stand here: how to read it, and under which name; None to leave
        out all that is in it."""
        length = len(local_name(name)) + 1
        early = self._early(state, name)
        if early is not None:
            missing = missing_before(state.patterns[0], name, self._patterns)
            self.faults.tell(
                "missing-element",
                place,
                length,
                name=local_name(name),
                parent=local_name(parent),
                missing=self.faults.all_of(missing),
            )
            return early, name
        here = element_names(e for p in state.patterns for e in all_elements(p))
        meant = self._meant(name, here)
        if meant is not None:
            self._tell_misspelt(name, meant, place, length)
            opening = self._automaton.open(state, meant) or self._early(state, meant)
            if opening is not None:
                return opening, meant
        known = self._survey.elements(name)
        if not known:
            if meant is None:
                self.faults.unknown(name, state, place, length)
            return None
        self.faults.misplaced(state, name, parent, last, place, length)
        return self._forgotten(state, known), name

    def attribute(
        self,
        state: State,
        begun: State,
        element: str,
        name: str,
        given: Sequence[str],
        place: Position,
    ) -> State:
        """An attribute that cannot be here: the state after it."""
        possible = self._attribute_names(begun)
        free = [other for other in possible if other not in given]
        alike = [other for other in free if local_name(other) == local_name(name)]
        shown = {attribute_name(other): other for other in free}
        near = alike[0] if alike else shown.get(suggestion(attribute_name(name), shown) or "")
        if near is not None:
            same = attribute_name(near) == attribute_name(name)
            where = f" in {namespace_words(namespace_of(near))}" if same else ""
            hint = f"Did you mean {attribute_name(near)}{where}?"
        else:
            names = sorted(attribute_name(other) for other in free)
            hint = f"It may have {enumeration(names)}." if names else "It can have none."
        self.faults.tell(
            "attribute-not-allowed",
            place,
            len(attribute_name(name)),
            hint=hint,
            element=local_name(element),
            name=attribute_name(name),
        )
        naming = self._automaton.naming(state, near) if near is not None else None
        return self._with_all(naming, state) if naming is not None else state

    def bad_value(
        self,
        state: State,
        naming: Naming,
        name: str,
        value: str,
        context: Context,
        place: Position,
    ) -> State:
        """An attribute whose value is not allowed: the state after it."""
        content = self._patterns.choice([a.content for a in naming.attributes])
        problem, hint = value_problem(content, value, context)
        self.faults.tell(
            "bad-value",
            place,
            len(attribute_name(name)),
            hint=hint,
            name=attribute_name(name),
            value=shown_value(value),
            problem=problem,
        )
        return self._with_all(naming, state)

    def missing_attribute(self, state: State, name: str, place: Position) -> State:
        """A start tag without an attribute that it must have: the state after it."""
        needs = min(
            (required_attributes(p) for p in state.patterns if p is not self._patterns.not_allowed),
            key=len,
            default=[],
        )
        words = [
            enumeration([attribute_name(n) for a in each for n in a.test.names] or ["attribute"])
            for each in needs
        ]
        self.faults.tell(
            "missing-attribute",
            place,
            len(local_name(name)) + 1,
            element=local_name(name),
            missing=enumeration(words, "nor") or "attribute",
        )
        return self._automaton.state(
            tuple(without_attributes(p, self._patterns) for p in state.patterns)
        )

    def _early(self, state: State, name: str) -> Opening | None:
        """An element that could stand here if what must come before it had."""
        rests = [skipping(pattern, name, self._patterns) for pattern in state.patterns]
        elements = list(dict.fromkeys(element for rest in rests for element in rest))
        if not elements:
            return None
        both = []
        for pattern, rest in zip(state.patterns, rests, strict=True):
            later = relaxed(pattern, elements, self._patterns)
            both.append(
                {e: self._patterns.choice([rest[e], later] if e in rest else [later])
                 for e in elements}
            )  # fmt: skip
        return self._automaton.opening(tuple(both))

    def _forgotten(self, state: State, elements: Sequence[Element]) -> Opening:
        """An element after which everything is as it was before."""
        return self._automaton.opening(
            tuple(dict.fromkeys(elements, pattern) for pattern in state.patterns)
        )

    def _meant(self, name: str, here: Sequence[str]) -> str | None:
        """The name that was meant, of those that may stand here; None if it is none of them."""
        same = [other for other in here if local_name(other) == local_name(name)]
        if same:
            return same[0]
        if self._survey.elements(name):
            return None
        locals_here = {local_name(other): other for other in reversed(here)}
        near = suggestion(local_name(name), reversed(locals_here))
        return locals_here[near] if near is not None else None

    def _tell_misspelt(self, name: str, meant: str, place: Position, length: int) -> None:
        if local_name(name) != local_name(meant):
            hint = f"Did you mean {tag(meant)}?"
            self.faults.tell("unknown-element", place, length, hint=hint, name=local_name(name))
            return
        found, expected = namespace_of(name), namespace_of(meant)
        # A namespace that the schema has, too, is not wrong everywhere.
        if all(namespace_of(other) != found for other in self._survey.names):
            self._aliases[found] = expected
        hint = f'Write xmlns="{expected}" in {tag(name)}.' if expected else "Take xmlns=... out."
        self.faults.tell(
            "wrong-namespace",
            place,
            length,
            hint=hint,
            name=local_name(name),
            found=namespace_words(found),
            expected=namespace_words(expected),
        )

    def _attribute_names(self, state: State) -> list[str]:
        return list(
            dict.fromkeys(
                name
                for p in state.patterns
                for a in possible_attributes(p)
                for name in a.test.names
            )
        )

    def _with_all(self, naming: Naming, state: State) -> State:
        """The state as if the value fitted every pattern."""
        after = self._automaton.after(naming, (1 << len(naming.attributes)) - 1)
        return after if after is not None else state
