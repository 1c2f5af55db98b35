"""The faults of one document: what is wrong, what was expected there, what to do.

How to go on after a fault is the business of `recovery`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from octavo.relaxng.expected import (
    all_elements,
    first_elements,
    has_text,
    required_elements,
)
from octavo.relaxng.findings import Finding
from octavo.relaxng.messages import finding
from octavo.relaxng.names import local_name, namespace_of
from octavo.relaxng.patterns import Context, Element, Pattern
from octavo.relaxng.states import Automaton, State
from octavo.relaxng.suggest import suggestion
from octavo.relaxng.survey import Survey
from octavo.relaxng.white_space import SPACE
from octavo.relaxng.wording import (
    element_names,
    enumeration,
    namespace_words,
    shown_value,
    tag,
    value_problem,
)

__all__ = ["Faults", "Position"]

Position = tuple[int, int]
"""The line and the column of something, each from 1."""


class Faults:
    """Tells faults, each as a finding."""

    def __init__(
        self, automaton: Automaton, survey: Survey, found: list[Finding], path: Path | None
    ) -> None:
        """Findings go to the end of `found`."""
        self._automaton = automaton
        self._patterns = automaton.patterns
        self._survey = survey
        self._found = found
        self._path = path

    def incomplete(self, state: State, name: str, last: str, place: Position) -> None:
        """An element that ends too soon."""
        needs = min((required_elements(p) for p in state.patterns), key=len, default=[])
        after = f", which must follow {tag(last)}" if last else ""
        if not needs:
            self._found.append(
                finding(
                    "incomplete-element", self._path, place, length=len(local_name(name)) + 3,
                    name=local_name(name), missing="text", after="",
                )
            )  # fmt: skip
            return
        self.tell(
            "incomplete-element",
            place,
            len(local_name(name)) + 3,
            name=local_name(name),
            missing=self.all_of(needs),
            after=after,
        )

    def text(self, state: State, parent: str, place: Position, length: int) -> None:
        """Text where none may stand."""
        names = self._expected(state, "", lambda pattern: (
            e for e in first_elements(pattern) if has_text(self._patterns.content(e))
        ))  # fmt: skip
        hint = f"Put it into {enumeration(names, most=3)}." if names else "Take it out."
        self.tell("text-not-allowed", place, length, hint=hint, parent=local_name(parent))

    def value(self, state: State, name: str, text: str, context: Context, place: Position) -> None:
        """The content of an element that is not a value it may have."""
        text = text.strip(SPACE)
        problem, hint = value_problem(self._patterns.choice(state.patterns), text, context)
        self.tell(
            "bad-content", place, 1, hint=hint, element=local_name(name), value=shown_value(text),
            problem=problem,
        )  # fmt: skip

    def unknown(self, name: str, state: State, place: Position, length: int) -> None:
        """An element whose name is nowhere in the schema, nor like one that may stand here."""
        everywhere = {local_name(other): other for other in self._survey.names}
        if local_name(name) in everywhere:
            other = everywhere[local_name(name)]
            self.tell(
                "wrong-namespace", place, length, name=local_name(name),
                found=namespace_words(namespace_of(name)),
                expected=namespace_words(namespace_of(other)),
            )  # fmt: skip
            return
        near = suggestion(local_name(name), everywhere)
        if near is not None:
            hint = f"Did you mean <{near}>?"
        else:
            names = self._expected(state, name, first_elements)
            hint = f"Here may stand {enumeration(names)}." if names else ""
        self.tell("unknown-element", place, length, hint=hint, name=local_name(name))

    def misplaced(
        self, state: State, name: str, parent: str, last: str, place: Position, length: int
    ) -> None:
        """An element that the schema has, but not here; `last` is the one before it, or empty."""
        names = self._expected(state, name, all_elements)
        whole = self._survey.elements(parent) if parent else ()
        within = {n for e in whole for n in element_names(all_elements(self._patterns.content(e)))}
        if name in within and last:
            where = f"follow {tag(last)} inside {tag(parent)}"
            expected = f": after it may come only {enumeration(names)}" if names else \
                ": nothing may come after it"  # fmt: skip
        elif parent:
            where = f"stand inside {tag(parent)}"
            expected = f": there may stand {enumeration(names)}" if names else ""
        else:
            where = "be the root of a document"
            expected = f": that may be {enumeration(names)}"
        hint = ""
        if name not in within:
            places = [tag(n) for n in self._survey.parents(name)]
            hint = f"It may stand in {enumeration(places, most=4)}." if places else ""
        self.tell(
            "element-not-allowed-here", place, length, hint=hint, name=local_name(name),
            where=where, expected=expected,
        )  # fmt: skip

    def tell(
        self, identifier: str, place: Position, length: int, *, hint: str = "", **values: str
    ) -> None:
        """Any fault, by its identifier; `values` go into its message, `hint` says what to do."""
        self._found.append(
            finding(identifier, self._path, place, hint=hint, length=length, **values)
        )

    def all_of(self, needs: Sequence[tuple[Element, ...]]) -> str:
        """`<a> and one of <b>, <c>`"""
        words = []
        for alternatives in needs:
            names = [tag(name) for name in element_names(alternatives)]
            words.append(names[0] if len(names) == 1 else f"one of {enumeration(names)}")
        return enumeration(list(dict.fromkeys(words)), "and")

    def _expected(
        self, state: State, wrong: str, elements: Callable[[Pattern], Iterable[Element]]
    ) -> list[str]:
        """What may come, by relevance: what must; what is written like the wrong name; what was met
        here before; what was met anywhere, the oftener the sooner; the order of the schema."""
        names = element_names(e for pattern in state.patterns for e in elements(pattern))
        must = {
            name
            for pattern in state.patterns
            for alternatives in required_elements(pattern)
            for name in element_names(alternatives)
        }
        near = suggestion(local_name(wrong), map(local_name, names)) if wrong else None
        used = self._automaton.used

        def rank(name: str) -> tuple[bool, bool, bool, int]:
            return (
                name not in must,
                local_name(name) != near,
                name not in state.opens,
                -used.get(name, 0),
            )

        return [tag(name) for name in sorted(names, key=rank)]
