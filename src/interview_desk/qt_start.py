"""Starting Qt: what would end in its abort ends in one line, and exit status 1.

Qt tells why it cannot start only in passing, on stderr, and then aborts the process; the
libraries beneath it add lines of their own. All of that is caught while it starts.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from interview_desk.errors import UserError

_ASKED = "QT_QPA_PLATFORM"
_UNKNOWN = 'Could not find the Qt platform plugin "([^"]*)"'
_SILENT = "could not connect to display(.*)"
_UNLOADED = 'Could not load the Qt platform plugin "([^"]*)"'
_WAY_OUT = (
    "Start Interview Desk from a desktop session, or run “interview-desk rehearse --out DIR” to "
    "try it without one."
)


def refuse_open_platforms() -> None:
    """Raise UserError where the environment asks Qt to show the window over the network."""
    asked = os.environ.get(_ASKED, "")
    if any(each.partition(":")[0].strip().lower() == "vnc" for each in asked.split(";")):
        raise UserError(
            f"{_ASKED} asks for vnc, which would let the whole network see this window. "
            f"Unset {_ASKED}, and start Interview Desk from a desktop session."
        )


@contextmanager
def starting() -> Iterator[None]:
    """Within it an application is made. If Qt gives up the process ends, in words.

    What Qt only remarks on is printed when it has started.
    """
    said: list[str] = []
    sys.stdout.flush()
    real, restore = _quiet_stderr()

    def hear(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _end(real, _why([*said, text]))
        said.append(text)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        if restore:
            os.dup2(real, 2)
            os.close(real)
    for text in said:
        sys.stderr.write(f"{text}\n")


def _quiet_stderr() -> tuple[int, bool]:
    """Let what is written there go nowhere; where it went before, and whether it is to return."""
    try:
        real = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
    except OSError:  # a program without a terminal may have none
        return 2, False
    os.dup2(nowhere, 2)
    os.close(nowhere)
    return real, True


def _end(stderr: int, words: str) -> NoReturn:
    """End before Qt aborts: an abort is a crash to whoever started the program."""
    try:
        os.write(stderr, f"{words}\n".encode())
    finally:
        os._exit(1)


def _why(said: Sequence[str]) -> str:
    """Why there is no window, in the user's words, from what Qt said before it gave up."""
    told = "\n".join(said)
    if (found := re.search(_UNKNOWN, told)) is not None:
        return (
            f"Qt knows no “{found[1]}” to show a window on, which {_ASKED} asks for. "
            f"Unset {_ASKED}: what there is is found without it."
        )
    if (found := re.search(_SILENT, told)) is not None and found[1].strip():
        return f"The display {found[1].strip()} does not answer, or lets nobody in. {_WAY_OUT}"
    if "wl_display" in told or 'plugin "wayland' in told:
        named = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
        return f"The Wayland display {named} does not answer. {_WAY_OUT}"
    if (found := re.search(_UNLOADED, told)) is not None:
        return (
            f"Qt cannot start on “{found[1]}”: a library of the system is missing for it. "
            "“interview-desk doctor” names it."
        )
    return f"Qt cannot show a window here: {' '.join(said[-1].split())}. {_WAY_OUT}"
