"""Small schemas for the tests, and a short notation for what becomes of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from octavo.relaxng.findings import Finding, SchemaError
from octavo.relaxng.grammar import Grammar, NameClass, Node
from octavo.relaxng.load import load_grammar, parse_grammar

RNG = "http://relaxng.org/ns/structure/1.0"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
PATH = Path("schema.rng")
HERE = "‸"
"""Stands in a schema where a finding is expected, and is taken out."""


def written(source: str) -> str:
    """The schema with the namespace of RELAX NG on its first tag."""
    if f'xmlns="{RNG}"' in source.partition(">")[0]:
        return source
    return re.sub(rf"^({HERE}?<[\w:]+)", rf'\1 xmlns="{RNG}"', source, count=1)


def parse(source: str, path: Path = PATH) -> Grammar:
    text = source if path.suffix == ".rnc" else written(source)
    return parse_grammar(text.encode(), path)


def refusal(source: str, path: Path = PATH) -> tuple[Finding, ...]:
    with pytest.raises(SchemaError) as caught:
        parse(source, path)
    return caught.value.findings


def place(source: str) -> tuple[int, int]:
    """The line and column of the mark."""
    before = source[: source.index(HERE)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def assert_refused(source: str, identifier: str, path: Path = PATH) -> Finding:
    """Expect one finding of that id at the mark."""
    text = source if path.suffix == ".rnc" else written(source)
    findings = refusal(text.replace(HERE, ""), path)
    told = [(finding.id, finding.line, finding.column) for finding in findings]
    assert told == [(identifier, *place(text))], "\n".join(map(str, findings))
    (finding,) = findings
    assert finding.message[-1] in ".?”"
    assert not re.search(r"\{[a-z_]+\}", finding.message + finding.hint)
    return finding


def save(folder: Path, **files: str) -> Path:
    """Write `name=schema` as name.rng, and `name_rnc=schema` as name.rnc; the first one's path."""
    paths = []
    for name, source in files.items():
        stem, _, syntax = name.partition("_")
        path = folder / f"{stem}.{syntax or 'rng'}"
        path.write_text(source if syntax else written(source), encoding="utf-8")
        paths.append(path)
    return paths[0]


def load(path: Path) -> str:
    return shown(load_grammar(path))


def refused_files(path: Path) -> list[tuple[str, str, int]]:
    """The id, the file's name and the line of each finding."""
    with pytest.raises(SchemaError) as caught:
        load_grammar(path)
    return [
        (finding.id, finding.path.name if finding.path else "", finding.line)
        for finding in caught.value.findings
    ]


def simple(source: str) -> str:
    """The schema in the simple form, in the notation of `shown`."""
    return shown(parse(source))


def shown(grammar: Grammar) -> str:
    """`start = #0; #0 a = (text | @b{text})`, much as in the compact syntax."""
    lines = [f"start = {pattern(grammar.start)}"]
    for number, element in enumerate(grammar.elements):
        lines.append(f"#{number} {name(element.name_class)} = {pattern(element.content)}")
    return "; ".join(lines)


def pattern(node: Node) -> str:
    kind, *rest = node
    if kind in {"empty", "notAllowed", "text"}:
        return str(kind)
    if kind in {"choice", "group", "interleave"}:
        sign = {"choice": " | ", "group": ", ", "interleave": " & "}[kind]
        return f"({sign.join(map(pattern, rest))})"
    if kind == "oneOrMore":
        return f"{pattern(rest[0])}+"
    if kind == "list":
        return f"list{{{pattern(rest[0])}}}"
    if kind == "attribute":
        return f"@{name(rest[0])}{{{pattern(rest[1])}}}"
    if kind == "ref":
        return f"#{rest[0]}"
    library, type_, *more = rest
    word = f"xsd:{type_}" if library == XSD else f"{library}{type_}"
    if kind == "value":
        context = "".join(f" {prefix}={uri}" for prefix, uri in more[1])
        return f"{word}“{more[0]}”{context}"
    parameters = "".join(f" {key}={value}" for key, value in more[0])
    return word + parameters + (f" - {pattern(more[1])}" if more[1] else "")


def name(name_class: NameClass) -> str:
    kind, *rest = name_class
    if kind == "name":
        return f"{rest[0]}:{rest[1]}" if rest[0] else str(rest[1])
    if kind == "choice":
        return f"({' | '.join(map(name, rest))})"
    word = "*" if kind == "anyName" else f"{rest[0]}:*"
    return word + (f" - {name(rest[-1])}" if rest[-1] else "")
