"""anyURI: what is a reference to something once its odd characters are escaped.

XML Schema Part 2, 3.2.17: a reference of RFC 2396 and RFC 2732 after the escaping of XLink, 5.4, so
spaces, quotes and letters of all scripts are allowed as they are. As in jing, something must follow
a scheme and a `//`; RFC 2396 asks for the first, and the second cannot lead anywhere.
"""

from __future__ import annotations

import re
from typing import Final

from octavo.relaxng.datatypes.kind import SPACE, Kind
from octavo.relaxng.datatypes.strings import CHARACTERS
from octavo.relaxng.datatypes.wording import shown, shown_text

__all__ = ["KINDS"]

_PERCENT: Final = "%[0-9A-Fa-f]{2}"
# Runs of what is plain, and escapes between them: nothing can be read in two ways.
_PATH: Final = rf"[^%#?\[\]]*+(?:{_PERCENT}[^%#?\[\]]*+)*+"
_HOST: Final = rf"[^%#?/\[\]]*+(?:{_PERCENT}[^%#?/\[\]]*+)*+"
_REST: Final = rf"[^%#]*+(?:{_PERCENT}[^%#]*+)*+"
_SCHEME: Final = r"[A-Za-z][A-Za-z0-9+.\-]*+:"
_NOTHING: Final = r"[ \t\n\r]*+\Z"
# A scheme and no slash: opaque, with brackets. Otherwise a path, after `//` and a host perhaps.
_LEXICAL: Final = (
    rf"{SPACE}(?:{_SCHEME}(?![/#\[\]]|{_NOTHING}){_REST}|"
    rf"(?:{_SCHEME}(?=/)|(?![^:/?#]*+:))"
    rf"(?:(?!//)|//(?!{_NOTHING}){_HOST}(?:\[[0-9A-Fa-f:.]++\](?::[0-9]*+)?(?=[/?# ]|\Z))?)"
    rf"{_PATH}(?:\?{_REST})?)(?:#{_REST})?"
)
_BAD_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_BEFORE_COLON: Final = re.compile(r"([^:/?#]*):(.*)", re.DOTALL)


def _fault(text: str) -> str:
    bad = _BAD_PERCENT.search(text)
    if bad:
        found = shown_text(text[bad.start() : bad.start() + 3])
        return f"{found} is no escape: two hexadecimal digits follow a %, which itself is %25"
    if text.count("#") > 1:
        return 'it has more than one "#"'
    scheme = _BEFORE_COLON.match(text)
    if scheme and not scheme[1]:
        return 'nothing is before the ":"'
    if scheme and not re.fullmatch(_SCHEME, f"{scheme[1]}:"):
        return (
            f"{shown_text(scheme[1])} before the colon is no scheme such as http;"
            " for a file whose name has a colon, begin with ./"
        )
    if scheme and (not scheme[2] or scheme[2].startswith("#")):
        return f"nothing follows {shown_text(scheme[1] + ':')}"
    if (scheme[2] if scheme else text) == "//":
        return 'nothing follows the "//"'
    bracket = next((c for c in text if c in "[]"), "")
    if bracket:
        return f"{shown(bracket)} is written {'%5B' if bracket == '[' else '%5D'}"
    return "it is no address and no reference"


KINDS: Final = (
    Kind(
        "anyURI",
        _fault,
        _LEXICAL,
        examples=("http://www.example.org/", "persons.xml#kim", "#p1"),
        measure=CHARACTERS,
    ),
)
