"""The web site around a document that was saved from a browser: where the document begins and ends,
what is left out, and what the site's own navigation tells of persons and places."""

from __future__ import annotations

from dataclasses import dataclass

from octavo.encode.profile import Profile, recognises
from octavo.encode.source import Source
from octavo.findings import Finding, OctavoError

__all__ = ["Chrome", "Fact", "bounds", "chrome", "facts", "no_document"]


@dataclass(frozen=True, slots=True)
class Chrome:
    """Lines `first` to `last` of the source that are the web site's; `lines` of them hold text."""

    first: int
    last: int
    lines: int
    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What the site's navigation tells of a person or a place.

    `names` are the forms that the name may have in the text: a name given as `Mao, Zedong` may
    stand there with the family's name first or last.
    """

    holds: str
    names: tuple[str, ...]
    birth: str = ""
    death: str = ""
    region: str = ""


def bounds(source: Source, profile: Profile) -> tuple[int, int]:
    """The first and the last line of the document itself, from 1.

    Raises OctavoError `no-document` where the source is a page of the kind that the profile
    describes, but nothing in it looks like the beginning of a document.
    """
    numbered = list(enumerate(source.lines, 1))
    first = next(
        (number for number, line in numbered if profile.begin and profile.begin.search(line)),
        0 if profile.begin else 1,
    )
    if first == 0 and recognises(profile, source.lines):
        raise no_document(source, profile, 1, "no line looks like the beginning of a document")
    end = next(
        (
            number
            for number, line in numbered[max(first, 1) :]
            if profile.end and profile.end.search(line)
        ),
        len(source.lines) + 1,
    )
    return max(first, 1), end - 1


def chrome(source: Source, first: int, last: int) -> tuple[Chrome, ...]:
    """What stands before line `first` and after line `last`."""
    parts = []
    for begin, end in ((1, first - 1), (last + 1, len(source.lines))):
        lines = [
            (number, " ".join(line.split()))
            for number, line in enumerate(source.lines[begin - 1 : end], begin)
            if line.strip()
        ]
        if lines:
            parts.append(Chrome(lines[0][0], lines[-1][0], len(lines), lines[0][1], lines[-1][1]))
    return tuple(parts)


def facts(source: Source, profile: Profile, first: int, last: int) -> list[Fact]:
    """What the site's navigation, outside the lines `first` to `last`, tells."""
    outside = [*source.lines[: first - 1], *source.lines[last:]]
    facts = []
    for section in profile.sections:
        begin = next((i for i, line in enumerate(outside) if section.begin.search(line)), None)
        if begin is None:
            continue
        inside = outside[begin + 1 :]
        end = next((i for i, line in enumerate(inside) if section.end.search(line)), len(inside))
        text = "\n".join(line.strip() for line in inside[:end] if line.strip())
        for match in section.entry.finditer(text):
            found = {key: value.strip(" ()") for key, value in match.groupdict().items() if value}
            if "name" in found:
                names: tuple[str, ...] = (found["name"],)
            else:
                family, given = found["family"], found["given"]
                names = (f"{family} {given}", f"{given} {family}")
            facts.append(
                Fact(
                    section.holds,
                    names,
                    found.get("birth", ""),
                    found.get("death", ""),
                    found.get("region", ""),
                )
            )
    return facts


def no_document(source: Source, profile: Profile, line: int, fault: str) -> OctavoError:
    """The error `no-document`, for a page without a document."""
    return OctavoError(
        Finding(
            "no-document",
            f"{fault}; all of the text seems to be the web site’s own (profile {profile.name}).",
            source.path,
            line,
            1,
            "Save the whole page as text; or encode all that there is with the profile generic.",
        )
    )
