"""Work is spread over processes and comes back in order."""

from __future__ import annotations

import os
import signal

import pytest

from octavo.findings import Finding, OctavoError
from octavo.work import Workers

_settings: list[int] = []


def prepare(number: int) -> None:
    _settings[:] = [number]


def double(item: int) -> tuple[int, int]:
    return item * _settings[0], os.getpid()


def fail(item: int) -> int:
    raise OctavoError(Finding("a-finding", f"{item} is wrong."))


def die(_item: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_results_come_in_the_order_of_the_items_from_other_processes() -> None:
    with Workers(2, 5, prepare, (2,)) as workers:
        results = list(workers.map(double, [1, 2, 3, 4, 5]))
    assert [value for value, _ in results] == [2, 4, 6, 8, 10]
    assert os.getpid() not in {process for _, process in results}


def test_one_job_is_done_in_this_process() -> None:
    with Workers(1, 5, prepare, (3,)) as workers:
        assert list(workers.map(double, [1])) == [(3, os.getpid())]


def test_a_few_documents_are_built_in_this_process() -> None:
    with Workers(0, 2, prepare, (3,)) as workers:
        assert list(workers.map(double, [1, 2])) == [(3, os.getpid()), (6, os.getpid())]


def test_an_error_in_a_process_is_that_error_here() -> None:
    with pytest.raises(OctavoError, match="1 is wrong"), Workers(2, 5, prepare, (2,)) as workers:
        list(workers.map(fail, [1, 2]))


def test_a_process_that_dies_is_a_finding() -> None:
    with pytest.raises(OctavoError, match="worker-lost"), Workers(2, 5, prepare, (2,)) as workers:
        list(workers.map(die, [1, 2]))
