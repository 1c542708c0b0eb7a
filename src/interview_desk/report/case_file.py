"""Files of calibration from outside: a case with its guide, or a reference, read with limits."""

from pathlib import Path

import msgspec

from interview_desk.errors import UserError
from interview_desk.guide.faults import GuideError
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.guide.understood import NotUnderstoodError, read_understood, write_understood
from interview_desk.limited_process import Cancellation, Limits
from interview_desk.panel.case import SIZE_LIMIT, CaseError, OpenCase, open_case, read_case
from interview_desk.report.limited_reading import FileKind, read_limited

_LIMITS = Limits(seconds=6, memory=250_000_000, answer=24_000_000)


class _Answer(msgspec.Struct):
    """What the process says: the case as it came, and its guide as it was understood."""

    case: msgspec.Raw
    understood: msgspec.Raw


def read_case_file(path: Path, cancellation: Cancellation | None = None) -> OpenCase:
    """The case in a file, read in a process of its own and judged again here.

    Raises CaseError, in the user's words, for whatever else it is, and CancelledError.
    """
    try:
        answer = read_limited(FileKind.CASE, path, _LIMITS, cancellation=cancellation)
        found = msgspec.json.decode(answer, type=_Answer)
        case = read_case(bytes(found.case))
        return open_case(case, read_understood(bytes(found.understood), case.guide))
    except CaseError:
        raise
    except UserError as error:
        raise CaseError(str(error)) from error
    except (msgspec.DecodeError, NotUnderstoodError) as error:
        raise CaseError(f"“{path.name}” is damaged and was not read.") from error


def case_bytes(path: Path, _password: str) -> bytes:
    """In the process: the case of the file and its guide. Raises CaseError."""
    data = content_of(path)
    opened = opened_case(data)
    answer = _Answer(msgspec.Raw(data), msgspec.Raw(write_understood(opened.guide)))
    return msgspec.json.encode(answer)


def opened_case(data: bytes) -> OpenCase:
    """The case in the bytes of a file, with its guide as it is read today. Raises CaseError."""
    case = read_case(data)
    try:
        guide = read_guide(decode_guide(case.guide.encode()))
    except (GuideError, UnicodeEncodeError) as error:
        raise CaseError(f"The guide inside the case cannot be read: {error}") from error
    return open_case(case, guide)


def content_of(path: Path) -> bytes:
    """The bytes of a file, one more than is allowed if it is too large. Raises CaseError."""
    try:
        # A pipe would never end; opening a device may do anything.
        if path.exists() and not path.is_file():
            raise CaseError(f"“{path.name}” is no file. Choose a file.")
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise CaseError(f"“{path.name}” is not there; was a drive unplugged?") from error
    except (OSError, ValueError) as error:
        # A ValueError is a name that no file can have.
        reason = getattr(error, "strerror", None) or error
        raise CaseError(f"“{path.name}” cannot be read: {reason}.") from error
