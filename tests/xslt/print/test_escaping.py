"""A text stays text, whatever signs it has and wherever it stands.

What Typst makes of the source is asked of Typst itself: in this test's own style, each function
gives the characters of its content, and stops at anything that is not plain text.
"""

from __future__ import annotations

import json
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.xslt.print.printing import document, to_typst

# Characters beside which Typst reads something else than text, and a few others.
_SIGNS: Final = "#$*_<>@[]\\/~=+-`'\"(){}:;,.!?%&^|·–a1é京"
_PIECES: Final = (
    *("--", "---", "...", "//", "/*", "*/", "```", "1. ", "= ", "+ ", "- ", "/ a: b"),
    *("http://a", "\\u{41}", "@a1", "<a1>", "#a", "*a*", "_a_", "$a$", "[a]", "~", "-?", "a-b"),
)
_TEXT: Final = st.lists(st.sampled_from([*_SIGNS, *_PIECES]), min_size=1, max_size=12).map("".join)

_STYLE: Final = r"""
#let read(body) = {
  if body.func() in (text, [\.].func()) { return body.text }
  if body == [ ] { return " " }
  assert("children" in body.fields(), message: "this is no text: " + repr(body))
  body.children.map(read).join(default: "")
}
#let found(words) = [#metadata(words)<read>]
#let edition(title: "", body, ..rest) = found(title) + body
#let opening(..rest, body) = found(read(body))
#let paragraph(id: none, body) = found(read(body))
#let emphasis(body) = read(body)
#let compound(body) = read(body)
#let picture(path: "", alt: "") = found(path) + found(alt)
#let illustration(..rest, body) = body
#let statement(..rest) = none
#let (title-page, about, legend) = (statement,) * 3
"""


def _read(source: str) -> list[str]:
    """The texts that Typst finds in the source."""
    files: Any = {"main.typ": source.encode(), "edition.typ": _STYLE.encode()}
    found = typst.query(files, "<read>", field="value", ignore_system_fonts=True)
    return [str(value) for value in json.loads(found)]


def _folded(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=100, deadline=None)
@given(_TEXT)
@example("".join(_SIGNS))
@example("= @a1 <a1>")
@example("+ a")
def test_a_text_in_a_paragraph_is_read_as_it_stands(text: str) -> None:
    source, _ = to_typst(document(f"<body><p>{escape(text)}</p></body>"))
    assert _folded(text) in [_folded(found) for found in _read(source)]


@settings(max_examples=100, deadline=None)
@given(_TEXT, _TEXT, _TEXT)
@example("a", "b", "(c)[d]")
def test_a_text_around_and_within_a_phrase_is_read_as_it_stands(
    before: str, within: str, after: str
) -> None:
    phrase = f"{escape(before)}<emph>{escape(within)}</emph>{escape(after)}"
    source, _ = to_typst(document(f"<body><p>{phrase}</p></body>"))
    assert _folded(before + within + after) in [_folded(found) for found in _read(source)]


@settings(max_examples=100, deadline=None)
@given(_TEXT)
@example('"\\')
def test_a_title_is_the_same_as_a_string_and_as_content(text: str) -> None:
    source, _ = to_typst(document("<body><p>x</p></body>", title=escape(text)))
    title = _folded(text) or "small"
    assert [_folded(found) for found in _read(source)][:2] == [title, title]


@settings(max_examples=100, deadline=None)
@given(_TEXT)
@example('"\\')
def test_an_address_is_read_as_it_stands(text: str) -> None:
    picture = f"<figure><graphic url={quoteattr(text)}/></figure>"
    source, _ = to_typst(document(f"<body>{picture}</body>"))
    assert _read(source).count(text) == 2  # the address, and the words in its place


def test_every_ascii_character_can_begin_a_paragraph() -> None:
    characters = [chr(code) for code in range(0x21, 0x7F)]
    paragraphs = "".join(f"<p>{escape(c)} x</p>" for c in characters)
    source, _ = to_typst(document(f"<body>{paragraphs}</body>"))
    assert [found for found in _read(source) if found.endswith(" x")] == [
        f"{c} x" for c in characters
    ]
