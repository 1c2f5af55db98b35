"""The full syntax of RELAX NG (section 3) as a table: which element may stand where.

`Content` is what may stand next in an element that is being read; to read a child is to go from
one `Content` to the next. Annotations are not in it: they may stand anywhere but in text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["ATTRIBUTES", "ELEMENTS", "PATTERNS", "TOP", "Content"]


@dataclass(slots=True, eq=False)
class Content:
    """What may come next: `children` by name, each with the content it begins with; `after` is the
    content that follows a child. `wanted` says what is missing if nothing comes. `named` is the
    content instead of this one where the tag has an attribute `name`. `text` is true where the
    content is a string."""

    children: Mapping[str, Content]
    after: Content | None = None
    wanted: str = ""
    named: Content | None = None
    text: bool = False


_NOTHING: Final = Content({})
_STRING: Final = Content({}, text=True)

PATTERNS: Final[dict[str, Content]] = {}
"""The elements that are patterns, each with its content."""

_CLASSES: Final[dict[str, Content]] = {}

_MORE_PATTERNS: Final = Content(PATTERNS)
_SOME_PATTERNS: Final = Content(PATTERNS, _MORE_PATTERNS, "a pattern")
_ONE_PATTERN: Final = Content(PATTERNS, _NOTHING, "a pattern")
_MAYBE_PATTERN: Final = Content(PATTERNS, _NOTHING)
_MORE_CLASSES: Final = Content(_CLASSES)
_SOME_CLASSES: Final = Content(_CLASSES, _MORE_CLASSES, "a name class")
_EXCEPT_CLASS: Final = Content({"except": _SOME_CLASSES}, _NOTHING)
_NAME: Final = "a name: the attribute name, or a name class as its first child"

_PARAMETERS: Final = Content({"param": _STRING, "except": _SOME_PATTERNS})

_IN_INCLUDE: Final[dict[str, Content]] = {
    "start": _ONE_PATTERN,
    "define": _SOME_PATTERNS,
}
_IN_INCLUDE["div"] = Content(_IN_INCLUDE)
_IN_GRAMMAR: Final[dict[str, Content]] = {
    "start": _ONE_PATTERN,
    "define": _SOME_PATTERNS,
    "include": Content(_IN_INCLUDE),
}
_IN_GRAMMAR["div"] = Content(_IN_GRAMMAR)

_CLASSES.update(
    {
        "name": _STRING,
        "anyName": _EXCEPT_CLASS,
        "nsName": _EXCEPT_CLASS,
        "choice": _SOME_CLASSES,
    }
)
PATTERNS.update(
    {
        "element": Content(_CLASSES, _SOME_PATTERNS, _NAME, named=_SOME_PATTERNS),
        "attribute": Content(_CLASSES, _MAYBE_PATTERN, _NAME, named=_MAYBE_PATTERN),
        "group": _SOME_PATTERNS,
        "interleave": _SOME_PATTERNS,
        "choice": _SOME_PATTERNS,
        "optional": _SOME_PATTERNS,
        "zeroOrMore": _SOME_PATTERNS,
        "oneOrMore": _SOME_PATTERNS,
        "list": _SOME_PATTERNS,
        "mixed": _SOME_PATTERNS,
        "ref": _NOTHING,
        "parentRef": _NOTHING,
        "empty": _NOTHING,
        "text": _NOTHING,
        "value": _STRING,
        "data": _PARAMETERS,
        "notAllowed": _NOTHING,
        "externalRef": _NOTHING,
        "grammar": Content(_IN_GRAMMAR),
    }
)

TOP: Final = Content(PATTERNS, _NOTHING)
"""What a schema may be."""

_COMMON: Final = frozenset({"ns", "datatypeLibrary"})

ATTRIBUTES: Final[Mapping[str, tuple[frozenset[str], str]]] = {
    "element": (_COMMON | {"name"}, ""),
    "attribute": (_COMMON | {"name"}, ""),
    "ref": (_COMMON | {"name"}, "name"),
    "parentRef": (_COMMON | {"name"}, "name"),
    "value": (_COMMON | {"type"}, ""),
    "data": (_COMMON | {"type"}, "type"),
    "param": (_COMMON | {"name"}, "name"),
    "externalRef": (_COMMON | {"href"}, "href"),
    "include": (_COMMON | {"href"}, "href"),
    "start": (_COMMON | {"combine"}, ""),
    "define": (_COMMON | {"name", "combine"}, "name"),
    **dict.fromkeys(
        """group interleave choice optional zeroOrMore oneOrMore list mixed empty text notAllowed
        grammar div except name anyName nsName""".split(),
        (_COMMON, ""),
    ),
}
"""The attributes that each element can have, and the one that it must have or nothing."""

ELEMENTS: Final = frozenset(ATTRIBUTES)
