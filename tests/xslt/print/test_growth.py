"""What a PDF costs grows as the document does, not with its square."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.xslt.print.printing import STYLE, document, to_typst

_STATUS: Final = Path("/proc/self/status")
# The peak of this process alone, in kilobytes: what getrusage says includes the parent's.
_SET: Final = f"""
import sys
from pathlib import Path
from octavo.transform.typst import typeset

assert typeset(Path(sys.argv[1]).read_text("utf-8"), style=Path(sys.argv[2])).findings == ()
lines = Path("{_STATUS}").read_text("utf-8").splitlines()
print(next(line.split()[1] for line in lines if line.startswith("VmHWM:")))
"""


def _peak(speeches: int, folder: Path) -> int:
    """The memory for a document of so many speeches, each with a page break, in kilobytes."""
    texts = (
        f'<sp xml:id="t{n}" n="{n}"><p>x<pb n="{n}"/></p></sp>' for n in range(1, speeches + 1)
    )
    path = folder / f"{speeches}.typ"
    path.write_text(to_typst(document(f"<body>{''.join(texts)}</body>"))[0], encoding="utf-8")
    command = [sys.executable, "-c", _SET, str(path), str(STYLE)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return int(done.stdout)


@pytest.mark.skipif(not _STATUS.exists(), reason="the peak of a process is read from /proc")
def test_a_document_four_times_as_long_takes_no_more_than_five_times_the_memory(
    tmp_path: Path,
) -> None:
    assert _peak(4000, tmp_path) < 5 * _peak(1000, tmp_path)
