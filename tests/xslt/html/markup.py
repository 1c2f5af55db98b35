"""HTML as it is written, and what is wrong with it.

    page = read('<!DOCTYPE html><html>...</html>')
    assert not faults(page)

No parser's repairs hide anything: every element that is not void must be closed, in order. The
rules are those of the HTML standard (chapter 4) for the elements that Octavo's pages have; an
element or attribute that is not listed here is a fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

from lxml import etree

__all__ = ["faults", "ids", "links", "read"]

_VOID: Final = frozenset("br img link meta wbr".split())
_PHRASING: Final = frozenset(
    "a abbr b br cite del em i img ins q span sub sup time wbr bdi s u".split()
)
_TRANSPARENT: Final = frozenset("a ins del".split())
_SECTIONS: Final = frozenset("article aside nav section".split())
_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_FLOW: Final = (
    _PHRASING
    | _SECTIONS
    | _HEADINGS
    | frozenset("blockquote div dl figure footer header main ol p table ul".split())
)
_CONTENT: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(_PHRASING | _HEADINGS | {"p"}, _PHRASING),
    **dict.fromkeys(_FLOW - _PHRASING - _HEADINGS - {"p"}, _FLOW),
    **dict.fromkeys(("body", "dd", "li", "td", "th"), _FLOW),
    "caption": _FLOW - {"table"},
    "dl": frozenset({"div", "dt", "dd"}),
    "dt": _FLOW - _SECTIONS - _HEADINGS - {"header", "footer"},
    "figcaption": _FLOW,
    "figure": _FLOW | {"figcaption"},
    "head": frozenset({"link", "meta", "title"}),
    "html": frozenset({"body", "head"}),
    "link": frozenset(),
    "meta": frozenset(),
    "ol": frozenset({"li"}),
    "table": frozenset({"caption", "tbody", "thead"}),
    "tbody": frozenset({"tr"}),
    "thead": frozenset({"tr"}),
    "title": frozenset(),
    "tr": frozenset({"td", "th"}),
    "ul": frozenset({"li"}),
}
_NO_TEXT: Final = frozenset("dl head html ol table tbody thead tr ul".split())
_ATTRIBUTES: Final[dict[str, frozenset[str]]] = {
    "a": frozenset({"href", "type", "hreflang", "rel"}),
    "img": frozenset({"src", "alt", "loading"}),
    "link": frozenset({"href", "rel", "type"}),
    "meta": frozenset({"charset", "content", "http-equiv", "name"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
_GLOBAL: Final = frozenset(
    "aria-current aria-label aria-labelledby class dir id lang role tabindex title".split()
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[etree._Element] = []
        self.root: etree._Element | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = etree.Element(tag)
        for name, value in attrs:
            if name in element.attrib:
                raise ValueError(f"<{tag}> has {name} twice")
            element.set(name.replace(":", "."), value or "")
        if self.open:
            self.open[-1].append(element)
        elif self.root is None:
            self.root = element
        else:
            raise ValueError(f"<{tag}> stands after the end")
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].tag != tag:
            raise ValueError(f"</{tag}> closes {[str(e.tag) for e in self.open][-3:]}")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not self.open:
            if data.strip():
                raise ValueError(f"text outside of the page: {data!r}")
            return
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def read(text: str) -> etree._Element:
    """The `html` element of a page. Raises ValueError where tags are not properly nested."""
    if not re.match(r"<!doctype html>", text, re.IGNORECASE):
        raise ValueError("the page does not begin with <!DOCTYPE html>")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open or reader.root is None:
        raise ValueError(f"not closed: {[str(e.tag) for e in reader.open]}")
    return reader.root


def ids(page: etree._Element) -> set[str]:
    """The ids of a page."""
    return {str(value) for value in page.xpath("//@id")}  # type: ignore[union-attr]


def links(page: etree._Element) -> list[str]:
    """The addresses of its links, decoded."""
    return [unquote(href) for e in page.iter("a") if (href := e.get("href")) is not None]


def faults(page: etree._Element) -> list[str]:
    """What the HTML standard forbids, and links that lead nowhere on the page."""
    return [
        *(fault for element in page.iter() for fault in _content_faults(element)),
        *(fault for element in page.iter() for fault in _attribute_faults(element)),
        *_reference_faults(page),
    ]


def _allowed(element: etree._Element) -> frozenset[str]:
    """What an element may contain; a transparent one, what its parent may."""
    parent = element.getparent()
    if element.tag in _TRANSPARENT and parent is not None:
        return _allowed(parent)
    return _CONTENT.get(str(element.tag), frozenset())


def _content_faults(element: etree._Element) -> Iterator[str]:
    tag = str(element.tag)
    if tag not in _CONTENT:
        yield f"<{tag}> is not known"
        return
    allowed = _allowed(element)
    if tag == "div" and _is(element.getparent(), "dl"):
        allowed = frozenset({"dt", "dd"})
    for child in element:
        if child.tag not in allowed and tag not in _VOID:
            yield f"<{child.tag}> within <{tag}>: {_excerpt(child)}"
    if tag in _NO_TEXT and "".join(element.xpath("text()")).strip():  # type: ignore[arg-type]
        yield f"text within <{tag}>: {_excerpt(element)}"
    if tag == "a" and next(element.iterancestors("a"), None) is not None:
        yield f"a link within a link: {_excerpt(element)}"
    if tag in ("ul", "ol", "dl", "table", "tr", "tbody") and not len(element):
        yield f"<{tag}> is empty"
    if tag == "dl" or (tag == "div" and _is(element.getparent(), "dl")):
        order = "".join({"dt": "t", "dd": "d"}.get(str(child.tag), "|") for child in element)
        if not all(re.fullmatch("(t+d+)+", group) for group in order.split("|") if group):
            yield f"<dt> without <dd>, or the reverse: {_excerpt(element)}"


def _attribute_faults(element: etree._Element) -> Iterator[str]:
    tag = str(element.tag)
    allowed = _GLOBAL | _ATTRIBUTES.get(tag, frozenset())
    for name, value in element.attrib.items():
        if name not in allowed and not (tag == "html" and name == "xmlns"):
            yield f"<{tag} {name!s}={value!r}>"
    if tag == "img" and "alt" not in element.attrib:
        yield "<img> without alt"
    if element.get("href") == "":
        yield f"an address is empty: {_excerpt(element)}"
    for span, most in (("colspan", 1000), ("rowspan", 65534)):
        if not 1 <= int(element.get(span, "1")) <= most:
            yield f"{span} {element.get(span)}"


def _reference_faults(page: etree._Element) -> Iterator[str]:
    counts = Counter(str(value) for value in page.xpath("//@id"))  # type: ignore[union-attr]
    for identifier, count in counts.items():
        if count > 1:
            yield f"the id {identifier} {count} times"
        if not identifier or re.search(r"\s", identifier):
            yield f"the id {identifier!r}"
    for link in links(page):
        if link.startswith("#") and link[1:] not in counts:
            yield f"nothing at {link}"
    for names in page.xpath("//@aria-labelledby"):  # type: ignore[union-attr]
        for name in str(names).split():
            if name not in counts:
                yield f"no label {name}"


def _is(element: etree._Element | None, tag: str) -> bool:
    return element is not None and element.tag == tag


def _excerpt(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)[:120]
