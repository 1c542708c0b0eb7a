"""What the program leaves and opens: no socket of any family, and files for its owner alone.

Everything that it does is done under a tracer of system calls and a umask that hides nothing,
or hides too much; offscreen, so that not even a display is talked to.
"""

import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.reliability.all_commands import Commands
from tests.reliability.promise import NotHereError, Tally

_UMASKS = (0o000, 0o277, 0o022)
_CALLS = "socket,socketpair,connect,bind,listen,accept,accept4"
_CALL = re.compile(rf"^\d+ +((?:{_CALLS.replace(',', '|')})\(.*)", re.MULTILINE)
# The control: what must be found where a socket is opened.
_OPENS_ONE = "import socket; socket.socket(socket.AF_INET6)"

Tracer = Callable[[Path], Sequence[str]]


def keep(rounds: int, seed: int, folder: Path) -> Tally:
    """Everything done so many times, each under another umask.

    Raises NotHereError where nothing can be traced, once the rights are known to be kept.
    """
    broken, commands, files, lacking = [], 0, 0, ""
    trace: Tracer = _strace
    try:
        _try_tracing(folder / "control.trace")
    except NotHereError as reason:
        lacking, trace = (
            f"{reason}, so that no socket could be seen; the rights were kept",
            _nothing,
        )
    for number in range(rounds):
        place = folder / str(number)
        traces = folder / f"traces-{number}"
        for made in (place, traces):
            made.mkdir()
        umask = _UMASKS[number % len(_UMASKS)]
        commands += Commands(place, partial(_before, trace, traces), umask).run_all()
        files += sum(1 for _ in place.rglob("*"))
        broken += [*_sockets_in(traces), *_rights_in(place, umask)]
    if lacking and not broken:
        raise NotHereError(lacking)
    return Tally(
        "footprint", {"commands without a socket": commands, "files and folders": files}, broken
    )


def _rights_in(place: Path, umask: int) -> list[str]:
    faults = []
    for path in sorted(place.rglob("*")):
        rights, due = stat.S_IMODE(path.stat().st_mode), 0o700 if path.is_dir() else 0o600
        if rights != due:
            faults.append(f"{path.relative_to(place)} is {rights:o} under umask {umask:03o}")
    return faults


def _sockets_in(traces: Path) -> list[str]:
    return [
        f"{trace.name} made a socket: {call}"
        for trace in sorted(traces.iterdir())
        for call in _sockets(trace)
    ]


def _before(trace: Tracer, traces: Path, name: str) -> Sequence[str]:
    return trace(traces / name)


def _nothing(log: Path) -> Sequence[str]:
    return ()


def _strace(log: Path) -> Sequence[str]:
    # -A: a command that is run twice adds to what its first run left.
    return ("strace", "-f", "-qq", "-A", "-o", str(log), "-e", f"trace={_CALLS}")


def _try_tracing(log: Path) -> None:
    """Raises NotHereError where nothing can be traced."""
    if shutil.which("strace") is None:
        raise NotHereError("strace is not installed")
    command = [*_strace(log), sys.executable, "-c", _OPENS_ONE]
    traced = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if traced.returncode:
        raise NotHereError(f"strace may not trace here: {traced.stderr.strip()}")
    if not _sockets(log):
        raise AssertionError("a socket was opened, and the tracer did not see it")


def _sockets(trace: Path) -> list[str]:
    return _CALL.findall(trace.read_text(encoding="utf-8", errors="replace"))
