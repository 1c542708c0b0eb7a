"""Whatever a file from outside was made to do: an answer within bounds, and nobody left behind."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.helpers.hostile import CALENDARS, DOCUMENTS, GUIDES, PACKETS, PDFS

SECONDS, MEGABYTES = 10, 500

# In a process of its own, so that what is measured is this one file's. Linux alone can say how
# much memory was held, and can hold it down.
READ = """
import json, resource, sys, time
from datetime import UTC
from pathlib import Path
from interview_desk.errors import UserError
from interview_desk.report.calendar_file import read_slot
from interview_desk.report.guide_import import read_foreign_guide
from interview_desk.report.incoming import read_incoming

kind, path = sys.argv[1], Path(sys.argv[2])
begin = time.monotonic()
try:
    match kind:
        case "interview":
            said = read_incoming(path).uid
        case "calendar":
            said = read_slot(path, UTC).scheduled
        case "guide":
            found = read_foreign_guide(path)
            found.require_guide()
            said = found.title
except UserError as error:
    said = f"refused: {error}"
seconds = time.monotonic() - begin
kilobytes = 0
if sys.platform == "linux":
    # What getrusage says of oneself begins with the memory of whoever started it.
    lines = Path("/proc/self/status").read_text().splitlines()
    own = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    kilobytes = own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([said, seconds, kilobytes / 1000]))
"""


def read(kind: str, data: bytes, folder: Path) -> str:
    """What is said about the file; fails if the bounds are not kept."""
    path = folder / "from outside"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", READ, kind, path],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    said, seconds, megabytes = json.loads(done.stdout)
    assert seconds < SECONDS, said
    assert megabytes < MEGABYTES, said
    return str(said)


Files = Mapping[str, Callable[[], bytes]]


def each(files: Files) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("make", files.values(), ids=files.keys())


@each(PDFS)
def test_a_hostile_pdf_is_answered_within_bounds(make: Callable[[], bytes], tmp_path: Path) -> None:
    assert read("interview", make(), tmp_path)


@each(PACKETS)
def test_a_hostile_packet_is_answered_within_bounds(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    assert read("interview", make(), tmp_path)


@each(GUIDES)
def test_a_hostile_guide_is_answered_within_bounds(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    assert read("guide", make(), tmp_path)


@each(DOCUMENTS)
def test_a_hostile_document_is_told_in_words_and_not_given_up(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    said = read("guide", make(), tmp_path)
    assert said.startswith("refused: This is not a guide yet: "), said


@each(CALENDARS)
def test_a_hostile_calendar_is_answered_within_bounds(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    assert read("calendar", make(), tmp_path)
