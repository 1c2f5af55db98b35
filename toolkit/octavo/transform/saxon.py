"""XSLT 3.0 by SaxonC: stylesheets are compiled once and run on documents already checked.

There is one Saxon processor in a process. It is made at the first use, for the import alone takes
a good part of a second, and it must stay on the thread that made it: SaxonC aborts on other
threads and after `fork`, so work is spread over processes that are started with `spawn`.

    stylesheet = compile_stylesheet(resources.xslt / "text" / "main.xsl")
    print(stylesheet.transform(tei, path=Path("tei/kim.xml")).text)
"""

from __future__ import annotations

import functools
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from octavo.findings import Finding, OctavoError, Severity

__all__ = ["Json", "Parameter", "Result", "Stylesheet", "Xml", "compile_stylesheet"]

_FINDING: Final = "Q{urn:octavo:finding}finding"


@dataclass(frozen=True, slots=True)
class Xml:
    """A parameter that the stylesheet sees as a document node; `text` is well-formed XML."""

    text: str


Json = str | int | float | bool | None | list[Any] | dict[str, Any]
Parameter = Xml | Json
"""A stylesheet's parameter: XML, or JSON's types, which the stylesheet sees as `parse-json`
gives them (XPath and XQuery Functions 3.1, 17.5.1): arrays, maps, strings, xs:double."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a transformation gave.

    `text` is the principal result, serialised as the stylesheet's `xsl:output` says; `documents`
    are those of `xsl:result-document`, by their `href`; `findings` are what the stylesheet said
    by `xsl:message`.
    """

    text: str
    documents: Mapping[str, bytes]
    findings: tuple[Finding, ...]


class Stylesheet:
    """A compiled stylesheet; get one from `compile_stylesheet`."""

    def __init__(self, executable: Any, path: Path) -> None:
        self._executable = executable
        self._path = path

    def transform(
        self,
        source: str,
        *,
        path: Path | None = None,
        parameters: Mapping[str, Parameter] | None = None,
    ) -> Result:
        """Transform `source`, a well-formed document as text, already known to be harmless.

        `path` is where it came from, for findings. A stylesheet reports by an `xsl:message` that
        holds `<finding xmlns="urn:octavo:finding" id="kebab-case" severity="warning" hint="...">
        message</finding>`; any other message becomes an `info` finding `stylesheet-message`.

        Raises OctavoError `transformation-failed` where a stylesheet stops.
        """
        saxon = _saxon()
        executable = self._executable
        executable.clear_parameters()
        executable.clear_xsl_messages()
        for name, value in (parameters or {}).items():
            executable.set_parameter(name, _as_xdm(value))
        with tempfile.TemporaryDirectory(prefix="octavo-") as folder:
            base = Path(folder, "principal").as_uri()
            with _failing_as("transformation-failed", self._path, path):
                node = saxon.parse_xml(xml_text=source)
                text = executable.transform_to_string(xdm_node=node, base_output_uri=base)
            documents = _documents(Path(folder))
        return Result(text or "", documents, tuple(_messages(executable, path)))


@functools.cache
def compile_stylesheet(path: Path) -> Stylesheet:
    """Compile the stylesheet at `path`, with what it includes and imports; once for a process.

    Raises OctavoError `stylesheet-wrong`.
    """
    with _failing_as("stylesheet-wrong", path, path):
        compiler = _saxon().new_xslt30_processor()
        executable = compiler.compile_stylesheet(stylesheet_file=str(path))
    executable.set_save_xsl_message(True)
    return Stylesheet(executable, path)


@functools.cache
def _saxon() -> Any:
    import saxonche

    processor = saxonche.PySaxonProcessor(license=False)
    # Neither stylesheets nor documents read anything from the network.
    processor.set_configuration_property("http://saxon.sf.net/feature/allowedProtocols", "file")
    return processor


@functools.lru_cache(maxsize=2)
def _parsed(text: str) -> Any:
    """A parameter that is XML; the same one comes with every document."""
    return _saxon().parse_xml(xml_text=text)


def _as_xdm(value: Parameter) -> Any:
    if isinstance(value, Xml):
        return _parsed(value.text)
    if isinstance(value, str):
        return _saxon().make_string_value(value)
    return _saxon().parse_json(json_text=json.dumps(value))


def _documents(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _messages(executable: Any, path: Path | None) -> Iterator[Finding]:
    messages = executable.get_xsl_messages()
    for index in range(messages.size if messages is not None else 0):
        node = messages.item_at(index).get_node_value()
        children = node.children
        element = children[0] if children and str(children[0].node_kind_str) == "element" else None
        if element is None or element.name != _FINDING:
            yield Finding("stylesheet-message", node.string_value, path, severity=Severity.INFO)
            continue
        yield Finding(
            element.get_attribute_value("id") or "stylesheet-message",
            element.string_value,
            path,
            hint=element.get_attribute_value("hint") or "",
            severity=Severity(element.get_attribute_value("severity") or "warning"),
        )


@contextmanager
def _failing_as(identifier: str, stylesheet: Path, path: Path | None) -> Iterator[None]:
    """Turn an error of Saxon into an OctavoError that also says what Saxon wrote about it.

    The exception names only the fault; line and template stand in what the native library writes
    to standard error, which Python's own `sys.stderr` cannot catch.
    """
    with tempfile.TemporaryFile() as file:
        try:
            with _standard_error_to(file.fileno()):
                yield
        except Exception as error:
            file.seek(0)
            told = file.read().decode("utf-8", "replace") or str(error)
            raise OctavoError(_failure(identifier, stylesheet, path, told)) from error


_PLACE: Final = re.compile(r"^Error\b(?P<how>.*?) on line (?P<line>\d+) column (?P<column>\d+) of"
                           r" (?P<file>\S+?):? (?P<code>[A-Z]{4}\d{4}) (?P<what>.*)$")  # fmt: skip


def _failure(identifier: str, stylesheet: Path, path: Path | None, told: str) -> Finding:
    """What Saxon wrote of an error: the place in the stylesheet, where it tells one."""
    words = " ".join(told.split())
    match = _PLACE.match(words)
    if match is None:
        return Finding(identifier, f"{stylesheet.name} stopped: {words}", path)
    file = next(stylesheet.parents[1].rglob(match["file"]), stylesheet)
    document = f" while it transformed {path}" if path not in (None, stylesheet) else ""
    return Finding(
        identifier,
        f"{match['what'].rstrip('.')} ({match['code']}){document}.",
        file,
        int(match["line"]),
        int(match["column"]),
    )


@contextmanager
def _standard_error_to(descriptor: int) -> Iterator[None]:
    try:
        kept = os.dup(2)
    except OSError:  # this process has no standard error
        yield
        return
    os.dup2(descriptor, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
