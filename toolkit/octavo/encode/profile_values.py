"""The values of a profile, checked: each kind of value has a function that takes what stands in the
TOML file and gives what the encoder uses, or raises `WrongValueError` with what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from octavo.encode.decoding import WrongEncodingError, known_encoding
from octavo.toml import closest

__all__ = [
    "CONVERSIONS",
    "FIELD_KINDS",
    "GAP_REASONS",
    "Field",
    "Section",
    "WrongValueError",
]

FIELD_KINDS: Final = (
    "title",
    "date",
    "funder",
    "place",
    "participants",
    "recorder",
    "summary",
    "other",
)
GAP_REASONS: Final = (
    "illegible",
    "inaudible",
    "omitted",
    "redacted",
    "damaged",
    "lost",
    "editorial",
)
"""The values of `gap/@reason` in the schema."""

_HOLDS: Final = ("persons", "places")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_KINDS: Final = {str: "a string", list: "a list", dict: "a table", bool: "true or false"}


class WrongValueError(Exception):
    """A value is wrong; `item` says in which `[[table]]`, counted from 0, and at which key."""

    def __init__(self, message: str, hint: str = "", item: int = 0, key: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.item, self.key = message, hint, item, key


@dataclass(frozen=True, slots=True)
class Field:
    """A field at the head of a source: `label` matches what stands before its colon (or, without a
    `label`, `line` matches the whole line); `kind` is one of `FIELD_KINDS`. A group `side` in the
    pattern names the side of the participants."""

    kind: str
    label: re.Pattern[str] | None = None
    line: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the web site's navigation that tells of persons or places: between the lines
    `begin` and `end`, `entry` matches each (groups `name` or `family` and `given`; `birth`,
    `death`, `region`)."""

    holds: str
    begin: re.Pattern[str]
    end: re.Pattern[str]
    entry: re.Pattern[str]


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise WrongValueError(f"a string is expected, not {_kind(value)}")
    return value


def _language(value: Any) -> str:
    if not _LANGUAGE.fullmatch(_string(value)):
        raise WrongValueError(
            f"“{value}” is no language tag", "Write it as BCP 47 has it: en, de, zh-Hant."
        )
    return str(value)


def _encoding(value: Any) -> str:
    try:
        return known_encoding(_string(value))
    except WrongEncodingError as wrong:
        raise WrongValueError(str(wrong), wrong.hint) from None


def _address(value: Any) -> str:
    if re.search(r"\s", _string(value)):
        raise WrongValueError(
            f"“{value}” is no web address: it holds a space", "Write a space as %20."
        )
    return str(value)


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise WrongValueError(f"a list of strings is expected, not {_kind(value)}")
    return tuple(word for word in value if word.strip())


def _pattern(
    value: Any, groups: Collection[str] = (), *, whole: bool = False, flags: int = 0
) -> re.Pattern[str]:
    """`groups` are names of which the pattern must have all; `whole` lets it match to the end."""
    text = _string(value)
    try:
        # Compiled as it stands first, so that an error has its place in what the user wrote.
        pattern = re.compile(text, flags)
    except re.error as error:
        place = f" at its character {error.pos + 1}" if error.pos is not None else ""
        raise WrongValueError(
            f"“{text}” is no regular expression: {error.msg}{place}",
            "A bracket that is meant as itself is written with a backslash: \\( or \\[.",
        ) from None
    missing = [group for group in groups if group not in pattern.groupindex]
    if missing:
        raise WrongValueError(
            f"the pattern has no group called {missing[0]}", f"Write it as (?P<{missing[0]}>...)."
        )
    return re.compile(f"(?:{text})$", flags) if whole else pattern


def _patterns(value: Any) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(word) for word in _words(value))


def _remarks(value: Any) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(word, whole=True, flags=re.IGNORECASE) for word in _words(value))


