from __future__ import annotations

import pytest

from tests.xslt.print.printing import Printed, printed


@pytest.fixture(scope="session")
def conversation(sample: str) -> Printed:
    """The sample in print."""
    return printed(sample)
