"""Encodings: recognised by the letters of a few sentences, or named."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.encode import encode_source
from octavo.encode.profile import load_profile
from octavo.encode.source import read_source
from octavo.findings import Finding, OctavoError

SENTENCES = [
    ("cp1252", "Lefèvre: Bonjour, je suis très content de vous voir à Paris."),
    ("cp1252", "LE PRÉSIDENT DE LA RÉPUBLIQUE: ÇA VA ÊTRE FAIT À NOËL."),
    ("cp1252", "« Bonjour », dit-il à M.\u00a0Lefèvre\u00a0: il fallait négocier dès l’été."),
    ("latin-1", "M. Lefèvre: Oui.\n\nM. Lefèvre: Non."),
    ("cp1252", "Müller: Die Gespräche über die Größe der Flüchtlingslager dauern an."),
    ("cp1252", "Muñoz: ¿Qué opina usted de la situación? El año próximo será mejor."),
    ("cp1252", "O presidente não quis a reunião; as negociações são difíceis."),
    ("cp1252", "Il ministro è convinto che la città sarà più libera, perché così è."),
    ("cp1252", "Statsministeren sagde, at spørgsmålet på møder var svært at løse."),
    ("cp1252", "He said “yes” to Müller, Lefèvre and Muñoz – and didn’t mean it."),
    ("mac-roman", "Lefèvre: Très bien, à Paris, l’été."),
    ("cp850", "Müller: Größe und schöne Grüße."),
    ("cp1250", "Wałęsa: Dziękuję bardzo, panie ministrze. Chciałbym powiedzieć, że tak."),
    ("iso8859-2", "Wałęsa: Dziękuję bardzo, panie ministrze. Chciałbym powiedzieć, że jesteśmy."),
    ("cp1250", "Dubček: Děkuji vám, soudruhu ministře. Jsme připraveni jednat."),
    ("cp1250", "Kádár: Köszönöm szépen, örülünk a győzelemnek."),
    ("cp1250", "Ceauşescu: Vă mulţumesc, situaţia este bună în ţara noastră."),
    ("cp1254", "Başbakan: Teşekkür ederim, görüşmeler çok yararlı oldu, ağır iş başlıyor."),
    ("cp1251", "Хрущев: Здравствуйте, товарищ министр. Мы готовы обсудить этот вопрос."),
    ("cp1251", "ПЕРЕГОВОРЫ БЫЛИ ДОЛГИМИ И ТРУДНЫМИ."),
    ("koi8-r", "Хрущев: Здравствуйте, товарищ министр. Мы готовы обсудить этот вопрос."),
    ("koi8-r", "Переговоры были долгими и трудными."),
    ("cp866", "Хрущев: Здравствуйте, товарищ министр. Мы готовы обсудить этот вопрос."),
    ("cp1251", "Шелест: Дякую, товаришу міністре. Ми готові обговорити це питання, якщо є час."),
    ("cp1253", "Παπανδρέου: Ευχαριστώ πολύ, κύριε υπουργέ. Είμαστε έτοιμοι να συζητήσουμε."),
    ("cp1255", "בן גוריון: תודה רבה, אדוני השר. אנחנו מוכנים לדון בשאלה הזאת."),
    ("cp1256", "عبد الناصر: شكرا جزيلا، سيدي الوزير. نحن مستعدون لمناقشة هذه المسألة."),
    ("euc-kr", "김일성: 안녕하십니까. 우리는 이 문제를 토론할 준비가 되어 있습니다."),
    ("euc-kr", "회담은 길고 어려웠다."),
    ("shift_jis", "佐藤: こんにちは。私たちはこの問題を議論する準備ができています。"),
    ("shift_jis", "会談は長く困難なものだった。"),
    ("euc-jp", "佐藤: こんにちは。私たちはこの問題を議論する準備ができています。"),
    ("gb18030", "周恩来: 你好。我们准备讨论这个问题。"),
    ("gb18030", "会谈很长，也很困难，但是有结果。"),
    ("big5", "周恩來: 你好。我們準備討論這個問題。"),
]


@pytest.mark.parametrize(("encoding", "sentence"), SENTENCES)
def test_a_sentence_or_two_tell_the_encoding(tmp_path: Path, encoding: str, sentence: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(sentence.encode(encoding))
    source = read_source(path)
    assert "\n".join(source.lines) == sentence
    assert [finding.id for finding in source.findings] == ["guessed-encoding"]


def refusal(path: Path, encoding: str) -> Finding:
    with pytest.raises(OctavoError) as refused:
        encode_source(path, registers={}, encoding=encoding)
    (finding,) = refused.value.findings
    return finding


@pytest.mark.parametrize("name", ["cp1250", "CP1250", "windows-1250"])
def test_an_encoding_that_is_named_is_no_guess(tmp_path: Path, name: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes("Dubček: Ano.\n\nDubček: Ne.\n".encode("cp1250"))
    encoded = encode_source(path, registers={}, encoding=name)
    assert "<speaker>Dubček</speaker>" in encoded.document
    assert encoded.report.findings == ()


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_more_than_a_name(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes("Dubček: Ano.".encode(mark))
    assert read_source(path, "cp1250").lines == ("Dubček: Ano.",)


@pytest.mark.parametrize("name", ["cp1525", "hex", "rot13", "mbcs", "a\0b", "unicode_escape", ""])
def test_a_name_of_no_encoding_is_a_finding(tmp_path: Path, name: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(b"Kim: One.")
    if not name:
        assert read_source(path, name).encoding == "utf-8"
        return
    finding = refusal(path, name)
    assert finding.id == "no-such-encoding"
    assert "utf-8" in finding.hint


def test_the_right_name_is_suggested(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(b"Kim: One.")
    assert "Did you mean windows-1252?" in refusal(path, "window-1252").hint


@pytest.mark.parametrize(
    ("encoding", "data", "place"),
    [
        ("utf-8", b"Kim: One.\n\nKim: \xe9t\xe9.", (3, 6)),
        ("ascii", "Kim: é".encode(), (1, 6)),
        ("euc-kr", "김: 예.\n".encode("euc-kr") + b"a\xff", (2, 2)),
    ],
)
def test_bytes_that_the_named_encoding_has_not_are_a_finding_at_their_place(
    tmp_path: Path, encoding: str, data: bytes, place: tuple[int, int]
) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(data)
    finding = refusal(path, encoding)
    assert (finding.id, finding.path) == ("wrong-encoding", path)
    assert (finding.line, finding.column) == place


def test_no_text_is_no_text_in_any_encoding(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(bytes(range(256)) * 8)
    assert refusal(path, "latin-1").id == "binary-source"


def test_a_profile_may_name_the_encoding_of_its_sources(tmp_path: Path) -> None:
    profile = tmp_path / "ours.toml"
    profile.write_text('encoding = "windows-1250"\n', encoding="utf-8")
    assert load_profile(str(profile)).encoding == "cp1250"
    path = tmp_path / "source.txt"
    path.write_bytes("Dubček: Ano.\n\nDubček: Ne.\n".encode("cp1250"))
    encoded = encode_source(path, registers={}, profile=str(profile))
    assert "<speaker>Dubček</speaker>" in encoded.document
