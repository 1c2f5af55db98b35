"""What the tests of the stylesheets share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from octavo.resources import Resources
from octavo.transform.saxon import Parameter, Result, compile_stylesheet

__all__ = ["Transform"]

Transform = Callable[..., Result]


@pytest.fixture(scope="session")
def transform() -> Transform:
    """A function that transforms TEI given as text by a stylesheet, named as in `html/main.xsl`.

    Keyword arguments are the stylesheet's parameters.
    """
    xslt = Resources().xslt

    def run(stylesheet: str, tei: str, **parameters: Parameter) -> Result:
        given: Mapping[str, Parameter] = parameters
        return compile_stylesheet(xslt / stylesheet).transform(
            tei, path=Path("tei/sample.xml"), parameters=given
        )

    return run


@pytest.fixture(scope="session")
def sample(root: Path) -> str:
    """A document that shows most of what a conversation has."""
    return (root / "tests" / "samples" / "conversation.xml").read_text(encoding="utf-8")
