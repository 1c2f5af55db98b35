"""The pattern parameter: its syntax, its sets of characters, and the time it takes."""

from __future__ import annotations

import subprocess
import sys
import time
import unicodedata

import pytest

from octavo.relaxng.datatypes import known_patterns, patterns, prime_patterns
from octavo.relaxng.datatypes.patterns import AMBIGUOUS, Pattern, PatternError
from octavo.relaxng.datatypes.patterns.charset import contains
from octavo.relaxng.datatypes.patterns.syntax import DEEPEST
from octavo.relaxng.datatypes.patterns.unicode import escape_class, named, names

MATCHES = [
    ("", [""], ["a"]),
    ("()", [""], ["a"]),
    ("a|", ["a", ""], ["b"]),
    ("(a|b)c", ["ac", "bc"], ["a", "c", "abc"]),
    ("a|bc", ["a", "bc"], ["ac"]),
    ("a?", ["", "a"], ["aa"]),
    ("a*", ["", "aaa"], ["b"]),
    ("a+", ["a", "aa"], [""]),
    ("a{2}", ["aa"], ["a", "aaa"]),
    ("a{2,}", ["aa", "aaaaa"], ["a"]),
    ("a{1,02}", ["a", "aa"], ["", "aaa"]),
    ("a{0}b", ["b"], ["ab"]),
    ("(ab){2}", ["abab"], ["abb"]),
    ("(a{2}){2}", ["aaaa"], ["aa", "aaa"]),
    ("^a$", ["^a$"], ["a"]),
    (".", ["a", "\u0085", "\u2028", "\U00010000"], ["\n", "\r", ""]),
    (r"\.\\\?\*\+\{\}\(\)\[\]\|\-\^", [r".\?*+{}()[]|-^"], [""]),
    (r"\n\r\t", ["\n\r\t"], ["nrt"]),
    ("[a-c]", ["a", "c"], ["d", "-"]),
    ("[-a]", ["-", "a"], ["b"]),
    ("[a-]", ["-", "a"], ["b"]),
    ("[^-a]", ["b"], ["-", "a"]),
    (r"[\-a]", ["-", "a"], ["\\"]),
    (r"[\^a]", ["^", "a"], ["b"]),
    ("[a^]", ["^", "a"], ["b"]),
    ("[.*+?(){}|$]", list(".*+?(){}|$"), ["a"]),
    (r"[\[\]\\]", ["[", "]", "\\"], ["a"]),
    ("[^a]", ["b", "\n", "é"], ["a"]),
    ("[a-z-[aeiou]]", ["b"], ["a", "-"]),
    ("[^a-z-[A]]", ["B"], ["A", "b"]),
    ("[a-z-[b-y-[m]]]", ["a", "m", "z"], ["b"]),
    ("[a-[a]]", [], ["a", "b"]),
    (r"\s", [" ", "\t", "\n", "\r"], ["\u00a0", "\x0b", "a"]),
    (r"\S", ["\u00a0", "a"], [" "]),
    (r"\d", ["1", "٠"], ["²", "a"]),
    (r"\D", ["a", "²"], ["1", "٠"]),
    (r"\w", ["a", "1", "$", "\u0301", "é"], ["_", "-", " ", "\u00a0"]),
    (r"\W", ["_", "-", " "], ["a", "$"]),
    (r"\i", ["a", ":", "_", "\U00010000"], ["1", "-", " "]),
    (r"\I", ["1", " "], ["a"]),
    (r"\c", ["a", "1", "-", "·"], [" ", ","]),
    (r"\C", [" ", ","], ["a"]),
    (r"[\D\S]", ["1", "a", " "], []),
    (r"[^\D\S]", [], ["1", "a", " "]),
    (r"[^\Da]", ["1"], ["a", "-"]),
    (r"[\d-[5]]", ["4"], ["5"]),
    (r"\p{Lu}\P{Lu}", ["Aa", "É1"], ["aa", "AA"]),
    (r"[^\p{C}\p{Z}]+", ["a-é\U0001d11e"], ["a b", "\u00ad", "\u200b"]),
    (r"\p{IsGreek}+", ["αβγ"], ["abc"]),
    (r"\p{IsBasicLatin}", ["a"], ["é"]),
    (r"\P{IsBasicLatin}", ["é"], ["a"]),
    (r"\p{IsPrivateUse}", ["\ue000"], ["a"]),
    ("é[ä-ü]&~#", ["éö&~#"], ["e"]),
    ("[&&a]", ["&"], ["b"]),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "right", "wrong"), MATCHES)
