"""The kinds of brackets, each on the smallest context that shows it."""

from __future__ import annotations

import pytest

from octavo.encode.brackets import scan_brackets
from octavo.encode.profile import load_profile

GENERIC = load_profile("generic")


def kinds(text: str) -> list[str]:
    return [bracket.reason for bracket in scan_brackets(text, GENERIC)[0]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("greetings from Chairman Mao [Zedong], who", "completion"),
        ("the Japanese Communist [Party] for a bit", "completion"),
        ("organizations of the [Korean Workers’] Party", "completion"),
        ("We went to Hamheung [Hamhung] and saw", "romanization"),
        ("Comrade Choe Yong-geon [Choe Yonggon] can swim", "romanization"),
        ("under Jiang Jieshi’s [Chiang Kai-shek] rule", "romanization"),
        ("revisionism in the north [the Soviet Union], we", "identification"),
        ("In a sense, you [North Korea] are the rear", "identification"),
        ("forced to use their [the Soviet Union’s] equipment", "identification"),
        ("greetings to Comrade Premier [Kim Il Sung].", "identification"),
        ("the Fatherland Liberation War [the Korean War], almost", "identification"),
        ("only 18 or 19 degrees [Celsius].", "explanation"),
        ("some thirty li [about 15 kilometres] away", "explanation"),
        ("supporting [North] Korea", "omitted"),
        ("The [Chinese] Ambassador", "omitted"),
        ("published [about] this affair", "omitted"),
        ("From this [strategy], we can", "omitted"),
        ("These [Soviet women] then turned", "omitted"),
        ("we are going to [China] to learn", "omitted"),
        ("each day[and] new production", "omitted"),
        ("[We] are not prepared", "omitted"),
        ("he went [illegible] home", "illegible"),
        ("he went [...] home", "omitted"),
    ],
)
def test_a_bracket_is_read_by_its_form_and_context(text: str, reason: str) -> None:
    assert kinds(text) == [reason]


def test_an_ellipsis_in_brackets_is_a_gap_and_no_supplied_word() -> None:
    assert scan_brackets("he went [...] home", GENERIC)[0][0].gap


def test_a_name_that_may_stand_for_a_pronoun_is_a_guess() -> None:
    assert (
        scan_brackets("and then visited [Northeast China] to", GENERIC)[0][0].certainty == "medium"
    )


@pytest.mark.parametrize(
    "text",
    [
        "I think [laughs] that",
        "Yes. [pause] No.",
        "and [crosstalk]",
        "C’est vrai. [Rires dans la salle.] Bien.",
        "Good. [Tape changed] And",
        "the recieved [sic] letter",
        "the letter [?] of",
        "he came [***] late",
        "[00:00:12] Good morning",
        "[00:00:00:12]",
        "as he wrote [1] then",
        "Yes. [He hands him a paper.] Thank you.",
        "[The President laughs.]",
        "He did. [Chou laughs]",
    ],
)
def test_what_seems_to_be_no_word_of_the_text_is_the_least_certain(text: str) -> None:
    (bracket,) = scan_brackets(text, GENERIC)[0]
    assert (bracket.reason, bracket.certainty) == ("explanation", "low")


@pytest.mark.parametrize(
    "text",
    ["Yes. [North] Korea is", "Yes. [The situation in] Romania seems", "Yes. [But] we", "[We] are"],
)
def test_a_bracket_that_opens_a_sentence_belongs_to_it(text: str) -> None:
    (bracket,) = scan_brackets(text, GENERIC)[0]
    assert (bracket.reason, bracket.remark) == ("omitted", False)


def test_nested_brackets_are_both_found_the_outer_first() -> None:
    brackets, strays = scan_brackets("a [b [c] d] e", GENERIC)
    assert [(bracket.start, bracket.end) for bracket in brackets] == [(2, 11), (5, 8)]
    assert strays == []


@pytest.mark.parametrize(("text", "offsets"), [("a [b c", [2]), ("a b] c", [3]), ("[a [b]", [0])])
def test_a_bracket_without_partner_is_told_and_stays_text(text: str, offsets: list[int]) -> None:
    assert [stray.offset for stray in scan_brackets(text, GENERIC)[1]] == offsets


def test_brackets_nested_a_thousand_deep_do_not_exhaust_anything() -> None:
    brackets, strays = scan_brackets("[" * 1000 + "x" + "]" * 1000, GENERIC)
    assert len(brackets) <= 8
    assert len(strays) > 900


def test_empty_brackets_are_no_supplied_words() -> None:
    assert scan_brackets("an [] empty [ ] box", GENERIC)[0] == []
