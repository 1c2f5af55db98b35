"""Files are written whole: to a temporary file beside the target, then renamed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from octavo.findings import Finding, OctavoError

__all__ = ["read_bytes", "write_whole"]


def write_whole(path: Path, content: bytes | str) -> bool:
    """Write `content` (text as UTF-8, line ends as given) to `path`, all of it or nothing.

    Folders are made as needed. A file that already holds these bytes is left untouched, so that
    its time of change stays true. Returns whether anything was written.

    Raises OctavoError `cannot-write` when the system refuses.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary: str | None = None
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=".octavo-", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
        temporary = None
        return True
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise OctavoError(
            Finding(
                "cannot-write",
                f"cannot be written: {reason}.",
                path,
                hint="Check that the folder exists, that you may write there, and that the disk"
                " is not full.",
            )
        ) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def read_bytes(path: Path) -> bytes:
    """The content of `path`.

    Raises OctavoError `cannot-read` when it is missing, a folder, or refused by the system.
    """
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise OctavoError(
            Finding(
                "cannot-read",
                f"cannot be read: {reason}.",
                path,
                hint="Check the name and that you may read it.",
            )
        ) from error


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that the user's mask gives."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
