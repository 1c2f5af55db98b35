"""The stylesheets and the house style know the same functions."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from xml.etree import ElementTree

import typst

from tests.xslt.print.printing import STYLE, document, printed

_CALLED: Final = (
    r"f:call\('([a-z-]+)'",
    r"f:(?:block|phrase)\([^,()]+(?:\(\))?, '([a-z-]+)'",
    r"f:block\([^,]+, if \(\$\w+\) then '([a-z-]+)' else '[a-z-]+'",
    r"f:block\([^,]+, if \(\$\w+\) then '[a-z-]+' else '([a-z-]+)'",
    r">#([a-z-]+)\(",
)


def _called() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in STYLE.glob("*.xsl")]
    return {name for form in _CALLED for source in sources for name in re.findall(form, source)}


def _defined() -> set[str]:
    files: Any = {path.name: path.read_bytes() for path in STYLE.glob("*.typ")}
    main = b'#import "edition.typ" as style\n#metadata(dictionary(style).keys())<names>'
    names = typst.query(files | {"main.typ": main}, "<names>", field="value", one=True)
    return set(json.loads(names))


def test_every_function_that_the_stylesheets_call_is_defined() -> None:
    called = _called()
    assert {"speech", "supplied", "note", "section-heading", "picture", "anchor"} <= called
    assert called - _defined() == set()


def test_the_style_asks_for_no_package_from_the_network() -> None:
    assert [path.name for path in STYLE.glob("*.typ") if '"@' in path.read_text("utf-8")] == []


def test_a_larger_size_of_the_text_brings_its_lines_and_its_smaller_sizes_with_it() -> None:
    settings = (STYLE / "settings.typ").read_text("utf-8")
    larger = re.sub(r"#let size = \S+", "#let size = 12pt", settings)
    assert larger != settings
    main = "#metadata((small, tiny, large, baseline, small-baseline).map(it => it.pt()))<lengths>"
    files: Any = {"main.typ": (larger + main).encode()}
    found = typst.query(files, "<lengths>", field="value", one=True)
    assert json.loads(found) == [10.4, 8.7, 13.5, 16.5, 13.9]


def test_the_parentheses_in_a_label_are_set_apart_whatever_words_it_has() -> None:
    words = "A(hereafter Friis)"
    speech = f"<sp><speaker>{words}</speaker><p>{words}</p></sp>"
    result = printed(document(f"<body>{speech}</body>"))
    page = ElementTree.fromstring(result.text("-bbox"))
    boxes = [word.attrib for word in page.iter() if word.text == "A(hereafter"]
    label, text = (float(box["xMax"]) - float(box["xMin"]) for box in boxes)
    assert abs(label - text) < 2
