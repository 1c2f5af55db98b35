"""The wheel, installed outside of the checkout, has all that it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--wheel-dir", folder, root],
        check=True,
    )  # fmt: skip
    (built,) = folder.glob("octavo-*.whl")
    return built


def test_the_wheel_has_schema_stylesheets_and_profiles_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "octavo/schema/octavo.rng",
        "octavo/xslt/html/main.xsl",
        "octavo/xslt/html/assets/octavo.css",
        "octavo/xslt/print/edition.typ",
        "octavo/encode/profiles/generic.toml",
        "octavo/py.typed",
    ):
        assert name in names
    assert not [name for name in names if "test" in name or name.startswith(("sources", "tei/"))]


def test_an_edition_is_begun_and_built_with_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    # The wheel comes before the checkout on the path; what it needs is in the environment.
    environment = {**os.environ, "PYTHONPATH": str(site)}

    def octavo(*arguments: str, cwd: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "octavo", *arguments],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    octavo("new", "x", cwd=tmp_path)
    edition = tmp_path / "x"
    (edition / "sources" / "a.txt").write_text("Anna: One [or] two.\n\nBo: Yes.\n\nAnna: So.\n")
    octavo("encode", "sources/a.txt", cwd=edition)
    assert "1 of 1 document built" in octavo("build", cwd=edition)
    assert "One" in (edition / "dist" / "text" / "a.txt").read_text()
    where = subprocess.run(
        [sys.executable, "-c", "from octavo.resources import Resources as R; print(R().schema)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(site))
