"""Random valid documents from a RELAX NG schema in the XML syntax.

    tree = generate(Path("schema/octavo.rng"), seed=7)
    for tree in corpus(Path("schema/octavo.rng")):  # until no part of the schema is missing

Ids are unique in a document; pointers lead to ids of the document or anywhere else. The same
schema, seed and options give the same document, byte for byte. Every word of text is followed by a
number that makes it unique in the document, so that a test can tell where each one went.
"""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from lxml import etree

from tests.schema.grammar import Grammar, Pattern, read

__all__ = ["WORDS", "Coverage", "corpus", "generate"]

WORDS: Final = (
    *(
        "herring",
        "tide",
        "harbour",
        "winter",
        "Ærø",
        "Łódź",
        "평양",
        "北京",
        "“quoted”",
        "it’s",
        "—",
    ),
    *(
        "#hash",
        "$5",
        "*star*",
        "_low_",
        "a<b",
        "R&D",
        "[also]",
        "a\\b",
        "a/b",
        "~",
        "@at",
        "x=1",
        "(so)",
    ),
)
"""What texts are made of: words of several scripts, and signs that XML or Typst take for more."""

# libxml2 needs time exponential in the number of optional attributes that an element has.
_MOST_ATTRIBUTES: Final = 4
# How many elements the target of a document may have at least.
_ROOM: Final = 40

# Elements, text, and attributes (name and value) in the order in which they were made.
_Piece: TypeAlias = etree._Element | str | tuple[str, str]


@dataclass
class Coverage:
    """How often each part of a schema was generated, over any number of documents.

    parts: by element and what it had, a child element or an attribute. values: by element and
    alternative, where the schema lists values.
    """

    elements: Counter[Pattern] = field(default_factory=Counter)
    parts: Counter[tuple[Pattern, Pattern]] = field(default_factory=Counter)
    values: Counter[tuple[Pattern, Pattern]] = field(default_factory=Counter)

    def missing(self, grammar: Grammar) -> list[tuple[Pattern, Pattern | None]]:
        """The elements never generated, and the children and attributes an element never had."""
        elements = [(e, None) for e in grammar.elements if not self.elements[e]]
        each = {e: (*grammar.children[e], *grammar.attributes[e]) for e in grammar.elements}
        pairs = [(e, part) for e, parts in each.items() for part in parts]
        return [*elements, *(pair for pair in pairs if not self.parts[pair])]


def generate(
    schema_path: Path,
    seed: int,
    *,
    size: int = 120,
    words: Sequence[str] = WORDS,
    coverage: Coverage | None = None,
    target: Pattern | None = None,
) -> etree._ElementTree:
    """A random document that is valid by the schema.

    size: how many elements it has at most, or as many as the schema asks for. words: what texts
    are made of. coverage: what earlier documents had; this one prefers what they lacked, and is
    added to it. target: an element pattern that the document must contain, with room for content.

    Raises ValueError where the schema uses what the generator does not know.
    """
    grammar = read(schema_path)
    way = grammar.way(target) if target is not None else []
    document = _Document(grammar, random.Random(seed), words, coverage or Coverage(), deque(way))
    (root,) = document.expand(grammar.start, size)
    if not isinstance(root, etree._Element):
        raise TypeError("a document begins with an element")
    return root.getroottree()


def corpus(
    schema_path: Path, *, seed: int = 0, size: int = 120, least: int = 1, most: int = 1000
) -> Iterator[etree._ElementTree]:
    """Documents that together have each element with each child and attribute it may have.

    least, most: how many documents at least, and after how many to give up with a ValueError.
    """
    grammar, coverage = read(schema_path), Coverage()
    for number in range(most):
        missing = coverage.missing(grammar)
        if not missing and number >= least:
            return
        target = missing[0][0] if missing else None
        yield generate(schema_path, seed + number, size=size, coverage=coverage, target=target)
    raise ValueError(f"not generated in {most} documents: {coverage.missing(grammar)[:10]}")


