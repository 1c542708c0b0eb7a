"""A Markdown file that came from outside, read as a guide."""

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from interview_desk.errors import UserError
from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import MAX_BYTES, decode_guide
from interview_desk.limited_process import Cancellation, Limits
from interview_desk.report.limited_reading import FileKind, read_limited

Counts = dict[str, str | int | list[int]]
# The answer holds the text, each of its characters as an escape at worst.
_LIMITS = Limits(seconds=6, memory=250_000_000, answer=10 * MAX_BYTES)


def counts(guide: Guide) -> Counts:
    """The counts of a guide, ready for JSON; lists are per phase or per group.

    ``minutes`` are the sums of the phases' shortest and longest times.
    """
    phases = guide.phases
    return {
        "title": guide.title,
        "minutes": [guide.minutes.low, guide.minutes.high],
        "phases": len(phases),
        "strong_signals": [len(phase.strong_signals) for phase in phases],
        "red_flags": [len(phase.red_flags) for phase in phases],
        "differentiators": [len(phase.differentiators) for phase in phases],
        "areas": [len(phase.areas) for phase in phases],
        "dimensions": len(guide.dimensions),
        "levels": len(guide.dimensions[0].levels) if guide.dimensions else 0,
        "pitfalls": len(guide.pitfalls),
        "before": len(guide.before),
        "during": len(guide.during),
        "after": len(guide.after),
        "questions": [len(bank.questions) for bank in guide.banks],
        "disqualifiers": len(guide.disqualifiers),
        "warning_signs": len(guide.warning_signs),
        "expectations": [len(group.items) for group in guide.expectations],
        "recommendations": len(guide.recommendations),
    }


@dataclass(frozen=True, slots=True)
class GuideFile:
    """What a file is worth as a guide: its counts, or the faults that keep it from being one.

    ``text`` is empty for what is no text that could be put right.
    """

    text: str = ""
    title: str = ""
    counts: Counts = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def require_guide(self) -> None:
        """Raise GuideError where it is none yet."""
        if self.faults:
            raise GuideError(self.faults)

    def require_text(self) -> None:
        """Raise GuideError where it is nothing that could be edited."""
        if not self.text:
            self.require_guide()


def read_guide_file(path: Path, cancellation: Cancellation | None = None) -> GuideFile:
    """The file read in a process of its own, with limits of time and memory.

    Raises UserError, in the user's words, for what cannot be read at all, and CancelledError.
    """
    answer = read_limited(FileKind.GUIDE, path, _LIMITS, cancellation=cancellation)
    try:
        return msgspec.json.decode(answer, type=GuideFile)
    except msgspec.DecodeError as error:
        raise UserError(f"“{path.name}” is damaged and was not read.") from error


def guide_bytes(path: Path, _password: str) -> bytes:
    """In the process: what the file is worth, as JSON. Raises UserError."""
    return msgspec.json.encode(_judged(_content(path)))


def _judged(data: bytes) -> GuideFile:
    try:
        text = decode_guide(data)
    except GuideError as error:
        return GuideFile(faults=error.faults)
    try:
        guide = read_guide(text)
    except GuideError as error:
        return GuideFile(text, faults=error.faults)
    return GuideFile(text, guide.title, counts(guide))


def _content(path: Path) -> bytes:
    try:
        # A pipe would never end; opening a device may do anything.
        if path.exists() and not path.is_file():
            raise UserError(f"{path} is no file. Choose a Markdown file.")
        with path.open("rb") as file:
            # One byte more than a guide may have shows that it is too large.
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        # A ValueError is a name that no file can have.
        reason = getattr(error, "strerror", None) or error
        raise UserError(f"{path} cannot be read: {reason}.") from error
