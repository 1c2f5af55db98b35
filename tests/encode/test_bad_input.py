"""Whatever a file holds: it is encoded, or refused by a finding that says what to do."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from octavo.findings import Finding, OctavoError, Severity

from .conftest import ROOT, Tei, encoded_file

TWO_TURNS = "Kim: One.\n\nKim: Two.\n"


def refusal(path: Path, profile: str = "") -> Finding:
    """The one finding by which the file at `path` is refused."""
    with pytest.raises(OctavoError) as refused:
        encoded_file(path, profile)
    (finding,) = refused.value.findings
    assert finding.severity is Severity.ERROR
    assert finding.hint
    return finding


def told(tei: Tei, identifier: str) -> list[tuple[int, int]]:
    """The places of the findings called `identifier`."""
    findings = [found for found in tei.encoded.report.findings if found.id == identifier]
    assert all(found.hint for found in findings)
    return [(found.line, found.column) for found in findings]


@pytest.mark.parametrize(
    ("data", "identifier", "words"),
    [
        (b"", "empty-source", "is empty"),
        (b"\n \n", "empty-source", "is empty"),
        ("\u2003\n".encode(), "empty-source", "white space"),
        (bytes(range(256)) * 8, "binary-source", "no text"),
        (b"PK\x03\x04" + bytes(range(64)) * 20, "binary-source", "Word"),
        (b"%PDF-1.7\n" + bytes(range(64)) * 20, "binary-source", "PDF"),
        (b"<!DOCTYPE html>\n<p>Kim: One.</p>", "markup-source", "<!DOCTYPE html"),
        (b'<?xml version="1.0"?><TEI/>', "markup-source", "<?xml version"),
        ("Kim: Größe.\n".encode("utf-16")[:-1], "unknown-encoding", "its byte 25"),
    ],
)
def test_what_is_no_text_is_refused_in_words(
    tmp_path: Path, data: bytes, identifier: str, words: str
) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(data)
    finding = refusal(path)
    assert (finding.id, finding.path) == (identifier, path)
    assert words in finding.message


def test_a_folder_is_refused_as_one(tmp_path: Path) -> None:
    finding = refusal(tmp_path)
    assert (finding.id, finding.message) == ("cannot-read", "this is a folder.")


def test_a_name_with_spaces_and_accents_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "Gespräch mit Kim (é) 1.txt"
    path.write_text(TWO_TURNS, encoding="utf-8")
    assert encoded_file(path).id == "Gespräch-mit-Kim-é-1"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_characters_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes("Müller: Größe.\n\nMüller: Ja.\n".encode(encoding))
    tei = Tei(encoded_file(path))
    assert tei.all("//t:sp/t:p") == ["Größe.", "Ja."]


def test_another_encoding_is_a_guess_told_at_its_first_letter(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes("Kim: One.\n\nKim: Größe und Café.\n".encode("latin-1"))
    tei = Tei(encoded_file(path))
    assert tei.all("//t:sp/t:p") == ["One.", "Größe und Café."]
    assert told(tei, "guessed-encoding") == [(3, 8)]


def test_a_text_without_turns_is_told_and_encoded_as_paragraphs(
    encode: Callable[..., Tei],
) -> None:
    tei = encode("The President opened the meeting.\n\nHe said that he was glad.\n")
    assert tei.all("//t:body/t:p") == [
        "The President opened the meeting.",
        "He said that he was glad.",
    ]
    assert told(tei, "no-turns") == [(1, 1)]


def test_brackets_without_partner_and_within_each_other(encode: Callable[..., Tei]) -> None:
    tei = encode("Kim: One [two.\n\nKim: Three] four [a [b] c].\n")
    assert tei.all("//t:sp/t:p") == ["One [two.", "Three] four a b c."]
    assert tei.all("//t:supplied/t:supplied") == ["b"]
    assert told(tei, "unbalanced-bracket") == [(1, 10), (3, 11)]


def test_of_a_million_brackets_without_partner_ten_are_told(encode: Callable[..., Tei]) -> None:
    tei = encode("Kim: One.\n\nKim: " + "[a " * 1000)
    findings = [f for f in tei.encoded.report.findings if f.id == "unbalanced-bracket"]
    assert len(findings) == 10
    assert "990 others" in findings[-1].message


@pytest.mark.parametrize("last", [470, 505])
def test_a_page_without_its_document_is_refused(tmp_path: Path, last: int) -> None:
    page = (ROOT / "sources" / "kim-il-sung-1964-09-05.txt").read_text(encoding="utf-8")
    path = tmp_path / "page.txt"
    path.write_text("\n".join(page.splitlines()[:last]), encoding="utf-8")
    finding = refusal(path)
    assert finding.id == "no-document"
    assert "wilson-center" in finding.message
    assert finding.line


def test_control_characters_become_visible_and_are_told(encode: Callable[..., Tei]) -> None:
    tei = encode("Kim: A \x07 bell.\n\nKim: A \x00 zero.\n")
    assert tei.all("//t:sp/t:p") == ["A \ufffd bell.", "A \ufffd zero."]
    assert told(tei, "character-replaced") == [(1, 8), (3, 8)]


def test_a_profile_that_is_nowhere_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text(TWO_TURNS, encoding="utf-8")
    assert refusal(path, "wilson").id == "unknown-profile"
    assert refusal(path, str(tmp_path / "none.toml")).id == "cannot-read"


def one_line(words: str, length: int) -> str:
    return "Kim: " + (words * (length // len(words) + 1))[:length]


def turns(size: int) -> str:
    turn = (
        "Kim Il Sung: We went to Hamheung [Hamhung] and the [North] Korean side [but] Premier Zhou"
        " Enlai said (Hao says: yes) in Henan and Hebei that the Ministry of Foreign Affairs is"
        " good.\n\nHao: On 5 September 1964 you [the Soviet Union] had Khrushchev’s views.\n\n"
    )
    return turn * (size // len(turn))


@pytest.mark.parametrize(
    "made",
    [
        turns,
        lambda size: one_line("We saw Hamheung [Hamhung] and [the] Soviet Union. ", size),
        lambda size: one_line("a", size),
        lambda size: one_line("Abc ", size),
        lambda size: one_line("[a ", size),
        lambda size: one_line("(Hao says", size),
        lambda size: one_line("a: ", size),
        lambda size: f"Present: {('Anna Berg, ' * size)[:size]}\n\nKim: One.\n\nKim: Two.",
        lambda size: f"Present: {('A. Mr. ' * size)[:size]}\n\nKim: One.\n\nKim: Two.",
        lambda size: one_line("Mr. A. A. ", size),
        lambda size: one_line("People’s ", size),
        lambda size: "Kim: a" + " " * size + "b",
        lambda size: "Kim: " + "[" * (size // 2) + "]" * (size // 2),
        lambda size: "Kim: Ann [" + "Hamhung " * (size // 8) + "] there.",
        lambda size: "\n\n".join(
            f"Kim {chr(0x4E00 + n % 20000)}{n}: A." for n in range(size // 11)
        ),
    ],
    ids="""turns names word capitals brackets parentheses colons list points initials possessives
        spaces nested variant labels""".split(),
)
def test_time_grows_with_the_length_and_no_faster(
    tmp_path: Path, made: Callable[[int], str]
) -> None:
    """Four times the text may take four times as long, and as much again for a busy machine;
    something quadratic would take sixteen times. A machine may be busy once, not three times."""
    path = tmp_path / "source.txt"

    def seconds(size: int) -> float:
        path.write_text(made(size), encoding="utf-8")
        begin = time.process_time()
        encoded_file(path)
        return time.process_time() - begin

    seconds(1000)
    assert any(seconds(200_000) < 10 * max(seconds(50_000), 0.05) for _ in range(3))
