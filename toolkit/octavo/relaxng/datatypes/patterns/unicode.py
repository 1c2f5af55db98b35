"""The named sets of characters: `\\p{L}`, `\\p{IsGreek}`, `\\d`, `\\i` (XML Schema Part 2, F.1.1).

The tables are those of `elementpath`, which is imported when a pattern asks for one of them: it
takes longer to load than a document takes to validate.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from octavo.relaxng.datatypes.patterns.charset import Charset, complement, union

__all__ = ["escape_class", "named", "names"]

_CATEGORIES: Final = tuple(
    "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So"
    " C Cc Cf Co Cn".split()
)
# The names of XML 1.0, fifth edition. The XML Schema of 2004 and jing know those of Unicode 2 only.
_NAME_START: Final[Charset] = union((
    (0x3A, 0x3A), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6),
    (0xF8, 0x2FF), (0x370, 0x37D), (0x37F, 0x1FFF), (0x200C, 0x200D), (0x2070, 0x218F),
    (0x2C00, 0x2FEF), (0x3001, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF),
))  # fmt: skip
_NAME: Final[Charset] = union(
    _NAME_START,
    ((0x2D, 0x2E), (0x30, 0x39), (0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040)),
)


@cache
def named(name: str) -> Charset | None:
    """The set `\\p{name}`: a category or a block (`Is...`); None if there is none."""
    if name not in _CATEGORIES and not name.startswith("Is"):
        return None
    from elementpath.regex import RegexError, unicode_subset

    try:
        points = unicode_subset(name).codepoints
    except RegexError:
        return None
    # elementpath's ranges end before their second member.
    ranges = ((p, p) if isinstance(p, int) else (p[0], p[1] - 1) for p in points)
    # Blocks of surrogates have no character of XML; they are no blocks to XML Schema.
    return complement(complement(union(ranges))) or None


def names() -> tuple[str, ...]:
    """The names of the categories."""
    return _CATEGORIES


@cache
def escape_class(letter: str) -> Charset | None:
    """The set of `\\d`, `\\D` and the like; None if there is no such escape."""
    if letter.isupper():
        positive = escape_class(letter.lower())
        return None if positive is None else complement(positive)
    match letter:
        case "s":
            return ((0x9, 0xA), (0xD, 0xD), (0x20, 0x20))
        case "i":
            return _NAME_START
        case "c":
            return _NAME
        case "d":
            return named("Nd")
        case "w":
            return complement(union(*(named(name) or () for name in "PZC")))
    return None
