"""The commands together, and what they owe their user."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Octavo

TRANSCRIPT = """Minutes of a Talk

Anna Berg: The herring [is] late.

Bo Lund (laughing): So are you.

Anna Berg: Good.

Bo Lund: Good.
"""


def test_a_new_edition_encodes_validates_and_builds(octavo: Octavo, edition: Path) -> None:
    (edition / "sources" / "a talk é.txt").write_text(TRANSCRIPT, encoding="utf-8")
    encoded = octavo("encode", "sources/a talk é.txt", cwd=edition)
    assert encoded.returncode == 0, encoded.stderr
    assert "tei/a-talk-é.xml" in encoded.stdout
    assert "turns      4: Anna Berg 2, Bo Lund 2" in encoded.stdout
    validated = octavo("validate", cwd=edition)
    assert (validated.returncode, validated.stdout) == (0, "")
    assert "nothing wrong" in validated.stderr
    built = octavo("build", cwd=edition / "tei")
    assert built.returncode == 0, built.stderr
    assert "1 of 1 document built" in built.stdout
    assert (edition / "dist" / "html" / "a-talk-é.html").is_file()


@pytest.mark.parametrize("command", [[], ["new"], ["encode"], ["validate"], ["build"]])
def test_help_of_every_command_tells_the_exit_status_or_an_example(
    octavo: Octavo, command: list[str]
) -> None:
    done = octavo(*command, "--help")
    assert done.returncode == 0
    assert "Usage: octavo" in done.stdout
    assert all(len(line) <= 100 for line in done.stdout.splitlines())


def test_help_imports_no_engine() -> None:
    code = (
        "import sys\nfrom octavo.cli import octavo\n"
        "try:\n    octavo(['build', '--help'])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('saxonche', 'typst', 'lxml', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_told(octavo: Octavo) -> None:
    from octavo import __version__

    assert octavo("--version").stdout == f"octavo {__version__}\n"


@pytest.mark.parametrize("command", [["build"], ["validate"], ["encode", "a.txt"]])
def test_outside_of_an_edition_a_command_says_so(octavo: Octavo, command: list[str]) -> None:
    done = octavo(*command)
    assert done.returncode == 2
    assert "[no-edition]" in done.stderr
    assert "octavo new" in done.stderr


def test_a_misspelt_key_in_edition_toml_is_refused(octavo: Octavo, edition: Path) -> None:
    with (edition / "edition.toml").open("a") as file:
        file.write('[encode]\nprofil = "generic"\n')
    done = octavo("build", cwd=edition)
    assert done.returncode == 2
    assert done.stderr.startswith("edition.toml:16:1: error [edition-wrong]: unknown key profil.")
    assert "Did you mean profile?" in done.stderr
    assert not (edition / "dist").exists()


def test_an_unknown_command_or_option_is_wrong_usage(octavo: Octavo) -> None:
    assert octavo("bild").returncode == 2
    assert octavo("build", "--nope").returncode == 2


def test_validate_prints_places_and_exits_with_1(octavo: Octavo, edition: Path) -> None:
    (edition / "tei" / "a.xml").write_text("<TEI>\n<a></TEI>")
    done = octavo("validate", cwd=edition)
    assert done.returncode == 1
    assert done.stdout.startswith("tei/a.xml:2:6: error [not-well-formed]: ")
    assert done.stderr == "1 file checked: 1 error.\n"


def test_validate_works_on_a_file_outside_of_any_edition(octavo: Octavo, tmp_path: Path) -> None:
    from tests.schema.documents import document

    (tmp_path / "minutes.xml").write_text(document())
    assert octavo("validate", "minutes.xml").returncode == 0
    missing = octavo("validate", "none.xml")
    assert missing.returncode == 1
    assert "none.xml: error [cannot-read]" in missing.stdout


def test_a_document_in_tei_is_kept_without_force(octavo: Octavo, edition: Path) -> None:
    (edition / "sources" / "a.txt").write_text(TRANSCRIPT)
    (edition / "tei" / "a.xml").write_text("corrected by hand")
    done = octavo("encode", "sources/a.txt", cwd=edition)
    assert done.returncode == 1
    assert "tei/a.xml: error [document-there]" in done.stderr
    assert "--force" in done.stderr
    assert (edition / "tei" / "a.xml").read_text() == "corrected by hand"
    assert octavo("encode", "--force", "sources/a.txt", cwd=edition).returncode == 0
    assert "<TEI" in (edition / "tei" / "a.xml").read_text()


def test_one_source_that_cannot_be_encoded_does_not_stop_the_others(
    octavo: Octavo, edition: Path
) -> None:
    sources = edition / "sources"
    (sources / "empty.txt").write_text("")
    (sources / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (sources / "z.txt").write_text(TRANSCRIPT)
    names = ["sources/empty.txt", "sources/binary.txt", "sources/none.txt", "sources/z.txt"]
    done = octavo("encode", *names, cwd=edition)
    assert done.returncode == 1
    for identifier in ("[empty-source]", "[binary-source]", "[cannot-read]"):
        assert identifier in done.stderr
    assert [path.name for path in (edition / "tei").glob("*.xml")] == ["z.xml"]


def test_an_unknown_profile_is_wrong_usage(octavo: Octavo, edition: Path) -> None:
    (edition / "sources" / "a.txt").write_text(TRANSCRIPT)
    done = octavo("encode", "--profile", "wilson-centre", "sources/a.txt", cwd=edition)
    assert done.returncode == 2
    assert "Did you mean wilson-center?" in done.stderr


def test_encoding_twice_into_an_enlarged_register_changes_nothing(
    octavo: Octavo, edition: Path
) -> None:
    (edition / "sources" / "a.txt").write_text(TRANSCRIPT)
    first = octavo("encode", "sources/a.txt", cwd=edition)
    assert first.returncode == 0, first.stderr
    before = {path: path.read_bytes() for path in (edition / "tei").rglob("*.xml")}
    assert octavo("encode", "-f", "sources/a.txt", cwd=edition).returncode == 0
    assert {path: path.read_bytes() for path in (edition / "tei").rglob("*.xml")} == before


def test_a_broken_register_is_a_finding_of_encode_and_is_kept(
    octavo: Octavo, edition: Path
) -> None:
    (edition / "sources" / "a.txt").write_text(TRANSCRIPT)
    (edition / "tei" / "register").mkdir()
    (edition / "tei" / "register" / "persons.xml").write_text("<TEI")
    done = octavo("encode", "sources/a.txt", cwd=edition)
    assert done.returncode == 1
    assert "tei/register/persons.xml:1:1: error [not-well-formed]" in done.stderr
    assert not (edition / "tei" / "a.xml").exists()
    assert (edition / "tei" / "register" / "persons.xml").read_text() == "<TEI"


def test_a_dist_that_cannot_be_written_is_told(octavo: Octavo, edition: Path) -> None:
    (edition / "dist").write_text("a file")
    done = octavo("build", cwd=edition)
    assert done.returncode == 2
    assert "[cannot-write]" in done.stderr


def test_a_document_elsewhere_is_checked_in_its_own_edition(
    octavo: Octavo, edition: Path, tmp_path: Path
) -> None:
    from tests.schema.documents import document

    text = document('<p><persName ref="register/persons.xml#nobody">A</persName></p>')
    (edition / "tei" / "minutes.xml").write_text(text, encoding="utf-8")
    (edition / "tei" / "register").mkdir()
    (edition / "tei" / "register" / "persons.xml").write_text('<TEI xml:id="p"/>', encoding="utf-8")
    done = octavo("validate", edition / "tei" / "minutes.xml", cwd=tmp_path)
    assert done.returncode == 1
    assert "[unresolved-reference]" in done.stdout


def test_a_build_over_the_edition_itself_is_wrong_usage(octavo: Octavo, edition: Path) -> None:
    done = octavo("build", "-o", ".", cwd=edition)
    assert done.returncode == 2
    assert "[output-not-here]" in done.stderr


BAD_DOCUMENTS = {
    "external entity": ('<!DOCTYPE TEI [<!ENTITY e SYSTEM "x">]><TEI/>', "external-entity"),
    "billion laughs": (
        '<!DOCTYPE TEI [<!ENTITY a "'
        + "ha" * 5000
        + '"><!ENTITY b "'
        + "&a;" * 5000
        + '">]><TEI>&b;</TEI>',
        "entities-swell",
    ),
    "not well-formed": ("<TEI>", "not-well-formed"),
    "an encoding that nobody knows": (
        '<?xml version="1.0" encoding="undefined"?><TEI/>',
        "unknown-encoding",
    ),
    "empty": ("", "empty-document"),
}


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
@pytest.mark.parametrize("command", ["validate", "build"])
def test_a_bad_document_is_told_with_status_1(
    octavo: Octavo, edition: Path, name: str, command: str
) -> None:
    text, identifier = BAD_DOCUMENTS[name]
    (edition / "tei" / "bad.xml").write_text(text, encoding="utf-8")
    done = octavo(command, cwd=edition)
    assert done.returncode == 1
    assert f"[{identifier}]" in done.stdout + done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_a_source_in_another_encoding_is_encoded(
    octavo: Octavo, edition: Path, encoding: str
) -> None:
    text = TRANSCRIPT.replace("herring", "h\u00e9ring")
    (edition / "sources" / "a.txt").write_bytes(text.encode(encoding))
    assert octavo("encode", "sources/a.txt", cwd=edition).returncode == 0
    assert "h\u00e9ring" in (edition / "tei" / "a.xml").read_text(encoding="utf-8")


def test_the_encoding_of_a_source_is_named(octavo: Octavo, edition: Path) -> None:
    (edition / "sources" / "a.txt").write_bytes(
        TRANSCRIPT.replace("Bo", "Дмитрий").encode("cp1251")
    )
    command = ("encode", "sources/a.txt")
    assert octavo(*command, "--encoding", "cp1251", cwd=edition).returncode == 0
    assert "Дмитрий" in (edition / "tei" / "a.xml").read_text(encoding="utf-8")
    wrong = octavo(*command, "--force", "--encoding", "klingon", cwd=edition)
    assert wrong.returncode == 2
    assert "[no-such-encoding]" in wrong.stderr


def test_a_source_without_turns_is_encoded_and_told(octavo: Octavo, edition: Path) -> None:
    (edition / "sources" / "a.txt").write_text("It rained.\n\nThey left.\n", encoding="utf-8")
    done = octavo("encode", "sources/a.txt", cwd=edition)
    assert done.returncode == 0
    assert "[no-turns]" in done.stderr


def test_new_keeps_what_is_there(octavo: Octavo, edition: Path) -> None:
    done = octavo("new", edition)
    assert done.returncode == 2
    assert "[edition-there]" in done.stderr


def test_the_edition_is_named_from_elsewhere(octavo: Octavo, edition: Path) -> None:
    done = octavo("build", "--edition", edition)
    assert done.returncode == 0
    assert (edition / "dist" / "html" / "index.html").is_file()
