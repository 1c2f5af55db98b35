"""What a name is and what a URI is, as far as a schema must know.

NCName and QName are those of Namespaces in XML. A URI reference is that of RFC 2396 (as RFC 2732
changes it), after the characters have been escaped that XLink, section 5.4, wants escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Final
from urllib.parse import urljoin

__all__ = [
    "NCNAME",
    "closest",
    "escape_uri",
    "href_fault",
    "is_ncname",
    "is_qname",
    "is_uri",
    "library_fault",
    "resolve_uri",
]

_START: Final = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NCNAME: Final = f"[{_START}][{_START}\\-.0-9\xb7\u0300-\u036f\u203f-\u2040]*"
"""A regular expression: a name without a colon."""

_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
"""A name as nearly all are, told without the larger expression, which takes long to compile."""

_DISALLOWED: Final = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]")
_CHARACTERS: Final = r"(?:[!$&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]|%[0-9A-Fa-f]{2})*"
_URI: Final = re.compile(f"{_CHARACTERS}(?:#{_CHARACTERS})?")
_SLIP: Final = 3
"""Characters that a misspelt word may have more or less."""

_COMPARED: Final = 1_000
"""Words that a misspelt one is compared with."""

_SCHEME: Final = re.compile(r"([^/?#:]*):")
_GOOD_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*")


def is_ncname(text: str) -> bool:
    """Whether `text` is a name without a colon."""
    return _PLAIN.fullmatch(text) is not None or re.fullmatch(NCNAME, text) is not None


def is_qname(text: str) -> bool:
    """Whether `text` is a name, with a prefix or without."""
    prefix, colon, local = text.rpartition(":")
    return is_ncname(local) and (not colon or is_ncname(prefix))


def closest(word: str, words: Iterable[str]) -> str:
    """The one of `words` that was perhaps meant by `word`, or nothing."""
    similar = (one for one in words if one and abs(len(one) - len(word)) <= _SLIP)
    return next(iter(get_close_matches(word, islice(similar, _COMPARED), 1)), "")


def escape_uri(text: str) -> str:
    """`text` with the characters escaped that a URI reference cannot hold (XLink, section 5.4)."""
    return _DISALLOWED.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), text
    )


def is_uri(text: str) -> bool:
    """Whether `text`, once it is escaped, is a URI reference."""
    escaped = escape_uri(text)
    if _URI.fullmatch(escaped) is None:
        return False
    scheme = _SCHEME.match(escaped)
    if scheme is None:
        return True
    rest = escaped[scheme.end() :].partition("#")[0]
    return bool(rest) and _GOOD_SCHEME.fullmatch(scheme[1]) is not None


def href_fault(text: str) -> str:
    """What is wrong with `text` as the value of `href` (sections 3 and 4.5), or nothing."""
    if "#" in text:
        return "it has a fragment identifier (#...)"
    return "" if is_uri(text) else "it is not a URI"


def library_fault(text: str) -> str:
    """What is wrong with `text` as the value of `datatypeLibrary` (section 3), or nothing."""
    if not text:
        return ""
    if not is_uri(text):
        return "it is not a URI"
    if "#" in text:
        return "it has a fragment identifier (#...)"
    if _SCHEME.match(text) is None:
        return "it is a relative reference, and must be an absolute URI"
    return ""


def resolve_uri(base: str, reference: str) -> str:
    """The URI that `reference` is for one who stands at `base` (RFC 2396, section 5.2)."""
    try:
        return urljoin(base, escape_uri(reference))
    except ValueError:
        return escape_uri(reference)
