from __future__ import annotations

import importlib.util
import shutil
import time
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree


@pytest.fixture
def maker(root: Path, tmp_path: Path) -> ModuleType:
    """schema/make_rng.py in a folder of its own, with the schema beside it."""
    for name in ("make_rng.py", "octavo.rnc", "octavo.rng"):
        shutil.copy(root / "schema" / name, tmp_path)
    spec = importlib.util.spec_from_file_location("make_rng", tmp_path / "make_rng.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_octavo_rng_is_what_octavo_rnc_gives(maker: ModuleType) -> None:
    assert maker.main(["--check"]) == 0


def test_check_finds_a_stale_schema_and_leaves_it(
    maker: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "octavo.rng"
    made.write_bytes(made.read_bytes() + b"\n")
    stale = made.read_bytes()
    assert maker.main(["--check"]) == 1
    assert made.read_bytes() == stale
    assert "make schema" in capsys.readouterr().err


def test_a_stale_schema_is_made_anew(maker: ModuleType, tmp_path: Path, root: Path) -> None:
    made = tmp_path / "octavo.rng"
    made.unlink()
    assert maker.main([]) == 0
    assert made.read_bytes() == (root / "schema" / "octavo.rng").read_bytes()


@pytest.mark.parametrize(
    ("compact", "message"),
    [
        ("start = element p { text,, text }", "[1:26]"),
        ("start = element p { % }", "line 1"),
        ("start = element p { text", "ends too soon"),
    ],
)
def test_a_mistake_in_octavo_rnc_is_shown(
    maker: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    compact: str,
    message: str,
) -> None:
    (tmp_path / "octavo.rnc").write_text(compact, encoding="utf-8")
    assert maker.main([]) == 1
    assert message in capsys.readouterr().err


def test_octavo_rng_says_where_it_comes_from(schema_path: Path) -> None:
    comment = etree.parse(str(schema_path)).getroot().getprevious()
    assert comment is not None
    assert "octavo.rnc by `make schema`" in str(comment.text)


def test_every_element_is_explained(schema_path: Path) -> None:
    rng = {"r": "http://relaxng.org/ns/structure/1.0"}
    bare = etree.parse(str(schema_path)).xpath(
        "//r:element[not(*[local-name() = 'documentation'])]/r:name/text()", namespaces=rng
    )
    assert bare == []


def test_the_schema_loads_in_well_under_half_a_second(schema_path: Path) -> None:
    start = time.perf_counter()
    etree.RelaxNG(etree.parse(str(schema_path)))
    assert time.perf_counter() - start < 0.5


def test_the_sample_is_valid(root: Path, octavo_schema: etree.RelaxNG) -> None:
    sample = etree.parse(str(root / "tests" / "samples" / "conversation.xml"))
    assert octavo_schema.validate(sample), octavo_schema.error_log
