"""The states of an automaton as plain data, so that what earlier documents taught is not lost.

A state is kept without its patterns: how it is reached tells them when they are asked for, by
asking the state before. Mostly they never are, for the next document is much like the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any, Final, TypeAlias

from octavo.relaxng.patterns import Attribute
from octavo.relaxng.states import Automaton, Opening, Plan, State

__all__ = ["recall", "remember"]

_MOST: Final = 5000
_MOST_VALUES: Final = 200

Data: TypeAlias = tuple[Any, ...]


def remember(automaton: Automaton) -> Data:
    """The states that documents reached, as tuples, lists, dictionaries, strings and numbers."""
    states = list(_reached(automaton.start))[:_MOST]
    numbers = {state: number for number, state in enumerate(states)}
    attributes: dict[Attribute, int] = {}
    rows = [_row(state, numbers, attributes) for state in states]
    values = [
        (each.node, dict(islice(automaton.fitting(each).items(), _MOST_VALUES)))
        for each in attributes
    ]
    return rows, values, automaton.used


def recall(automaton: Automaton, data: Data) -> None:
    """Give an automaton that is new the states of another one of the same grammar."""
    rows, values, used = data
    automaton.used.update(used)
    attributes = []
    for node, known in values:
        attribute = automaton.patterns.of(node)
        if not isinstance(attribute, Attribute):
            raise TypeError("an attribute was expected")
        automaton.fitting(attribute).update(known)
        attributes.append(attribute)
    states = [automaton.start]
    states += [State(mask, valued=v, attributive=a) for mask, v, a, *_ in rows[1:]]
    for state, row in zip(states, rows, strict=True):
        _fill(automaton, state, row, states, attributes)


def _reached(start: State) -> Iterator[State]:
    """The states that can be reached, the nearest first."""
    seen = {start: None}
    pending = [start]
    for state in pending:
        yield state
        following = [state.closed, state.spoken]
        for opening in state.opens.values():
            following += [opening.child, *opening.next.values()]
        following += [plan.final for plan in state.plans.values()]
        for other in following:
            if other is not None and other not in seen:
                seen[other] = None
                pending.append(other)


def _row(state: State, numbers: dict[State, int], attributes: dict[Attribute, int]) -> Data:
    opens = [
        (
            name,
            opening.every,
            numbers[opening.child],
            {mask: numbers[after] for mask, after in opening.next.items() if after in numbers},
        )
        for name, opening in state.opens.items()
        if opening.child in numbers
    ]
    plans = [
        (
            names,
            [(p, attributes.setdefault(a, len(attributes))) for p, _, a in plan.checks],
            list(plan.ids),
            numbers[plan.final],
        )
        for names, plan in state.plans.items()
        if plan.final in numbers
    ]
    closed, spoken = (
        numbers.get(s) if s is not None else None for s in (state.closed, state.spoken)
    )
    return state.mask, state.valued, state.attributive, closed, spoken, opens, plans


def _fill(
    automaton: Automaton,
    state: State,
    row: Data,
    states: list[State],
    attributes: list[Attribute],
) -> None:
    """Give a state its ways to others, and those how their patterns come from its own."""
    _, _, _, closed, spoken, opens, plans = row
    if closed is not None:
        state.closed = states[closed]
        state.closed.reached(partial(automaton.closed_patterns, state), state)
    if spoken is not None:
        state.spoken = states[spoken]
        state.spoken.reached(partial(automaton.spoken_patterns, state), state)
    for name, every, child, following in opens:
        opening = Opening(every, states[child], partial(automaton.rests, state, name))
        opening.child.reached(partial(automaton.contents, opening), state)
        state.opens[name] = opening
        for mask, after in following.items():
            opening.next[mask] = states[after]
            states[after].reached(partial(automaton.next_patterns, opening, mask), state)
    for names, checks, ids, final in plans:
        known = [(p, automaton.fitting(attributes[a]), attributes[a]) for p, a in checks]
        state.plans[names] = Plan(known, ids, states[final])
        states[final].reached(partial(automaton.planned_patterns, state, names), state)