@dataclass
class _Document:
    """One document in the making.

    way: the elements that are still to be entered, from the outermost, to reach the target.
    parents: the elements that are open; given: how many attributes each of them has.
    """

    grammar: Grammar
    random: random.Random
    words: Sequence[str]
    coverage: Coverage
    way: deque[Pattern]
    parents: list[Pattern] = field(default_factory=list)
    given: list[int] = field(default_factory=list)
    ids: int = 0
    tokens: int = 0

    def expand(self, pattern: Pattern, budget: int) -> list[_Piece]:
        """What a pattern allows, of about as many elements as the budget says."""
        match pattern.kind:
            case "element":
                return [self._element(pattern, budget)]
            case "attribute":
                return [self._attribute(pattern)]
            case "choice":
                return self.expand(self._chosen(pattern, budget), budget)
            case "interleave":
                return self._shuffled(self._each(pattern.parts, budget))
            case "optional" | "zeroOrMore" | "oneOrMore":
                times = self._times(pattern, budget)
                return [p for part in self._each(pattern.parts * times, budget) for p in part]
            case "text":
                return [self._text()]
            case "list":
                pieces = [p for part in self._each(pattern.parts, 0) for p in part]
                return [" ".join(str(p) for p in pieces)]
            case "data" | "value":
                return [self._value(pattern)]
            case _:
                return [p for part in self._each(pattern.parts, budget) for p in part]

    def _element(self, pattern: Pattern, budget: int) -> etree._Element:
        if self.way and self.way[0] is pattern:
            self.way.popleft()
            budget = budget if self.way else max(budget, _ROOM)
        self.coverage.elements[pattern] += 1
        if self.parents:
            self.coverage.parts[self.parents[-1], pattern] += 1
        self.parents.append(pattern)
        self.given.append(0)
        name = etree.QName(pattern.name)
        namespaces: dict[None, str] = {None: name.namespace} if name.namespace else {}
        element = etree.Element(name, nsmap=namespaces)  # type: ignore[arg-type]
        for piece in self.expand(Pattern("group", parts=pattern.parts), budget - 1):
            if isinstance(piece, tuple):
                element.set(*piece)
            elif isinstance(piece, etree._Element):
                element.append(piece)
            elif len(element):
                element[-1].tail = (element[-1].tail or "") + piece
            else:
                element.text = (element.text or "") + piece
        self.parents.pop()
        self.given.pop()
        return element

    def _attribute(self, pattern: Pattern) -> tuple[str, str]:
        self.coverage.parts[self.parents[-1], pattern] += 1
        self.given[-1] += 1
        pieces = [p for part in self._each(pattern.parts, 0) for p in part]
        return pattern.name, "".join(str(p) for p in pieces).strip()

    def _each(self, parts: Sequence[Pattern], budget: int) -> list[list[_Piece]]:
        """Each part in turn, the budget divided among those that have elements."""
        shares = [self.grammar.cost(p) for p in parts]
        able = [i for i, p in enumerate(parts) if p.inside("element")]
        for i in self.random.choices(able, k=max(0, budget - sum(shares))) if able else ():
            shares[i] += 1
        return [self.expand(p, share) for p, share in zip(parts, shares, strict=True)]

    def _chosen(self, choice: Pattern, budget: int) -> Pattern:
        """An alternative: on the way to the target, or new, or any within the budget."""
        on_the_way = [p for p in choice.parts if self._leads(p)]
        if on_the_way:
            return self.random.choice(on_the_way)
        limit = max(budget, min(self.grammar.cost(p) for p in choice.parts))
        able = [p for p in choice.parts if self.grammar.cost(p) <= limit]
        able = [p for p in able if self._is_new(p)] or able
        parent = self.parents[-1] if self.parents else choice
        seldom = min(self.coverage.values[parent, p] for p in able)
        if all(p.kind == "value" for p in able):
            able = [p for p in able if self.coverage.values[parent, p] == seldom]
        chosen = self.random.choice(able)
        self.coverage.values[parent, chosen] += 1
        return chosen

    def _times(self, pattern: Pattern, budget: int) -> int:
        """How often an optional or repeated pattern occurs."""
        least = int(pattern.kind == "oneOrMore")
        cost = sum(self.grammar.cost(p) for p in pattern.parts)
        if any(self._leads(p) for p in pattern.parts):
            return 1
        if any(p.inside("attribute") for p in pattern.parts):
            likely = 0.6 if any(self._is_new(p) for p in pattern.parts) else 0.15
            return int(self.given[-1] < _MOST_ATTRIBUTES and self.random.random() < likely)
        new = any(self._is_new(p) for p in pattern.parts)
        if any(p.inside("text") for p in pattern.parts):
            return max(self.random.randint(1, 4), min(budget, _ROOM) if new else 0)
        most = min(5, budget // cost) if cost else min(5, budget)
        if pattern.kind == "optional":
            most = min(1, most)
        return max(least, self.random.randint(min(int(new), most), most) if most > 0 else 0)

    def _leads(self, pattern: Pattern) -> bool:
        return bool(self.way) and self.way[0] in pattern.inside("element")

    def _is_new(self, pattern: Pattern) -> bool:
        """Whether it may bring a child or an attribute that the element at hand never had."""
        if not self.parents:
            return False
        may = (*pattern.inside("attribute"), *pattern.inside("element"))
        return any((self.parents[-1], part) not in self.coverage.parts for part in may)

    def _shuffled(self, parts: list[list[_Piece]]) -> list[_Piece]:
        queues = [deque(pieces) for pieces in parts]
        order = [queue for queue in queues for _ in queue]
        self.random.shuffle(order)
        return [queue.popleft() for queue in order]

    def _text(self) -> str:
        """One to four words; mostly, not always, set off from what is around them."""
        words = []
        for _ in range(self.random.randint(1, 4)):
            self.tokens += 1
            words.append(f"{self.random.choice(self.words)}{self.tokens}")
        before, after = (self.random.choice(("", " ", " ", " ")) for _ in range(2))
        return f"{before}{' '.join(words)}{after}"

    def _value(self, pattern: Pattern) -> str:
        value = self.random.choice(pattern.values)
        if pattern.name == "ID":
            self.ids += 1
            return f"{value}{self.ids}"
        if pattern.name == "anyURI" and self.ids and value.startswith("#"):
            return f"#id{self.random.randint(1, self.ids)}"
        return value
