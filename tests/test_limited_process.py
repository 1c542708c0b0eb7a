"""A process with limits ends when it should, whatever it was given, and is gone then."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from interview_desk.errors import UserError
from interview_desk.interview.packet import PacketError, write_packet
from interview_desk.limited_process import (
    Cancellation,
    Ending,
    Limits,
    ProcessEndedError,
    run_limited,
)
from interview_desk.report.cancellation import CancelledError
from interview_desk.report.incoming import read_incoming
from interview_desk.report.limited_reading import FileKind, read_limited
from tests.helpers import hostile
from tests.helpers.samples import scored

PLENTY = Limits(seconds=20, memory=300_000_000, answer=1_000_000)
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no memory")


def ending(request: bytes, limits: Limits) -> Ending:
    with pytest.raises(ProcessEndedError) as caught:
        run_limited(request, limits)
    return caught.value.ending


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    path = tmp_path / "packet.json"
    path.write_bytes(write_packet(scored().interview))
    return path


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    path = tmp_path / "slow.pdf"
    path.write_bytes(hostile.tiny_objects())
    return path


def test_what_is_no_request_is_a_crash_and_nothing_else() -> None:
    assert ending(b"\0", PLENTY) is Ending.CRASH
    assert ending(b"", PLENTY) is Ending.CRASH


def test_time_is_up(slow: Path) -> None:
    brief = Limits(seconds=1, memory=300_000_000, answer=1_000_000)
    with pytest.raises(UserError, match=r"“slow\.pdf” takes too long"):
        read_limited(FileKind.INTERVIEW, slow, brief)


@only_linux
def test_memory_is_held(tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    path.write_bytes(hostile.PACKETS["long text"]())
    # What a packet needs differs from Python to Python; the text alone is 30 MB.
    tight = Limits(seconds=20, memory=80_000_000, answer=1_000_000)
    with pytest.raises(UserError, match="too much memory"):
        read_limited(FileKind.INTERVIEW, path, tight)


def test_an_answer_that_is_too_long_is_not_waited_for(packet: Path) -> None:
    short = Limits(seconds=20, memory=300_000_000, answer=1_000)
    with pytest.raises(UserError, match="too much memory"):
        read_limited(FileKind.INTERVIEW, packet, short)


def test_it_can_be_given_up_before_and_while_it_runs(slow: Path) -> None:
    given_up = Cancellation()
    given_up.cancel()
    with pytest.raises(CancelledError):
        read_incoming(slow, cancellation=given_up)
    later = Cancellation()
    timer = Timer(0.2, later.cancel)
    timer.start()
    with pytest.raises(CancelledError):
        read_incoming(slow, cancellation=later)
    timer.join()


def test_a_program_that_cannot_be_started_is_told_in_words(
    packet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(PacketError, match="no program can be started"):
        read_incoming(packet)


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes there")
def test_any_name_of_a_file_reaches_the_process(packet: Path) -> None:
    odd = packet.rename(packet.with_name(os.fsdecode(b"a \xff'\n\"\xf0\x9f\x98\x80.json")))
    assert read_incoming(odd) == scored().interview


@only_linux
def test_nothing_of_the_file_or_its_password_is_seen_by_other_users(slow: Path) -> None:
    seen = b""

    def look() -> None:
        nonlocal seen
        for place in Path("/proc/self/task").glob("*/children"):
            for child in place.read_text().split():
                seen += Path(f"/proc/{child}/cmdline").read_bytes()
        given_up.cancel()

    given_up = Cancellation()
    timer = Timer(0.3, look)
    timer.start()
    with pytest.raises(CancelledError):
        read_incoming(slow, "four words", given_up)
    timer.join()
    assert b"--limited-process" in seen
    assert b"slow" not in seen
    assert b"words" not in seen


def test_nothing_is_imported_from_where_one_is(
    packet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (packet.parent / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(packet.parent)
    assert read_incoming(packet) == scored().interview


COMMAND = """
import sys
from pathlib import Path
from interview_desk.report.incoming import read_incoming
print("reading", flush=True)
read_incoming(Path(sys.argv[1]))
"""


def is_running(process: str) -> bool:
    """Whether a process is there, and more than what nobody has asked after yet."""
    try:
        return b"\nState:\tZ" not in Path(f"/proc/{process}/status").read_bytes()
    except (FileNotFoundError, ProcessLookupError):  # gone while it is looked at
        return False


@only_linux
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl+C", "killed"])
def test_whoever_waited_is_gone_and_so_is_the_process(sent: signal.Signals, slow: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, slow], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as waiting:
        assert waiting.stdout is not None
        assert waiting.stdout.readline() == b"reading\n"
        children = Path(f"/proc/{waiting.pid}/task/{waiting.pid}/children")
        while not (found := children.read_text().split()):
            assert waiting.poll() is None
        waiting.send_signal(sent)
        waiting.wait(timeout=20)
    # Nobody stops one whose parent was killed: it has its own limits.
    while is_running(found[0]):
        pass
