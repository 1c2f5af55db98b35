"""What the front-end says of a schema, in one place: a message and what to do, by the finding's id.

Both are templates for `str.format`; the values are given where the finding is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["SCHEMA_MESSAGES"]

SCHEMA_MESSAGES: Final[Mapping[str, tuple[str, str]]] = {
    # The file.
    "schema-unreadable": ("the schema cannot be read: {reason}.", "{hint}"),
    "schema-encoding": (
        "the schema is not in the encoding {encoding}: {reason}.",
        "Save it as UTF-8, and say so in its first line or not at all.",
    ),
    "schema-swells": (
        "the schema expands to far more than it holds.",
        "Such a schema is made to exhaust a machine; ask who wrote it.",
    ),
    "schema-too-deep": (
        "the schema is nested deeper than {limit} levels.",
        "Give the inner patterns names with <define>.",
    ),
    # Section 3: the full syntax.
    "not-a-schema": (
        "<{name}> is not the beginning of a RELAX NG schema.",
        'A schema begins with <grammar xmlns="{namespace}"> or with one pattern.',
    ),
    "unknown-element": ("RELAX NG has no element <{name}>.", "{hint}"),
    "misplaced-element": ("<{name}> cannot stand here, in <{parent}>.", "{hint}"),
    "missing-child": ("<{name}> needs {what}.", "{hint}"),
    "foreign-element-in-string": (
        "<{name}> cannot hold an element, only text.",
        "Take <{child}> out; an annotation can stand before or after <{name}>.",
    ),
    "misplaced-text": (
        "there is text where only elements may stand, in <{parent}>: “{text}”.",
        "Take it out, or make it a comment: <!-- ... -->.",
    ),
    "unknown-attribute": ("<{name}> has no attribute {which}.", "{hint}"),
    "qualified-attribute": (
        "{which} has the namespace of RELAX NG, whose attributes have none.",
        "Write it without a prefix.",
    ),
    "missing-attribute": ("<{name}> needs the attribute {which}.", "{hint}"),
    "bad-name": (
        "“{value}” is not a name{kind}.",
        "A name begins with a letter or _; letters, digits, - . _ follow; no spaces.",
    ),
    "bad-combine": ("“{value}” is no way to combine.", "Write choice or interleave."),
    "bad-datatype-library": (
        "“{value}” cannot name a datatype library: {reason}.",
        "Write an absolute URI, such as http://www.w3.org/2001/XMLSchema-datatypes, or nothing.",
    ),
    "bad-href": (
        "“{value}” is not the address of a schema: {reason}.",
        "Write the path of a file, relative to this one.",
    ),
    # Sections 4.5 to 4.7: other files.
    "schema-on-network": (
        "{value} is not a file of this computer, and nothing is fetched from a network.",
        "Save a copy beside the schema and write its name here.",
    ),
    "include-unreadable": ("the schema {path} cannot be read: {reason}.", "Correct the address."),
    "include-loop": ("this leads back to {path}, which is being read already.", "Take it out."),
    "include-no-grammar": (
        "{path} begins with <{name}>; only a <grammar> can be included.",
        "Use <externalRef> for a schema that is one pattern.",
    ),
    "override-nothing": (
        "the included schema {path} has no {what} that this could take the place of.",
        "Move it out of <include>, or correct the name.{close}",
    ),
    # Section 4.10 and 4.16: names and datatypes.
    "undeclared-prefix": (
        "the prefix {prefix} of {value} is not declared.",
        'Add xmlns:{prefix}="..." to this element or one around it.',
    ),
    "any-name-in-except": (
        "anyName cannot stand in the except of {outer}: nothing would be left.",
        "Name what is to be left out.",
    ),
    "ns-name-in-except": (
        "nsName cannot stand in the except of nsName.",
        "Name what is to be left out of the namespace.",
    ),
    "xmlns-attribute": (
        "an attribute cannot be called xmlns: that declares a namespace.",
        "Namespaces are not checked by a schema; take the pattern out.",
    ),
    "xmlns-namespace": (
        "no attribute can be in the namespace http://www.w3.org/2000/xmlns.",
        "Namespaces are not checked by a schema; take the pattern out.",
    ),
    "unknown-datatype-library": (
        "nothing is known of the datatype library {library}.",
        "Known are http://www.w3.org/2001/XMLSchema-datatypes and, without a URI, string and"
        " token.",
    ),
    "wrong-datatype": ("{reason}", "{hint}"),
    "wrong-value": (
        "“{value}” is not a value of the datatype {type}: {reason}.",
        "Correct the value or the type.",
    ),
    # Sections 4.17 to 4.19: definitions.
    "defined-twice": (
        "{what} is defined twice without a word on how to combine the two; the other is at"
        " {other}.",
        'Give one of them combine="choice" or combine="interleave", or rename it.',
    ),
    "combined-two-ways": (
        "{what} is combined by {method} here, and by {other_method} at {other}.",
        "Choose one of the two.",
    ),
    "undefined-reference": ("{name} is not defined in this grammar.", "{hint}"),
    "reference-without-grammar": (
        "{name} cannot refer to anything: there is no <grammar> {where}.",
        "Put the pattern into a <grammar> that defines {name}.",
    ),
    "no-start": ("the grammar has no <start>.", "Say what a document may begin with: <start>."),
    "endless-definition": (
        "{name} is defined by itself: {way}.",
        "Put an <element> between {name} and its own definition.",
    ),
    # Section 7: restrictions.
    "prohibited-path": ("{inner} cannot stand in {outer}{where}.", "{hint}"),
    "attributes-repeated": (
        "the attribute {name} is part of a group that is repeated{where}, and no element has an"
        " attribute twice.",
        "Take the attribute out of <oneOrMore> or <zeroOrMore>.",
    ),
    "endless-names": (
        "{name} stands for endlessly many attributes, and must be repeated.",
        "Put it into <oneOrMore> or <zeroOrMore>.",
    ),
    "text-with-data": (
        "{inner} stands beside other content, or is repeated{where}; it takes the whole of the"
        " content.",
        "Make them alternatives with <choice>, or use <text/> instead of the datatype.",
    ),
    "attribute-twice": (
        "the attribute {name} is allowed twice{where}; the other is at {other}.",
        "Take one of the two out, or make them alternatives with <choice>.",
    ),
    "interleaved-elements": (
        "the element {name} is in two parts of one <interleave>{where}; the other is at {other}.",
        "Take it out of one of them, so that it is clear which is meant.",
    ),
    "interleaved-text": (
        "text is in two parts of one <interleave> or <mixed>{where}.",
        "Take <text/> out of one of them.",
    ),
    # The compact syntax.
    "compact-syntax": ("{reason}.", "{hint}"),
    "compact-declaration": ("{reason}.", "{hint}"),
}
