"""Writing `dist/`: a build is prepared beside the old one and takes its place when it is whole.

    with Staging(Path("dist")) as staging:
        (staging.folder / "html").mkdir()
        ...
        staging.publish()

Until `publish` nothing in `dist/` changes; Ctrl-C while it moves the files waits until it is done.
A list of what was made, `dist/.octavo`, tells the next build what is no longer part of the edition:
only such files are ever removed.
"""

from __future__ import annotations

import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import FrameType, TracebackType
from typing import Final

from octavo.files import write_whole
from octavo.findings import Finding, OctavoError

__all__ = ["Published", "Staging"]

_LIST: Final = ".octavo"
_PREFIX: Final = ".octavo-"
_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Published:
    """What became of the files of a build: numbers of files."""

    written: int
    unchanged: int
    removed: int


class Staging:
    """A place within `dist` in which a build is prepared: `folder` for what is to be published,
    `scratch` for what is only in the way."""

    def __init__(self, dist: Path) -> None:
        self._dist = dist
        self._place = dist
        self.folder = dist
        self.scratch = dist

    def __enter__(self) -> Staging:
        """Raises OctavoError `cannot-write`."""
        with _writing(self._dist):
            self._dist.mkdir(parents=True, exist_ok=True)
            _sweep(self._dist)
            self._place = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._dist))
            self.folder, self.scratch = self._place / "made", self._place / "scratch"
            self.folder.mkdir()
            self.scratch.mkdir()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._place, ignore_errors=True)

    def publish(self) -> Published:
        """Put what was prepared in the place of the last build.

        A file that is as it was keeps its time of change. Raises OctavoError `cannot-write`, and
        `file-in-the-way` where a file stands that no build made: nothing was changed then.
        """
        made = sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        )
        written = removed = 0
        # Names that differ only in case are one file on many systems.
        present = {name.casefold() for name in made}
        formerly = _formerly(self._dist / _LIST)
        with _undisturbed(), _writing(self._dist):
            self._look_for_others(made, formerly)
            for name in made:
                written += _move(self.folder / name, self._dist / name)
            for name in formerly:
                if name.casefold() not in present:
                    removed += _remove(self._dist, name)
            write_whole(self._dist / _LIST, "".join(f"{name}\n" for name in made))
        return Published(written, len(made) - written, removed)

    def _look_for_others(self, made: list[str], formerly: list[str]) -> None:
        known = {name.casefold() for name in formerly}
        for name in made:
            path = self._dist / name
            if name.casefold() in known or not path.is_file():
                continue
            if path.read_bytes() != (self.folder / name).read_bytes():
                raise OctavoError(
                    Finding(
                        "file-in-the-way",
                        "this file was not made by a build, and would be replaced.",
                        path,
                        hint="Move it away, or name another folder by --output.",
                    )
                )


def _sweep(dist: Path) -> None:
    """Remove what builds left that were killed, a day ago or longer."""
    for folder in dist.glob(f"{_PREFIX}*"):
        if folder.is_dir() and folder.stat().st_mtime < time.time() - _DAY:
            shutil.rmtree(folder, ignore_errors=True)


def _move(source: Path, target: Path) -> bool:
    """Move a file, unless the target has the same bytes; returns whether it was moved."""
    if target.is_file() and target.read_bytes() == source.read_bytes():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    return True


def _formerly(path: Path) -> list[str]:
    """The files that the last build made; nothing outside of the folder, whatever the list says."""
    if not path.is_file():
        return []
    names = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [
        name
        for name in names
        if name and not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts
    ]


def _remove(dist: Path, name: str) -> bool:
    path = dist / name
    if not path.is_file():
        return False
    path.unlink()
    for folder in path.parents:
        if folder == dist or any(folder.iterdir()):
            break
        folder.rmdir()
    return True


@contextmanager
def _writing(dist: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        path = Path(error.filename) if error.filename else dist
        raise OctavoError(
            Finding(
                "cannot-write",
                f"cannot be written: {error.strerror or error}.",
                path,
                hint="Check that it is a folder into which you may write, and that the disk is not"
                " full; or name another folder by --output.",
            )
        ) from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        pressed.append(number)

    before = signal.signal(signal.SIGINT, remember)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
