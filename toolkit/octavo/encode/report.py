"""The report on an encoding: how the source was read, what was guessed, what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from octavo.encode.brackets import Bracket
from octavo.encode.layout import Layout
from octavo.encode.markup import Record
from octavo.encode.names import Names
from octavo.encode.people import People
from octavo.encode.profile import Profile
from octavo.encode.source import Paragraph, Source
from octavo.findings import Finding, Severity

__all__ = ["Report", "make_report"]

_MOST_UNKNOWN: Final = 100
_MOST_STRAYS: Final = 10
"""As many brackets without partner are told one by one for each paragraph."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an editor should know; `lines` for the terminal, `findings` with their places."""

    lines: tuple[str, ...]
    findings: tuple[Finding, ...]


def make_report(
    source: Source,
    profile: Profile,
    layout: Layout,
    people: People,
    names: Names,
    record: Record,
) -> Report:
    """The report on one document."""
    lines = [
        *_about_source(source, profile, layout),
        *_about_turns(layout, people),
        *_about_brackets(record),
        *_about_names(names, record),
    ]
    findings = [*source.findings, *_findings(source.path, layout, record)]
    return Report(tuple(lines), tuple(findings))


def _about_source(source: Source, profile: Profile, layout: Layout) -> Iterator[str]:
    yield f"profile    {profile.name}; characters read as {source.encoding.upper()}"
    for part in layout.chrome:
        yield (
            f"left out   lines {part.first} to {part.last}, the web site’s own:"
            f" {_count(part.lines, 'line')} of text from “{part.begins}” to “{part.ends}”"
        )
    if layout.head:
        told = ", ".join(dict.fromkeys(head.label or head.kind for head in layout.head))
        yield f"head       {told}"


def _about_turns(layout: Layout, people: People) -> Iterator[str]:
    if not layout.turns:
        yield (
            "turns      none: no label recurs, so the text was encoded as paragraphs"
            f" ({len(layout.opening)})"
        )
        return
    counts: Counter[str] = Counter()
    for turn in layout.turns:
        person = people.find(turn.label.core)
        counts[person.id if person else ""] += 1
    told = ", ".join(
        f"{person.name} {counts[person.id]}"
        for person in sorted(people.all, key=lambda person: -counts[person.id])
        if counts[person.id]
    )
    yield f"turns      {len(layout.turns)}: {told}"
    others = [person.name for person in people.all if not counts[person.id]]
    if others:
        yield f"present    {'; '.join(others)}"


def _about_brackets(record: Record) -> Iterator[str]:
    total = sum(record.brackets.values())
    if not total:
        return
    kinds: Counter[str] = Counter()
    for (reason, _), count in record.brackets.items():
        kinds[reason] += count
    told = ", ".join(f"{reason} {count}" for reason, count in kinds.most_common())
    guesses = ""
    if record.guesses:
        are = "are guesses" if len(record.guesses) > 1 else "is a guess"
        guesses = f"; {len(record.guesses)} {are}"
    yield f"brackets   {total}: {told}{guesses}"


def _about_names(names: Names, record: Record) -> Iterator[str]:
    mentioned = [entry for entry in names.entries.values() if record.mentions[entry.id]]
    if mentioned:
        entries = _count(len(mentioned), "entry", "entries")
        yield f"names      {_count(record.mentions.total(), 'mention')} of {entries}"
    for kind in ("person", "place", "organisation"):
        new = sorted(
            f"{entry.names[0]}{'' if entry.sure else ' (?)'}"
            for entry in mentioned
            if entry.new and entry.kind == kind
        )
        if new:
            yield f"           new in the register of {kind}s: {'; '.join(new)}"
    if any(entry.new and not entry.sure for entry in mentioned):
        yield "           (?) its form or the words around it told its kind, which is a guess"
    unknown = record.unknown.most_common()
    if unknown:
        told = [f"{word} {count}" if count > 1 else word for word, count in unknown]
        more = f"; and {len(told) - _MOST_UNKNOWN} more" if len(told) > _MOST_UNKNOWN else ""
        yield f"           capitalised, in no register: {', '.join(told[:_MOST_UNKNOWN])}{more}"


def _count(number: int, one: str, several: str = "") -> str:
    """A number with its noun, in the plural unless it is one."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def _findings(path: Path, layout: Layout, record: Record) -> Iterator[Finding]:
    if not layout.turns and layout.opening:
        yield _finding(
            path,
            layout.opening[0],
            0,
            "no-turns",
            "no turn was recognised: nothing here is a name with a colon that recurs or announces"
            " a short name. The text was encoded as paragraphs.",
            "Mark the turns as <sp> by hand, if it is a conversation.",
        )
    for paragraph, strays in record.strays:
        for index, stray in enumerate(strays[:_MOST_STRAYS], 1):
            more = len(strays) - _MOST_STRAYS if index == _MOST_STRAYS else 0
            others = f" So it is with {_count(more, 'other')} after it." if more > 0 else ""
            yield _finding(
                path,
                paragraph,
                stray.offset,
                "unbalanced-bracket",
                f"“{stray.character}” has no partner in its paragraph and stays text.{others}",
                "Correct the source, or the TEI by hand.",
            )
    for doubt in layout.doubtful:
        after, before = "goes on with the turn before it", "stands before the first turn"
        where = after if doubt.in_turn else before
        yield _finding(
            path,
            doubt.paragraph,
            0,
            "unresolved-label",
            f"“{doubt.label.core}:” may be a speaker’s label, but is there only once, and is on no"
            f" list of those present; the paragraph {where}.",
            "If it is a turn, encode it as <sp> by hand.",
        )
    for paragraph, bracket in record.guesses:
        yield _finding(
            path,
            paragraph,
            bracket.start,
            "guessed-bracket",
            f"{_quote(paragraph.text, bracket.start, bracket.end)} was taken as {bracket.reason}"
            f" (certainty {bracket.certainty}){_doubt(bracket)}.",
            "Correct @reason in the TEI if it is another, and remove @cert."
            if not bracket.remark
            else "Encode it as what it is: <stage>, <note>, <sic>.",
            Severity.INFO,
        )


def _doubt(bracket: Bracket) -> str:
    if not bracket.remark:
        return ""
    return "; it seems to be no word of the text but a stage direction, a mark, a time or a note"


def _finding(
    path: Path,
    paragraph: Paragraph,
    offset: int,
    identifier: str,
    message: str,
    hint: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    line, column = paragraph.place(offset)
    return Finding(identifier, message, path, line, column, hint, severity)


def _quote(text: str, start: int, end: int) -> str:
    before: Sequence[str] = text[max(0, start - 30) : start].split()[-2:]
    return f"“{' '.join([*before, text[start:end]])}”"