def _field(table: Mapping[str, Any]) -> Field:
    label, line = table.get("label"), table.get("line")
    if (label is None) == (line is None):
        raise WrongValueError("a field needs either label or line")
    return Field(
        _one_of(table["kind"], FIELD_KINDS),
        _at("label", _pattern, label, whole=True, flags=re.IGNORECASE)
        if label is not None
        else None,
        _at("line", _pattern, line) if line is not None else None,
    )


def _section(table: Mapping[str, Any]) -> Section:
    entry = _at("entry", _pattern, table["entry"], flags=re.MULTILINE)
    if "name" not in entry.groupindex and not {"family", "given"} <= {*entry.groupindex}:
        raise WrongValueError(
            "the pattern has neither a group name nor the groups family and given",
            "Write (?P<name>...), or (?P<family>...) and (?P<given>...).",
            key="entry",
        )
    return Section(
        _one_of(table["holds"], _HOLDS, "holds"),
        _at("begin", _pattern, table["begin"]),
        _at("end", _pattern, table["end"]),
        entry,
    )


def _one_of(value: Any, known: Collection[str], key: str = "kind") -> str:
    if value not in known:
        raise WrongValueError(
            f"“{value}” is none of {', '.join(known)}", closest(str(value), known), key=key
        )
    return str(value)


def _at(key: str, convert: Callable[..., Any], value: Any, **options: Any) -> Any:
    try:
        return convert(value, **options)
    except WrongValueError as wrong:
        raise WrongValueError(wrong.message, wrong.hint, key=key) from None


def _tables(
    convert: Callable[[Mapping[str, Any]], Any], needed: Collection[str], others: Collection[str]
) -> Callable[[Any], tuple[Any, ...]]:
    def converted(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise WrongValueError(
                f"tables are expected, each under its heading, not {_kind(value)}"
            )
        return tuple(_table(convert, item, index) for index, item in enumerate(value))

    def _table(
        convert: Callable[[Mapping[str, Any]], Any], table: Mapping[str, Any], index: int
    ) -> Any:
        known = (*needed, *others)
        for key in table:
            if key not in known:
                raise WrongValueError(f"unknown key {key}", closest(key, known), index, key)
        for key in needed:
            if key not in table:
                raise WrongValueError(
                    f"{key} is missing", f"A table here needs {', '.join(needed)}.", index
                )
        try:
            return convert(table)
        except WrongValueError as wrong:
            raise WrongValueError(wrong.message, wrong.hint, index, wrong.key) from None

    return converted


def _gaps(value: Any) -> Mapping[str, re.Pattern[str]]:
    if not isinstance(value, dict):
        raise WrongValueError(f"a table of patterns is expected, not {_kind(value)}")
    return {
        _one_of(reason, GAP_REASONS, reason): _at(
            reason, _pattern, pattern, whole=True, flags=re.IGNORECASE
        )
        for reason, pattern in value.items()
    }


def _kind(value: Any) -> str:
    return next((name for kind, name in _KINDS.items() if isinstance(value, kind)), "a number")


CONVERSIONS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "description": _string,
    "language": _language,
    "encoding": _encoding,
    "recognise": _patterns,
    "repository": _string,
    "address": _address,
    "rights": _string,
    "brackets": _string,
    "begin": _pattern,
    "end": _pattern,
    "fields": _tables(_field, ("kind",), ("label", "line")),
    "sections": _tables(_section, ("holds", "begin", "end", "entry"), ()),
    "titles": _words,
    "addresses": _words,
    "parties": lambda value: _pattern(value, ("first", "second")),
    "alias": lambda value: _pattern(value, ("alias",)),
    "said-verbs": _words,
    "omission": _pattern,
    "present": _pattern,
    "organisation-words": _words,
    "place-words": _words,
    "office-words": _words,
    "remarks": _remarks,
    "not-names": _words,
    "adjectives": _words,
    "places": _words,
    "organisations": _words,
    "directions": _words,
    "before-places": _words,
    "before-publications": _words,
    "possessions": _words,
    "person-verbs": _words,
    "gaps": _gaps,
}
"""What each key of a profile holds."""
