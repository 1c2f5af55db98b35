"""Work spread over processes, each with what it needs, in the order of the items.

    with Workers(2, prepare, (settings,)) as workers:
        for result in workers.map(build_document, paths): ...

Processes are started with `spawn`: SaxonC does not survive `fork`. Where there is little to do, or
one processor, everything is done in this process.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Final, TypeVar

from octavo.findings import Finding, OctavoError

__all__ = ["Workers"]

_T = TypeVar("_T")
_R = TypeVar("_R")
_FEW: Final = 4
"""So many items are done sooner here than processes are ready to do them."""


class Workers:
    """Processes that each called `prepare(*settings)` once."""

    def __init__(
        self, jobs: int, items: int, prepare: Callable[..., None], settings: tuple[Any, ...]
    ) -> None:
        """`jobs` is the number of processes, 0 for one on each processor; `items` how much there
        is to do at the most."""
        wanted = min(jobs or _processors(), items)
        self._pool: ProcessPoolExecutor | None = None
        if wanted < 2 or (items < _FEW and not jobs):
            prepare(*settings)
        else:
            self._pool = ProcessPoolExecutor(
                wanted, get_context("spawn"), _prepare, (prepare, settings)
            )

    def map(self, function: Callable[[_T], _R], items: Sequence[_T]) -> Iterator[_R]:
        """The results of `function`, which stands at the top of a module, in the order of `items`.

        Raises OctavoError `worker-lost` where a process ends by itself.
        """
        if self._pool is None:
            yield from map(function, items)
            return
        futures = [self._pool.submit(function, item) for item in items]
        for item, future in zip(items, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool as error:
                raise OctavoError(
                    Finding(
                        "worker-lost",
                        f"a process ended by itself while it had {item} or one after it.",
                        hint="Is there enough memory? Try --jobs 1.",
                    )
                ) from error

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        if self._pool is None:
            return
        if error_type is not None:
            for process in (self._pool._processes or {}).values():
                process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=error_type is not None)


def _prepare(prepare: Callable[..., None], settings: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    prepare(*settings)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
