"""dist/ holds the old edition or the new one."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from octavo.build.dist import Staging
from octavo.findings import OctavoError


def build(dist: Path, files: dict[str, str]) -> tuple[int, int, int]:
    with Staging(dist) as staging:
        for name, content in files.items():
            (staging.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (staging.folder / name).write_text(content)
        published = staging.publish()
    return published.written, published.unchanged, published.removed


def tree(dist: Path) -> dict[str, str]:
    return {
        path.relative_to(dist).as_posix(): path.read_text()
        for path in sorted(dist.rglob("*"))
        if path.is_file() and path.name != ".octavo"
    }


def test_a_build_makes_its_files_and_leaves_no_trace_of_preparing(tmp_path: Path) -> None:
    assert build(tmp_path / "a/dist", {"html/a.html": "A"}) == (1, 0, 0)
    assert tree(tmp_path / "a/dist") == {"html/a.html": "A"}


def test_a_file_that_is_as_it_was_keeps_its_time_of_change(tmp_path: Path) -> None:
    build(tmp_path, {"a": "A", "b": "B"})
    os.utime(tmp_path / "a", (1, 1))
    assert build(tmp_path, {"a": "A", "b": "B2"}) == (1, 1, 0)
    assert (tmp_path / "a").stat().st_mtime == 1


def test_what_is_no_longer_part_of_the_edition_goes_with_its_empty_folders(tmp_path: Path) -> None:
    build(tmp_path, {"a": "A", "x/y/b": "B"})
    assert build(tmp_path, {"a": "A"}) == (0, 1, 1)
    assert tree(tmp_path) == {"a": "A"}
    assert not (tmp_path / "x").exists()


def test_what_nobody_built_stays(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("edition.example")
    build(tmp_path, {"a": "A"})
    build(tmp_path, {})
    assert tree(tmp_path) == {"CNAME": "edition.example"}


@pytest.mark.parametrize("name", ["../precious", "/etc/hostname", "x/../../precious"])
def test_a_tampered_list_removes_nothing_outside(tmp_path: Path, name: str) -> None:
    (tmp_path / "precious").write_text("keep")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / ".octavo").write_text(f"{name}\n{tmp_path}/precious\n")
    build(tmp_path / "dist", {})
    assert (tmp_path / "precious").read_text() == "keep"


def test_a_file_that_no_build_made_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "index.html").write_text("mine")
    with pytest.raises(OctavoError, match="file-in-the-way"):
        build(tmp_path, {"a": "A", "html/index.html": "theirs"})
    assert tree(tmp_path) == {"html/index.html": "mine"}


def test_an_interrupted_build_leaves_the_old_edition(tmp_path: Path) -> None:
    build(tmp_path, {"a": "old"})
    with pytest.raises(KeyboardInterrupt), Staging(tmp_path) as staging:
        (staging.folder / "a").write_text("new")
        raise KeyboardInterrupt
    assert tree(tmp_path) == {"a": "old"}


def test_ctrl_c_while_files_are_moved_waits_for_the_new_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def pressed(self: Path, target: Path) -> Path:
        os.kill(os.getpid(), signal.SIGINT)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", pressed)
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, {"a": "A", "b": "B"})
    assert tree(tmp_path) == {"a": "A", "b": "B"}


def test_a_dist_that_cannot_be_written_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("a file")
    with pytest.raises(OctavoError, match="cannot-write"), Staging(tmp_path / "dist"):
        pass
    assert (tmp_path / "dist").read_text() == "a file"


def test_a_folder_in_the_place_of_a_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(OctavoError, match="cannot-write"):
        build(tmp_path, {"a": "A"})
