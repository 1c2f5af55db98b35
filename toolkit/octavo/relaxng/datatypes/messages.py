"""What is said about a schema that asks for a datatype or a parameter that there is not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "unknown-datatype": 'There is no datatype "{name}" in {library}.',
        "unknown-parameter": 'There is no parameter "{param}" for the datatype {name}.',
        "parameter-not-applicable": 'The parameter "{param}" does not apply to {name}.',
        "parameter-value": 'The parameter "{param}" of {name} cannot be "{value}": {why}.',
        "contradictory-parameters": 'The parameter "{param}" of {name} cannot be "{value}"'
        " after the limits before it: {why}.",
        "pattern-syntax": 'The pattern "{value}" cannot be read: {why}.',
    }
)
"""Templates by the id of the finding."""
