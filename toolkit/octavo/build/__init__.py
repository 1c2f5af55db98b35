"""From an edition to `dist/`: check everything, build what is sound, publish it whole.

outcome = build(Edition.containing(Path.cwd()))
for finding in outcome.findings:
    print(finding)
print(outcome.built, "of", outcome.documents)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from octavo import __version__
from octavo.build.dist import Published, Staging
from octavo.build.document import Settings, build_document, check, prepare
from octavo.build.pictures import copy_pictures
from octavo.build.site import build_site, corpus_of
from octavo.build.work import Workers
from octavo.edition import Document, Edition, read_document
from octavo.files import write_whole
from octavo.findings import Finding, OctavoError, Severity
from octavo.resources import Resources
from octavo.validate import Checked, check_references, sorted_findings

__all__ = ["Outcome", "build"]

_T = TypeVar("_T")
_UNNAMED: Final = frozenset({"document-id-twice", "document-id-reserved"})
"""What is wrong with a document that has no name of its own for its files."""

Told = Callable[[str, int, int], object]
"""What is told of the progress: a step, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: numbers of documents, what became of the files, and all findings."""

    output: Path
    documents: int
    built: int
    published: Published
    findings: tuple[Finding, ...]


def build(
    edition: Edition,
    output: Path | None = None,
    *,
    jobs: int = 0,
    draft: bool = False,
    told: Told = lambda _step, _done, _total: None,
) -> Outcome:
    """Build `edition` into `output` (else its `dist/`).

    Documents with errors are left out; with `draft` only those that cannot be read. `jobs` is the
    number of processes, 0 for one on each processor.

    Raises OctavoError `cannot-write`, `schema-missing`, `schema-wrong`: nothing was changed then.
    """
    target = output or edition.dist
    documents, registers = edition.documents(), edition.registers()
    findings: list[Finding] = []
    with Resources(edition.root) as resources, Staging(target) as staging:
        settings = Settings(
            staging.folder,
            resources.xslt,
            resources.schema,
            tuple(folder for folder in [edition.root / "fonts"] if folder.is_dir()),
            {**edition.config.parameters(), "version": __version__},
            corpus_of(_readable(registers)),
        )
        paths = [*documents, *registers]
        with Workers(jobs, len(paths), prepare, (settings,)) as workers:
            checked = list(_counted(workers.map(check, paths), "check", len(paths), told))
            findings += [finding for result in checked for finding in result.findings]
            findings += _references(checked, len(documents))
            sound = _sound(checked[: len(documents)], findings, draft=draft)
            built = list(
                _counted(
                    workers.map(build_document, [result.path for result in sound]),
                    "build",
                    len(sound),
                    told,
                )
            )
        findings += [finding for result in built for finding in result.findings]
        for path in registers:
            write_whole(staging.folder / "tei" / "register" / path.name, path.read_bytes())
        findings += copy_pictures((r.index for r in sound if r.index is not None), staging.folder)
        try:
            findings += build_site((result.summary for result in built), settings)
        except OctavoError as error:
            findings += error.findings
        published = staging.publish()
    return Outcome(target, len(documents), len(built), published, tuple(sorted_findings(findings)))


def _readable(paths: Iterable[Path]) -> Iterable[Document]:
    """The registers that can be read; what is wrong with the others, `check` says."""
    for path in paths:
        try:
            yield read_document(path)
        except OctavoError:
            continue


def _references(checked: list[Checked], documents: int) -> Iterable[Finding]:
    return check_references(
        [result.index for result in checked[:documents] if result.index is not None],
        [result.index for result in checked[documents:] if result.index is not None],
        [result.path for result in checked if result.index is None],
    )


def _sound(
    checked: Iterable[Checked], findings: Iterable[Finding], *, draft: bool
) -> list[Checked]:
    """The documents to build: those without errors; as a draft, those that can be read."""
    wrong = {
        finding.path
        for finding in findings
        if finding.id in _UNNAMED or (finding.severity is Severity.ERROR and not draft)
    }
    return [result for result in checked if result.index is not None and result.path not in wrong]


def _counted(results: Iterable[_T], step: str, total: int, told: Told) -> Iterable[_T]:
    told(step, 0, total)
    for done, result in enumerate(results, 1):
        yield result
        told(step, done, total)