def test_a_pattern_matches_the_whole_text(pattern: str, right: list[str], wrong: list[str]) -> None:
    found = Pattern(pattern)
    assert [text for text in right + wrong if found.matches(text)] == right
    assert all(found.problem(text) for text in wrong)


@pytest.mark.parametrize(("pattern", "right", "wrong"), MATCHES)
def test_the_automaton_matches_the_same(pattern: str, right: list[str], wrong: list[str]) -> None:
    automaton = Pattern(pattern)._built()
    assert [text for text in right + wrong if automaton.matches(text)] == right


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("a**", '"*" repeats nothing (character 3)'),
        ("a{2}{3}", "repeats nothing"),
        ("a{1}*", "repeats nothing"),
        ("a*?", "repeats nothing"),
        ("*", "repeats nothing"),
        ("(*)", "repeats nothing"),
        ("{", "repeats nothing"),
        ("a{", "a count is missing"),
        ("a{,3}", "a count is missing"),
        ("a{3,2}", "counts down"),
        ("a{2", 'a "}" is missing'),
        ("a}", "closes nothing"),
        ("a]", "closes nothing"),
        ("a)", "closes nothing"),
        ("(a", 'a ")" is missing'),
        ("(?:a)", '"(?" begins nothing'),
        ("(?=a)", '"(?" begins nothing'),
        ("[a", 'a "]" is missing'),
        ("[", 'a "]" is missing'),
        ("[]", "nothing in the brackets"),
        ("[^]", "nothing in the brackets"),
        ("[a[b]]", '"[" within brackets'),
        ("[a-c-e]", '"-" stands between two ranges'),
        ("[--a]", '"-" is the end of a range'),
        ("[+--]", '"-" is the end of a range'),
        ("[z-a]", "runs backwards"),
        (r"[\d-z]", "begins with one character"),
        (r"[a-\d]", "ends with one character"),
        ("[a-[b]c]", "only a ]"),
        (r"\b", r'there is no escape "\b"'),
        (r"\1", "there is no escape"),
        (r"\$", "there is no escape"),
        (r"\u0041", "there is no escape"),
        ("a\\", "there is no escape"),
        (r"\pL", "need a name in braces"),
        (r"\p{L", "need a name in braces"),
        (r"\p{Foo}", "no category or block"),
        (r"\p{IsFoo}", "no category or block"),
        (r"\p{Cs}", "no category or block"),
        (r"\p{IsHighSurrogates}", "no category or block"),
        ("(" * (DEEPEST + 1) + ")" * (DEEPEST + 1), "nest more than"),
        ("(" * 100_000, "nest more than"),
        ("[a-" * 100_000, "nest more than"),
    ],
)
def test_what_is_no_pattern_is_refused(pattern: str, why: str) -> None:
    with pytest.raises(PatternError) as caught:
        Pattern(pattern)
    assert why in str(caught.value)


def test_a_likely_name_is_suggested() -> None:
    with pytest.raises(PatternError) as caught:
        Pattern(r"\p{lu}")
    assert caught.value.hint == "Did you mean Lu?"


@pytest.mark.parametrize("name", names())
def test_the_categories_are_those_of_unicode(name: str) -> None:
    ranges = named(name)
    assert ranges is not None
    for point in range(0, 0x30000, 7):
        character = chr(point)
        of_xml = point in (9, 10, 13) or (0x20 <= point <= 0xFFFD and not 0xD800 <= point <= 0xDFFF)
        is_in = unicodedata.category(character).startswith(name)
        assert contains(ranges, character) == (is_in and (of_xml or point >= 0x10000))


