"""Reading XML with care: places, encodings, and what is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.edition import Document, parse_document, place_of, read_document
from octavo.findings import Finding, OctavoError

PATH = Path("tei/a.xml")


def parse(xml: str | bytes) -> Document:
    return parse_document(xml if isinstance(xml, bytes) else xml.encode(), PATH)


def refusal(xml: str | bytes) -> Finding:
    with pytest.raises(OctavoError) as caught:
        parse(xml)
    (finding,) = caught.value.findings
    return finding


def places(path: Path, xml: str) -> list[tuple[str, int, int]]:
    """The targets of the pointers of a document, and where their attributes stand."""
    path.write_text(xml, encoding="utf-8", newline="")
    pointers = read_document(path).pointers
    return [(p.target, *place_of(path, p.line, p.column, p.attribute)) for p in pointers]


def test_an_attribute_has_its_own_place_not_that_of_its_tag(tmp_path: Path) -> None:
    xml = '<a xml:id="x">\n<sp é="1"\n    who="#x  #y"/></a>'
    assert places(tmp_path / "a.xml", xml) == [("#x", 3, 5), ("#y", 3, 5)]
    (found,) = read_document(tmp_path / "a.xml").ids
    assert place_of(tmp_path / "a.xml", found.line, found.column, "xml:id") == (1, 4)


def test_places_are_right_past_line_65535_and_in_text_of_many_bytes(tmp_path: Path) -> None:
    xml = "<a>" + "\n" * 70_000 + "한국어𝄞<b ref='#q'/></a>"
    assert places(tmp_path / "a.xml", xml) == [("#q", 70_001, 8)]


@given(st.text(alphabet="a é\n한𝄞>'", max_size=40), st.text(alphabet=" \n\t", min_size=1))
def test_the_place_of_an_attribute_is_where_its_name_stands(before: str, space: str) -> None:
    xml = f"<a>{before}<b n=\"ref='{before}\"{space}ref = '#x'/></a>"
    with tempfile.TemporaryDirectory() as folder:
        ((_, line, column),) = places(Path(folder, "a.xml"), xml)
    assert xml.split("\n")[line - 1][column - 1 :].startswith("ref = ")


def test_the_place_of_what_is_no_longer_there_is_that_of_the_tag(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a/>", encoding="utf-8")
    assert place_of(tmp_path / "a.xml", 1, 1, "ref") == (1, 1)
    assert place_of(tmp_path / "a.xml", 9, 3, "ref") == (9, 3)
    assert place_of(tmp_path / "none.xml", 2, 3, "ref") == (2, 3)


def test_the_schemas_that_a_document_names_have_their_places() -> None:
    document = parse(
        '<?xml version="1.0"?>\n<?xml-model href="a.rng" type="application/xml"?><a><?xml-model'
        ' href="b.rng"?></a>'
    )
    assert [(m.target, m.line, m.column) for m in document.models] == [("a.rng", 2, 1)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "windows-1252", "utf-16"])
def test_a_document_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    name = encoding.removesuffix("-sig").upper()
    document = parse(f'<?xml version="1.0" encoding="{name}"?><a>é</a>'.encode(encoding))
    assert document.text == '<?xml version="1.0" encoding="UTF-8"?><a>é</a>'


def test_bytes_that_the_declared_encoding_does_not_have_are_named_with_their_place() -> None:
    finding = refusal("<a>\nça é</a>".encode("latin-1"))
    assert (finding.id, finding.line, finding.column) == ("wrong-encoding", 2, 1)


def test_an_encoding_that_nobody_knows_is_named() -> None:
    finding = refusal('<?xml version="1.0" encoding="klingon"?><a/>')
    assert (finding.id, finding.line) == ("unknown-encoding", 1)
    assert "klingon" in finding.message


@pytest.mark.parametrize("empty", [b"", b" \n\t"])
def test_an_empty_file_is_no_document(empty: bytes) -> None:
    assert refusal(empty).id == "empty-document"


def test_a_wrong_end_tag_names_the_element_that_is_open() -> None:
    finding = refusal("<a>\n <b>\n</a>")
    assert (finding.id, finding.line, finding.column) == ("not-well-formed", 3, 3)
    assert "<b>, begun at 2:2" in finding.message


def test_a_document_that_ends_too_soon_names_the_element_that_is_open() -> None:
    finding = refusal("<a>\n<b>")
    assert finding.id == "not-well-formed"
    assert "<b>, begun at 2:1" in finding.message


@pytest.mark.parametrize(
    ("xml", "hint"),
    [
        ("<a>salt & pepper</a>", "&amp;"),
        ("<a>&nbsp;</a>", "the character itself"),
        ("<a/><b/>", "one element around"),
        ("<a><t:b/></a>", "prefix"),
        ("<a\x00/>", "control character"),
    ],
)
def test_what_is_not_well_formed_says_what_to_do(xml: str, hint: str) -> None:
    finding = refusal(xml)
    assert finding.id == "not-well-formed"
    assert hint in finding.hint


@pytest.mark.parametrize(
    "declaration",
    ['<!ENTITY e SYSTEM "secret.txt">', '<!ENTITY % p SYSTEM "secret.ent"> %p;'],
)
def test_an_external_entity_is_refused_and_never_read(declaration: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    finding = refusal(f"<!DOCTYPE a [\n{declaration}]><a>x</a>")
    assert (finding.id, finding.line) == ("external-entity", 2)


def test_a_dtd_from_outside_is_refused() -> None:
    assert refusal('<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI/>').id == "external-dtd"


def test_entities_of_the_document_itself_are_read() -> None:
    document = parse('<!DOCTYPE a [<!ENTITY org "the Committee">]><a>&org;</a>')
    assert document.tree().text == "the Committee"


@pytest.mark.parametrize("innermost", ["ha", "<b/>"])
def test_a_billion_laughs_are_refused(innermost: str) -> None:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    finding = refusal(f'<!DOCTYPE a [<!ENTITY e0 "{innermost}">{levels}]><a>&e9;</a>')
    assert finding.id == "entities-swell"
    assert finding.line == 1


def test_elements_nested_beyond_measure_are_refused() -> None:
    assert refusal("<a>" * 100_000 + "</a>" * 100_000).id == "too-deep"


def test_a_missing_file_and_a_folder_are_findings(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.xml"):
        with pytest.raises(OctavoError, match="cannot-read"):
            read_document(path)
