from __future__ import annotations

from collections.abc import Callable

import pytest

from octavo.relaxng.datatypes import XSD, Datatype, library

Make = Callable[..., Datatype]


@pytest.fixture(scope="session")
def xsd() -> Make:
    """A datatype of XML Schema: xsd("token", ("length", "3"))."""

    def make(name: str, *params: tuple[str, str]) -> Datatype:
        found = library(XSD)
        assert found is not None
        return found.datatype(name, params)

    return make
