"""`edition.toml`: what an edition says of itself.

    [edition]
    title = "Conversations"
    editors = ["Anna Berg"]
    language = "en"

    [encode]
    profile = "wilson-center"

`docs/edition.md` describes every key. A key that is not known is refused, so that a misspelt one
does not go unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from octavo.files import read_bytes
from octavo.toml import read_toml, unknown_key, wrong_value

__all__ = ["FILE", "Config", "parse_config", "read_config"]

FILE: Final = "edition.toml"
"""The file that makes a folder an edition."""

_WRONG: Final = "edition-wrong"
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "edition": (
        "title",
        "subtitle",
        "editors",
        "publisher",
        "language",
        "address",
        "licence",
        "licence-url",
    ),
    "encode": ("profile",),
    "schemas": (),
}
_LISTS: Final = frozenset({"editors"})
_FORMS: Final[Mapping[str, tuple[re.Pattern[str], str]]] = {
    "language": (
        re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
        "a language tag (BCP 47) such as en, de or zh-Hant",
    ),
    "address": (re.compile(r"https?://\S+"), "an address that begins with https://"),
    "licence-url": (re.compile(r"https?://\S+"), "an address that begins with https://"),
}


@dataclass(frozen=True, slots=True)
class Config:
    """The values of `edition.toml`; empty where the file does not say.

    `language` is a BCP 47 tag, `address` the URL at which the site will stand, `profile` the name
    or the file of the profile by which sources are encoded, `schemas` the files (relative to the
    edition) that stand for schemas on the web, by their addresses.
    """

    title: str = ""
    subtitle: str = ""
    editors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    address: str = ""
    licence: str = ""
    licence_url: str = ""
    profile: str = ""
    schemas: Mapping[str, str] = field(default_factory=dict)

    def parameters(self) -> dict[str, Any]:
        """The map that the stylesheets see as `$edition`: keys as in the file, no empty value."""
        values = {key: getattr(self, key.replace("-", "_")) for key in _KEYS["edition"]}
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in values.items()
            if value
        }


def read_config(path: Path) -> Config:
    """Read the `edition.toml` at `path`.

    Raises OctavoError `cannot-read` or `edition-wrong`: no TOML, an unknown key, a wrong value.
    """
    return parse_config(path, read_bytes(path))


def parse_config(path: Path, data: bytes) -> Config:
    """The values in `data`, the content of the `edition.toml` at `path`; raises `edition-wrong`."""
    table = read_toml(path, data, _WRONG)
    values: dict[str, Any] = {}
    for name, section in table.items():
        if name not in _KEYS:
            table_of = next((table for table, keys in _KEYS.items() if name in keys), None)
            if table_of is not None:
                raise wrong_value(
                    path, data, name, f"in a table: write [{table_of}] above it", _WRONG
                )
            raise unknown_key(path, data, name, _KEYS, _WRONG)
        if not isinstance(section, dict):
            raise wrong_value(
                path, data, name, f"a table: write [{name}] on a line of its own", _WRONG
            )
        if name == "schemas":
            values[name] = {key: _words(path, data, key, value) for key, value in section.items()}
            continue
        for key, value in section.items():
            if key not in _KEYS[name]:
                raise unknown_key(path, data, key, _KEYS[name], _WRONG)
            values[key.replace("-", "_")] = _checked(path, data, key, value)
    return Config(**values)


def _checked(path: Path, data: bytes, key: str, value: Any) -> str | tuple[str, ...]:
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise wrong_value(path, data, key, 'a list of names, ["Anna Berg"]', _WRONG)
        return tuple(item.strip() for item in value if item.strip())
    words = _words(path, data, key, value)
    pattern, expected = _FORMS.get(key, (None, ""))
    if words and pattern is not None and not pattern.fullmatch(words):
        raise wrong_value(path, data, key, expected, _WRONG)
    return words


def _words(path: Path, data: bytes, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise wrong_value(path, data, key, "words in quotes", _WRONG)
    return value.strip()
