"""Every message of the validator, by its id, and what to do.

What stands in braces is filled in. Ids are stable: programs and editors may rely on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from octavo.relaxng.findings import Finding

__all__ = ["HINTS", "MESSAGES", "finding"]

MESSAGES: Final[Mapping[str, str]] = {
    # The file and its XML
    "cannot-read": "cannot be read: {reason}.",
    "empty-document": "the file is empty.",
    "wrong-encoding": "{what} is no {encoding}, in which the document says it is written.",
    "unknown-encoding": "the declared encoding {encoding} is not known.",
    "not-well-formed": "{reason}.",
    "external-entity": "the entity {name} stands outside of the document ({address}), which is not"
    " read.",
    "external-dtd": "the document asks for a DTD outside of it ({address}).",
    "entities-swell": "its entities expand to far more than the document holds.",
    "too-deep": "elements are nested deeper than {most}.",
    # Elements
    "unknown-element": "<{name}> is no element of this schema.",
    "wrong-namespace": "<{name}> is in {found}, but the schema has it in {expected}.",
    "element-not-allowed-here": "<{name}> cannot {where}{expected}.",
    "missing-element": "{missing} must come before <{name}> in <{parent}>.",
    "incomplete-element": "<{name}> ends without {missing}{after}.",
    # Attributes
    "attribute-not-allowed": "<{element}> has no attribute {name} in this schema.",
    "missing-attribute": "<{element}> has no {missing}, which it must have.",
    "bad-value": '{name}="{value}" {problem}.',
    # Text
    "text-not-allowed": "text cannot stand directly in <{parent}>.",
    "bad-content": "the content of <{element}>, “{value}”, {problem}.",
    # IDs
    "duplicate-id": "the ID {value} was given to <{other}> in line {line} already.",
    "unresolved-idref": "no element has the ID {value}.",
}

HINTS: Final[Mapping[str, str]] = {
    "cannot-read": "Check the name and that you may read it.",
    "empty-document": "Restore it from a copy.",
    "wrong-encoding": "Save the file as UTF-8, or declare its real encoding in the first line.",
    "unknown-encoding": 'Save the file as UTF-8 and write encoding="UTF-8".',
    "external-entity": "Put its text into the document and take the declaration out.",
    "external-dtd": "Take the reference out of <!DOCTYPE ...>; RELAX NG needs none.",
    "entities-swell": "Such a document is made to exhaust a machine; ask who sent it.",
    "too-deep": "Is this a document?",
    "duplicate-id": "Give each element an ID of its own.",
    "unresolved-idref": "Correct the reference, or give the ID to the element that is meant.",
}


def finding(
    identifier: str,
    path: Path | None,
    place: tuple[int, int] = (0, 0),
    *,
    hint: str = "",
    length: int = 0,
    **values: Any,
) -> Finding:
    """The finding with this id; `place` is line and column, `values` fill its message."""
    message = MESSAGES[identifier].format(**values)
    return Finding(
        identifier, message, path, *place, hint or HINTS.get(identifier, ""), max(length, 0)
    )
