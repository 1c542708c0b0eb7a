"""What no interview's records may hold, whoever wrote them: checked when one comes from outside."""

import re
from collections.abc import Sequence
from dataclasses import fields
from typing import get_args

from interview_desk.guide.model import Guide
from interview_desk.interview.clock import WALL_LIMIT_MS, Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import TEXT_LIMIT, clean
from interview_desk.interview.picture_format import ALL_BYTES, LONGEST_SIDE, MOST_BYTES
from interview_desk.interview.plan import LONGEST, SHORTEST
from interview_desk.interview.records import (
    NO_DECISION,
    ClockEvent,
    Note,
    Numbered,
    Picture,
    PlanChange,
    PreparedQuestion,
    Rating,
    Record,
    Review,
    Setup,
    Sighting,
    Tick,
    Verdict,
    key_of,
)

RECORD_LIMIT = 50_000
CLOCK_EVENT_LIMIT = 5_000
# The largest whole number that every JSON reader keeps exactly (RFC 8259, section 6).
NUMBER_LIMIT = 2**53 - 1
# Breaks left out and corrections of the start: a year.
SHIFT_LIMIT_MS = 366 * 86_400_000
_NAMES: dict[type[object], tuple[str, ...]] = {
    kind: tuple(each.name for each in fields(kind)) for kind in get_args(Record)
}
_DIGEST = re.compile(r"[0-9a-f]{64}")
_UID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def fault_in(interview: Interview, records: Sequence[Record]) -> str:
    """What is wrong in words, or nothing; ``records`` are all that were read for it."""
    # It becomes part of file names.
    if not _UID.fullmatch(interview.uid):
        return "its identity is missing"
    pictures = sum(each.size for each in interview.all_pictures)
    if (
        pictures > ALL_BYTES
        or len(records) > RECORD_LIMIT
        or len(interview.clock_events) > CLOCK_EVENT_LIMIT
    ):
        return "it holds more records than any interview has"
    if len({key_of(record) for record in records}) != len(records):
        return "two records have the same identity"
    if not 0 <= interview.created_ms <= WALL_LIMIT_MS:
        return "it was made at an impossible time"
    ids = [each.id for each in records if isinstance(each, Numbered)]
    if len(set(ids)) != len(ids) or any(not 0 < each <= NUMBER_LIMIT for each in ids):
        return "its records are misnumbered"
    for record in records:
        if fault := _unfit(record) or _stray(record, interview):
            return f"{type(record).__name__.lower()}: {fault}"
    return ""


def _unfit(record: Record) -> str:
    """Texts that are too long or hold what no text should; numbers out of bounds."""
    for name in _NAMES[type(record)]:
        value = getattr(record, name)
        if isinstance(value, str):
            # Nearly all texts are printable, and so hold nothing that is to be looked for.
            plain = value.isprintable() and len(value) <= TEXT_LIMIT
            if not plain and value != clean(value):
                return f"{name} has characters that are not text, or too many"
        elif isinstance(value, int):
            if not -NUMBER_LIMIT <= value <= NUMBER_LIMIT:
                return f"{name} is out of bounds"
        elif isinstance(value, tuple):
            if len(value) > 1_000:
                return f"{name} is too long"
        elif isinstance(value, Instant) and not value.possible:
            return "its moment is impossible"
    return ""


def _stray(record: Record, interview: Interview) -> str:
    """References to what the guide or the interview does not have."""
    return "" if _known(record, interview) else "it refers to what is not there"


def _fits(record: Setup | PreparedQuestion, guide: Guide) -> bool:
    """Whether what was prepared goes with the guide."""
    if isinstance(record, PreparedQuestion):
        fit = bool(record.text) and record.phase in (None, *range(1, len(guide.phases) + 1))
        return fit and record.dimension in (None, *range(1, len(guide.dimensions) + 1))
    fit = SHORTEST <= record.length_minutes <= LONGEST
    fit = fit and 0 <= record.reserve_minutes <= record.length_minutes
    return fit and set(record.areas) <= set(guide.areas)


def _is_note(record: Note | Picture, interview: Interview) -> bool:
    """Whether it may be a note, or the picture of one that is there."""
    if isinstance(record, Note):
        numbers = range(1, len(interview.guide.dimensions) + 1)
        return bool(record.text) and set(record.dimensions) <= set(numbers)
    fit = {record.width, record.height} <= set(range(1, LONGEST_SIDE + 1))
    fit = fit and 0 < record.size <= MOST_BYTES and bool(_DIGEST.fullmatch(record.digest))
    return fit and (Note, record.note) in interview.records


def _known(record: Record, interview: Interview) -> bool:
    guide, phases = interview.guide, len(interview.guide.phases)
    numbers = range(1, len(guide.dimensions) + 1)
    fit = True
    match record:
        case Setup() | PreparedQuestion():
            fit = _fits(record, guide)
        case Note() | Picture():
            fit = _is_note(record, interview)
        case Sighting():
            fit = record.indicator in guide.indicators
            fit = fit and (record.note is None or (Note, record.note) in interview.records)
        case Tick():
            fit = record.item in guide.questions or record.item in guide.checklist_items
        case ClockEvent():
            fit = record.phase is None or 1 <= record.phase <= phases
            fit = fit and abs(record.shift_ms) <= SHIFT_LIMIT_MS
        case PlanChange():
            fit = len(record.seconds) == phases and all(0 <= s <= 86_400 for s in record.seconds)
        case Rating():
            fit = record.dimension in numbers and not (record.level and record.not_enough)
            fit = fit and (
                not record.level or guide.dimension(record.dimension).height(record.level) > 0
            )
        case Review():
            fit = record.indicator in guide.indicators
        case Verdict():
            fit = record.step in ("", NO_DECISION, *guide.steps)
    return fit
