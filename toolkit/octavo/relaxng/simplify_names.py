"""Name classes: sections 4.8 to 4.10 and 4.12, and what section 4.16 says of them."""

from __future__ import annotations

from typing import Final

from octavo.relaxng.grammar import NameClass
from octavo.relaxng.schema_source import Tag, Troubles

__all__ = ["NameClasses", "choice_of_names"]

_XMLNS: Final = "http://www.w3.org/2000/xmlns"
_UNKNOWN: Final[NameClass] = ("name", "", "")


def choice_of_names(members: list[NameClass]) -> NameClass:
    """A choice of `members`, flat and without repetition."""
    flat: dict[NameClass, None] = {}
    for member in members:
        flat.update(dict.fromkeys(member[1:] if member[0] == "choice" else (member,)))
    return next(iter(flat)) if len(flat) == 1 else ("choice", *flat)


class NameClasses:
    """Turns tags into name classes; what is wrong with them is noted in `troubles`."""

    def __init__(self, troubles: Troubles) -> None:
        self._troubles = troubles
        self._names: dict[tuple[str, str], NameClass] = {}

    def of(self, tag: Tag, ns: str) -> NameClass:
        """The name class of `tag`, an `<element>` or `<attribute>`; `ns` is that of its context."""
        is_attribute = tag.name == "attribute"
        name = tag.attributes.get("name")
        if name is None:
            return self._class(tag.children[0], ns, "", is_attribute=is_attribute)
        uri = tag.ns
        if is_attribute and "ns" not in tag.attributes:
            uri = ""
        return self._named(tag, "name", name, ns if uri is None else uri, is_attribute=is_attribute)

    def _named(
        self, tag: Tag, attribute: str, name: str, uri: str, *, is_attribute: bool
    ) -> NameClass:
        prefix, _, local = name.rpartition(":")
        if prefix:
            found = tag.namespaces.get(prefix)
            if found is None:
                self._troubles.add("undeclared-prefix", tag, attribute, prefix=prefix, value=name)
                return _UNKNOWN
            uri = found
        if is_attribute:
            if not uri and local == "xmlns":
                self._troubles.add("xmlns-attribute", tag, attribute)
            self._check_namespace(tag, uri)
        key = (uri, local)
        named = self._names.get(key)
        if named is None:
            named = self._names[key] = ("name", uri, local)
        return named

    def _class(self, tag: Tag, ns: str, within: str, *, is_attribute: bool) -> NameClass:
        """`within` is the name of the element in whose `except` the tag stands, or empty.

        Tags are nested as deep as the file is, which `schema_xml` limits.
        """
        uri = ns if tag.ns is None else tag.ns
        if tag.name == "name":
            return self._named(tag, "", tag.text, uri, is_attribute=is_attribute)
        if tag.name == "choice":
            return choice_of_names(
                [self._class(one, ns, within, is_attribute=is_attribute) for one in tag.children]
            )
        if within and tag.name == "anyName":
            self._troubles.add("any-name-in-except", tag, outer=within)
        elif within == "nsName":
            self._troubles.add("ns-name-in-except", tag)
        # Within nsName within anyName, the stricter of the two counts.
        inner = "nsName" if "nsName" in {tag.name, within} else tag.name
        excluded = None
        if tag.children:
            excluded = choice_of_names(
                [
                    self._class(one, ns, inner, is_attribute=is_attribute)
                    for one in tag.children[0].children
                ]
            )
        if tag.name == "anyName":
            return ("anyName", excluded)
        if is_attribute:
            self._check_namespace(tag, uri)
        return ("nsName", uri, excluded)

    def _check_namespace(self, tag: Tag, uri: str) -> None:
        if uri == _XMLNS:
            self._troubles.add("xmlns-namespace", tag, "ns" if "ns" in tag.attributes else "")
