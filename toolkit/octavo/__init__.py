"""Octavo: a toolkit for scholarly editions of conversations in TEI."""

__all__ = ["__version__"]

__version__ = "0.1.0"
