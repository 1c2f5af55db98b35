"""One document, from its TEI to its files: published TEI, page, text, print, and its summary.

It needs no other document, so that this work spreads over processes; `prepare` is called once in
each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octavo.edition import read_document
from octavo.files import write_whole
from octavo.findings import Finding, OctavoError
from octavo.transform.saxon import Parameter, Xml, compile_stylesheet
from octavo.transform.typst import typeset
from octavo.validate import Checked, SchemaChoice, Schemas, check_document

__all__ = ["Built", "Settings", "build_document", "check", "prepare"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What every document is built with: `edition` and `registers` are the parameters of the
    stylesheets, `xslt` their folder, `fonts` folders of fonts, `output` where files go."""

    output: Path
    xslt: Path
    schemas: SchemaChoice
    fonts: tuple[Path, ...]
    edition: dict[str, Any]
    registers: str

    def parameters(self) -> dict[str, Parameter]:
        """The parameters of every stylesheet."""
        return {"edition": self.edition, "registers": Xml(self.registers)}


@dataclass(frozen=True, slots=True)
class Built:
    """A document that was built; `summary` is what lists and registers need of it, empty where
    that failed."""

    path: Path
    summary: str
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _State:
    """What this process was prepared with."""

    settings: Settings
    schemas: Schemas


_state: list[_State] = []


def prepare(settings: Settings) -> None:
    """Get this process ready."""
    _state[:] = [_State(settings, Schemas(settings.schemas))]


def check(path: Path) -> Checked:
    """Check a document by its schema."""
    return check_document(path, _state[0].schemas)


def build_document(path: Path) -> Built:
    """Write the files of one document that `check` has read before.

    A step that fails is a finding; the other files are written all the same.
    """
    run = _Run(path, _state[0].settings)
    run.all()
    return Built(path, run.summary, tuple(run.findings))


class _Run:
    """The steps for one document."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self._path = path
        self._settings = settings
        self.summary = ""
        self.findings: list[Finding] = []

    def all(self) -> None:
        self._step(self._publish)

    def _step(self, step: Callable[..., None], *arguments: str) -> None:
        try:
            step(*arguments)
        except OctavoError as error:
            self.findings.extend(error.findings)

    def _publish(self) -> None:
        document = read_document(self._path)
        name = document.root_id or self._path.stem
        published = self._transform("tei/publish.xsl", document.text)
        self._write("tei", f"{name}.xml", published)
        for step in (self._page, self._text, self._print, self._summarise):
            self._step(step, name, published)

    def _page(self, name: str, published: str) -> None:
        self._write("html", f"{name}.html", self._transform("html/main.xsl", published))

    def _text(self, name: str, published: str) -> None:
        self._write("text", f"{name}.txt", self._transform("text/main.xsl", published))

    def _print(self, name: str, published: str) -> None:
        typeset_document = typeset(
            self._transform("print/main.xsl", published),
            style=self._settings.xslt / "print",
            fonts=self._settings.fonts,
            path=self._path,
        )
        self.findings.extend(typeset_document.findings)
        self._write("print", f"{name}.pdf", typeset_document.pdf)

    def _summarise(self, _name: str, published: str) -> None:
        self.summary = self._transform("summary/main.xsl", published)

    def _transform(self, stylesheet: str, text: str) -> str:
        result = compile_stylesheet(self._settings.xslt / stylesheet).transform(
            text, path=self._path, parameters=self._settings.parameters()
        )
        self.findings.extend(result.findings)
        return result.text

    def _write(self, folder: str, name: str, content: str | bytes) -> None:
        write_whole(self._settings.output / folder / name, content)
