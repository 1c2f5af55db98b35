"""TOML that a person wrote: mistakes come back as findings with their place."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from octavo.findings import Finding, OctavoError

__all__ = ["read_toml", "unknown_key", "wrong_value"]


def read_toml(path: Path, data: bytes, identifier: str) -> dict[str, Any]:
    """The table in `data`, which is the content of `path`.

    Raises OctavoError with the finding `identifier`, at line and column, where it is not TOML.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OctavoError(
            Finding(identifier, "is not UTF-8.", path, line, hint="Save the file as UTF-8.")
        ) from error
    except tomllib.TOMLDecodeError as error:
        told = re.fullmatch(
            r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error)
        )
        message = told.group(1) if told else str(error)
        if told and told.group(2):
            line, column = int(told.group(2)), int(told.group(3))
        else:
            line, column = data.rstrip().count(b"\n") + 1, 0
        raise OctavoError(
            Finding(
                identifier,
                f"is not TOML: {message[:1].lower()}{message[1:]}.",
                path,
                line,
                column,
                'A value in words stands in quotes, title = "Minutes"; a list in brackets.',
            )
        ) from error


def unknown_key(
    path: Path, data: bytes, key: str, known: Collection[str], identifier: str
) -> OctavoError:
    """The error that says that `key` is none of the `known` ones, with the one that is meant."""
    close = difflib.get_close_matches(key, known, 1, 0.5)
    hint = f"Did you mean {close[0]}?" if close else f"The keys are {', '.join(sorted(known))}."
    return OctavoError(Finding(identifier, f"unknown key {key}.", path, *_place(data, key), hint))


def wrong_value(path: Path, data: bytes, key: str, expected: str, identifier: str) -> OctavoError:
    """The error that says what the value of `key` must be; `expected` is `a list of words`."""
    return OctavoError(
        Finding(identifier, f"the value of {key} must be {expected}.", path, *_place(data, key))
    )


def _place(data: bytes, key: str) -> tuple[int, int]:
    """The line and column at which a key stands; zeros where it is not found."""
    text = data.decode("utf-8-sig", "replace")
    quoted = re.escape(key)
    match = re.search(rf"""^([ \t]*(?:\[+[ \t]*)?)["']?{quoted}["']?[ \t]*[=.\]]""", text, re.M)
    if match is None:
        return 0, 0
    return text.count("\n", 0, match.start()) + 1, len(match.group(1)) + 1
