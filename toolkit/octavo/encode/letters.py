"""Which encoding fits a text, by the letters that the languages of the world write.

Every encoding makes some text of the same bytes, but only the right one makes words: one byte is
`è` or `č`, and `Lefèvre` stands in French texts, `Lefčvre` in none. What is counted are the
characters beyond ASCII; how well they fit is the mean of what each of them tells, from -1 (never so
in this language) to 1 (common in it).

General recognisers guess badly on the few lines of a short transcript; octavo.encode.decoding asks
one where nothing here fits.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

__all__ = ["fitting"]

_ENOUGH: Final = 0.55
"""What fits less than this is none of the languages that are known here."""

_SAMPLE: Final = 8 * 1024
"""As many bytes of words beyond ASCII are looked at."""

_TOKEN: Final = re.compile(rb"[^\x00-\x2f]+")
"""Bytes that are in no part of a character of several bytes, in any encoding here, part these."""

_PIECE: Final = re.compile(r"[^\W\d_]+|[^\x00-\x7f]")

_WESTERN: Final = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüß",  # German
    "áéíñóúü",  # Spanish
    "àáâãçéêíóôõúü",  # Portuguese
    "àèéìíòóùú",  # Italian
    "àçèéíïòóúü",  # Catalan
    "áéèëêïíóöüú",  # Dutch
    "åæøäöéü",  # Danish, Norwegian, Swedish
    "äöåšž",  # Finnish
    "äöõüšž",  # Estonian
    "áæéíðóöúýþ",  # Icelandic
)
_CENTRAL: Final = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţșț",  # Romanian
    "čćđšž",  # Croatian, Slovene, Serbian
)
_BALTIC: Final = ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž")
_TURKISH: Final = ("çğıöşüâîûİ",)
_ANY_WESTERN: Final = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüÿßœ")
"""In a text in which names of several Western languages stand."""

# In the order of their frequency:
_CYRILLIC: Final = (
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",  # Russian
    "оаинвтерслкудмпяьзгбчйхжшюцщєіїґф",  # Ukrainian
    "аоиетнрсвлкдпмъягзбучйхжшюцщфь",  # Bulgarian
    "аоиенртсвклудмјпњзгбчхжшцћђљџфѓќѕ",  # Serbian, Macedonian
)
_GREEK: Final = ("αοιετσνρκπυςμλίάόέήύηωώδγχθφβξζψϊϋΐΰ",)
_HEBREW: Final = ("יולהארמתבנשחעדקםפןצגכטזסךףץ",)
_ARABIC: Final = ("اليمنرتوبعةدفسكهحجقأىصخشضطذئثزإغظءؤآ",)

_CHINESE: Final = frozenset(
    "的是一不了在人有我他這这中大來来上國国個个到說说們们為为子和你地出道也時时年得就那要下以生會会自着去"
    "之過过家學学對对可她里後后小么心多天而能好都然沒没日於于起還还發发成事只作當当想看文無无開开手用主行"
    "方又如前所本見见經经頭头面公同三已問问但很與与長长"
)
_KOREAN: Final = frozenset(
    "이다는의에을하가고지로를은한기도대사정서인자시리해어나라과있습니까입그것들수일회장우전동"
)
_PLAIN: Final = frozenset("“”‘’„‚–—…«»‹›•§°©®™€£·、。「」『』，：；？！（）《》・〈〉【】～ー")
_NUMBERS: Final = frozenset("¹²³ºª½¼¾±×÷µ¶¢¥†‡‰")
"""Signs that any text may have, but seldom has."""

_Value = Callable[[str], float]


def fitting(data: bytes) -> list[str]:
    """The encodings in which `data` are words of a language that is known here, the best first; of
    those that fit equally well, the commonest."""
    sample = _sample(data)
    found = []
    for place, (encoding, values, latin) in enumerate(_CANDIDATES):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            continue
        fit = max(_fit(text, value, latin=latin) for value in values)
        if fit >= _ENOUGH:
            found.append((-round(fit, 6), place, encoding))
    return [encoding for _, _, encoding in sorted(found)]


def _sample(data: bytes) -> bytes:
    """The words of `data` that are not ASCII, as many as are looked at."""
    words: list[bytes] = []
    length = 0
    for match in _TOKEN.finditer(data):
        if not match.group().isascii():
            words.append(match.group()[: _SAMPLE - length])
            length += len(words[-1])
            if length >= _SAMPLE:
                break
    return b" ".join(words)


def _fit(text: str, value: _Value, *, latin: bool | None) -> float:
    """How well the characters beyond ASCII fit, from -1 to 1. `latin`: whether the language writes
    in Latin letters; None where it has no words with spaces between them."""
    told = [
        each for piece in _PIECE.finditer(text) for each in _tell(text, piece, value, latin=latin)
    ]
    return sum(told) / len(told) if told else 0


def _tell(text: str, piece: re.Match[str], value: _Value, *, latin: bool | None) -> Iterator[float]:
    word = piece.group()
    if word.isascii():
        return
    if not word[0].isalpha():
        yield _sign(text, piece.start()) if latin is not None or word in _PLAIN else value(word)
        return
    if latin is None:
        yield from (value(letter) for letter in word if not letter.isascii())
        return
    plain = sum(map(str.isascii, word))
    # A word is in small letters, in capitals, or begins with one; hardly a word of a Latin alphabet
    # is without any letter of ASCII, and none of another with one.
    regular = word[1:].islower() or word.isupper() or not word[1:] or not word[-1].isupper()
    mixed = plain == 0 and len(word) > 2 if latin else plain > 0
    for before, letter in zip(" " + word, word, strict=False):
        if letter.isascii():
            continue
        if mixed or not regular or (before.islower() and letter.isupper()):
            yield -1
        else:
            # A text of capitals is rare: Russian in the wrong encoding is often one.
            rare = 0.9 if letter.isupper() and not latin and before != " " else 1
            yield value(letter.lower()) * rare


def _sign(text: str, index: int) -> float:
    """What a character that is no letter tells."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    character = text[index]
    inside = before.isalpha() and after.isalpha()
    if character in "¿¡":
        return 1 if after.isalpha() and not before.isalpha() else -1
    if character in "\u00a0\u00ad":
        return 0.3 if inside else 1
    if character in _PLAIN:
        return -1 if inside and character not in "’–—·" else 1
    if character in _NUMBERS:
        return -1 if inside else 0.3
    return -1 if unicodedata.category(character) in {"Cc", "Co", "Cn"} or inside else -0.5


