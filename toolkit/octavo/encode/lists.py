"""Lists of those present, taken apart by their form:

Fang Yi, Head of the Mission; members of the delegation.     a person and a group
Anna Berg, Bo Holm and two clerks                            two persons and a group
Mr. J. Olsen (Chief of the Harbour)                          a person with an office
Pak Sŏng-ch’ŏl (박성철), Foreign Minister                    with a name in another script
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from octavo.encode.labels import bare_name
from octavo.encode.profile import Profile
from octavo.encode.source import fold
from octavo.encode.words import another_script

__all__ = ["Item", "list_items", "plain", "read_item"]

_END: Final = re.compile(r";|\.(?=\s+[A-Z]|\s*$)")
_BEFORE: Final = re.compile(r"[^\W\d_]+$")
_ABBREVIATIONS: Final = frozenset("Dr Mr Mrs Ms St Lt Gen Col Sen Rep Gov Amb Prof Rev Hon".split())
_COMMA: Final = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_WORD: Final = r"[^\W\d_a-z][\w’'.-]*"
_LINK: Final = r"(?:de|van|von|der|la|al|el|bin)"
_NAME: Final = rf"{_WORD}(?:\s+(?:{_LINK}\s+)*{_WORD})*"
_NAMED: Final = re.compile(
    rf"(?P<name>{_NAME})\s*(?P<variant>\[[^\[\]]+\])?\s*(?P<rest>[,;(].*)?$", re.DOTALL
)
_PARENTHESIS: Final = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Item:
    """Somebody on a list: a name, the forms of address before it, its variants and the office; or a
    `group`, whose name is whatever the list says."""

    name: str
    address: str = ""
    variants: tuple[str, ...] = ()
    office: str = ""
    group: bool = False


def list_items(
    text: str, start: int, profile: Profile, spoken: Collection[str]
) -> Iterator[tuple[int, int]]:
    """From where to where each item of the list goes that begins at `start`, the marks after it
    included; `spoken` are names of those who speak."""
    begin = start
    last = len(text.rstrip())
    marks = _END.finditer(text, start)
    ends = [mark.end() for mark in marks if mark.end() == last or not _abbreviated(text, mark)]
    for end in [*ends, len(text)]:
        if text[begin:end].strip(" .;,"):
            for first, after in _parts(text, begin, end, profile, spoken):
                item = text[first:after]
                yield after - len(item.lstrip()), first + len(item.rstrip())
            begin = end


def _abbreviated(text: str, end: re.Match[str]) -> bool:
    """Whether a point is that of `Mr.` or of an initial."""
    before = _BEFORE.search(text[max(0, end.start() - 20) : end.start()])
    return (
        end.group() == "."
        and before is not None
        and (len(before.group()) == 1 or before.group() in _ABBREVIATIONS)
    )


def _parts(
    text: str, start: int, end: int, profile: Profile, spoken: Collection[str]
) -> list[tuple[int, int]]:
    """The persons between two places, each with the office after the name, and a group at most
    after the last `and`; all of it where it is one person. That commas part persons is plain where
    a second name follows the first, or one with a form of address anything."""
    commas = [match.span() for match in _COMMA.finditer(text, start, end)]
    edges = [start, *(after for _, after in commas)]
    ends = [*(before for before, _ in commas), end]
    words = [text[a:b].strip(" .;") for a, b in zip(edges, ends, strict=True)]
    titled = bool(bare_name(words[0], profile)[1])
    persons = [_is_person(each, profile, spoken, titled=titled) for each in words]
    told = persons[1:2] == [True] or any(
        person and words[index].split()[0] in profile.addresses
        for index, person in enumerate(persons[1:], 1)
    )
    last = text[slice(*commas[-1])] if commas else ""
    group = words[-1][:1].islower() and "and" in last and (all(persons[:-1]) or told)
    if not persons[0] or not (told or group):
        return [(start, end)]
    persons[-1] = persons[-1] or group
    begins = [start]
    for (before, after), begin in zip(commas, persons[1:], strict=True):
        if begin:
            # `and` goes with who follows it, the comma with who is before it.
            begins.append(text.find(",", before, after) + 1 or before)
    return [*zip(begins, [*begins[1:], end], strict=True)]


def _is_person(words: str, profile: Profile, spoken: Collection[str], *, titled: bool) -> bool:
    """Whether these words are a personal name: two that begin with capitals, or one after a form of
    address; or whoever speaks. An office before it counts where the list begins with one
    (`titled`)."""
    core = re.sub(r"\s*\[[^\[\]]*\]$", "", words)
    script = re.search(r"\s*\(([^()]*)\)$", core)
    if script is not None and another_script(core, script.group(1)):
        core = core[: script.start()]
    name, title = bare_name(core, profile)
    if name in spoken and not {*name.split()} <= {*profile.titles}:
        return True
    parts = name.split()
    full = [part for part in parts if len(part.strip(".")) > 1]
    if not full or re.fullmatch(_NAME, name) is None or not _offices(profile).isdisjoint(parts):
        return False
    if name in profile.places or name in profile.organisations:
        return False
    if title and not {*title.split()} <= {*profile.addresses}:
        return titled and len(parts) > 1
    return len(parts) > 1 or bool(title)


def _offices(profile: Profile) -> frozenset[str]:
    """Words that are in the name of an office or of an organisation, and in nobody's."""
    return frozenset(
        (
            *profile.titles,
            *profile.office_words,
            *profile.organisation_words,
            *profile.place_words,
            *profile.not_names,
            *profile.adjectives,
        )
    )


def read_item(words: str, profile: Profile) -> Item:
    """An item of a list, without the marks after it."""
    words = re.sub(r"^and\s+|\s*,$", "", words)
    named = _NAMED.match(words)
    if named is None or named.group("name") in profile.not_names:
        return Item(plain(words), group=True)
    name, title = bare_name(named.group("name"), profile)
    variants = [named.group("variant").strip("[] ")] if named.group("variant") else []
    rest = named.group("rest") or ""
    parenthesis = _PARENTHESIS.match(rest)
    if parenthesis is not None:
        inside, rest = parenthesis.group(1), rest[parenthesis.end() :]
        if another_script(name, inside):
            variants.extend(part for each in re.split("[,;/、]", inside) if (part := each.strip()))
        else:
            rest = inside + rest
    address = " ".join(word for word in title.split() if word in profile.addresses)
    role = plain(rest).strip(" ,;")
    if all(word in profile.addresses or len(word.strip(".")) == 1 for word in role.split()):
        address, role = address or role, ""
    office = " ".join(word for word in title.split() if word not in profile.addresses)
    return Item(name, address, tuple(variants), role or office)


def plain(text: str) -> str:
    """`text` as it reads: supplied words without their brackets, variants of names left out."""
    without = re.sub(r"(?<=\w)\s*\[(?=[A-Z][^\[\]]*\s[A-Z])[^\[\]]*\]", "", text)
    return fold(re.sub(r"[\[\]]", "", without))
