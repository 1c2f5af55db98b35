"""Who was present: lists at the head, and the labels that they make believed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Tei

Encode = Callable[..., Tei]
TURNS = "\n\nXenia: One.\n\nXenia: Two.\n"
PEOPLE = "//t:particDesc//t:person[not(t:persName = 'Xenia')]"


def present(encode: Encode, listed: str) -> dict[str, str]:
    """The persons of a list, with their offices."""
    tei = encode(f"Minutes of a Meeting\n\nPresent: {listed}{TURNS}")
    names = tei.all(f"{PEOPLE}/t:persName[1]")
    return {
        name: "; ".join(tei.all(f"//t:person[t:persName = '{name}']/t:occupation"))
        for name in names
    }


@pytest.mark.parametrize(
    ("listed", "persons"),
    [
        ("Anna Berg, Bo Holm", {"Anna Berg": "", "Bo Holm": ""}),
        ("Anna Berg, Bo Holm and Carl Dahl.", {"Anna Berg": "", "Bo Holm": "", "Carl Dahl": ""}),
        ("Anna Berg and Bo Holm", {"Anna Berg": "", "Bo Holm": ""}),
        ("Mr. Berg, Mrs. Holm", {"Berg": "", "Holm": ""}),
        ("Mr. J. Olsen, Mrs. A. Dahl", {"J. Olsen": "", "A. Dahl": ""}),
        ("Mr. J. Olsen; Mrs. A. Dahl.", {"J. Olsen": "", "A. Dahl": ""}),
        ("Ludwig van Beet, Simone de Nys", {"Ludwig van Beet": "", "Simone de Nys": ""}),
        ("Ambassador Hao Deqing, Director Fang Yi",
         {"Hao Deqing": "Ambassador", "Fang Yi": "Director"}),
        ("Anna Berg, Xenia", {"Anna Berg": ""}),
        ("Anna Berg, Foreign Minister", {"Anna Berg": "Foreign Minister"}),
        ("Anna Berg, Press Officer", {"Anna Berg": "Press Officer"}),
        ("Anna Berg, Chief Engineer", {"Anna Berg": "Chief Engineer"}),
        ("Anna Berg, Harbour Ministry", {"Anna Berg": "Harbour Ministry"}),
        ("Anna Berg, United Nations", {"Anna Berg": "United Nations"}),
        ("Anna Berg, Bo Holm, Press Officer and Clerk, Carl Dahl",
         {"Anna Berg": "", "Bo Holm": "Press Officer and Clerk", "Carl Dahl": ""}),
        ("Anna Berg, Chief of Fish, Mr. Holm", {"Anna Berg": "Chief of Fish", "Holm": ""}),
        ("Anna Berg, clerk and translator", {"Anna Berg": "clerk and translator"}),
        ("Anna Berg, economist", {"Anna Berg": "economist"}),
        ("Anna Berg, Chief of Fish, Bergen", {"Anna Berg": "Chief of Fish, Bergen"}),
        ("Smith, Mr.", {"Smith": ""}),
        ("Smith, Mr. J.", {"Smith": ""}),
        ("Mr. Smith", {"Smith": ""}),
        ("Bo Holm (Chief of the Harbour)", {"Bo Holm": "Chief of the Harbour"}),
        ("Pak Sŏng-ch’ŏl (박성철), Foreign Minister", {"Pak Sŏng-ch’ŏl": "Foreign Minister"}),
    ],
)  # fmt: skip
def test_a_list_is_one_of_persons_or_of_a_person_with_an_office(
    encode: Encode, listed: str, persons: dict[str, str]
) -> None:
    assert present(encode, listed) == persons


def test_others_after_the_persons_are_a_group(encode: Encode) -> None:
    tei = encode(f"Minutes\n\nPresent: Anna Berg, Bo Holm and two clerks{TURNS}")
    assert tei.all(f"{PEOPLE}/t:persName") == ["Anna Berg", "Bo Holm"]
    assert tei.all("//t:personGrp/t:name") == ["two clerks"]
    assert tei.all("//t:note[@type='source']") == ["Anna Berg,", "Bo Holm", "and two clerks"]


def test_a_name_in_another_script_is_a_variant(encode: Encode) -> None:
    tei = encode(f"Minutes\n\nPresent: Pak Sŏng-ch’ŏl (박성철, 朴成哲), Minister{TURNS}")
    assert tei.all("//t:person/t:persName[@type='variant']") == ["박성철", "朴成哲"]
    assert '<persName type="variant">박성철</persName>' in tei.encoded.registers["persons.xml"]


def test_a_name_in_another_script_in_a_label_is_no_way_of_speaking(encode: Encode) -> None:
    tei = encode("Pak (박성철): One.\n\nPak: Two.\n")
    assert tei.all("//t:speaker") == ["Pak (박성철)", "Pak"]
    assert tei.all("//t:sp/@who") == ["#pak", "#pak"]
    assert tei.count("//t:stage") == 0


def test_a_form_of_address_is_no_office(encode: Encode) -> None:
    tei = encode("Mr. Berg: One.\n\nMr. Berg: Two.\n")
    assert tei.count("//t:occupation") == 0


def test_a_label_that_is_there_once_is_believed_if_the_list_has_its_name(encode: Encode) -> None:
    tei = encode(
        "Minutes of a Meeting\n\nPresent: Mr. J. Olsen, Mrs. A. Dahl\n\n"
        "Mrs. Dahl: One.\n\nOLSEN: Two.\n"
    )
    assert tei.all("//t:sp/@who") == ["#a-dahl", "#j-olsen"]
    assert tei.encoded.report.findings == ()


def test_of_two_with_one_name_the_form_of_address_tells_who_speaks(encode: Encode) -> None:
    tei = encode(
        "Minutes of a Meeting\n\nPresent: Mr. B. Dahl, Mrs. A. Dahl\n\n"
        "Mrs. Dahl: One.\n\nMr. Dahl: Two.\n"
    )
    assert tei.all("//t:sp/@who") == ["#a-dahl", "#b-dahl"]


def test_a_label_that_is_there_once_is_believed_if_somebody_else_has_its_name(
    encode: Encode,
) -> None:
    tei = encode("Berg: One.\n\nAnna Berg: Two.\n\nAnna Berg: Three.\n")
    assert tei.all("//t:sp/@who") == ["#anna-berg"] * 3


def test_a_title_that_begins_with_a_speakers_name_stays_one(encode: Encode) -> None:
    tei = encode("Berg: A Life\n\nAnna Berg: Two.\n\nAnna Berg: Three.\n")
    assert tei.all("//t:titleStmt/t:title") == ["Berg: A Life"]


def test_a_title_before_the_list_is_no_turn_of_somebody_on_it(encode: Encode) -> None:
    tei = encode(
        "Olsen: An Interview\n\nPresent: Mr. J. Olsen, Mrs. A. Dahl\n\nMrs. Dahl: Welcome.\n"
    )
    assert tei.all("//t:titleStmt/t:title") == ["Olsen: An Interview"]
    assert tei.all("//t:sp/@who") == ["#a-dahl"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ib: Hm.\n\nKim: One.\n\nKim: Two.\n", "stands before the first turn"),
        ("Kim: One.\n\nIb: Hm.\n\nKim: Two.\n", "goes on with the turn before it"),
    ],
)
def test_what_is_said_of_a_doubtful_label_is_true(encode: Encode, text: str, words: str) -> None:
    (finding,) = encode(text).encoded.report.findings
    assert finding.id == "unresolved-label"
    assert words in finding.message


@pytest.mark.parametrize("label", ["Q", "A", "Q.", "K"])
def test_a_letter_is_a_participant_and_no_entry_of_the_register(encode: Encode, label: str) -> None:
    tei = encode(f"{label}: One?\n\nKim: Two.\n\n{label}: Three?\n\nKim: Four.\n")
    assert tei.all("//t:person/t:persName") == [label, "Kim"]
    assert tei.all("//t:person[1]/@corresp") == []
    assert f"<persName>{label}</persName>" not in tei.encoded.registers["persons.xml"]


def test_a_surname_of_one_character_is_a_name(encode: Encode) -> None:
    tei = encode("김: One.\n\n김: Two.\n")
    assert tei.all("//t:person/@corresp") == ["register/persons.xml#김"]


def test_an_initial_belongs_to_the_name_after_it(encode: Encode) -> None:
    tei = encode("Kim: We met Mr. J. Olsen and Mr. C. G. Lund.\n\nKim: Mr. X. agreed.\n")
    assert tei.all("//t:p/t:persName") == ["J. Olsen", "C. G. Lund"]
    register = tei.encoded.registers["persons.xml"]
    assert "<persName>J. Olsen</persName>" in register
    assert "<persName>J</persName>" not in register
