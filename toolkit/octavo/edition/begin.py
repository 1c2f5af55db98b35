"""The first files of an edition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from octavo.edition.config import FILE, parse_config
from octavo.files import write_whole
from octavo.findings import Finding, OctavoError

__all__ = ["begin_edition"]

_TOML: Final = """\
# What this edition says of itself. Take the # away from what you want to say.

[edition]
title = {title}
language = {language}
# subtitle = "A Selection"
# editors = ["Anna Berg", "Eva Friis"]
# publisher = "The Sample Press"
# address = "https://edition.example/"
# licence = "CC BY 4.0"
# licence-url = "https://creativecommons.org/licenses/by/4.0/"

# [encode]
# profile = "generic"
"""

_README: Final = """\
# {title}

A scholarly edition made with Octavo.

1. Put the transcripts, as you received them, into `sources/`.
2. `octavo encode sources/NAME.txt` makes `tei/NAME.xml` and enlarges the registers in
   `tei/register/`. Read its report: it tells what was a guess.
3. Correct the TEI by hand, with any editor. `octavo validate` says what is wrong, and where.
4. `octavo build` makes `dist/`: open `dist/html/index.html`. The PDFs are in `dist/print/`.
5. Say in `edition.toml` who edits and publishes the edition, and under which licence.

`sources/` and `tei/` are the edition: keep them, with their history, in git. `dist/` is made anew
by every build and can be deleted at any time.

To change how things look, put a file of your own in the place of one of Octavo's: for example
`xslt/html/assets/octavo.css`, `xslt/html/custom.xsl` or `xslt/print/settings.typ`.
"""

_GITIGNORE: Final = "/dist/\n"


def begin_edition(folder: Path, title: str = "", language: str = "en") -> list[Path]:
    """Make the files of a new edition in `folder`; returns those that were made.

    `title` is the name of the folder where it is empty; `language` is a BCP 47 tag. Files that are
    there already stay.

    Raises OctavoError `edition-there` for a folder that is an edition, `edition-wrong` for a
    language that is none, `cannot-write`.
    """
    if (folder / FILE).exists():
        raise OctavoError(
            Finding("edition-there", "there is an edition here already.", folder / FILE)
        )
    title = title.strip() or folder.resolve().name
    toml = _TOML.format(title=_quoted(title), language=_quoted(language))
    parse_config(folder / FILE, toml.encode())
    files: Mapping[str, str] = {
        "README.md": _README.format(title=title),
        ".gitignore": _GITIGNORE,
        "sources/.gitkeep": "",
        "tei/.gitkeep": "",
        FILE: toml,
    }
    made = []
    for name, content in files.items():
        if not (folder / name).exists():
            write_whole(folder / name, content)
            made.append(folder / name)
    return made


def _quoted(text: str) -> str:
    """`text` as a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
