"""A schema in the compact syntax (RELAX NG Compact Syntax, 21 November 2002), read into tags.

The parser follows the grammar of the specification's appendix A.1, a method for each rule, and
makes the tags that the rule is translated into. What depends on more than the rule is checked with
the tags of the XML syntax.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from octavo.relaxng.compact_names import MIXED, NameParser
from octavo.relaxng.compact_tokens import KEYWORDS, Token, tokens
from octavo.relaxng.schema_names import href_fault
from octavo.relaxng.schema_source import SchemaFile, Tag, Troubles

__all__ = ["read_compact"]

_ASSIGNMENTS: Final = {"=": "", "|=": "choice", "&=": "interleave"}
_OPERATORS: Final = {"|": "choice", ",": "group", "&": "interleave"}
_REPETITIONS: Final = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}


def read_compact(data: bytes, path: Path, troubles: Troubles) -> Tag:
    """The root of the schema whose bytes are `data`. Raises SchemaError."""
    file = SchemaFile(path, b"", compact=True)
    return _Parser(tokens(data, path, troubles), file, troubles).schema()


class _Parser(NameParser):
    def schema(self) -> Tag:
        self.preamble()
        first = self.token
        if self._grammar_comes():
            root = self.tag("grammar", first)
            self._grammar_content(root, "end", include=False)
        else:
            root, annotated = self._pattern()
            if annotated:
                self.fail(first, "a schema is one pattern, and nothing can follow it")
            self.expect("end", "the end of the schema")
        self.troubles.check()
        return root

    # Grammars.

    def _grammar_comes(self) -> bool:
        """Whether what comes next is the content of a grammar, not a pattern."""
        steps = 0
        while self.following(steps).kind == "documentation":
            steps += 1
        if self.following(steps).kind == "[":
            depth = 0
            while (kind := self.following(steps).kind) != "end":
                depth += {"[": 1, "]": -1}.get(kind, 0)
                steps += 1
                if depth == 0:
                    break
        token, after = self.following(steps), self.following(steps + 1)
        if token.kind in {"start", "div", "include", "end"}:
            return True
        return (token.kind == "name" and after.kind in _ASSIGNMENTS) or (
            token.kind in {"name", "cname"} and after.kind == "["
        )

    def _grammar_content(self, parent: Tag, end: str, *, include: bool) -> None:
        self.deeper()
        while self.token.kind != end:
            annotated = self.annotations()
            if not annotated and self.grammar_annotation():
                continue
            parent.children.append(self._component(include=include))
        self.back()
        if end != "end":
            self.expect(end)

    def _component(self, *, include: bool) -> Tag:
        token = self.token
        if token.kind == "div":
            self.next()
            self.expect("{")
            tag = self.tag("div", token)
            self._grammar_content(tag, "}", include=include)
            return tag
        if token.kind == "include" and not include:
            return self._include()
        if token.kind not in {"start", "name"}:
            hint = ""
            if token.kind in KEYWORDS and self.following().kind in _ASSIGNMENTS:
                hint = f"{token.value} is a keyword; as a name, it is written \\{token.value}."
            self.unexpected("start, a name with =, div or include", hint)
        self.next()
        tag = self.tag("start" if token.kind == "start" else "define", token)
        if token.kind == "name":
            tag.attributes["name"] = token.value
            tag.spots = {"": token.place, "name": token.place}
        operator = self.token
        if operator.kind not in _ASSIGNMENTS:
            self.unexpected("=, |= or &=")
        self.next()
        if method := _ASSIGNMENTS[operator.kind]:
            tag.attributes["combine"] = method
            tag.spots = {**(tag.spots or {}), "combine": operator.place}
        tag.children.append(self._pattern()[0])
        return tag

    def _include(self) -> Tag:
        tag = self._reference("include")
        if self.take("{"):
            self._grammar_content(tag, "}", include=True)
        return tag

    def _reference(self, name: str) -> Tag:
        """`include` or `external` with an address and perhaps a namespace to be inherited."""
        token = self.next()
        href, literal = self.literal("the address of a schema in quotes")
        tag = self.tag(name, token, href=href)
        tag.spots = {"": token.place, "href": literal.place}
        if reason := href_fault(href):
            self.troubles.add("bad-href", tag, "href", value=href, reason=reason)
        tag.ns = self.default
        if self.take("inherit"):
            self.expect("=")
            prefix = self.expect_name("a prefix")
            tag.ns = self.namespace(prefix, prefix.value)
        return tag

    # Patterns. Each method says whether annotations follow the pattern, too.

    def _pattern(self) -> tuple[Tag, bool]:
        self.deeper()
        tag, annotated, whole = self._particle(alone=True)
        operator = self.token
        if whole and operator.kind in {*_OPERATORS, *_REPETITIONS}:
            self.fail(operator, "a datatype with an exception stands alone", MIXED)
        if operator.kind in _OPERATORS:
            children = [tag]
            while self.take(operator.kind):
                children.append(self._particle(alone=False)[0])
            if self.token.kind in _OPERATORS:
                reason = f"“{operator.kind}” and “{self.token.kind}” cannot stand side by side"
                self.fail(self.token, reason, MIXED)
            tag, annotated = self.wrap(_OPERATORS[operator.kind], children), False
        self.back()
        return tag, annotated

    def _particle(self, *, alone: bool) -> tuple[Tag, bool, bool]:
        """A pattern that may be repeated; `alone` if a datatype may have an exception here."""
        lead = self.annotations()
        token = self.token
        annotated = whole = False
        if self.take("("):
            tag, annotated = self._pattern()
            annotated = annotated and not lead
            self.expect(")", "“)”, or an operator that goes on")
        else:
            tag = self._primary(token)
        if self.token.kind == "-" and tag.name == "data" and token.kind != "(":
            if not alone:
                self.fail(self.token, "a datatype with an exception stands alone", MIXED)
            whole = True
            self.next()
            self.annotations()
            inner = self.token
            if self.take("("):
                excluded, _ = self._pattern()
                self.expect(")")
            else:
                excluded = self._primary(inner)
            tag.children.append(self.wrap("except", [excluded], inner))
        annotated = self.follow_annotations() or annotated
        repetition = _REPETITIONS.get(self.token.kind)
        if repetition and not whole:
            self.next()
            tag = self.wrap(repetition, [tag], token)
            annotated = self.follow_annotations()
            if self.token.kind in _REPETITIONS:
                self.fail(self.token, "a pattern is repeated in one way only", MIXED)
        return tag, annotated, whole

    def _primary(self, token: Token) -> Tag:
        kind = token.kind
        if kind in {"element", "attribute"}:
            self.next()
            tag = self.tag(kind, token)
            tag.children.append(self.name_class(element=kind == "element"))
            return self._braced(tag)
        if kind in {"mixed", "list"}:
            self.next()
            return self._braced(self.tag(kind, token))
        if kind in {"empty", "text", "notAllowed"}:
            return self.tag(kind, self.next())
        if kind == "name":
            tag = self.tag("ref", self.next(), name=token.value)
            tag.spots = {"": token.place, "name": token.place}
            return tag
        if kind == "parent":
            self.next()
            name = self.expect("name", "the name of a definition")
            tag = self.tag("parentRef", token, name=name.value)
            tag.spots = {"": token.place, "name": name.place}
            return tag
        if kind in {"cname", "string", "token", "literal"}:
            return self._data(token)
        if kind == "grammar":
            self.next()
            self.expect("{")
            tag = self.tag("grammar", token)
            self._grammar_content(tag, "}", include=False)
            return tag
        if kind == "external":
            return self._reference("externalRef")
        return self.unexpected("a pattern")

    def _braced(self, tag: Tag) -> Tag:
        self.expect("{")
        tag.children.append(self._pattern()[0])
        self.expect("}", "“}”, or an operator that goes on")
        return tag

    def _data(self, token: Token) -> Tag:
        attributes: dict[str, str] = {}
        library = ""
        if token.kind != "literal":
            self.next()
            prefix, _, attributes["type"] = token.value.rpartition(":")
            if prefix and prefix not in self.libraries:
                self.fail(
                    token,
                    f"the prefix {prefix} is not that of a datatype library",
                    f'Add at the beginning: datatypes {prefix} = "..."',
                )
            library = self.libraries.get(prefix, "")
        is_value = self.token.kind == "literal"
        tag = self.tag("value" if is_value else "data", token, **attributes)
        tag.spots = {"": token.place, "type": token.place}
        tag.library = library
        if is_value:
            # What a name without a prefix means in it, as `ns` says in the XML syntax.
            tag.ns = self.default
            tag.text = self.literal()[0]
        elif self.take("{"):
            while not self.take("}"):
                self.annotations()
                name = self.expect_name("a parameter, or “}”")
                self.expect("=")
                parameter = self.tag("param", name, name=name.value)
                parameter.spots = {"": name.place, "name": name.place}
                parameter.text = self.literal()[0]
                tag.children.append(parameter)
        return tag
