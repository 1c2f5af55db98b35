"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from octavo.files import read_bytes, write_whole
from octavo.findings import OctavoError


def test_text_is_written_as_utf8_with_its_line_ends_into_new_folders(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a" / "b.txt", "é\r\n한\n")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "é\r\n한\n".encode()


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_whole(path, "A")
    os.utime(path, (1, 1))
    assert not write_whole(path, b"A")
    assert path.stat().st_mtime == 1


def test_the_permissions_of_the_old_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("A")
    path.chmod(0o640)
    write_whole(path, "B")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OctavoError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]  # noqa: PTH208


def test_a_file_in_the_place_of_a_folder_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("A")
    with pytest.raises(OctavoError, match="cannot-write"):
        write_whole(tmp_path / "a" / "b", "B")


def test_what_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(OctavoError, match="cannot-read"):
        read_bytes(tmp_path)
