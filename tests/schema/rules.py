"""The rules of octavo.rng beyond TEI, each with markup that keeps it and markup that breaks it."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["RULES", "Rule"]


class Rule(NamedTuple):
    """A rule, where in a document it applies, and markup that keeps and that breaks it."""

    sentence: str
    place: str
    kept: str
    broken: str


_SP: Final = '<sp xml:id="t1" who="#berg"><speaker>Berg</speaker><p>Yes.</p></sp>'
_BERG: Final = '<person xml:id="berg"><persName>Berg</persName></person>'
_PLACE: Final = "<place xml:id='a'>"
_GRAPHIC: Final = '<graphic url="a.png"/>'


def _profile(particulars: str) -> str:
    return f"<profileDesc>{particulars}</profileDesc>"


def _change(old: str, new: str, kept: str) -> tuple[str, str]:
    assert old in kept
    return kept, kept.replace(old, new)


RULES: Final = [
    # Speeches
    Rule("a speech says who speaks", "body", *_change(' who="#berg"', "", _SP)),
    Rule("a speech has an id", "body", *_change(' xml:id="t1"', "", _SP)),
    Rule("a speech is more than its label", "body", *_change("<p>Yes.</p>", "", _SP)),
    Rule("a speech has one label", "body", *_change("<p>", "<speaker>B.</speaker><p>", _SP)),
    Rule("words spoken are in a paragraph", "body", *_change("<p>Yes.</p>", "Yes.", _SP)),
    Rule("who speaks is given by pointers", "body", *_change('"#berg"', '""', _SP)),
    Rule(
        "a person in the register has an id",
        "register",
        *_change(' xml:id="berg"', "", f"<listPerson>{_BERG}</listPerson>"),
    ),
    Rule(
        "a person has a name",
        "register",
        *_change("<persName>Berg</persName>", "", f"<listPerson>{_BERG}</listPerson>"),
    ),
    # The document
    Rule("a body has paragraphs or speeches", "text", "<body><p/></body>", "<body/>"),
    Rule(
        "a text is not bare",
        "body",
        "<p>Text.</p>",
        "Text.",
    ),
    Rule(
        "what opens a division precedes its paragraphs",
        "body",
        "<head>Minutes</head><p/>",
        "<p/><head>Minutes</head>",
    ),
    Rule(
        "a signature is part of the closing lines",
        "body",
        "<p/><closer><signed>Berg</signed></closer>",
        "<p/><signed>Berg</signed>",
    ),
    Rule(
        "a register has no empty list",
        "register",
        "<listPlace><place xml:id='a'><placeName>A</placeName></place></listPlace>",
        "<listPlace/>",
    ),
    # Words and links
    Rule(
        "<hi> says how the source shows the words", "phrase", '<hi rend="bold">a</hi>', "<hi>a</hi>"
    ),
    Rule(
        "<foreign> says which language it is",
        "phrase",
        '<foreign xml:lang="ko">a</foreign>',
        "<foreign>a</foreign>",
    ),
    Rule("a link leads somewhere", "phrase", '<ref target="#a">a</ref>', "<ref>a</ref>"),
    Rule("a pointer leads somewhere", "phrase", '<ptr target="#a"/>', "<ptr/>"),
    Rule(
        "a language tag is one word",
        "phrase",
        '<foreign xml:lang="ru-Latn">a</foreign>',
        '<foreign xml:lang="Russian language">a</foreign>',
    ),
    Rule(
        "a quotation with its reference has both",
        "body",
        "<cit><quote>a</quote><bibl>b</bibl></cit>",
        "<cit><quote>a</quote></cit>",
    ),
    # Transcription
    Rule(
        "supplied words say why they are supplied",
        "phrase",
        '<supplied reason="omitted">a</supplied>',
        "<supplied>a</supplied>",
    ),
    Rule("a gap says why the words are not given", "phrase", '<gap reason="lost"/>', "<gap/>"),
    Rule(
        "an error is paired with its correction",
        "phrase",
        "<choice><corr>the</corr><sic>teh</sic></choice>",
        "<choice><sic>teh</sic><reg>the</reg></choice>",
    ),
    Rule(
        "a substitution has a deletion and an addition",
        "phrase",
        "<subst><del>a</del><add>b</add></subst>",
        "<subst><add>b</add></subst>",
    ),
    Rule(
        "a quantity is a number",
        "phrase",
        '<gap reason="lost" quantity="2" unit="line"/>',
        '<gap reason="lost" quantity="two" unit="line"/>',
    ),
    # Apparatus
    Rule(
        "a reading names its witness or who proposes it",
        "phrase",
        '<app><lem>a</lem><rdg wit="#W">b</rdg><rdg resp="#ed">c</rdg></app>',
        "<app><lem>a</lem><rdg>b</rdg></app>",
    ),
    Rule(
        "an entry of the apparatus has a reading beside the lemma",
        "phrase",
        '<app><lem>a</lem><rdg wit="#W"/></app>',
        "<app><lem>a</lem></app>",
    ),
    Rule(
        "readings between paragraphs are paragraphs",
        "body",
        '<app><lem><p/></lem><rdg wit="#W"/></app><p/>',
        '<app><lem>a</lem><rdg wit="#W"/></app><p/>',
    ),
    Rule(
        "a witness has an id",
        "source",
        '<listWit><witness xml:id="W">Copy</witness></listWit>',
        "<listWit><witness>Copy</witness></listWit>",
    ),
    # Lists, tables, figures
    Rule(
        "a list with labels is a gloss list",
        "body",
        '<list type="gloss"><label>a</label><item>b</item></list>',
        "<list><label>a</label><item>b</item></list>",
    ),
    Rule(
        "a gloss list has labels",
        "body",
        '<list type="gloss"><label>a</label><item>b</item></list>',
        '<list type="gloss"><item>b</item></list>',
    ),
    Rule(
        "a figure is described in words",
        "body",
        f"<p/><figure>{_GRAPHIC}<figDesc>A fish</figDesc></figure>",
        f"<p/><figure>{_GRAPHIC}</figure>",
    ),
    Rule(
        "a cell reaches over at least one column",
        "body",
        '<table><row><cell cols="2"/></row></table>',
        '<table><row><cell cols="0"/></row></table>',
    ),
    # Dates
    Rule(
        "a date is written year, month, day",
        "phrase",
        '<date when="1964-09-05">5 September</date>',
        '<date when="5.9.1964">5 September</date>',
    ),
    Rule(
        "a date is one of the calendar",
        "phrase",
        '<date when="1964-02-29">a</date>',
        '<date when="1963-02-29">a</date>',
    ),
    Rule(
        "a known date has no limits",
        "phrase",
        '<date notBefore="1964" notAfter="1965-06">a</date>',
        '<date when="1964" notAfter="1965-06">a</date>',
    ),
    Rule(
        "a date does not both begin and lie after the same limit",
        "phrase",
        '<date from="1964" notAfter="1965">a</date>',
        '<date from="1964" notBefore="1963">a</date>',
    ),
    # The header
    Rule(
        "who had a part is told with what they did",
        "title_stmt",
        "<respStmt><resp>Recorder</resp><name>A</name></respStmt>",
        "<respStmt><name>A</name></respStmt>",
    ),
    Rule(
        "the terms of use belong to a publisher",
        "publication",
        "<publisher>A</publisher><availability><p>Free.</p></availability>",
        "<availability><p>Free.</p></availability>",
    ),
    Rule(
        "a document in an archive has its archive",
        "source",
        "<msDesc><msIdentifier><repository>A</repository></msIdentifier></msDesc>",
        "<msDesc><msIdentifier><idno>1</idno></msIdentifier></msDesc>",
    ),
    Rule(
        "a program has a name and a version",
        "encoding",
        "<encodingDesc><appInfo><application ident='octavo' version='0.1.0'><label>Octavo</label>"
        "</application></appInfo></encodingDesc>",
        "<encodingDesc><appInfo><application ident='octavo' version='new'><label>Octavo</label>"
        "</application></appInfo></encodingDesc>",
    ),
    Rule(
        "there is one description of the setting",
        "profile",
        _profile("<settingDesc><p/></settingDesc><creation/>"),
        _profile("<settingDesc><p/></settingDesc><settingDesc><p/></settingDesc>"),
    ),
    Rule(
        "a language has a tag",
        "profile",
        _profile("<langUsage><language ident='en'>English</language></langUsage>"),
        _profile("<langUsage><language>English</language></langUsage>"),
    ),
    # Registers
    Rule(
        "a place is called by its name before all else",
        "register",
        f"<listPlace>{_PLACE}<placeName>A</placeName><country>B</country></place></listPlace>",
        f"<listPlace>{_PLACE}<country>B</country><placeName>A</placeName></place></listPlace>",
    ),
    Rule(
        "latitude and longitude are two numbers",
        "register",
        "<listPlace><place xml:id='a'><placeName>A</placeName><location><geo>39.02 125.75</geo>"
        "</location></place></listPlace>",
        "<listPlace><place xml:id='a'><placeName>A</placeName><location><geo>39 N</geo></location>"
        "</place></listPlace>",
    ),
    Rule(
        "a relation is mutual or of one to another",
        "register",
        "<listRelation><relation name='ally' mutual='#a #b'/></listRelation>",
        "<listRelation><relation name='ally' mutual='#a #b' active='#a'/></listRelation>",
    ),
]
