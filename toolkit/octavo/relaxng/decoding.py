"""The characters of an XML file: its encoding, found as XML says (XML 1.0, appendix F)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final

from octavo.relaxng.findings import Finding
from octavo.relaxng.messages import finding

__all__ = ["XmlError", "decoded", "decoded_text"]

_PIECE: Final = 1 << 16
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK: Final = ((b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be"))
_DECLARATION: Final = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_NO_ENCODING: Final = frozenset(
    """idna punycode unicode_escape raw_unicode_escape unicode-escape raw-unicode-escape undefined
    utf-7 mbcs oem""".split()
)
"""Codecs of Python that are no encodings of XML."""


class XmlError(Exception):
    """A file that is no XML that can be read; `finding` says where and why."""

    def __init__(self, found: Finding) -> None:
        super().__init__(str(found))
        self.finding = found


def _encoding_of(head: bytes) -> tuple[str, int]:
    """The encoding of a document by its first bytes, and the length of its byte order mark (XML
    1.0, appendix F)."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    for sign, encoding in _WITHOUT_MARK:
        if head.startswith(sign):
            return encoding, 0
    declared = _DECLARATION.match(head)
    return (declared.group(1).decode().lower() if declared else "utf-8"), 0


def decoded(stream: IO[bytes], path: Path | None) -> Iterator[bytes]:
    """The content of a stream as UTF-8, piece by piece, whatever encoding it declares.

    Raises XmlError `wrong-encoding`, `unknown-encoding`.
    """
    head = stream.read(_PIECE)
    encoding, skip = _encoding_of(head)
    try:
        known = codecs.lookup(encoding)
        refused = known.name in _NO_ENCODING or not known._is_text_encoding
        decoder: Any = None if refused else codecs.getincrementaldecoder(encoding)()
    except LookupError:
        decoder = None
    if decoder is None:
        raise XmlError(finding("unknown-encoding", path, (1, 1), encoding=encoding)) from None
    lines, column, piece = 1, 1, head[skip:]
    while True:
        try:
            text: str = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            before = bytes(error.object[: error.start]).decode(encoding, "replace")
            lines, column = _moved(lines, column, before)
            what = f"byte {error.object[error.start]:#04x}"
            raise XmlError(
                finding("wrong-encoding", path, (lines, column), what=what, encoding=encoding)
            ) from None
        except UnicodeError:
            place = (lines, column)
            raise XmlError(
                finding("wrong-encoding", path, place, what="its content", encoding=encoding)
            ) from None
        if text:
            lines, column = _moved(lines, column, text)
            yield text.encode("utf-8", "surrogatepass")
        if not piece:
            return
        piece = stream.read(_PIECE)


def decoded_text(data: bytes, path: Path | None) -> str:
    """The characters of a document, without a byte order mark. Raises as `decoded`."""
    return b"".join(decoded(BytesIO(data), path)).decode("utf-8", "surrogatepass")


def _moved(line: int, column: int, text: str) -> tuple[int, int]:
    """The place after a text that begins at another."""
    breaks = text.count("\n")
    if breaks:
        return line + breaks, len(text) - text.rfind("\n")
    return line, column + len(text)
