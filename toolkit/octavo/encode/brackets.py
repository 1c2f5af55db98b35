"""Editorial brackets: where they are, and what kind of words they hold.

    Chairman Mao [Zedong]             completion: the rest of a name
    Hamheung [Hamhung]                romanization: the same name in another spelling
    the north [the Soviet Union]      identification: who or what is meant
    18 degrees [Celsius]              explanation
    [we] estimate                     omitted: a word that the sense needs
    [illegible], [...]                no words at all: a gap
    [laughs], [00:00:12], [1], [?]    a remark: whatever it is, no word of the text

Brackets are read by their form and by the words around them, never by a list of texts.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from octavo.encode.profile import Profile
from octavo.encode.words import capitalised_run, tokens

__all__ = ["Bracket", "Stray", "scan_brackets"]

_PRONOUNS: Final = frozenset(
    "you he she it they them him her we us their his its your our one both that those".split()
)
_DETERMINERS: Final = frozenset("the this that these those a an its their his her our your".split())
_EXPLAINS: Final = re.compile(
    r"(?:i\.\s?e\.|e\.\s?g\.|that is|meaning|literally|lit\.|about|approximately|approx\.|ca\.|=|"
    r"an? (?:kind|type|sort|form|unit|measure) of|equal to|equivalent to)\s+\S",
    re.IGNORECASE,
)
_UNITS: Final = frozenset(
    """celsius centigrade fahrenheit kelvin kilometers kilometres meters metres miles feet acres
    hectares tons tonnes kilograms kilogrammes pounds dollars rubles roubles yuan won yen""".split()
)
_MEASURED: Final = re.compile(r"\bdegrees?$|\d$")
_DEEPEST: Final = 8
"""Brackets nested deeper than this are a fault of the source, and stay text."""

_NEIGHBOURHOOD: Final = 200
"""As many characters before and after a bracket are looked at."""

_LONGEST_NAME: Final = 120
"""More characters than these in a bracket are no name."""

_SURE: Final = 0.75
_LIKELY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of square brackets in a paragraph: `[` at `start`, `]` at `end - 1`.

    `reason` is a value of `supplied/@reason`, or for a `gap` of `gap/@reason`; `certainty` is
    `high`, or `medium` or `low` where the kind is a guess.
    """

    start: int
    end: int
    reason: str
    certainty: str = "high"
    gap: bool = False

    @property
    def remark(self) -> bool:
        """Whether it seems to hold no words of the text."""
        return self.certainty == "low"

    @property
    def variant(self) -> bool:
        """Whether it repeats or names what stands before it, and so is skipped in reading on."""
        return self.reason in {"romanization", "identification", "explanation"}


@dataclass(frozen=True, slots=True)
class Stray:
    """A bracket without its partner, at `offset`; it stays text."""

    offset: int
    character: str


def scan_brackets(text: str, profile: Profile) -> tuple[list[Bracket], list[Stray]]:
    """The brackets of a paragraph, outer ones before inner ones, and those without a partner."""
    pairs, strays = _pairs(text)
    brackets = [_classified(text, start, end, profile) for start, end in sorted(pairs)]
    return brackets, strays


def _pairs(text: str) -> tuple[list[tuple[int, int]], list[Stray]]:
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    strays: list[Stray] = []
    for match in re.finditer(r"[\[\]]", text):
        if match.group() == "[":
            opened.append(match.start())
            if len(opened) > _DEEPEST:
                strays.append(Stray(opened.pop(0), "["))
        elif opened:
            start = opened.pop()
            if text[start + 1 : match.start()].strip():
                pairs.append((start, match.end()))
        else:
            strays.append(Stray(match.start(), "]"))
    strays.extend(Stray(offset, "[") for offset in opened)
    return pairs, sorted(strays, key=lambda stray: stray.offset)


def _classified(text: str, start: int, end: int, profile: Profile) -> Bracket:
    words = text[start + 1 : end - 1].strip()
    for reason, pattern in profile.gaps.items():
        if pattern.match(words):
            return Bracket(start, end, reason, gap=True)
    if any(pattern.match(words) for pattern in profile.remarks):
        return Bracket(start, end, "explanation", "low")
    before, after = text[max(0, start - _NEIGHBOURHOOD) : start], text[end : end + _NEIGHBOURHOOD]
    for reason, certainty in _kinds(before, words, after, profile):
        return Bracket(start, end, reason, certainty)
    if _apart(before, words, after):
        return Bracket(start, end, "explanation", "low")
    return Bracket(start, end, "omitted", _certainty_of_omission(words, after, profile))


