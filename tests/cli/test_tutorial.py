"""What docs/tutorial.md says is so."""

from __future__ import annotations

import re
from pathlib import Path

from .conftest import Octavo


def test_the_tutorial_leads_to_an_edition(octavo: Octavo, root: Path, tmp_path: Path) -> None:
    text = (root / "docs" / "tutorial.md").read_text(encoding="utf-8")
    part = text[text.index("write `sources/talk.txt`") : text.index("## 3.")]
    transcript = "".join(line.removeprefix("    ") for line in part.splitlines(keepends=True)[1:])
    assert octavo("new", "harbour-talks", "--title", "The Harbour Talks").returncode == 0
    edition = tmp_path / "harbour-talks"
    (edition / "sources" / "talk.txt").write_text(transcript.strip() + "\n", encoding="utf-8")
    encoded = octavo("encode", "sources/talk.txt", cwd=edition)
    assert encoded.returncode == 0, encoded.stderr
    assert "turns      4: Eva Friis 2, Anna Berg 2" in encoded.stdout
    assert "2 files checked: nothing wrong." in octavo("validate", cwd=edition).stderr

    document = edition / "tei" / "talk.xml"
    right = document.read_text(encoding="utf-8")
    document.write_text(right.replace('who="#eva-friis"', 'who="#eva-fris"', 1), encoding="utf-8")
    told = " ".join(octavo("validate", cwd=edition).stdout.split())
    promised = text[text.index("    tei/talk.xml:") : text.index("What an element may have")]
    assert told == " ".join(promised.split())

    document.write_text(right, encoding="utf-8")
    assert octavo("build", cwd=edition).returncode == 0
    for name in re.findall(r"`(dist/[\w./-]+\.\w+)`", text):
        assert (edition / name).is_file(), name
