"""`data` and `value`: sections 4.3, 4.4 and what section 4.16 says of datatypes."""

from __future__ import annotations

from typing import Final

from octavo.relaxng.datatypes import Datatype, DatatypeError, library
from octavo.relaxng.grammar import Node
from octavo.relaxng.schema_source import Tag, Troubles

__all__ = ["Datatypes"]

_CLAUSE: Final = ".!?"


class Datatypes:
    """Makes the nodes of `data` and `value`; what is wrong with them is noted in `troubles`."""

    def __init__(self, troubles: Troubles) -> None:
        self._troubles = troubles
        self._types: dict[tuple[object, ...], Datatype | DatatypeError | None] = {}

    def data(self, tag: Tag, excluded: Node | None) -> Node:
        """The node of a `<data>`, `excluded` being what its `<except>` holds."""
        name = tag.attributes.get("type", "")
        parameters = tuple(
            (one.attributes.get("name", ""), one.text)
            for one in tag.children
            if one.name == "param"
        )
        self._datatype(tag, tag.library, name, parameters)
        if excluded is not None and excluded[0] == "notAllowed":
            excluded = None
        return ("data", tag.library, name, parameters, excluded)

    def value(self, tag: Tag, ns: str) -> Node:
        """The node of a `<value>`; `ns` is that of its context."""
        name = tag.attributes.get("type")
        uri = tag.library
        if name is None:
            name, uri = "token", ""
        datatype = self._datatype(tag, uri, name, ())
        context: dict[str, str] = {}
        if datatype is not None and datatype.needs_context:
            # The default namespace of a value is that of `ns`, not of the schema (section 6.2.8).
            context = {**tag.namespaces, "": ns if tag.ns is None else tag.ns}
        if datatype is not None and not datatype.allows(tag.text, context):
            reason = datatype.problem(tag.text, context) or "nothing can match it"
            self._troubles.add("wrong-value", tag, value=tag.text, type=name, reason=reason)
        return ("value", uri, name, tag.text, tuple(sorted(context.items())))

    def _datatype(
        self, tag: Tag, uri: str, name: str, parameters: tuple[tuple[str, str], ...]
    ) -> Datatype | None:
        """The datatype, or None where there is none: then a trouble is noted."""
        key = (uri, name, parameters)
        if key not in self._types:
            self._types[key] = _look_up(uri, name, parameters)
        found = self._types[key]
        if found is None:
            where = "datatypeLibrary" if "datatypeLibrary" in tag.attributes else "type"
            self._troubles.add("unknown-datatype-library", tag, where, library=uri)
        elif isinstance(found, DatatypeError):
            place, attribute = tag, "type"
            wrong = found.fields.get("param")
            for one in tag.children:
                if one.name == "param" and one.attributes.get("name") == wrong:
                    place, attribute = one, "name"
                    if "value" in found.fields:
                        attribute = ""
                        if one.text == found.fields["value"]:
                            break
            reason = found.message if found.message[-1:] in _CLAUSE else f"{found.message}."
            self._troubles.add_as(
                found.id, "wrong-datatype", place, attribute, reason=reason, hint=found.hint
            )
        return found if isinstance(found, Datatype) else None


def _look_up(
    uri: str, name: str, parameters: tuple[tuple[str, str], ...]
) -> Datatype | DatatypeError | None:
    """The datatype, what is wrong with it, or None if nothing is known of the library."""
    known = library(uri)
    if known is None:
        return None
    try:
        return known.datatype(name, parameters)
    except DatatypeError as error:
        return error
