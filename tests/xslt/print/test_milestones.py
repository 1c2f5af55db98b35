"""Where pages and other parts of the source begin."""

from __future__ import annotations

import re
from typing import Final, cast
from xml.etree import ElementTree

import pikepdf

from tests.xslt.print.printing import Printed, document, printed, to_typst

_BOX: Final = "{http://www.w3.org/1999/xhtml}"
# The right margin is 22 mm wide.
_EDGE: Final = 2.835 * (156 - 22)


def _words(result: Printed) -> list[tuple[str, dict[str, float]]]:
    """The words of the third page, where the text begins, each with its box."""
    page = ElementTree.fromstring(result.text("-f", "3", "-l", "3", "-bbox"))
    words = page.iter(f"{_BOX}word")
    return [(word.text or "", {k: float(v) for k, v in word.attrib.items()}) for word in words]


def _names(result: Printed) -> list[str]:
    """The lines in the right margin."""
    lines: dict[float, list[str]] = {}
    for word, box in _words(result):
        if box["xMin"] > _EDGE:
            lines.setdefault(box["yMin"], []).append(word)
    return [" ".join(lines[y]) for y in sorted(lines)]


def _strokes(result: Printed) -> list[float]:
    """How far from the left the strokes on the third page stand."""
    with result.open() as pdf:
        found, at = [], 0.0
        for instruction in pikepdf.parse_content_stream(pdf.pages[2]):
            operator = str(instruction.operator)
            if operator == "cm":
                at = float(cast("float", instruction.operands[4]))
            elif operator == "S":
                found.append(at)
    return found


def test_page_breaks_in_one_line_have_one_name() -> None:
    text = '<body><p>A <pb n="3"/>herring <pb n="4"/>is <pb n="5"/>late.</p></body>'
    assert _names(printed(document(text))) == ["p. 3, 4, 5"]


def test_the_name_of_several_pages_is_in_the_language_of_the_edition() -> None:
    text = '<body><p>A <pb n="3"/>herring <pb n="4"/>is late.</p></body>'
    assert _names(printed(document(text), language="de")) == ["S. 3, 4"]


def test_breaks_of_two_kinds_in_one_line_have_two_names_that_do_not_touch() -> None:
    text = '<body><p>A <pb n="3"/>herring <cb n="1"/>is late.</p></body>'
    result = printed(document(text))
    assert _names(result) == ["p. 3", "col. 1"]
    first, second = (b for word, b in _words(result) if word in {"p.", "col."})
    assert second["yMin"] - first["yMin"] > 7.4


def test_a_break_is_named_beside_its_line() -> None:
    words = "the herring " * 82
    result = printed(document(f'<body><p>{words}<pb n="12"/>Late {words}</p></body>'))
    (line,) = (box for word, box in _words(result) if word == "Late")
    (name,) = (box for word, box in _words(result) if word == "12")
    assert line["yMin"] < name["yMin"] < name["yMax"] < line["yMax"] + 1


def test_a_break_within_a_long_word_is_marked_within_it() -> None:
    text = '<body><p>An internat<pb n="12" break="no"/>ional herring.</p></body>'
    result = printed(document(text))
    (word,) = (box for word, box in _words(result) if word == "international")
    (stroke,) = _strokes(result)
    assert word["xMin"] + 20 < stroke < word["xMax"] - 15


def test_a_break_without_a_number_has_no_name() -> None:
    source, _ = to_typst(document("<body><p>A <pb/>herring.</p></body>"))
    assert re.search(r'#source-break\(kind: "pb"\)\[\]herring', source)
