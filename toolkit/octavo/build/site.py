"""What needs all documents: the pages of the site, made from the documents' summaries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from octavo.build.document import Settings
from octavo.edition import Document
from octavo.files import read_bytes, write_whole
from octavo.findings import Finding
from octavo.transform.saxon import compile_stylesheet

__all__ = ["build_site", "corpus_of"]

_DECLARATION: Final = re.compile(r"^\s*<\?xml\b[^>]*\?>\s*")


def corpus_of(registers: Iterable[Document]) -> str:
    """The registers as one teiCorpus, which the stylesheets have as `$registers`."""
    from lxml import etree

    parts = [etree.tostring(register.tree(), encoding="unicode") for register in registers]
    return f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{"".join(parts)}</teiCorpus>'


def build_site(summaries: Iterable[str], settings: Settings) -> list[Finding]:
    """Write the pages of the site and what they load.

    `summaries` are those of the documents (see xslt/summary). Raises OctavoError where a stylesheet
    stops or a file cannot be written.
    """
    parts = [_DECLARATION.sub("", summary, count=1) for summary in summaries]
    source = f'<summaries xmlns="urn:octavo:summary">{"".join(parts)}</summaries>'
    result = compile_stylesheet(settings.xslt / "html" / "site.xsl").transform(
        source, parameters=settings.parameters()
    )
    for name, content in result.documents.items():
        write_whole(settings.output / "html" / name, content)
    assets = settings.xslt / "html" / "assets"
    for file in sorted(assets.rglob("*")):
        if file.is_file():
            target = settings.output / "html" / "assets" / file.relative_to(assets)
            write_whole(target, read_bytes(file))
    return list(result.findings)
