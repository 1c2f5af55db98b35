"""Validation by a RELAX NG schema: the one place that knows which validator does it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from octavo.edition import Document
from octavo.findings import Finding, OctavoError

__all__ = ["Schema"]

_RNG: Final = "{http://relaxng.org/ns/structure/1.0}"
_REPEATING: Final = re.compile(r"failed to validate (content|attributes)|extra content")
"""What libxml2 says of an element after it has said what is wrong within it."""


class Schema:
    """A schema (RELAX NG, XML syntax), ready to validate documents."""

    def __init__(self, validator: etree.RelaxNG, names: frozenset[str]) -> None:
        self._validator = validator
        self._names = names

    @classmethod
    def load(cls, path: Path) -> Schema:
        """The schema at `path`.

        Raises OctavoError `schema-missing` or `schema-wrong`.
        """
        if not path.is_file():
            raise OctavoError(
                Finding(
                    "schema-missing",
                    "the schema is missing.",
                    path,
                    hint="Restore the file, or take it away from the edition's schema/ folder to"
                    " use the one that comes with Octavo.",
                )
            )
        try:
            tree = etree.parse(path, etree.XMLParser(no_network=True, load_dtd=False))
            return cls(etree.RelaxNG(tree), frozenset(_names(tree)))
        except (etree.XMLSyntaxError, etree.RelaxNGParseError) as error:
            line = getattr(error, "lineno", None) or 0
            raise OctavoError(
                Finding("schema-wrong", f"is no RELAX NG schema: {error}.", path, line)
            ) from error

    def findings(self, document: Document) -> list[Finding]:
        """What in `document` breaks the schema, in the order of the document."""
        root = document.tree()
        unknown = list(self._unknown_elements(root, document))
        if unknown or self._validator.validate(root):
            return unknown
        places = {element: index for index, element in enumerate(root.iter(etree.Element))}
        found: dict[tuple[int, int], Finding] = {}
        for entry in self._validator.error_log:
            if _REPEATING.search(entry.message) and len(self._validator.error_log) > 1:
                continue
            nodes = root.xpath(entry.path, namespaces=_prefixes(root)) if entry.path else []
            node = nodes[0] if isinstance(nodes, list) and nodes else None
            index = places.get(node) if isinstance(node, etree._Element) else None
            line, column = document.place(index) if index is not None else (entry.line, 0)
            found.setdefault(
                (line, column),
                Finding("invalid", f"{_sentence(entry.message)}", document.path, line, column),
            )
        return [found[place] for place in sorted(found)]

    def _unknown_elements(self, root: etree._Element, document: Document) -> Iterator[Finding]:
        """Elements that the schema does not have anywhere: the validator blames others for them."""
        if not self._names:
            return
        for index, element in enumerate(root.iter(etree.Element)):
            name = etree.QName(element)
            if element.tag in self._names:
                continue
            near = difflib.get_close_matches(
                name.localname, sorted({known.rpartition("}")[2] for known in self._names}), 1
            )
            if near and near[0] == name.localname:
                hint = "It is one in another namespace: does the root have xmlns=...?"
            else:
                hint = f"Did you mean <{near[0]}>?" if near else ""
            line, column = document.place(index)
            yield Finding(
                "unknown-element",
                f"<{name.localname}> is no element of the schema.",
                document.path,
                line,
                column,
                hint,
            )


def _names(tree: etree._ElementTree) -> Iterator[str]:
    """The names of the schema's elements; none where it has name classes or parts elsewhere."""
    if next(tree.iter(f"{_RNG}anyName", f"{_RNG}nsName", f"{_RNG}include"), None) is not None:
        return
    for element in tree.iter(f"{_RNG}element"):
        names = [element.get("name"), *(name.text for name in element.findall(f".//{_RNG}name"))]
        inherited = (e.get("ns") for e in (element, *element.iterancestors()) if e.get("ns"))
        namespace = next(inherited, None)
        for name in names:
            if name:
                yield f"{{{namespace}}}{name.strip()}" if namespace else name.strip()


def _prefixes(root: etree._Element) -> dict[str, str]:
    return {
        prefix: uri
        for element in root.iter(etree.Element)
        for prefix, uri in element.nsmap.items()
        if prefix
    }


def _sentence(message: str) -> str:
    return " ".join(message.split()).rstrip(".") + "."
