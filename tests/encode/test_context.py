"""Names that general knowledge or the words around them tell, each on the smallest text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Tei

Encode = Callable[..., Tei]


def names(encode: Encode, words: str, element: str) -> list[str]:
    """The names of a kind in a turn with these words."""
    return encode(f"Kim: One.\n\nKim: {words}\n").all(f"//t:p//t:{element}")


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("We learned of it from Romania and South Korea.", ["Romania", "South Korea"]),
        ("There were floods in Orkdal and Meldal.", ["Orkdal", "Meldal"]),
        ("Please visit Orkdal.", ["Orkdal"]),
        (
            "We saw Bodø [Bodo], Orkdal, Ålesund [Alesund].",
            ["Bodø Bodo", "Orkdal", "Ålesund Alesund"],
        ),
        ("We returned to Northeast China and the Northeast.", ["Northeast China", "Northeast"]),
        ("In the West we know Western Europe.", ["Western Europe"]),
        ("From the Soviet Far East, our Far East.", ["Soviet Far East", "Far East"]),
        ("They gave it to Michael Jordan and President Washington.", []),
        ("Then we spoke in English of Document 5 in Annex 4.", []),
        ("The crops of North and South Orkdal died.", []),
    ],
)
def test_a_place_is_known_by_its_name_or_by_what_stands_around_it(
    encode: Encode, words: str, places: list[str]
) -> None:
    assert names(encode, words, "placeName") == places


@pytest.mark.parametrize(
    ("words", "organisations"),
    [
        ("I read an article in Fædrelandet.", ["Fædrelandet"]),
        ("Then Pravda named us.", ["Pravda"]),
        ("I read the People’s Daily, and China’s Daily too.", ["People’s Daily"]),
        (
            "The Harbour Bureau of the Danish Workers’ Party and the Harbour Bureau.",
            [
                "Harbour Bureau of the Danish Workers’ Party",
                "Danish Workers’ Party",
                "Harbour Bureau",
            ],
        ),
    ],
)
def test_an_organisation_is_known_by_its_name_or_by_what_stands_around_it(
    encode: Encode, words: str, organisations: list[str]
) -> None:
    assert names(encode, words, "orgName") == organisations


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("They spread Larsen’s views; Larsen openly said so.", ["Larsen", "Larsen"]),
        ("It was told by Mr. Berg, and Berg came.", ["Berg", "Berg"]),
        ("Then the Minister of Ethiopia came.", []),
    ],
)
def test_a_person_is_known_by_what_stands_around_the_name(
    encode: Encode, words: str, persons: list[str]
) -> None:
    assert names(encode, words, "persName") == persons


def test_the_titles_before_a_name_are_the_office_in_the_register(encode: Encode) -> None:
    tei = encode("Kim: We met Comrade Vice Premier Ri Ju-yeon [Ri Ju Yon].\n\nKim: Yes.\n")
    assert "<occupation>Vice Premier</occupation>" in tei.encoded.registers["persons.xml"]


def test_a_participant_called_by_the_family_name_is_no_other_person(encode: Encode) -> None:
    tei = encode("Anna Berg: One.\n\nBo Lund: Mrs. Berg, two.\n\nAnna Berg: No.\n\nBo Lund: Yes.\n")
    assert tei.all("//t:p/t:persName/@ref") == ["register/persons.xml#anna-berg"]


def test_what_stands_there_otherwise_as_often_is_no_place(encode: Encode) -> None:
    tei = encode("Kim: In this block Core and old Core met new Core.\n\nKim: It is in Core.\n")
    assert tei.count("//t:p/t:placeName") == 0
    assert any("Core 4" in line for line in tei.encoded.report.lines)


def test_a_guess_is_marked_in_the_report(encode: Encode) -> None:
    tei = encode("Kim: There were floods in Orkdal and Romania.\n\nKim: Yes.\n")
    assert any("Orkdal (?); Romania" in line for line in tei.encoded.report.lines)


def test_names_within_a_name_are_names_but_no_place_within_a_place(encode: Encode) -> None:
    tei = encode("Kim: The Romania Harbour Company works in South Korea.\n\nKim: Yes.\n")
    assert tei.all("//t:orgName/t:placeName") == ["Romania"]
    assert tei.count("//t:placeName/t:placeName") == 0


def test_a_capital_at_the_beginning_of_a_sentence_is_no_name(encode: Encode) -> None:
    tei = encode("Kim: Herring is late. Salted, it keeps.\n\nKim: Herring [and cod] is salted.\n")
    assert tei.encoded.registers.keys() == {"persons.xml"}
    assert not any("in no register" in line for line in tei.encoded.report.lines)
