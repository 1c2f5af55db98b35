"""Work spread over processes, each with what it needs, in the order of the items.

    with Workers(2, prepare, (settings,)) as workers:
        for result in workers.map(build_document, paths, lost): ...

Processes are started with `spawn`: SaxonC does not survive `fork`. Where there is little to do, or
one processor, everything is done in this process.
"""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TypeVar

from octavo.findings import Finding

__all__ = ["Workers"]

_T = TypeVar("_T")
_R = TypeVar("_R")
_FEW: Final = 4
"""So many items are done sooner here than processes are ready to do them."""


class Workers:
    """Processes that each called `prepare(*settings)` once."""

    def __init__(
        self,
        jobs: int,
        items: int,
        prepare: Callable[..., None],
        settings: tuple[Any, ...],
        scratch: Path | None = None,
    ) -> None:
        """`jobs` is the number of processes, 0 for one on each processor; `items` how much there
        is to do at the most; `scratch` a folder for what processes write for themselves, so that
        whoever removes it removes what they leave when they are stopped."""
        wanted = min(jobs or _processors(), items)
        self._initial = (prepare, settings, scratch)
        self._pool: ProcessPoolExecutor | None = None
        if wanted < 2 or (items < _FEW and not jobs):
            prepare(*settings)
        else:
            self._pool = self._processes(wanted)

    def map(
        self,
        function: Callable[[_T], _R],
        items: Sequence[_T],
        lost: Callable[[_T, Finding], _R],
    ) -> Iterator[_R]:
        """The results of `function`, which stands at the top of a module, in the order of `items`.

        Where a process ends by itself, the items that are left are done one at a time, and `lost`
        makes the result of the one that ends its process again.
        """
        if self._pool is None:
            yield from map(function, items)
            return
        futures = [self._pool.submit(function, item) for item in items]
        for number, future in enumerate(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield from self._one_by_one(function, items[number:], lost)
                return

    def _one_by_one(
        self,
        function: Callable[[_T], _R],
        items: Sequence[_T],
        lost: Callable[[_T, Finding], _R],
    ) -> Iterator[_R]:
        broken = True
        for item in items:
            if broken:
                self._end(at_once=True)
                self._pool = self._processes(1)
                broken = False
            try:
                yield self._processes_now.submit(function, item).result()
            except BrokenProcessPool:
                broken = True
                yield lost(item, _lost(item))

    @property
    def _processes_now(self) -> ProcessPoolExecutor:
        if self._pool is None:
            raise RuntimeError("there are no processes")
        return self._pool

    def _processes(self, number: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(number, get_context("spawn"), _prepare, self._initial)

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._end(at_once=error_type is not None)

    def _end(self, *, at_once: bool) -> None:
        if self._pool is None:
            return
        if at_once:
            for process in (self._pool._processes or {}).values():
                process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=at_once)


def _lost(item: object) -> Finding:
    path = item if isinstance(item, Path) else None
    return Finding(
        "worker-lost",
        "the process that worked on it ended by itself, perhaps for want of memory.",
        path,
        hint="Is the document very long? Divide it, or use a machine with more memory.",
    )


def _prepare(prepare: Callable[..., None], settings: tuple[Any, ...], scratch: Path | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    if scratch is not None:
        tempfile.tempdir = str(scratch)
    prepare(*settings)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
