"""Conventions of transcripts, each on the smallest text that shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from octavo.findings import Severity

from .conftest import Tei

Encode = Callable[..., Tei]


def test_turns_become_speeches_and_who_resolves(encode: Encode) -> None:
    tei = encode("Anna: One.\n\nBo: Two.\n\nAnna: Three.\n\nBo: Four.\n")
    assert tei.all("//t:sp/@who") == ["#anna", "#bo", "#anna", "#bo"]
    assert tei.all("//t:sp/@xml:id") == ["t1", "t2", "t3", "t4"]
    assert tei.all("//t:particDesc//t:person/@xml:id") == ["anna", "bo"]


def test_a_paragraph_without_label_goes_on_with_the_turn(encode: Encode) -> None:
    tei = encode("Anna: One.\n\nStill Anna.\n\nBo: Two.\n\nAnna: Three.\n\nBo: Four.\n")
    assert tei.all("//t:sp[1]/t:p") == ["One.", "Still Anna."]


def test_an_announced_alias_is_a_name_of_the_speaker(encode: Encode) -> None:
    tei = encode("Director Fang Yi (hereafter referred to as Fang): Hello.\n\nFang: Again.\n")
    assert tei.all("//t:sp/@who") == ["#fang-yi", "#fang-yi"]
    assert tei.all("//t:sp[1]/t:speaker") == ["Director Fang Yi (hereafter referred to as Fang)"]
    assert tei.all("//t:person/t:persName[@type='alias']") == ["Fang"]


def test_how_it_was_said_is_a_stage_direction(encode: Encode) -> None:
    tei = encode("Kim: One.\n\nKim (laughing): Two.\n")
    assert tei.all("//t:sp[2]/t:speaker") == ["Kim"]
    assert tei.all("//t:sp[2]/t:stage[@type='delivery']") == ["laughing"]


def test_what_only_looks_like_a_label_stays_text_and_is_told(encode: Encode) -> None:
    tei = encode("Kim: One.\n\nWhat I hope is this: peace.\n\nKim: Two.\n")
    assert tei.count("//t:sp") == 2
    assert tei.all("//t:sp[1]/t:p")[1] == "What I hope is this: peace."
    assert "unresolved-label" in {found.id for found in tei.encoded.report.findings}


def test_an_aside_of_a_participant_is_said_within_the_paragraph(encode: Encode) -> None:
    tei = encode(
        "Kim: It split. (Hao says: in halves [of it]). And on.\n\n"
        "Hao: Yes.\n\nKim: No.\n\nHao: Oh.\n"
    )
    assert tei.all("//t:p/t:said/@who") == ["#hao"]
    assert tei.all("//t:said") == ["(Hao says: in halves of it)"]


def test_an_ordinary_parenthesis_stays_text(encode: Encode) -> None:
    tei = encode("Kim: One (it says: nothing).\n\nKim: Two (there are many).\n")
    assert tei.count("//t:said") == 0
    assert tei.count("//t:stage") == 0


def test_a_skipped_part_is_a_gap_with_its_words(encode: Encode) -> None:
    tei = encode("Greetings (skipped)\n\nKim: One.\n\nKim: Two.\n", profile="wilson-center")
    assert tei.all("//t:gap[@reason='omitted']/t:desc") in (["Greetings (skipped)"], [])
    assert "Greetings (skipped)" in "".join(tei.all("//t:text") + tei.all("//t:title"))


def test_closing_lines_with_a_date_are_the_closer(encode: Encode) -> None:
    tei = encode("Kim: One.\n\nKim: Two.\n\nThe Delegation in Korea\n(16 September 1964)\n")
    assert tei.all("//t:closer/t:signed") == ["The Delegation in Korea"]
    assert tei.all("//t:closer/t:date/@when") == ["1964-09-16"]
    assert tei.all("//t:sp[2]/t:p") == ["Two."]


def test_a_text_without_turns_is_encoded_as_paragraphs_and_said_so(encode: Encode) -> None:
    tei = encode("The President opened the meeting.\n\nHe said that he was glad.\n")
    assert tei.count("//t:sp") == 0
    assert tei.count("//t:body/t:p") == 2
    assert any("none" in line for line in tei.encoded.report.lines if line.startswith("turns"))


def test_participants_are_read_with_office_and_side(encode: Encode) -> None:
    tei = encode(
        "Minutes of a Conversation between Anna Berg and the Danish Delegation\n\n"
        "Participants from the Norwegian Side: Bo Lund, Chief of the Harbour\n\n"
        "Participants from the Danish Side: Eva Friis, Head of Mission; members of the party. "
        "The Ambassador to Norway Ib Dam was also present\n\n"
        "Recorder: Carl Dahl\n\n"
        "Eva Friis: One.\n\nAnna Berg: Two.\n\nIb Dam: Three.\n\n"
        "Eva Friis: Four.\n\nAnna Berg: Five.\n"
    )
    people = "//t:particDesc//t:person[@xml:id='{}']/t:{}"
    assert tei.all(people.format("bo-lund", "occupation")) == ["Chief of the Harbour"]
    assert tei.all(people.format("ib-dam", "occupation")) == ["Ambassador to Norway"]
    assert tei.all(people.format("anna-berg", "affiliation")) == ["Norwegian side"]
    assert tei.all(people.format("anna-berg", "affiliation/@cert")) == ["medium"]
    assert tei.all("//t:personGrp/t:name") == ["members of the party"]
    assert tei.all("//t:titleStmt/t:respStmt/t:persName") == ["Carl Dahl"]
    assert tei.all("//t:person[@role='recorder']/@xml:id") == ["carl-dahl"]


def test_a_variant_in_brackets_is_part_of_the_name_and_goes_to_the_register(encode: Encode) -> None:
    tei = encode("Kim: We saw Hamheung [Hamhung] there.\n\nKim: In Hamheung it rained.\n")
    assert tei.all("//t:p/t:placeName") == ["Hamheung Hamhung", "Hamheung"]
    register = tei.encoded.registers["places.xml"]
    assert '<placeName type="variant">Hamhung</placeName>' in register


def test_a_completed_name_is_a_person_and_its_short_form_too(encode: Encode) -> None:
    tei = encode("Kim: Is Chairman Liu [Shaoqi] well?\n\nKim: Greet Chairman Liu.\n")
    assert tei.all("//t:p/t:persName/@ref") == ["register/persons.xml#liu-shaoqi"] * 2


def test_an_unbalanced_bracket_stays_text_and_is_told_with_its_place(encode: Encode) -> None:
    tei = encode("Kim: One [two.\n\nKim: Three.\n")
    assert tei.all("//t:sp[1]/t:p") == ["One [two."]
    (found,) = [f for f in tei.encoded.report.findings if f.id == "unbalanced-bracket"]
    assert (found.line, found.column, found.severity) == (1, 10, Severity.WARNING)


@pytest.mark.parametrize("space", ["", " ", "　"])
def test_a_full_width_colon_ends_a_label_and_stays_in_it(encode: Encode, space: str) -> None:
    tei = encode(f"金日成：{space}你好。\n\n金日成（笑）：{space}好。\n")
    assert tei.all("//t:sp/@who") == ["#金日成", "#金日成"]
    assert tei.all("//t:speaker") == ["金日成：", "金日成（笑）："]
    assert tei.all("//t:sp/t:p") == ["你好。", "好。"]


def test_a_clause_before_a_full_width_colon_is_no_label(encode: Encode) -> None:
    tei = encode("金日成: 你好。\n\n我们认为，原因如下：一。\n\n金日成: 好。\n")
    assert tei.count("//t:sp") == 2
    assert tei.encoded.report.findings == ()


@pytest.mark.parametrize("identifier", ["a b", "é", "1 b.txt", "--", "名前"])
def test_any_file_name_gives_an_identifier(identifier: str) -> None:
    from pathlib import Path

    from lxml import etree

    from octavo.encode import document_id

    found = document_id(Path(f"{identifier}.txt"))
    schema = etree.RelaxNG(
        etree.fromstring(
            b'<element name="a" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary='
            b'"http://www.w3.org/2001/XMLSchema-datatypes"><data type="NCName"/></element>'
        )
    )
    element = etree.Element("a")
    element.text = found
    assert schema.validate(element)
