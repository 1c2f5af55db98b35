"""Names, and what is written as one: ID, IDREF, ENTITY, QName, NOTATION, and lists of them.

XML Schema Part 2, 3.2.18, 3.2.19 and 3.3.4 to 3.3.12. The characters are those of XML 1.0, fifth
edition; jing knows those of Unicode 2 only. No unparsed entity is known here, so ENTITY is any
name; jing asks the document type declaration.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from octavo.relaxng.datatypes.base import Context
from octavo.relaxng.datatypes.kind import SPACE, Kind, Measure
from octavo.relaxng.datatypes.strings import CHARACTERS
from octavo.relaxng.datatypes.wording import shown, shown_text

__all__ = ["KINDS"]

# The ranges of ASCII, and the others: the expressions are made with them and without.
_OTHER: Final = (
    r"\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_OTHER_LATER: Final = rf"{_OTHER}\xB7\u0300-\u036F\u203F\u2040"
_NCNAME: Final = r"[A-Z_a-z<][A-Z_a-z\-.0-9>]*+"
_NAME: Final = r"[:A-Z_a-z<][:A-Z_a-z\-.0-9>]*+"
_NMTOKEN: Final = r"[:A-Z_a-z\-.0-9>]++"
_BETWEEN: Final = r"[ \t\n\r]++"

_XML: Final = "http://www.w3.org/XML/1998/namespace"


def _lexical(expression: str) -> tuple[str, str]:
    """The expression for all strings, and that for strings of ASCII."""
    spaced = f"{SPACE}{expression}{SPACE}"
    return (
        spaced.replace("<", _OTHER).replace(">", _OTHER_LATER),
        spaced.replace("<", "").replace(">", ""),
    )


def _starts(character: str) -> bool:
    return re.fullmatch(_lexical(_NAME)[0], character) is not None


def _follows(character: str) -> bool:
    return re.fullmatch(_lexical(_NMTOKEN)[0], character) is not None


def _name_fault(text: str, *, colon: bool = False, start: bool = True) -> str:
    """Why `text` is no name (or, without `start`, no name token), a colon allowed or not."""
    kind = "name" if start else "name token"
    if not text:
        return f"it is empty, and a {kind} is needed"
    if not colon and ":" in text:
        return "a colon cannot be in this name"
    for character in text:
        if not _follows(character):
            return f"a {kind} cannot contain {shown(character)}"
    if start and not _starts(text[0]):
        first = "a digit" if text[0].isdigit() else shown(text[0])
        return f"a name cannot begin with {first}"
    return ""


def _list_fault(text: str, fault: Callable[[str], str]) -> str:
    """Why the first item that is wrong is wrong."""
    items = text.split(" ") if text else []
    for item in items:
        found = fault(item)
        if found:
            return f"in {shown_text(item)}, {found}" if len(items) > 1 else found
    return "it is empty, and at least one name is needed"


def _qname_fault(text: str) -> str:
    prefix, colon, local = text.partition(":")
    if not colon:
        return _name_fault(text)
    if ":" in local:
        return "a name has at most one colon"
    for part, words in ((prefix, "before"), (local, "after")):
        found = _name_fault(part)
        if found:
            return f"{words} the colon, {found}" if part else f"a name is missing {words} the colon"
    return ""


class _Prefix:
    """The prefix of a qualified name is declared."""

    def allows(self, text: str, context: Context) -> bool:
        prefix, colon, _ = text.partition(":")
        return not colon or prefix == "xml" or bool(context.get(prefix))

    def problem(self, text: str, context: Context) -> str:  # noqa: ARG002
        return f"the prefix {shown_text(text.partition(':')[0])} is not declared"


def _qname(text: str, context: Context) -> tuple[str, str]:
    """The namespace and the local name; without a prefix, the default namespace."""
    prefix, colon, local = text.rpartition(":")
    if prefix == "xml":
        return _XML, local
    return context.get(prefix if colon else "", ""), local


def _items(text: str) -> int:
    return text.count(" ") + 1 if text else 0


def _single(name: str, expression: str, fault: Callable[[str], str], *examples: str) -> Kind:
    id_type = name if name in ("ID", "IDREF") else ""
    return Kind(
        name,
        fault,
        *_lexical(expression),
        examples=examples,
        measure=CHARACTERS,
        id_type=id_type,
    )


def _list(name: str, item: str, fault: Callable[[str], str], *examples: str) -> Kind:
    return Kind(
        name,
        partial(_list_fault, fault=fault),
        *_lexical(f"{item}(?:{_BETWEEN}{item})*+"),
        examples=examples,
        measure=Measure(_items, "item"),
        id_type=name if name == "IDREFS" else "",
    )


def _qualified(name: str, *examples: str) -> Kind:
    # Any length is right (second edition, 4.3.1.3); jing refuses the length parameters here.
    return Kind(
        name,
        _qname_fault,
        *_lexical(f"(?:{_NCNAME}:)?{_NCNAME}"),
        checks=(_Prefix(),),
        examples=examples,
        value=_qname,
        measure=Measure(lambda _: -1, "character"),
        needs_context=True,
    )


_token_fault = partial(_name_fault, colon=True, start=False)

KINDS: Final = (
    _single("Name", _NAME, partial(_name_fault, colon=True), "persName", "tei:p"),
    _single("NCName", _NCNAME, _name_fault, "p1", "kim-il-sung"),
    _single("NMTOKEN", _NMTOKEN, _token_fault, "p1", "1964-09"),
    _list("NMTOKENS", _NMTOKEN, _token_fault, "p1 1964-09"),
    _single("ID", _NCNAME, _name_fault, "p1", "kim-il-sung"),
    _single("IDREF", _NCNAME, _name_fault, "p1", "kim-il-sung"),
    _list("IDREFS", _NCNAME, _name_fault, "p1 p2"),
    _single("ENTITY", _NCNAME, _name_fault, "figure1"),
    _list("ENTITIES", _NCNAME, _name_fault, "figure1 figure2"),
    _qualified("QName", "p", "tei:p"),
    _qualified("NOTATION", "jpeg", "my:jpeg"),
)
