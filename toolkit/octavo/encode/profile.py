"""Profiles: how sources of one kind look, as data.

A profile is a TOML file. It says how to recognise such sources, what is the web site's and not the
document's, which fields stand at the head, which words go before a name, and how labels, asides,
omissions and closing lines are written. `docs/profiles.md` describes every key.

    profile = choose_profile(source, "")        # by looking at the text
    profile = load_profile("wilson-center")     # by name, or the path of a file of one's own

Patterns are Python regular expressions; they are searched for in single lines or paragraphs.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from importlib import resources
from pathlib import Path
from typing import Any, Final

from octavo.files import read_bytes
from octavo.findings import Finding, OctavoError

__all__ = ["Field", "Profile", "Section", "choose_profile", "load_profile", "profile_names"]

_GENERIC: Final = "generic"

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


@dataclass(frozen=True, slots=True)
class Field:
    """A field at the head of a source: `label` matches what stands before its colon (or, with an
    empty `label`, `line` matches the whole line); `kind` is one of `FIELD_KINDS`. A group `side`
    in the pattern names the side of the participants."""

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


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one kind of source. See `docs/profiles.md` for each key."""

    name: str
    description: str = ""
    language: str = ""
    recognise: tuple[re.Pattern[str], ...] = ()
    repository: str = ""
    address: str = ""
    rights: str = ""
    brackets: str = ""
    begin: re.Pattern[str] | None = None
    end: re.Pattern[str] | None = None
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    titles: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    parties: re.Pattern[str] | None = None
    alias: re.Pattern[str] | None = None
    said_verbs: tuple[str, ...] = ()
    omission: re.Pattern[str] | None = None
    present: re.Pattern[str] | None = None
    organisation_words: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    gaps: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


def profile_names() -> list[str]:
    """The names of the profiles that come with Octavo, the generic one first."""
    names = sorted(
        Path(entry.name).stem for entry in _folder().iterdir() if entry.name.endswith(".toml")
    )
    return sorted(names, key=lambda name: name != _GENERIC)


def load_profile(name: str) -> Profile:
    """The profile called `name`, or the one in the file `name` (which ends in `.toml`).

    What a profile does not say is taken from the generic one.

    Raises OctavoError `unknown-profile`, `profile-wrong`, `cannot-read`.
    """
    if name.endswith(".toml"):
        path = Path(name)
        return _parse(path, read_bytes(path))
    if name not in profile_names():
        close = difflib.get_close_matches(name, profile_names(), 1)
        hint = f"Did you mean {close[0]}?" if close else f"There are {', '.join(profile_names())}."
        raise OctavoError(
            Finding("unknown-profile", f"there is no profile called {name}.", hint=hint)
        )
    file = _folder() / f"{name}.toml"
    return _parse(Path(f"{name}.toml"), file.read_bytes())


def choose_profile(lines: tuple[str, ...]) -> Profile:
    """The profile whose every `recognise` pattern is found in `lines`; else the generic one."""
    text = "\n".join(lines)
    for name in profile_names():
        profile = load_profile(name)
        if profile.recognise and all(pattern.search(text) for pattern in profile.recognise):
            return profile
    return load_profile(_GENERIC)


def _folder() -> Any:
    return resources.files("octavo.encode") / "profiles"


def _parse(path: Path, data: bytes) -> Profile:
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OctavoError(Finding("profile-wrong", f"is not TOML: {error}.", path)) from error
    if path.stem != _GENERIC:
        generic = tomllib.loads((_folder() / f"{_GENERIC}.toml").read_text("utf-8"))
        inherited = {key: value for key, value in generic.items() if key != "recognise"}
        own_fields = table.pop("fields", [])
        table = {**inherited, **table, "fields": [*own_fields, *inherited.get("fields", [])]}
    known = {item.name.replace("_", "-"): item.name for item in fields(Profile)}
    values: dict[str, Any] = {"name": path.stem}
    for key, value in table.items():
        if key not in known or key == "name":
            close = difflib.get_close_matches(key, known, 1)
            hint = f"Did you mean {close[0]}?" if close else "docs/profiles.md lists the keys."
            raise OctavoError(Finding("profile-wrong", f"unknown key {key}.", path, hint=hint))
        values[known[key]] = _value(path, key, value)
    return Profile(**values)


def _value(path: Path, key: str, value: Any) -> Any:
    convert: Callable[[Any], Any] = _CONVERSIONS.get(key, str)
    try:
        return convert(value)
    except (re.error, TypeError, KeyError, ValueError) as error:
        raise OctavoError(
            Finding("profile-wrong", f"the value of {key} is wrong: {error}.", path)
        ) from error


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise TypeError("a list of strings is expected")
    return tuple(value)


def _field(value: Mapping[str, str]) -> Field:
    if value["kind"] not in FIELD_KINDS:
        raise ValueError(f"{value['kind']} is none of {', '.join(FIELD_KINDS)}")
    label, line = value.get("label"), value.get("line")
    return Field(
        value["kind"],
        re.compile(f"(?:{label})$", re.IGNORECASE) if label is not None else None,
        re.compile(line) if line is not None else None,
    )


def _section(value: Mapping[str, str]) -> Section:
    return Section(
        value["holds"],
        re.compile(value["begin"]),
        re.compile(value["end"]),
        re.compile(value["entry"], re.MULTILINE),
    )


_CONVERSIONS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "recognise": lambda value: tuple(re.compile(pattern) for pattern in _words(value)),
    "begin": re.compile,
    "end": re.compile,
    "parties": re.compile,
    "alias": re.compile,
    "omission": re.compile,
    "present": re.compile,
    "fields": lambda value: tuple(_field(item) for item in value),
    "sections": lambda value: tuple(_section(item) for item in value),
    "titles": _words,
    "addresses": _words,
    "said-verbs": _words,
    "organisation-words": _words,
    "place-words": _words,
    "not-names": _words,
    "adjectives": _words,
    "gaps": lambda value: {
        reason: re.compile(f"(?:{pattern})$", re.IGNORECASE) for reason, pattern in value.items()
    },
}
