"""The stylesheets and the house style know the same functions."""

from __future__ import annotations

import json
import re
from typing import Any, Final

import typst

from tests.xslt.print.printing import STYLE

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