def _kinds(before: str, words: str, after: str, profile: Profile) -> Iterator[tuple[str, str]]:
    """The kinds that the form allows, the best founded first."""
    attached = bool(before) and not before[-1].isspace()
    run = [] if attached else capitalised_run(before)
    while run and run[0] in profile.not_names:
        run.pop(0)
    titled = bool(run) and all(word in profile.titles for word in run)
    run = [word for word in run if word not in profile.titles]
    name = _is_name(words)
    if run and name:
        yield from _variant_of(run, words)
    if name and run and _completes(run, words, before, profile):
        yield "completion", "high" if len(words.split()) == 1 else "medium"
    if name and titled and len(words.split()) > 1:
        yield "identification", "high"
    if _completes_organisation(words, after, profile):
        yield "completion", "medium"
    if _identifies(before, words, run):
        yield "identification", "high" if words.lower().startswith("the ") else "medium"
    if _EXPLAINS.match(words):
        yield "explanation", "medium"
    if words.lower() in _UNITS and _MEASURED.search(before.rstrip()):
        yield "explanation", "medium"


def _apart(before: str, words: str, after: str) -> bool:
    """Whether the bracket stands between sentences, itself a sentence or the last of all:
    `No. [She leaves the room.] Yes. [She laughs]`. What has no full stop may begin the sentence
    after it: `[The situation in] Romania ...`."""
    opens = not before.strip() or before.rstrip()[-1] in '.?!…”"'
    following = after.lstrip()[:1]
    closes = not following or (words[-1] in ".!?…" and not following.islower())
    return opens and closes and not _is_name(words)


def _certainty_of_omission(words: str, after: str, profile: Profile) -> str:
    """A name or `the ...` alone may stand for a pronoun: less certain than `[but]`."""
    opens_name = re.match(r"(?:’s)?\s+[^\W\d_a-z]", after) is not None and " " not in words
    if opens_name or words.split()[0] in profile.not_names:
        return "high"
    return "medium" if _is_name(words) or words.startswith("the ") else "high"


def _variant_of(run: list[str], words: str) -> Iterator[tuple[str, str]]:
    """A name in brackets after a name: the same one in another spelling, if the letters agree."""
    wanted = len(words.split())
    for length in sorted({wanted, len(run), wanted + 1, wanted - 1}, key=lambda n: abs(n - wanted)):
        if not 1 <= length <= len(run):
            continue
        likeness = difflib.SequenceMatcher(
            None, _letters(" ".join(run[-length:])), _letters(words), autojunk=False
        ).ratio()
        if likeness >= _SURE:
            yield "romanization", "high"
        elif likeness >= _LIKELY and length == wanted:
            yield "romanization", "high" if wanted > 1 or len(words) > 5 else "medium"


def _completes(run: list[str], words: str, before: str, profile: Profile) -> bool:
    """`Mao [Zedong]`: one word of a name, then the rest of it; `Japanese Communist [Party]`."""
    if words in profile.organisation_words:
        return True
    title = capitalised_run(before)[: -len(run)]
    return len(run) == 1 and len(words.split()) <= 3 and (bool(title) or len(run[0]) > 1)


def _completes_organisation(words: str, after: str, profile: Profile) -> bool:
    """`[Korean Workers’] Party`: the words that make the next one a name."""
    following = re.match(r"\s+([^\W\d_]+)", after)
    return (
        following is not None
        and following.group(1) in profile.organisation_words
        and len(words.split()) > 1
        and _is_name(words)
    )


def _identifies(before: str, words: str, run: list[str]) -> bool:
    """`you [North Korea]`, `the north [the Soviet Union]`: who or what is meant by the words."""
    if not re.search(r"\w\s+$", before):
        return False
    told = re.match(r"the\s+\S", words) is not None
    name = _is_name(words) and len(words.split()) > 1
    previous = [word.lower() for _, _, word in tokens(before[-60:])][-2:]
    if not previous or not (told or name):
        return False
    if previous[-1] in _PRONOUNS:
        return True
    if len(run) > 1 and told:
        return True
    return len(previous) == 2 and previous[0] in _DETERMINERS and previous[1] not in _DETERMINERS


def _is_name(words: str) -> bool:
    """Whether every word of four letters or more begins with a capital, and the first does."""
    if len(words) > _LONGEST_NAME:
        return False
    parts = re.findall(r"[^\W\d_][\w’'-]*", words)
    return (
        bool(parts)
        and parts[0][0].isupper()
        and all(part[0].isupper() or len(part) < 4 for part in parts)
        and not any(part in {"the", "a", "an"} for part in parts)
    )


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalpha())
