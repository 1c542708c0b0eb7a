"""A process of its own for what may run without end or take all the memory: it is given limits.

A thread cannot be stopped, and the libraries that read PDFs and calendars may loop, take
gigabytes or crash on a file that was made to that end. A process can be stopped, and what it
takes ends with it.

The request goes in as bytes on the process's standard input, where no other user of the machine
can see it as they could its arguments; the answer comes out as bytes on its standard output.
"""

import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from threading import Event, Timer

from interview_desk import LIMITED_PROCESS

OUT_OF_MEMORY = 3
"""The exit status of a process that has met the limit of its memory."""

# What the process has beyond its parent's patience, so that it also ends when nobody waits.
_AFTER_PARENT = 1.0
_LET_GO = signal.SIG_DFL


class Ending(Enum):
    """Why a process ended without an answer."""

    CANCELLED = auto()
    TIME = auto()
    SIZE = auto()
    CRASH = auto()
    NOT_STARTED = auto()


class ProcessEndedError(Exception):
    """The process gave no answer; nothing of it is left."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.name)
        self.ending = ending


@dataclass(frozen=True, slots=True)
class Limits:
    """Wall-clock time in seconds, and bytes of memory and of the answer.

    The memory is held by systems that can hold it (Linux); the others have the time alone.
    """

    seconds: float
    memory: int
    answer: int


class Cancellation:
    """Gives up a process from any thread, or one that has not begun yet."""

    def __init__(self) -> None:
        self._asked = Event()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def asked(self) -> bool:
        """Whether it was given up."""
        return self._asked.is_set()

    def cancel(self) -> None:
        """Stop the process; whoever waits for it hears so."""
        self._asked.set()
        if self._process is not None:
            self._process.kill()

    def watch(self, process: "subprocess.Popen[bytes]") -> None:
        """From now on stop this one."""
        self._process = process
        if self.asked:
            process.kill()


def run_limited(
    request: bytes,
    limits: Limits,
    cancellation: Cancellation | None = None,
    *,
    entry: str = LIMITED_PROCESS,
) -> bytes:
    """What this program answers to the request in a process of its own. Waits for it.

    ``entry`` is the first argument of that process, which tells it what the request is.
    Raises ProcessEndedError where there is no answer. However it ends, by Ctrl+C too, the
    process is gone when this returns.
    """
    cancellation = cancellation or Cancellation()
    if cancellation.asked:
        raise ProcessEndedError(Ending.CANCELLED)
    late = Event()
    with _start(entry, limits) as process:
        timer = Timer(limits.seconds, _stop, (process, late))
        timer.daemon = True
        try:
            timer.start()
            cancellation.watch(process)
            answer = _ask(process, request, limits.answer)
            status = process.wait()
        finally:
            timer.cancel()
            process.kill()
    if cancellation.asked:
        raise ProcessEndedError(Ending.CANCELLED)
    if late.is_set():
        raise ProcessEndedError(Ending.TIME)
    if len(answer) > limits.answer or status == OUT_OF_MEMORY:
        raise ProcessEndedError(Ending.SIZE)
    if status != 0:
        raise ProcessEndedError(Ending.CRASH)
    return answer


def limited_request(arguments: Sequence[str]) -> bytes:
    """In the process: takes its limits upon itself and returns the request."""
    seconds, memory = float(arguments[0]), int(arguments[1])
    # The parent is told of Ctrl+C too, and stops this process.
    signal.signal(signal.SIGINT, _LET_GO)
    if sys.platform != "win32":
        import resource

        # Ends the process wherever it is, which a thread or a handler in Python could not.
        signal.signal(signal.SIGALRM, _LET_GO)
        signal.setitimer(signal.ITIMER_REAL, seconds + _AFTER_PARENT)
        for kind, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_DATA, memory),
        ):
            # A system may hold some of them only, or allow less already.
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
    return sys.stdin.buffer.read()


def _command(entry: str, limits: Limits) -> list[str]:
    # A bundle is its own interpreter. Otherwise nothing is imported from the working folder.
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-P", "-m", "interview_desk"]
    return [*program, entry, str(limits.seconds), str(limits.memory)]


def _start(entry: str, limits: Limits) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            _command(entry, limits),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What a library has to say about a damaged file is for nobody's terminal.
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ProcessEndedError(Ending.NOT_STARTED) from error


def _stop(process: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    process.kill()


def _ask(process: "subprocess.Popen[bytes]", request: bytes, most: int) -> bytes:
    """The answer, one byte more than ``most`` if it is longer; the process is then stopped."""
    assert process.stdin is not None
    assert process.stdout is not None
    # It may be gone already.
    with suppress(OSError):
        process.stdin.write(request)
    with suppress(OSError):
        process.stdin.close()
    answer = process.stdout.read(most + 1)
    if len(answer) > most:
        process.kill()
    return answer
