"""Pictures that a document asks for: which files they are, and which files none can be."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from octavo.files import read_bytes
from octavo.findings import Finding, OctavoError, Severity

__all__ = ["is_on_the_web", "local_picture", "no_picture", "pictures_of"]

_PICTURE: Final = re.compile(r'#picture\((?:[^()"]|"(?:[^"\\]|\\.)*")*?path: ("(?:[^"\\]|\\.)*")')


def is_on_the_web(address: str) -> bool:
    """Whether an address has a scheme, as `https:` is one."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address) is not None


def local_picture(address: str) -> PurePosixPath | None:
    """The file that is meant by an address relative to a document; None for one that leads out of
    the document's folder."""
    name = PurePosixPath(unquote(address))
    outside = name.is_absolute() or ".." in name.parts or "\\" in str(name)
    return None if outside or is_on_the_web(address) else name


def pictures_of(
    source: str, path: Path | None
) -> tuple[dict[str, tuple[str, bytes]], list[Finding]]:
    """The pictures for which Typst that xslt/print wrote asks: by address, a name for Typst and the
    content; and findings on those that are not to be had."""
    pictures: dict[str, tuple[str, bytes]] = {}
    findings: list[Finding] = []
    addresses = [json.loads(match.group(1)) for match in _PICTURE.finditer(source)]
    for address in dict.fromkeys(addresses):
        name = local_picture(address)
        if path is None or name is None:
            findings.append(no_picture(address, "is not a file beside the document.", path))
            continue
        try:
            content = read_bytes(path.parent / name)
        except OctavoError as error:
            findings.append(no_picture(address, error.findings[0].message, path))
        else:
            pictures[address] = (f"pictures/{len(pictures)}{name.suffix}", content)
    return pictures, findings


def no_picture(address: str, cause: str, path: Path | None) -> Finding:
    """The finding that a picture cannot be had, and why."""
    return Finding(
        "no-picture",
        f"The picture {address} {cause}",
        path,
        hint="Its description is printed in its place.",
        severity=Severity.WARNING,
    )
