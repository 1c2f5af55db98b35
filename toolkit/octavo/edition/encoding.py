"""The characters of an XML document: its encoding, found as XML says (XML 1.0, appendix F)."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from octavo.findings import Finding, OctavoError

__all__ = ["decode_xml"]

_DECLARATION: Final = re.compile(r"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode_xml(data: bytes, path: Path) -> str:
    """The characters of `data`: by a byte order mark, the declaration, or UTF-8.

    The byte order mark is left out, and the declaration says UTF-8, so that whoever gets the text
    is not told of an encoding that it no longer has. Raises OctavoError `wrong-encoding`.
    """
    encoding = "utf-8"
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    else:
        declared = _DECLARATION.match(data[:200].decode("latin-1"))
        encoding = declared.group(1) if declared else "utf-8"
    try:
        text = data.decode(encoding)
    except LookupError:
        raise _error(
            f"the declared encoding {encoding} is not known.",
            path,
            1,
            1,
            'Save the file as UTF-8 and write encoding="UTF-8".',
        ) from None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise _error(
            f"byte {data[error.start]:#04x} is no {encoding.upper()}, in which the document says it"
            " is written.",
            path,
            before.count("\n") + 1,
            len(before) - before.rfind("\n"),
            "Save the file as UTF-8, or declare its real encoding in the first line.",
        ) from None
    return _DECLARATION.sub(_without_encoding, text, count=1)


def _without_encoding(match: re.Match[str]) -> str:
    """The declaration with UTF-8 in the place of another encoding, as long as it was."""
    return match.group()[: match.start(1)] + "UTF-8" + match.group()[match.end(1) :]


def _error(message: str, path: Path, line: int, column: int, hint: str) -> OctavoError:
    return OctavoError(Finding("wrong-encoding", message, path, line, column, hint))
