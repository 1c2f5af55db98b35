"""The sample edition, encoded afresh from its source without any register and without a hand.

What is asserted here was read off the source by eye: turns, participants, brackets, names. That the
rules are no rules for one document is the business of the other tests.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from octavo.encode import Encoded
from octavo.encode.brackets import scan_brackets
from octavo.encode.layout import lay_out
from octavo.encode.profile import choose_profile
from octavo.encode.register import FILES
from octavo.encode.source import read_source
from octavo.resources import Resources
from octavo.transform.saxon import compile_stylesheet

from .conftest import NAMESPACES, ROOT, Tei, encoded_file

SOURCE: Final = ROOT / "sources" / "kim-il-sung-1964-09-05.txt"
EDITION: Final = ROOT / "tei"
GOLD: Final = Path(__file__).with_name("brackets.tsv")
KINDS: Final = {"persons.xml": "person", "places.xml": "place", "organisations.xml": "org"}
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def encoded() -> Encoded:
    return encoded_file(SOURCE)


@pytest.fixture(scope="module")
def tei(encoded: Encoded) -> Tei:
    return Tei(encoded)


@pytest.fixture(scope="module")
def registers(encoded: Encoded) -> dict[str, etree._Element]:
    return {name: etree.fromstring(text.encode()) for name, text in encoded.registers.items()}


def names_of(register: etree._Element, identifier: str) -> list[str]:
    found = register.xpath(f"//*[@xml:id='{identifier}']/*[contains(local-name(), 'Name')]")
    assert isinstance(found, list)
    return [
        "".join(map(str, name.itertext())) for name in found if isinstance(name, etree._Element)
    ]


def test_the_site_is_left_out_and_named_in_the_report(encoded: Encoded, tei: Tei) -> None:
    assert not {"Skip to content", "Featured People", "Catalog"} & set(tei.all("//text()"))
    (told,) = [line for line in encoded.report.lines if line.startswith("left out")]
    assert "lines 11 to 490" in told
    assert "Skip to content" in told
    assert "Catalog" in told


def test_title_date_sponsor_and_archive_are_in_the_description_of_the_source(tei: Tei) -> None:
    title = (
        "Minutes of Conversation between Kim Il Sung and the Chinese Economic Goodwill Delegation"
    )
    bibl = "//t:fileDesc/t:sourceDesc/t:bibl/t:{}"
    assert tei.all("//t:fileDesc/t:titleStmt/t:title") == [title]
    assert tei.all(bibl.format("title")) == [title]
    assert tei.all(bibl.format("date/@when")) == ["1964-09-05"]
    assert tei.all(bibl.format("funder/t:orgName")) == ["MacArthur Foundation"]
    assert tei.all(bibl.format("distributor")) == ["Wilson Center Digital Archive"]
    assert tei.all("//t:creation/t:date/@when") == ["1964-09-05"]


def test_the_head_stands_in_the_header_in_the_words_of_the_source(tei: Tei) -> None:
    assert tei.all("//t:settingDesc/t:p") == [
        "Location Korean Workers’ Party Central Committee Office Building"
    ]
    assert tei.all("//t:titleStmt/t:respStmt/*") == ["Recorder", "Zhang Xianwu"]
    assert tei.all("//t:particDesc//t:listPerson/t:head") == [
        "Personnel from the Korean Side",
        "Personnel from the Chinese Side",
    ]
    (summary,) = tei.all("//t:abstract/t:p")
    assert summary.startswith("Summary of Comrade Kim Il Sung’s Conversation Thanking China")
    assert summary.endswith("intends to name the Soviet revisionists in response.")
    assert tei.count("//t:abstract//t:supplied") == 15


@pytest.mark.parametrize(
    ("identifier", "names", "role", "side", "office"),
    [
        (
            "nam-chun-hwa",
            ["Nam Chun-hwa", "Nam Chun Hwa"],
            "participant",
            "#korean-side",
            "Chief of the Cabinet Foreign Economic Bureau",
        ),
        ("kim-il-sung", ["Kim Il Sung", "Kim"], "speaker", "#korean-side", "Premier"),
        (
            "fang-yi",
            ["Fang Yi", "Fang"],
            "speaker",
            "#chinese-side",
            "Head of the Government Economic Goodwill Mission and Chairman of the Foreign Economic"
            " Relations Commission",
        ),
        (
            "hao-deqing",
            ["Hao Deqing", "Hao"],
            "speaker",
            "#chinese-side",
            "Chinese Ambassador to North Korea",
        ),
    ],
)
def test_a_participant_has_names_role_side_and_office(
    tei: Tei, identifier: str, names: list[str], role: str, side: str, office: str
) -> None:
    person = f"//t:particDesc//t:person[@xml:id='{identifier}']"
    assert tei.all(f"{person}/t:persName") == names
    assert tei.all(f"{person}/@role") == [role]
    assert tei.all(f"{person}/t:affiliation/@ref") == [side]
    assert tei.all(f"{person}/t:occupation") == [office]
    assert tei.all(f"{person}/@corresp") == [f"register/persons.xml#{identifier}"]


def test_the_recorder_and_the_members_of_the_delegation_take_part(tei: Tei) -> None:
    assert tei.all("//t:person[@role='recorder']/t:persName") == ["Zhang Xianwu"]
    assert tei.all("//t:personGrp/t:name") == ["members of the delegation"]
    assert tei.all("//t:personGrp/t:affiliation") == ["Chinese side"]


def test_there_are_sixty_turns_and_every_speaker_resolves(tei: Tei) -> None:
    assert Counter(tei.all("//t:sp/@who")) == {
        "#kim-il-sung": 29,
        "#fang-yi": 19,
        "#hao-deqing": 12,
    }
    assert tei.all("//t:sp/@n") == [str(number) for number in range(1, 61)]
    known = {f"#{identifier}" for identifier in tei.all("//t:particDesc//@xml:id")}
    assert set(tei.all("//@who")) <= known


def test_the_labels_that_announce_a_short_name_are_kept_whole(tei: Tei) -> None:
    assert tei.all("//t:speaker[contains(., 'hereafter')]") == [
        "Director Fang Yi (hereafter referred to as Fang)",
        "Kim Il Sung (hereafter referred as Kim)",
        "Ambassador Hao Deqing (hereafter referred as Hao)",
    ]
    assert tei.all("//t:person/t:persName[@type='alias']") == ["Kim", "Fang", "Hao"]


def test_how_something_was_said_is_a_stage_direction_of_its_turn(tei: Tei) -> None:
    assert tei.all("//t:sp/t:stage") == ["after asking Chief Nam Chun-hwa, said", "laughing"]
    assert tei.all("//t:sp[t:stage]/t:speaker") == ["Kim", "Kim"]
    assert tei.all("//t:sp[t:stage]/@who") == ["#kim-il-sung", "#kim-il-sung"]


def test_the_greetings_are_an_omission_in_their_own_words(tei: Tei) -> None:
    assert tei.all("//t:body/t:p[1]/t:gap[@reason='omitted']/t:desc") == ["Greetings (skipped)"]


def test_what_others_say_in_a_turn_is_said_and_other_parentheses_are_text(tei: Tei) -> None:
    assert tei.all("//t:sp[@who='#kim-il-sung']/t:p/t:said/@who") == [
        "#hao-deqing",
        "#nam-chun-hwa",
    ]
    assert [words[:22] for words in tei.all("//t:said")] == [
        "(Hao says: landlords a",
        "(Comrade Nam Chun-hwa ",
    ]
    paragraphs = " ".join(tei.all("//t:sp/t:p"))
    for words in ("(which expires in 1965)", "(there are also quite a few of them)"):
        assert words in paragraphs
        assert tei.count(f"//t:said[contains(., '{words}')]") == 0
    assert tei.count("//t:stage") == 2


def test_every_bracket_is_supplied_and_says_why_and_by_whom(tei: Tei) -> None:
    assert tei.count("//t:supplied") == 162
    assert tei.count("//t:supplied[@reason and @resp='#source-editor']") == 162
    assert set(tei.all("//t:supplied/@cert")) == {"medium"}
    assert "[" not in "".join(tei.all("//t:text"))


def test_the_bracket_that_touches_its_word_does_so_in_the_tei(encoded: Encoded) -> None:
    assert re.search(r"each day<supplied [^>]*>and</supplied> new", encoded.document)


def test_every_bracket_has_a_reason_that_a_historian_accepts() -> None:
    source = read_source(SOURCE)
    profile = choose_profile(source.lines)
    read = [
        [*map(str, paragraph.place(bracket.start)), words, bracket.reason]
        for paragraph in lay_out(source, profile).paragraphs
        for bracket in scan_brackets(paragraph.text, profile)[0]
        for words in [paragraph.text[bracket.start + 1 : bracket.end - 1]]
    ]
    with GOLD.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    gold = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(gold) == 162
    assert [row[:3] for row in read] == [row[:3] for row in gold]
    disagreements = [
        (one[:3], one[3], accepted[3])
        for one, accepted in zip(read, gold, strict=True)
        if one[3] not in accepted[3].split(",")
    ]
    assert disagreements == []


def test_every_name_leads_to_an_entry_of_its_kind(
    tei: Tei, registers: dict[str, etree._Element]
) -> None:
    entries = {
        f"register/{file}#{entry.get(XML_ID)}"
        for file, kind in KINDS.items()
        for entry in registers[file].iter(f"{{http://www.tei-c.org/ns/1.0}}{kind}")
    }
    for element, file in zip(("persName", "placeName", "orgName"), KINDS, strict=True):
        references = set(tei.all(f"//t:{element}/@ref"))
        assert references
        assert references <= {entry for entry in entries if f"/{file}#" in entry}


@pytest.mark.parametrize(
    ("file", "identifiers"),
    [
        (
            "persons.xml",
            "choe-yong-geon fang-yi hao-deqing jiang-jieshi khrushchev kim-il kim-il-sung"
            " liu-shaoqi mao-zedong nam-chun-hwa ri-ju-yeon zhang-xianwu zhou-enlai",
        ),
        (
            "places.xml",
            "anshan asia benxi bukchang bulgaria cheongjin china czechoslovakia daegu"
            " eastern-europe geumgangsan gyeongsang hamheung hebei henan heungnam hoeryeong hungary"
            " hyesan jilin jueul kazakhstan korea"
            " korean-workers-party-central-committee-office-building liao-river linjiang"
            " north-korea northeast-china poland pyongyang romania shineuiju south-korea"
            " soviet-far-east soviet-union supung-dam tonghua united-states vietnam xinjiang",
        ),
        (
            "organisations.xml",
            "asia-economic-forum bukchang-thermal-power-plant cabinet-foreign-economic-bureau"
            " chinese-communist-party-central-committee chinese-economic-goodwill-delegation"
            " foreign-economic-relations-commission government-economic-goodwill-mission"
            " heungnam-chemical-fertilizer-plant hyesan-paper-factory japanese-communist-party"
            " korean-workers-party macarthur-foundation ministry-of-foreign-affairs"
            " northeast-bureau-of-the-chinese-communist-party-central-committee peoples-daily"
            " pravda pyongyang-power-plant soviet-embassy",
        ),
    ],
)
def test_a_register_has_everybody_and_everything_that_is_named(
    registers: dict[str, etree._Element], file: str, identifiers: str
) -> None:
    found = registers[file].xpath(f"//*[local-name() = '{KINDS[file]}']/@xml:id")
    assert found == identifiers.split()


@pytest.mark.parametrize(
    ("file", "identifier", "names"),
    [
        ("persons.xml", "jiang-jieshi", ["Jiang Jieshi", "Chiang Kai-shek"]),
        ("persons.xml", "choe-yong-geon", ["Choe Yong-geon", "Choe Yonggon"]),
        ("persons.xml", "mao-zedong", ["Mao Zedong"]),
        ("places.xml", "hamheung", ["Hamheung", "Hamhung"]),
        ("places.xml", "jueul", ["Jueul", "Chuul"]),
        (
            "organisations.xml",
            "northeast-bureau-of-the-chinese-communist-party-central-committee",
            [
                "Northeast Bureau of the Chinese Communist Party Central Committee",
                "Northeast Bureau",
            ],
        ),
    ],
)
def test_a_name_with_a_variant_is_one_entry(
    registers: dict[str, etree._Element], file: str, identifier: str, names: list[str]
) -> None:
    assert names_of(registers[file], identifier) == names


def test_persons_have_the_dates_that_the_navigation_gives(
    registers: dict[str, etree._Element],
) -> None:
    dated = registers["persons.xml"].xpath(
        "//*[local-name() = 'person'][*[local-name() = 'birth']]/@xml:id"
    )
    years = registers["persons.xml"].xpath("//@when")
    assert (dated, years) == (["kim-il-sung", "mao-zedong"], ["1912", "1994", "1893", "1976"])


@pytest.mark.parametrize(
    ("words", "identifier", "count"),
    [
        ("Mao", "mao-zedong", 5),
        ("Zhou", "zhou-enlai", 3),
        ("Northeast", "northeast-china", 6),
        ("Far East", "soviet-far-east", 1),
        ("Khrushchev", "khrushchev", 2),
        ("Pravda", "pravda", 3),
        ("Hao", "hao-deqing", 1),
        ("Sup’ung Dam", "supung-dam", 1),
    ],
)
def test_a_short_name_leads_to_the_one_who_bears_it(
    tei: Tei, words: str, identifier: str, count: int
) -> None:
    found = tei.all(f"//*[@ref][. = '{words}']/@ref[contains(., '#')]")
    assert [reference.partition("#")[2] for reference in found] == [identifier] * count


def test_no_name_of_the_text_that_is_linked_somewhere_is_left_elsewhere(tei: Tei) -> None:
    linked = {word for word in tei.all("//t:body//*[@ref]") if word[0].isupper()}
    outside = " ".join(tei.all("//t:body//t:p//text()[not(ancestor::*[@ref])]"))
    plain = {word for word in linked if re.search(rf"\b{re.escape(word)}\b", outside)}
    assert plain == set()


def test_what_no_rule_finds_is_in_the_report(encoded: Encoded) -> None:
    (told,) = [line for line in encoded.report.lines if "in no register" in line]
    for words in ("Fatherland Liberation War", "Korean War", "National Day", "Independence Day"):
        assert words in told


def test_the_closing_lines_are_the_closer_with_its_own_date(tei: Tei) -> None:
    assert tei.all("//t:body/t:closer/t:signed") == [
        "Chinese Economic Goodwill Delegation in North Korea"
    ]
    assert tei.all("//t:body/t:closer/t:date") == ["16 September 1964"]
    assert tei.all("//t:body/t:closer/t:date/@when") == ["1964-09-16"]


def test_the_text_comes_back_from_the_tei(encoded: Encoded) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    transcript = text[text.index("September 5, 1964\n") :]
    stylesheet = compile_stylesheet(Resources().xslt / "text" / "main.xsl")
    assert stylesheet.transform(encoded.document).text.split() == transcript.split()


def test_encoding_twice_gives_the_same_bytes(encoded: Encoded) -> None:
    again = encoded_file(SOURCE)
    assert (again.document, again.registers) == (encoded.document, encoded.registers)


def test_encoding_again_with_the_registers_changes_nothing(encoded: Encoded) -> None:
    kept = {name: etree.fromstring(text.encode()) for name, text in encoded.registers.items()}
    again = encoded_file(SOURCE, registers=kept)
    assert again.document == encoded.document
    assert again.registers == {}


def test_the_edition_that_a_hand_may_have_corrected_has_every_turn_and_bracket(tei: Tei) -> None:
    edition = etree.parse(EDITION / f"{SOURCE.stem}.xml").getroot()
    for path in ("//t:sp", "//t:supplied", "//t:said", "//t:particDesc//t:person", "//t:closer"):
        assert edition.xpath(f"count({path})", namespaces=NAMESPACES) == tei.count(path), path
    assert edition.xpath("//t:sp/@who", namespaces=NAMESPACES) == tei.all("//t:sp/@who")


@pytest.mark.parametrize("file", FILES.values())
def test_what_the_edition_names_is_in_its_registers(file: str) -> None:
    edition = etree.parse(EDITION / f"{SOURCE.stem}.xml").getroot()
    register = etree.parse(EDITION / "register" / file).getroot()
    named = edition.xpath(f"//@ref[starts-with(., 'register/{file}#')]")
    assert isinstance(named, list)
    assert len(named) > 10
    known = {element.get(XML_ID) for element in register.iter()}
    assert {str(pointer).partition("#")[2] for pointer in named} <= known


def test_the_edition_is_valid(encoded: Encoded, octavo_schema: etree.RelaxNG) -> None:
    for text in (encoded.document, *encoded.registers.values()):
        assert octavo_schema.validate(etree.fromstring(text.encode())), octavo_schema.error_log