def _alphabet(letters: str) -> _Value:
    """All letters of a language beyond ASCII, of which none is too rare to occur."""
    return lambda letter: 1 if letter in letters else -1


def _frequencies(letters: str) -> _Value:
    """The letters of a language, in the order of their frequency."""
    known = {letter: 1 - 0.9 * rank / len(letters) for rank, letter in enumerate(letters)}
    return lambda letter: known.get(letter, -0.5)


def _any_western(letter: str) -> float:
    return 0.8 if letter in _ANY_WESTERN else -1


def _any_central(letter: str) -> float:
    return 0.7 if any(letter in letters for letters in _CENTRAL) else -1


def _ideographs(character_set: str) -> _Value:
    """Chinese: common characters, and others of the first level of a character set, whose leading
    byte is below a limit."""
    limit = {"gb2312": 0xD8, "big5": 0xC7}[character_set]

    def value(character: str) -> float:
        if character in _CHINESE or character in _PLAIN:
            return 1
        try:
            lead = character.encode(character_set)[0]
        except UnicodeEncodeError:
            return -0.5
        if "\u3040" <= character <= "\u30ff" or not "\u3400" <= character <= "\u9fff":
            return -0.5
        return 0.6 if lead < limit else 0

    return value


def _japanese(character: str) -> float:
    if "\u3041" <= character <= "\u30fe" or character in _PLAIN:
        return 1
    if not "\u3400" <= character <= "\u9fff":
        return -0.5
    try:
        return 0.5 if character.encode("euc_jp")[0] < 0xD0 else 0
    except UnicodeEncodeError:
        return -0.5


def _hangul(character: str) -> float:
    if character in _KOREAN or character in _PLAIN:
        return 1
    if "\u4e00" <= character <= "\u9fff":
        return 0.1
    try:
        return 0.6 if "\uac00" <= character <= "\ud7a3" and character.encode("euc_kr") else -0.5
    except UnicodeEncodeError:
        return -0.5


_LATIN: Final = (*map(_alphabet, _WESTERN), _any_western)
_CENTRALS: Final = (*map(_alphabet, _CENTRAL), _any_central)
_RUSSIAN: Final = (*map(_frequencies, _CYRILLIC),)
_CANDIDATES: Final[tuple[tuple[str, tuple[_Value, ...], bool | None], ...]] = (
    ("cp1252", _LATIN, True),
    ("cp1250", _CENTRALS, True),
    ("cp1254", (*map(_alphabet, _TURKISH),), True),
    ("cp1257", (*map(_alphabet, _BALTIC),), True),
    ("iso8859-2", _CENTRALS, True),
    ("iso8859-15", _LATIN, True),
    ("mac-roman", _LATIN, True),
    ("cp850", _LATIN, True),
    ("cp852", _CENTRALS, True),
    ("cp1251", _RUSSIAN, False),
    ("koi8-r", _RUSSIAN, False),
    ("koi8-u", _RUSSIAN, False),
    ("cp866", _RUSSIAN, False),
    ("iso8859-5", _RUSSIAN, False),
    ("cp1253", (*map(_frequencies, _GREEK),), False),
    ("iso8859-7", (*map(_frequencies, _GREEK),), False),
    ("cp1255", (*map(_frequencies, _HEBREW),), False),
    ("cp1256", (*map(_frequencies, _ARABIC),), False),
    ("gb18030", (_ideographs("gb2312"),), None),
    ("big5", (_ideographs("big5"),), None),
    ("cp949", (_hangul,), None),
    ("cp932", (_japanese,), None),
    ("euc-jp", (_japanese,), None),
)
"""Encodings, what a letter is worth in each of their languages, and whether they are Latin ones;
the commonest first."""
