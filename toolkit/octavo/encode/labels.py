"""Speakers' labels: `Director Fang Yi (hereafter referred to as Fang): ...`.

A label is what stands before the first colon of a paragraph. Whether it is believed is decided
with the whole document in view, in `octavo.encode.layout`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from octavo.encode.profile import Profile
from octavo.encode.source import Paragraph, fold
from octavo.encode.words import another_script

__all__ = ["Label", "bare_name", "read_label"]

_LABEL: Final = re.compile(r"(?P<label>[^:：\n]{1,160}?)(?P<colon>:(?=\s|$)|：[ \t]*)")
_PARENTHESIS: Final = re.compile(r"\s*\(([^()]*)\)")
_FULL_WIDTH: Final = re.compile(r"\s*（[^（）]*）")
_SENTENCE: Final = re.compile(
    r"[!?;“”\"，。；！？]|(?<![A-Z])(?<!\b(?:Dr|Mr|Ms|St|Lt))(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Amb))\.\s"
)
_MOST_WORDS: Final = 7


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a paragraph.

    `text` is all of it as printed, without the colon (but with a full-width one, and the space
    after it: every output puts back only the other); `core` the name and titles in it; `aliases`
    the short names that it announces; `delivery` the parentheses that say how the words were
    spoken, as (start, end) of their content; `end` the offset at which the speech begins.
    """

    text: str
    core: str
    aliases: tuple[str, ...]
    delivery: tuple[tuple[int, int], ...]
    end: int

    @property
    def spoken(self) -> int:
        """The offset at which the part of the label ends that stands in `<speaker>`."""
        return self.delivery[0][0] - len(" (") if self.delivery else len(self.text)


def read_label(paragraph: Paragraph, profile: Profile) -> Label | None:
    """The label with which `paragraph` may begin; None where nothing looks like one."""
    match = _LABEL.match(paragraph.text)
    if match is None:
        return None
    text = match.group("label")
    aliases: list[str] = []
    delivery: list[tuple[int, int]] = []
    for parenthesis in _PARENTHESIS.finditer(text):
        alias = profile.alias.search(parenthesis.group()) if profile.alias else None
        if alias is not None:
            aliases.append(fold(alias.group("alias")))
        elif text[parenthesis.end() :].strip():
            return None
        elif another_script(text, parenthesis.group(1)):
            continue  # the name as it is written there
        elif parenthesis.end() == len(text) and parenthesis.group().startswith(" ("):
            delivery.append(parenthesis.span(1))
    core = fold(_FULL_WIDTH.sub("", _PARENTHESIS.sub("", text)))
    words = core.split()
    if not words or len(words) > _MOST_WORDS or _SENTENCE.search(core):
        return None
    if any(mark in core for mark in "[]()") or words[0][0].islower() or words[0][0].isdigit():
        return None
    end = (
        match.end()
        + len(paragraph.text[match.end() :])
        - len(paragraph.text[match.end() :].lstrip())
    )
    if match.group("colon") != ":":
        return Label(match.group(), core, tuple(aliases), (), match.end())
    return Label(text, core, tuple(aliases), tuple(delivery[:1]), end)


def bare_name(core: str, profile: Profile) -> tuple[str, str]:
    """A name and the titles before it: `Director Fang Yi` gives `("Fang Yi", "Director")`.

    A label that is nothing but a title (`President`) is itself the name.
    """
    words = core.split()
    count = 0
    while count < len(words) and words[count] in profile.titles:
        count += 1
    if count == len(words):
        return core, ""
    return " ".join(words[count:]), " ".join(words[:count])
