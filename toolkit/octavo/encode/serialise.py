"""TEI as text, laid out for reading and correcting.

Structure has a line for each element, paragraphs a line each: a hand corrects them, and
`git diff` shows what was corrected.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

__all__ = ["serialise"]

_LINES: Final = frozenset(
    """TEI teiHeader fileDesc titleStmt publicationStmt availability sourceDesc bibl encodingDesc
    editorialDecl interpretation profileDesc abstract langUsage particDesc listPerson person
    personGrp settingDesc revisionDesc text body sp standOff listPlace listOrg place org""".split()
)
"""Elements whose children stand on lines of their own."""


def serialise(root: etree._Element) -> str:
    """The document as text with an XML declaration. Changes the white space between `root`'s
    structural elements."""
    _lay_out(root, 0)
    body = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _lay_out(element: etree._Element, depth: int) -> None:
    """Put the children of structural elements on lines of their own."""
    name = etree.QName(element).localname
    if name not in _LINES or not len(element) or (element.text or "").strip():
        return
    inner, outer = "\n" + "  " * (depth + 1), "\n" + "  " * depth
    element.text = inner
    for child in element:
        child.tail = inner
        _lay_out(child, depth + 1)
    element[-1].tail = outer
