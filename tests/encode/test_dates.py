"""Dates in prose."""

from __future__ import annotations

import pytest

from octavo.encode.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("September 5, 1964", "1964-09-05"),
        ("(16 September 1964)", "1964-09-16"),
        ("the 3rd of May, on 3rd May 1921", "1921-05-03"),
        ("1964-09-05", "1964-09-05"),
        ("September 1964", "1964-09"),
        ("1964", "1964"),
        ("31 September 1964", "1964-09"),
        ("in 1965, some", None),
        ("at 300,000-400,000 tons", None),
    ],
)
def test_a_date_is_understood(text: str, when: str | None) -> None:
    assert parse_date(text) == when


def test_every_date_of_a_text_is_found_with_its_place() -> None:
    text = "From 5 September 1964 to September 16, 1964."
    assert [text[date.start : date.end] for date in find_dates(text)] == [
        "5 September 1964",
        "September 16, 1964",
    ]
