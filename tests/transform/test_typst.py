from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Final

import pikepdf
import pytest

from octavo.findings import OctavoError
from octavo.transform.typst import Typeset, house_fonts, typeset

_STYLE: Final = """
#import "more.typ": speech
#let pictures = json(bytes(sys.inputs.pictures))
#let picture(path: "", alt: "") = if path in pictures { image(pictures.at(path), alt: alt) }
#let edition(body) = {
  set document(title: "A Title")
  set text(font: "Source Serif 4")
  body
}
"""
_PIXEL: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


@pytest.fixture
def style(tmp_path: Path) -> Path:
    folder = tmp_path / "print"
    folder.mkdir()
    (folder / "edition.typ").write_text(_STYLE, encoding="utf-8")
    (folder / "more.typ").write_text("#let speech(id: none, body) = body\n", encoding="utf-8")
    (folder / "main.xsl").write_text("no Typst", encoding="utf-8")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.xml"


def _set(source: str, style: Path, path: Path | None = None) -> Typeset:
    head = '#import "edition.typ": *\n#show: edition\n'
    return typeset(head + source, style=style, path=path)


def _fails(source: str, style: Path, path: Path | None = None) -> OctavoError:
    with pytest.raises(OctavoError) as caught:
        _set(source, style, path)
    return caught.value


def test_the_pdf_conforms_to_pdf_ua_1(style: Path) -> None:
    result = _set("Herring", style)
    assert result.findings == ()
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_the_same_source_gives_the_same_bytes(style: Path) -> None:
    assert _set("Herring", style).pdf == _set("Herring", style).pdf


def test_the_date_of_the_pdf_is_fixed(style: Path) -> None:
    with pikepdf.open(io.BytesIO(_set("x", style).pdf)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:19700101")


def test_the_fonts_of_the_house_are_used(style: Path) -> None:
    assert all(any(folder.glob("*.ttf")) for folder in house_fonts())
    with pikepdf.open(io.BytesIO(_set("x", style).pdf)) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        assert "SourceSerif4" in str(font.BaseFont)


def test_a_character_that_no_font_has_is_reported_and_the_pdf_made(style: Path, path: Path) -> None:
    result = _set("Seoul \U000e0fff 京", style, path)
    (finding,) = result.findings
    assert finding.id == "missing-glyph"
    assert finding.path == path
    assert "京 (U+4EAC)" in finding.message
    assert "UA-1" in finding.message
    assert result.pdf.startswith(b"%PDF-")


def test_markup_that_the_standard_does_not_know_is_reported_and_the_pdf_made(style: Path) -> None:
    result = _set('#speech(id: "t4")[x]\n#heading(level: 4)[x]', style)
    (finding,) = result.findings
    assert finding.id == "not-conforming"
    assert "the first heading must be of level 1” at #t4" in finding.message
    assert result.pdf.startswith(b"%PDF-")


def test_a_picture_is_read_from_beside_the_document(style: Path, path: Path) -> None:
    (path.parent / "boat.png").write_bytes(_PIXEL)
    result = _set('#picture(path: "boat.png", alt: "a boat")', style, path)
    assert result.findings == ()
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 1


@pytest.mark.parametrize("address", ["no.png", "https://archive.example/a.png", "/etc/a.png"])
def test_a_picture_that_is_not_there_is_reported(address: str, style: Path, path: Path) -> None:
    (finding,) = _set(f'#picture(path: "{address}", alt: "a boat")', style, path).findings
    assert finding.id == "no-picture"
    assert address in finding.message


def test_a_broken_picture_is_reported_and_the_others_are_shown(style: Path, path: Path) -> None:
    (path.parent / "good.png").write_bytes(_PIXEL)
    (path.parent / "bad.png").write_bytes(b"no picture")
    pictures = "".join(f'#picture(path: "{name}.png", alt: "a boat")\n' for name in ("bad", "good"))
    result = _set(pictures, style, path)
    (finding,) = result.findings
    assert finding.id == "no-picture"
    assert "bad.png is broken" in finding.message
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 1


def test_a_picture_that_is_only_mentioned_is_none(style: Path, path: Path) -> None:
    assert _set(r'\#picture\(path\: "no.png"\)', style, path).findings == ()


def test_an_error_of_typst_names_the_document_and_the_nearest_id(style: Path, path: Path) -> None:
    error = _fails('#speech(id: "t3")[x]\n#speech(id: "t4")[#nothing[x]]', style, path)
    (finding,) = error.findings
    assert finding.id == "typesetting-failed"
    assert finding.path == path
    assert "at #t4" in finding.message
    assert "unknown variable: nothing" in finding.message


def test_an_error_in_the_style_names_its_file_and_line(style: Path) -> None:
    (style / "more.typ").write_text("#let a = 1\n#let speech(body) = a.b\n", encoding="utf-8")
    assert "in more.typ, line 2" in _fails("#speech[x]", style).findings[0].message


def test_a_warning_of_typst_is_reported(style: Path) -> None:
    (finding,) = _set('#text(font: "No Such Font")[x]', style).findings
    assert finding.id == "typst-warning"
    assert "no such font" in finding.message


def test_a_package_from_the_network_is_refused(style: Path) -> None:
    (style / "more.typ").write_text('\n#import "@preview/cetz:0.3.0"\n', encoding="utf-8")
    (finding,) = _fails("x", style).findings
    assert finding.id == "network-needed"
    assert (finding.path, finding.line) == (style / "more.typ", 2)


def test_a_style_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(OctavoError) as caught:
        typeset("x", style=tmp_path / "none")
    assert caught.value.findings[0].id == "cannot-read"
