"""Profiles: how sources of one kind look, as data.

A profile is a TOML file. It says how to recognise such sources, what is the web site's and not the
document's, which fields stand at the head, which words go before a name, and how labels, asides,
omissions and closing lines are written. `docs/profiles.md` describes every key.

    profile = choose_profile(source.lines)      # by looking at the text
    profile = load_profile("wilson-center")     # by name, or the path of a file of one's own

Patterns are Python regular expressions; they are searched for in single lines or paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from importlib import resources
from pathlib import Path
from typing import Any, Final

from octavo.encode.profile_values import CONVERSIONS, Field, Section, WrongValueError
from octavo.files import read_bytes
from octavo.findings import Finding, OctavoError
from octavo.toml import closest, place_of, read_toml, unknown_key

__all__ = [
    "Field",
    "Profile",
    "Section",
    "choose_profile",
    "load_profile",
    "profile_names",
    "recognises",
]

_GENERIC: Final = "generic"
_WRONG: Final = "profile-wrong"


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one kind of source. See `docs/profiles.md` for each key."""

    name: str
    description: str = ""
    language: str = ""
    encoding: str = ""
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
    office_words: tuple[str, ...] = ()
    remarks: tuple[re.Pattern[str], ...] = ()
    not_names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    before_places: tuple[str, ...] = ()
    before_publications: tuple[str, ...] = ()
    possessions: tuple[str, ...] = ()
    person_verbs: tuple[str, ...] = ()
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
        return _parse(path, read_bytes(path), inherits=True)
    if name not in profile_names():
        message = f"there is no profile called {name}."
        hint = f"{closest(name, profile_names())} A profile of your own is a file ending in .toml."
        raise OctavoError(Finding("unknown-profile", message, hint=hint))
    data = (_folder() / f"{name}.toml").read_bytes()
    return _parse(Path(f"{name}.toml"), data, inherits=name != _GENERIC)


def choose_profile(lines: tuple[str, ...]) -> Profile:
    """The profile whose every `recognise` pattern is found in `lines`; else the generic one."""
    for name in profile_names():
        profile = load_profile(name)
        if profile.recognise and recognises(profile, lines):
            return profile
    return load_profile(_GENERIC)


def recognises(profile: Profile, lines: tuple[str, ...]) -> bool:
    """Whether every `recognise` pattern of the profile is found in one of the `lines`."""
    return all(any(pattern.search(line) for line in lines) for pattern in profile.recognise)


def _folder() -> Any:
    return resources.files("octavo.encode") / "profiles"


def _parse(path: Path, data: bytes, *, inherits: bool) -> Profile:
    values: dict[str, Any] = {"name": path.stem}
    if inherits:
        inherited = load_profile(_GENERIC)
        values |= {item.name: getattr(inherited, item.name) for item in fields(Profile)}
        values |= {"name": path.stem, "recognise": ()}
    for key, value in read_toml(path, data, _WRONG).items():
        convert = CONVERSIONS.get(key)
        if convert is None:
            raise unknown_key(path, data, key, CONVERSIONS, _WRONG)
        try:
            converted = convert(value)
        except WrongValueError as wrong:
            place = place_of(data, key, wrong.item, wrong.key)
            message = f"{key}: {wrong.message}."
            raise OctavoError(Finding(_WRONG, message, path, *place, wrong.hint)) from None
        name = key.replace("-", "_")
        # A profile's own fields at the head come before the generic ones.
        values[name] = (*converted, *values.get(name, ())) if key == "fields" else converted
    return Profile(**values)
