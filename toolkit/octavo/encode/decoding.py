"""The characters of a source: by the encoding that is named, a byte order mark, UTF-8, or what the
letters tell."""

from __future__ import annotations

import codecs
import difflib
import encodings.aliases
import re
from pathlib import Path
from typing import Final

from octavo.encode.letters import fitting
from octavo.findings import Finding, OctavoError, Severity

__all__ = ["LINE_END", "WrongEncodingError", "decode", "known_encoding", "refusal"]

LINE_END: Final = re.compile(r"\r\n|[\n\r\x85\u2028\f\v]")

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEW: Final = 4
"""As many zero bytes do not yet make a file binary: they are replaced and told."""

_CONTROLS: Final = tuple(bytes([byte]) for byte in range(32) if byte < 9 or byte > 13)
_FORMATS: Final = (
    (b"PK\x03\x04", "a zip archive (a document of Word or OpenOffice is one)"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Word"),
    (b"%PDF", "a PDF"),
)
_SAMPLE: Final = 256 * 1024
"""As many bytes are looked at where the letters told nothing."""


class WrongEncodingError(Exception):
    """There is no such encoding; `hint` names a similar one."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(f"there is no encoding called {name}")
        self.hint = hint


def known_encoding(name: str) -> str:
    """The encoding that Python calls so, among those of text; raises WrongEncodingError."""
    names = {*encodings.aliases.aliases.values()} - {"mbcs", "rot_13"}
    names = {known for known in names if not known.endswith("_codec")}
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):  # ValueError: a name with a NUL
        found = ""
    if found not in {codecs.lookup(known).name for known in names}:
        common = {*names, *(known.replace("_", "-") for known in names), "windows-1252", "latin-1"}
        near = difflib.get_close_matches(name.lower(), sorted(common), 1, 0.6)
        meant = f"Did you mean {near[0]}? " if near else ""
        hint = f"{meant}Write it as Python does: utf-8, cp1252, koi8-r, shift-jis."
        raise WrongEncodingError(name, hint)
    return found


def decode(path: Path, data: bytes, named: str = "") -> tuple[str, str, tuple[Finding, ...]]:
    """The encoding, the text, and what to say of it, of the file at `path` with the content `data`.

    A byte order mark tells the encoding; after it `named`, the name of one; after that the text.

    Raises OctavoError `no-such-encoding`, `wrong-encoding`, `unknown-encoding`, `binary-source`.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, _marked(path, data, encoding), ()
    if named:
        encoding, text = _named(path, data, named)
        return encoding, text, ()
    if data.count(0) <= _FEW:
        try:
            return "utf-8", data.decode("utf-8"), ()
        except UnicodeDecodeError:
            pass
    encoding, text = _recognise(path, data)
    return encoding, text, () if encoding.startswith("utf") else (_guessed(path, encoding, data),)


def _marked(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusal(
            path,
            "unknown-encoding",
            f"it begins as {encoding.removesuffix('-sig').upper()} does, but its byte"
            f" {error.start + 1} is none of that encoding.",
            "The file is damaged, or was put together from two: save it again as UTF-8.",
        ) from None


def _named(path: Path, data: bytes, name: str) -> tuple[str, str]:
    try:
        encoding = known_encoding(name)
    except WrongEncodingError as wrong:
        raise OctavoError(Finding("no-such-encoding", f"{wrong}.", hint=wrong.hint)) from None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        codes = " ".join(f"{byte:02X}" for byte in data[error.start : error.end][:4])
        line, column = _place(data, error.start, encoding)
        message = f"{encoding} has no character for {codes} (byte {error.start + 1} of the file)."
        hint = "Name another encoding, or none, so that it is recognised."
        raise OctavoError(Finding("wrong-encoding", message, path, line, column, hint)) from None
    controls = sum(text.count(control.decode()) for control in _CONTROLS)
    if controls > max(len(text) // 100, _FEW):
        raise _binary(path, data)
    return encoding, text


def _recognise(path: Path, data: bytes) -> tuple[str, str]:
    """Decode bytes that are not UTF-8, or refuse them as no text at all."""
    wide = _wide_without_mark(data)
    if wide is not None:
        return wide, data.decode(wide)
    if sum(map(data.count, _CONTROLS)) > len(data) // 100:
        raise _binary(path, data)
    for encoding in (*fitting(data), _of_library(data)):
        try:
            return encoding, data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    raise refusal(
        path,
        "unknown-encoding",
        "the encoding of its characters cannot be recognised.",
        "Name it by --encoding, or save the file as UTF-8, and try again.",
    )


def _of_library(data: bytes) -> str:
    """The encoding that charset-normalizer recognises; empty if none. What tells encodings apart
    stands in any part of a text; all of a long one takes minutes."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best is not None else ""


def _binary(path: Path, data: bytes) -> OctavoError:
    kind = next((kind for mark, kind in _FORMATS if data.startswith(mark)), "no text")
    return refusal(
        path,
        "binary-source",
        f"this is {kind}: it holds bytes that no text has.",
        "Save the transcript as plain text (UTF-8) and encode that.",
    )


def _guessed(path: Path, encoding: str, data: bytes) -> Finding:
    try:
        data.decode("utf-8")
        offset = data.index(0)
    except UnicodeDecodeError as error:
        offset = error.start
    return Finding(
        "guessed-encoding",
        f"is not UTF-8; its characters were read as {encoding}, which is a guess.",
        path,
        *_place(data, offset, encoding),
        "If letters with accents came out wrong, name the encoding by --encoding, or save the"
        " source as UTF-8.",
        Severity.WARNING,
    )


def _place(data: bytes, offset: int, encoding: str) -> tuple[int, int]:
    """The line and column of the character that begins with the byte at `offset`."""
    before = LINE_END.split(data[:offset].decode(encoding, "replace"))
    return len(before), len(before[-1]) + 1


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 that lost its byte order mark: every other byte of Western text is zero."""
    if len(data) % 2 or not data:
        return None
    half = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if zeros.count(0) > half * 0.7:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return encoding
    return None


def refusal(path: Path, identifier: str, message: str, hint: str) -> OctavoError:
    """The error that refuses the file at `path`."""
    return OctavoError(Finding(identifier, message, path, hint=hint))
