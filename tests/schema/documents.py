"""The smallest documents, into which tests put what they are about."""

from __future__ import annotations

from typing import Final

from lxml import etree

__all__ = ["around", "document", "errors", "register"]

_HEADER: Final = """<teiHeader>
  <fileDesc>
    <titleStmt><title>Minutes</title>{title_stmt}</titleStmt>
    <publicationStmt>{publication}</publicationStmt>
    <sourceDesc>{source}</sourceDesc>
  </fileDesc>
  {encoding}
  {profile}
  {revision}
</teiHeader>"""

_EMPTY: Final = {
    "title_stmt": "",
    "publication": "<p>Unpublished.</p>",
    "source": "<bibl>A typescript</bibl>",
    "encoding": "",
    "profile": "",
    "revision": "",
}


def document(body: str = "<p>Text.</p>", **header: str) -> str:
    """A document with this body; header: what the places of the header in this module hold."""
    return _tei(f"<text><body>{body}</body></text>", header)


def register(entries: str) -> str:
    """A register with these lists of entries."""
    return _tei(f"<standOff>{entries}</standOff>", {})


def around(place: str, markup: str) -> str:
    """A document with the markup at a place.

    place: phrase (within a paragraph), body, text, register, or a place of the header.
    """
    if place == "phrase":
        return document(f"<p>{markup}</p>")
    if place == "register":
        return register(markup)
    if place == "text":
        return _tei(f"<text>{markup}</text>", {})
    return document(**{place: markup})


def errors(schema: etree.RelaxNG, xml: str) -> list[str]:
    """What the schema has against a document; nothing, if it is valid."""
    schema.validate(etree.fromstring(xml))
    return [f"{e.line}: {e.message}" for e in schema.error_log]


def _tei(content: str, header: dict[str, str]) -> str:
    head = _HEADER.format(**{**_EMPTY, **header})
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="minutes">{head}{content}</TEI>'
