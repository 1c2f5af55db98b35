"""The attributes of a schema in the XML syntax: which each element may have, and what they may say.

Section 3 says what; white space around names is taken away (section 4.2), and what `ns`,
`datatypeLibrary` and `xml:base` hand down is put into the tag (sections 4.3, 4.5 and 4.9).
"""

from __future__ import annotations

from typing import Final

from octavo.relaxng.names import SEPARATOR
from octavo.relaxng.schema_names import (
    closest,
    escape_uri,
    href_fault,
    is_ncname,
    is_qname,
    library_fault,
    resolve_uri,
)
from octavo.relaxng.schema_source import RELAX_NG, Tag, Troubles
from octavo.relaxng.schema_syntax import ATTRIBUTES
from octavo.relaxng.white_space import SPACE

__all__ = ["check_attributes"]

_BASE: Final = f"http://www.w3.org/XML/1998/namespace{SEPARATOR}base"
_QNAMED: Final = frozenset({"element", "attribute"})


def check_attributes(tag: Tag, troubles: Troubles) -> None:
    """Check the attributes of `tag` and let it take over what they hand down."""
    name, attributes = tag.name, tag.attributes
    allowed = ATTRIBUTES[name][0]
    for key in attributes:
        if key not in allowed:
            _unusual(tag, key, troubles)
    value = attributes.get("name")
    if value is not None:
        value = attributes["name"] = value.strip(SPACE)
        if not (is_qname(value) if name in _QNAMED else is_ncname(value)):
            kind = "" if name in _QNAMED else " without a colon"
            troubles.add("bad-name", tag, "name", value=value, kind=kind)
    if "ns" in attributes:
        tag.ns = attributes["ns"]
    if len(attributes) > 1 or value is None:
        _rarer(tag, troubles)


def _rarer(tag: Tag, troubles: Troubles) -> None:
    attributes = tag.attributes
    if "type" in attributes:
        value = attributes["type"] = attributes["type"].strip(SPACE)
        if not is_ncname(value):
            troubles.add("bad-name", tag, "type", value=value, kind=" without a colon")
    if "combine" in attributes:
        value = attributes["combine"] = attributes["combine"].strip(SPACE)
        if value not in {"choice", "interleave"}:
            troubles.add("bad-combine", tag, "combine", value=value)
    if "datatypeLibrary" in attributes:
        value = attributes["datatypeLibrary"]
        tag.library = escape_uri(value)
        if reason := library_fault(value):
            troubles.add("bad-datatype-library", tag, "datatypeLibrary", value=value, reason=reason)
    if "href" in attributes:
        value = attributes["href"]
        if reason := href_fault(value):
            troubles.add("bad-href", tag, "href", value=value, reason=reason)


def _unusual(tag: Tag, key: str, troubles: Troubles) -> None:
    uri, _, local = key.rpartition(SEPARATOR)
    if key == _BASE:
        tag.base = resolve_uri(tag.base, tag.attributes[key])
    elif uri == RELAX_NG:
        troubles.add("qualified-attribute", tag, key, which=local)
    elif not uri:
        known = ATTRIBUTES[tag.name][0]
        close = closest(local, sorted(known))
        if tag.name not in {"element", "attribute", "ref", "define"} and local == "name":
            hint = "Take it out."
        elif close:
            hint = f"Did you mean {close}?"
        else:
            hint = "Take it out, or give it a namespace if it annotates the schema."
        troubles.add("unknown-attribute", tag, key, name=tag.name, which=local, hint=hint)
