"""From an edition to `dist/`: check everything, build what is sound, publish it whole.

outcome = build(Edition.containing(Path.cwd()))
for finding in outcome.findings:
    print(finding)
print(outcome.built, "of", outcome.documents)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from octavo import __version__
from octavo.build.dist import Published, Staging
from octavo.build.document import Built, Settings, build_document, check, prepare
from octavo.build.pictures import copy_pictures
from octavo.build.site import build_site, corpus_of
from octavo.edition import Document, Edition, read_document
from octavo.files import read_bytes, write_whole
from octavo.findings import Finding, OctavoError, Severity
from octavo.resources import Resources
from octavo.validate import Checked, SchemaChoice, check_references, sorted_findings
from octavo.validate.schema import Schema
from octavo.work import Workers

__all__ = ["Outcome", "build"]

_T = TypeVar("_T")
_STOPPING: Final = frozenset({"stylesheet-wrong", "network-needed"})
_UNNAMED: Final = frozenset({"document-id-twice", "document-id-reserved", "document-id-wrong"})
"""What is wrong with a document that has no name of its own for its files."""

Told = Callable[[str, int, int], object]
"""What is told of the progress: a step, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: the number of documents, how many of them were built and which were left
    out, what became of the files, and all findings."""

    output: Path
    documents: int
    built: int
    left_out: tuple[Path, ...]
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

    Raises OctavoError, and nothing was changed then: `cannot-write`; `output-not-here` where the
    output would mix with the edition itself; what is wrong with a schema or stylesheet of the
    edition.
    """
    target = output or edition.dist
    _refuse_to_mix(edition, target)
    documents, registers = edition.documents(), edition.registers()
    findings: list[Finding] = []
    with Resources(edition.root) as resources, Staging(target) as staging:
        Schema.load(resources.schema)
        settings = Settings(
            staging.folder,
            resources.xslt,
            SchemaChoice(resources.schema, local=edition.local_schemas()),
            tuple(folder for folder in [edition.root / "fonts"] if folder.is_dir()),
            {**edition.config.parameters(), "version": __version__},
            corpus_of(_readable(registers)),
        )
        paths = [*documents, *registers]
        with Workers(jobs, len(documents), prepare, (settings,), staging.scratch) as workers:
            checking = workers.map(check, paths, lambda path, found: Checked(path, (found,), None))
            checked = list(_counted(checking, "check", len(paths), told))
            findings += [finding for result in checked for finding in result.findings]
            findings += _references(checked, len(documents))
            sound = _sound(checked[: len(documents)], findings, draft=draft)
            building = workers.map(
                build_document,
                [result.path for result in sound],
                lambda path, found: Built(path, "", (found,)),
            )
            built = list(_counted(building, "build", len(sound), told))
        findings += [finding for result in built for finding in result.findings]
        for result in checked[len(documents) :]:
            if result.index is not None:
                name = result.path.name
                write_whole(staging.folder / "tei" / "register" / name, read_bytes(result.path))
        findings += resources.suspicious()
        findings += copy_pictures((r.index for r in sound if r.index is not None), staging.folder)
        try:
            findings += build_site((result.summary for result in built), settings)
            _stop_for_stylesheets(findings)
        except OctavoError as error:
            raise OctavoError(*(_original(f, resources) for f in error.findings)) from error
        published = staging.publish()
    made = {result.path for result in built}
    left_out = tuple(path for path in documents if path not in made)
    return Outcome(
        target,
        len(documents),
        len(built),
        left_out,
        published,
        tuple(sorted_findings(findings)),
    )


def _refuse_to_mix(edition: Edition, target: Path) -> None:
    """A build must not write over what it is made from."""
    root, wanted = edition.root.resolve(), target.resolve()
    sources = [root / name for name in ("tei", "sources", "schema", "xslt", "fonts")]
    mixes = root.is_relative_to(wanted) or any(wanted.is_relative_to(each) for each in sources)
    if mixes:
        raise OctavoError(
            Finding(
                "output-not-here",
                "the edition cannot be built into the folder that it is made from.",
                target,
                hint="Name a folder of its own by --output, or leave it out to build into dist/.",
            )
        )


def _stop_for_stylesheets(findings: Iterable[Finding]) -> None:
    """A stylesheet or style that is wrong is wrong for every document: the last build stays."""
    wrong = [f for f in dict.fromkeys(findings) if f.id in _STOPPING]
    if wrong:
        raise OctavoError(*wrong)


def _original(finding: Finding, resources: Resources) -> Finding:
    """A finding on a file in the temporary folder of stylesheets, on the file that stands there."""
    if finding.path is None:
        return finding
    return replace(finding, path=resources.original(finding.path))


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
