"""Reading a file from outside in a process of its own: what is asked, and what is answered.

Whatever is in the file, the answer is there within the limits, in the user's words if there is
nothing to be had; and nothing that the file can do to its reader is done to the window.
"""

import json
import os
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from interview_desk.errors import UserError
from interview_desk.interview.packet import PasswordNeededError
from interview_desk.limited_process import (
    OUT_OF_MEMORY,
    Cancellation,
    Ending,
    Limits,
    ProcessEndedError,
    limited_request,
    run_limited,
)
from interview_desk.report.cancellation import CancelledError

_READ, _REFUSED, _LOCKED = b"=", b"!", b"*"
_LONGEST_MESSAGE = 1_000
# Opening a pipe waits for whoever writes into it, unless it is asked not to.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
_WORDS = {
    Ending.TIME: "takes too long to read and was given up; nothing was taken from it",
    Ending.SIZE: "needs too much memory to be read; nothing was taken from it",
    Ending.CRASH: "is damaged and was not read. Ask for it again",
    Ending.NOT_STARTED: "cannot be read now, since no program can be started. Close some others",
}


class FileKind(StrEnum):
    """What the file is to be read as."""

    INTERVIEW = "interview"
    PACKET = "packet"
    CALENDAR = "calendar"
    FOREIGN_GUIDE = "foreign guide"
    DOCUMENT = "document"
    PASTED = "pasted"
    PICTURE = "picture"
    RESUME = "resume"
    CASE = "case"


def read_limited(
    kind: FileKind,
    path: Path,
    limits: Limits,
    *,
    password: str = "",
    more: Mapping[str, int | str | None] | None = None,
    cancellation: Cancellation | None = None,
) -> bytes:
    """What the reader of that kind gave for the file. Waits for it.

    ``more`` is what that reader asks for beside the file, by name.
    Raises UserError, in the user's words, where there is nothing, PasswordNeededError where it
    takes another password, and CancelledError.
    """
    # Names of files may hold bytes that are no text; in JSON they pass as halves of characters.
    asked = {"kind": kind, "path": os.fspath(path), "password": password, "more": more or {}}
    request = json.dumps(asked).encode()
    try:
        answer = run_limited(request, limits, cancellation)
    except ProcessEndedError as error:
        if error.ending is Ending.CANCELLED:
            raise CancelledError from error
        raise UserError(f"“{path.name}” {_WORDS[error.ending]}.") from error
    mark, content = answer[:1], answer[1:]
    if mark == _READ:
        return content
    message = content[:_LONGEST_MESSAGE].decode("utf-8", "replace")
    raise PasswordNeededError(message) if mark == _LOCKED else UserError(message)


def answer_request(arguments: Sequence[str]) -> int:
    """In the process: reads what is asked for and writes the answer; the exit status."""
    request = json.loads(limited_request(arguments))
    try:
        read = _reader(request["kind"], request["more"])
        content = _READ + read(Path(request["path"]), request["password"])
    except PasswordNeededError as error:
        content = _LOCKED + str(error).encode("utf-8", "replace")
    except UserError as error:
        content = _REFUSED + str(error).encode("utf-8", "replace")
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    return 0


def content_of(path: Path, limit: int, choose: str) -> bytes:
    """The bytes of a file that a user chose; of one that is larger than ``limit`` one byte more.

    Nothing but a plain file is read, and one that is written to or replaced meanwhile is noticed:
    half of one and half of another is neither. ``choose`` tells, as a sentence, what to choose
    instead of what is no file. Raises UserError, in the user's words.
    """
    no_file = UserError(f"“{path.name}” is no file. {choose}")
    try:
        # Opening a device may do anything, so it is not even tried.
        if path.exists() and not path.is_file():
            raise no_file
        with open(path, "rb", opener=_opened_at_once) as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise no_file
            data = file.read(limit + 1)
            same = _version(before) == _version(os.fstat(file.fileno())) == _version(path.stat())
    except FileNotFoundError as error:
        raise UserError(f"“{path.name}” is not there; was a drive unplugged?") from error
    except (OSError, ValueError) as error:
        # A ValueError is a name that no file can have.
        reason = getattr(error, "strerror", None) or error
        raise UserError(f"“{path.name}” cannot be read: {reason}.") from error
    if not same:
        raise UserError(f"“{path.name}” was changed while it was read. Choose it again.")
    return data


def _opened_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)


def _version(found: os.stat_result) -> tuple[int, ...]:
    """What is another number once a file was written to, or another has its name."""
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _reader(kind: str, more: dict[str, Any]) -> Callable[[Path, str], bytes]:
    # Each brings a library with it that the others do without.
    read: Callable[[Path, str], bytes]
    match kind:
        case FileKind.CALENDAR:
            from interview_desk.report.calendar_file import appointment_bytes

            read = partial(appointment_bytes, more["now"])
        case FileKind.FOREIGN_GUIDE:
            from interview_desk.report.guide_import import foreign_guide_bytes

            read = partial(foreign_guide_bytes, more["length"])
        case FileKind.PICTURE:
            from interview_desk.report.picture_reading import picture_bytes

            read = partial(picture_bytes, more["content"])
        case FileKind.DOCUMENT:
            from interview_desk.report.guide_import import outside_bytes

            read = outside_bytes
        case FileKind.PASTED:
            from interview_desk.report.guide_import import pasted_bytes

            read = partial(pasted_bytes, more["text"], more["html"])
        case FileKind.RESUME:
            from interview_desk.report.resume_file import resume_bytes

            read = resume_bytes
        case FileKind.CASE:
            from interview_desk.report.case_file import case_bytes

            read = case_bytes
        case _:
            from interview_desk.report.incoming import interview_parts, packet_bytes

            read = packet_bytes if kind == FileKind.PACKET else interview_parts
    return read
