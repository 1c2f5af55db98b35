"""TOML that a person wrote: mistakes come back as findings with their place."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from octavo.findings import Finding, OctavoError

__all__ = ["closest", "place_of", "read_toml", "unknown_key", "wrong_value"]


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
            text = data.decode("utf-8-sig")
            line, column = len(text.splitlines()) or 1, len(text) - text.rfind("\n")
        raise OctavoError(
            Finding(
                identifier,
                f"is not TOML: {message[:1].lower()}{message[1:]}.",
                path,
                line,
                column,
                'Words stand in quotes, title = "Minutes"; patterns best between single ones.',
            )
        ) from error


def unknown_key(
    path: Path, data: bytes, key: str, known: Collection[str], identifier: str
) -> OctavoError:
    """The error that says that `key` is none of the `known` ones, with the one that is meant."""
    place = place_of(data, key)
    return OctavoError(
        Finding(identifier, f"unknown key {key}.", path, *place, closest(key, known))
    )


def wrong_value(path: Path, data: bytes, key: str, expected: str, identifier: str) -> OctavoError:
    """The error that says what the value of `key` must be; `expected` is `a list of words`."""
    place = place_of(data, key)
    return OctavoError(Finding(identifier, f"the value of {key} must be {expected}.", path, *place))


def closest(word: str, known: Collection[str]) -> str:
    """A sentence that suggests what was meant by `word`, or lists what there is."""
    close = difflib.get_close_matches(word, known, 1, 0.5)
    return f"Did you mean {close[0]}?" if close else f"There are {', '.join(known)}."


def place_of(data: bytes, key: str, item: int = 0, inner: str = "") -> tuple[int, int]:
    """The line and column of a key, or of the heading `key` of a table; of `inner` in the table
    `item` (from 0) under the heading `key`, if it has any."""
    text = data.decode("utf-8-sig", "replace")
    heading = re.compile(rf"^[ \t]*\[\[?[ \t]*({re.escape(key)})[ \t]*\]", re.MULTILINE)
    headings = list(heading.finditer(text))
    begin = headings[item].start() if item < len(headings) else 0
    wanted = re.escape(inner if headings and inner else key)
    pattern = re.compile(rf"^[ \t]*[\"']?({wanted})[\"']?[ \t]*[=.]", re.MULTILINE)
    found = None if headings and not inner else pattern.search(text, begin)
    offset = found.start(1) if found else begin
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