def test_an_escape_and_its_capital_share_no_character() -> None:
    for letter in "sdwic":
        one, other = escape_class(letter), escape_class(letter.upper())
        assert one is not None
        assert other is not None
        for point in (9, 32, 45, 48, 58, 95, 97, 0xA0, 0x660, 0x1F600, 0x10FFFF):
            assert contains(one, chr(point)) != contains(other, chr(point))


@pytest.mark.parametrize(
    "pattern", ["(a+)+", "(a*)*", "(a?)*", "(a|a)*", "((a{2}){3})*", r"(\p{L}|\p{N})+", "a(bc)*d"]
)
def test_what_leaves_no_choice_is_left_to_python(pattern: str) -> None:
    assert not Pattern(pattern).python.startswith(AMBIGUOUS)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(a+)+b", "a" * 100_000),
        ("(a|aa)+b", "a" * 100_000),
        ("(a*)*b", "a" * 100_000),
        ("(.*)*x", "a" * 100_000),
        ("(a|a?)+b", "a" * 100_000),
        ("(a?){30}a{30}b", "a" * 50_000),
        (r"\d*\d*\d*\d*x", "1" * 100_000),
        (r"(\w+\s?)+\.", "word " * 20_000),
        ("((a{1,5}){1,5}){1,5}b", "a" * 100_000),
        ("(x+x+)+y", "x" * 100_000),
        ("([a-z]+-)*[a-z]+", "a-" * 50_000),
        ("(a?b?c?)*d", "abc" * 30_000),
    ],
)
def test_no_text_makes_a_pattern_run_for_long(pattern: str, text: str) -> None:
    found = Pattern(pattern)
    start = time.process_time()
    assert not found.matches(text)
    assert found.problem(text)
    assert time.process_time() - start < 5


def test_a_text_that_takes_too_many_steps_is_not_allowed_and_says_why() -> None:
    pattern = Pattern("(.?.?.?.?.?.?.?.?.?.?){90,}[0-9]")
    text = "".join(chr(0x4E00 + i % 9000) for i in range(20_000))
    assert not pattern.matches(text)
    assert "too long to be compared" in pattern.problem(text)


def test_counts_beyond_any_document_are_read() -> None:
    assert Pattern("a{0,99999999999999}b").matches("aab")
    assert Pattern("(a{1000}){1000}").matches("a" * 1_000_000)
    assert not Pattern("a{99999999999}").matches("a")


def test_an_ambiguous_pattern_of_too_many_places_is_refused() -> None:
    with pytest.raises(PatternError, match="too many places"):
        Pattern("(a|ab){0,5000}")


def test_a_plain_pattern_of_many_places_still_has_a_problem() -> None:
    pattern = Pattern("[a-z]{5000}")
    assert pattern.problem("a") == "it must match [a-z]{5000}"


def test_translations_can_be_kept_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    source = r"[\p{L}x]{2}|kept"
    python = Pattern(source).python
    assert known_patterns()[source] == python
    monkeypatch.setattr(patterns, "_KNOWN", {})
    prime_patterns({source: "primed"})
    assert Pattern(source).matches("primed")
    assert known_patterns() == {source: "primed"}


def test_a_kept_translation_is_text_that_can_be_written_to_a_file() -> None:
    for pattern in (r"\P{L}", r"\C", "[^a]", "[a-[a]]", "."):
        assert Pattern(pattern).python.encode("utf-8")


def test_elementpath_is_loaded_for_named_sets_only() -> None:
    script = (
        "import sys\n"
        "from octavo.relaxng.datatypes import XSD, library, prime_patterns\n"
        "prime_patterns({r'\\p{L}': '[a-z]'})\n"
        "for name in 'string ID date duration anyURI decimal QName base64Binary'.split():\n"
        "    library(XSD).datatype(name).problem('x y', {})\n"
        "for pattern in (r'\\p{L}', r'(a|b.)+\\s'):\n"
        "    library(XSD).datatype('token', [('pattern', pattern)]).problem('1', {})\n"
        "assert not [m for m in sys.modules if m.startswith('elementpath')]\n"
        "library(XSD).datatype('token', [('pattern', r'\\p{N}')])\n"
        "assert 'elementpath' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
