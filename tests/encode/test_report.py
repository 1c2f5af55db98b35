"""The report, in words that agree with their numbers."""

from __future__ import annotations

from collections.abc import Callable

from .conftest import Tei

Encode = Callable[..., Tei]


def line(tei: Tei, begin: str) -> str:
    (found,) = [line for line in tei.encoded.report.lines if line.startswith(begin)]
    return found


def test_one_of_anything_is_in_the_singular(encode: Encode) -> None:
    tei = encode("Q: We visited [China].\n\nQ: Yes.\n")
    assert line(tei, "names").endswith("1 mention of 1 entry")
    assert line(tei, "brackets").endswith("; 1 is a guess")


def test_several_are_in_the_plural(encode: Encode) -> None:
    tei = encode("Q: We visited [China] and [Romania].\n\nQ: Yes.\n")
    assert line(tei, "names").endswith("2 mentions of 2 entries")
    assert line(tei, "brackets").endswith("; 2 are guesses")


def test_of_one_more_stray_bracket_the_singular_is_told(encode: Encode) -> None:
    findings = encode("Kim: One.\n\nKim: " + "[a " * 11).encoded.report.findings
    assert "So it is with 1 other after it." in findings[-1].message


def test_a_remark_in_brackets_is_told_as_one(encode: Encode) -> None:
    (finding,) = encode("Kim: I [laughs] agree.\n\nKim: Yes.\n").encoded.report.findings
    assert finding.id == "guessed-bracket"
    assert "(certainty low); it seems to be no word of the text" in finding.message
    assert "<stage>" in finding.hint
