"""Work is spread over processes and comes back in order."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path
from typing import Any

import pytest

from octavo.findings import Finding, OctavoError
from octavo.work import Workers

_settings: list[int] = []


def prepare(number: int) -> None:
    _settings[:] = [number]


def double(item: int) -> tuple[int, int]:
    return item * _settings[0], os.getpid()


def never(item: int, finding: Finding) -> Any:
    raise AssertionError((item, finding))


def fail(item: int) -> int:
    raise OctavoError(Finding("a-finding", f"{item} is wrong."))


def lost(item: int, finding: Finding) -> str:
    return f"{item} {finding.id}"


def twice(item: int) -> tuple[int, int]:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * _settings[0], os.getpid()


def scratch(_item: int) -> str:
    return tempfile.mkdtemp()


def test_results_come_in_the_order_of_the_items_from_other_processes() -> None:
    with Workers(2, 5, prepare, (2,)) as workers:
        results = list(workers.map(double, [1, 2, 3, 4, 5], never))
    assert [value for value, _ in results] == [2, 4, 6, 8, 10]
    assert os.getpid() not in {process for _, process in results}


def test_one_job_is_done_in_this_process() -> None:
    with Workers(1, 5, prepare, (3,)) as workers:
        assert list(workers.map(double, [1], never)) == [(3, os.getpid())]


def test_a_few_documents_are_built_in_this_process() -> None:
    with Workers(0, 2, prepare, (3,)) as workers:
        assert list(workers.map(double, [1, 2], never)) == [(3, os.getpid()), (6, os.getpid())]


def test_an_error_in_a_process_is_that_error_here() -> None:
    with pytest.raises(OctavoError, match="1 is wrong"), Workers(2, 5, prepare, (2,)) as workers:
        list(workers.map(fail, [1, 2], never))


def test_an_item_that_ends_its_process_is_told_and_the_others_are_done() -> None:
    with Workers(2, 5, prepare, (2,)) as workers:
        results = list(workers.map(twice, [1, 2, 3, 4, 5], lost))
    assert [r if isinstance(r, str) else r[0] for r in results] == [2, 4, "3 worker-lost", 8, 10]


def test_what_processes_write_for_themselves_is_in_the_folder_that_is_named(tmp_path: Path) -> None:
    with Workers(2, 5, prepare, (2,), tmp_path) as workers:
        for name in workers.map(scratch, [1, 2, 3], never):
            assert Path(name).parent == tmp_path
