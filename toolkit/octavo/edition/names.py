"""Names that no document of an edition can have."""

from __future__ import annotations

from typing import Final

__all__ = ["RESERVED"]

RESERVED: Final = frozenset(
    "index persons places organisations about assets con prn aux nul".split()
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)]
)
"""Ids, in small letters, that no document can have: pages of the site have these names, or devices
of Windows."""
