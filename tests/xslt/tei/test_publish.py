"""The published TEI: the document with an address for everything that can be cited."""

from __future__ import annotations

import re
from typing import Final

import pytest
from lxml import etree

from octavo.resources import Resources
from octavo.transform.saxon import compile_stylesheet
from tests.schema.generate import corpus
from tests.xslt.html.pages import tei

_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_NS: Final = {"t": "http://www.tei-c.org/ns/1.0"}


def _published(document: str) -> str:
    return compile_stylesheet(Resources().xslt / "tei" / "publish.xsl").transform(document).text


def _ids(body: str, name: str, *, header: str = "") -> list[str | None]:
    """The ids of the elements called `name` in the published document with this body."""
    root = etree.fromstring(_published(tei(body, header=header)).encode())
    found = root.xpath(f"//t:text//t:{name}", namespaces=_NS)
    assert isinstance(found, list)
    return [element.get(_ID) for element in found if isinstance(element, etree._Element)]


@pytest.mark.parametrize(
    ("body", "name", "ids"),
    [
        ("<p>a</p><p>b</p>", "p", ["p1", "p2"]),
        ('<sp xml:id="t4"><p>a</p><p>b</p></sp>', "p", ["t4-p1", "t4-p2"]),
        ("<sp><p>a</p></sp><sp><p>b</p></sp>", "p", ["t1-p1", "t2-p1"]),
        ('<sp xml:id="t4"><p>a<note><p>b</p></note></p></sp>', "note", ["t4-p1-n1"]),
        ('<p xml:id="x">a<note>b</note></p>', "note", ["x-n1"]),
        ("<div><p>a</p></div><div><p>b</p></div>", "p", ["d1-p1", "d2-p1"]),
        ("<list><item>a</item><item>b</item></list>", "item", ["list1-i1", "list1-i2"]),
        ("<closer><signed>a</signed></closer>", "closer", ["closer1"]),
    ],
)
def test_what_can_be_cited_has_an_id_made_from_its_place(
    body: str, name: str, ids: list[str]
) -> None:
    assert _ids(body, name) == ids


def test_an_id_of_ones_own_stays() -> None:
    assert _ids('<p xml:id="mine">a</p><p>b</p>', "p") == ["mine", "p2"]


def test_an_id_that_the_document_uses_itself_is_given_to_nothing_else() -> None:
    body = '<p>a</p><p><seg xml:id="p1">b</seg><seg xml:id="p1a">c</seg></p>'
    assert _ids(body, "p") == ["p1aa", "p2"]


def test_a_name_within_a_paragraph_gets_no_id() -> None:
    assert _ids("<p><name>a</name></p>", "name") == [None]


def test_a_paragraph_of_the_summary_is_called_after_it() -> None:
    document = tei("<p/>").replace(
        "<particDesc>", "<abstract><p>a</p><p>b</p></abstract><particDesc>"
    )
    assert re.findall(r'<p xml:id="(summary[^"]*)"', _published(document)) == [
        "summary-p1",
        "summary-p2",
    ]


@pytest.mark.parametrize("target", ["xml-model", "xml-stylesheet"])
@pytest.mark.parametrize(
    ("address", "count"), [("../schema/octavo.rng", 0), ("https://archive.example/a", 1)]
)
def test_an_instruction_stays_if_its_address_holds_anywhere(
    target: str, address: str, count: int
) -> None:
    instruction = f'<?{target} href="{address}"?>'
    assert _published(instruction + tei("<p/>")).count(instruction) == count


def test_other_instructions_and_comments_stay() -> None:
    published = _published("<?editor a?><!-- b -->" + tei("<p>c<!-- d --><?editor e?></p>"))
    assert [piece for piece in ("<?editor a?>", "<!-- b -->", "<!-- d -->", "<?editor e?>")
            if piece not in published] == []  # fmt: skip


def test_nothing_but_ids_is_added(sample: str) -> None:
    before, after = (etree.fromstring(text.encode()) for text in (sample, _published(sample)))
    own = {element.get(_ID) for element in before.iter() if element.get(_ID)}
    for element in after.iter(etree.Element):
        if element.get(_ID) and element.get(_ID) not in own:
            del element.attrib[_ID]
    assert etree.tostring(after, method="c14n") == etree.tostring(before, method="c14n")


def test_what_is_published_is_valid(octavo_schema: etree.RelaxNG, sample: str) -> None:
    for document in _documents(sample):
        root = etree.fromstring(_published(document).encode())
        assert octavo_schema.validate(root), octavo_schema.error_log


def test_what_is_published_is_valid_tei(tei_all: etree.RelaxNG, sample: str) -> None:
    for document in _documents(sample):
        root = etree.fromstring(_published(document).encode())
        assert tei_all.validate(root), tei_all.error_log


def _documents(sample: str) -> list[str]:
    """The sample, and documents that together use every element of the schema."""
    trees = corpus(Resources().schema)
    return [sample, *(etree.tostring(tree, encoding="unicode") for tree in trees)]
