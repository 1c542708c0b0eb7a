"""One interview as a JSON document: the exchange format, read for ever once released.

Version 1 is the fields below as they stand. What comes from outside is hostile until
`read_packet` has checked it: sizes, types, every reference, every number.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import msgspec

from interview_desk.errors import UserError
from interview_desk.guide.faults import GuideError
from interview_desk.guide.reader import decode_guide, read_guide
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import clean
from interview_desk.interview.plan import LONGEST, SHORTEST
from interview_desk.interview.records import (
    NO_DECISION,
    Amendment,
    ClockEvent,
    Feedback,
    Lock,
    Note,
    PlanChange,
    Rating,
    Record,
    Review,
    Setup,
    Sighting,
    Tick,
    Verdict,
    key_of,
)

FORMAT = "interview-desk/packet"
VERSION = 1
SIZE_LIMIT = 32_000_000
RECORD_LIMIT = 50_000
# The largest whole number that every JSON reader keeps exactly (RFC 8259, section 6).
NUMBER_LIMIT = 2**53 - 1


class PacketError(UserError):
    """What was given is no packet that this version can read; nothing was taken from it."""


@dataclass(frozen=True)
class Packet:
    """The document. ``guide`` is the guide's Markdown; the lists hold records by type."""

    format: str
    version: int
    uid: str
    created_ms: int
    guide: str
    setup: Setup
    notes: tuple[Note, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    ticks: tuple[Tick, ...] = ()
    clock: tuple[ClockEvent, ...] = ()
    plan: tuple[PlanChange, ...] = ()
    ratings: tuple[Rating, ...] = ()
    reviews: tuple[Review, ...] = ()
    verdict: Verdict | None = None
    feedback: Feedback | None = None
    lock: Lock | None = None
    amendments: tuple[Amendment, ...] = ()


_LISTS: dict[type[Record], str] = {
    Note: "notes",
    Sighting: "sightings",
    Tick: "ticks",
    ClockEvent: "clock",
    PlanChange: "plan",
    Rating: "ratings",
    Review: "reviews",
    Amendment: "amendments",
}
_SINGLES: dict[type[Record], str] = {Verdict: "verdict", Feedback: "feedback", Lock: "lock"}


def write_packet(interview: Interview) -> bytes:
    """The interview as indented UTF-8 JSON, the same bytes for the same interview."""
    lists: dict[str, list[Record]] = {name: [] for name in _LISTS.values()}
    singles: dict[str, Record] = {}
    for key in sorted(interview.records, key=lambda key: (key[0].__name__, str(key[1]).zfill(12))):
        record = interview.records[key]
        if name := _LISTS.get(key[0]):
            lists[name].append(record)
        elif name := _SINGLES.get(key[0]):
            singles[name] = record
    head = {
        "format": FORMAT,
        "version": VERSION,
        "uid": interview.uid,
        "created_ms": interview.created_ms,
        "guide": interview.guide.source,
        "setup": interview.setup,
    }
    return msgspec.json.format(msgspec.json.encode({**head, **lists, **singles}), indent=1)


def read_packet(data: bytes) -> Interview:
    """The interview in a packet. Raises PacketError, in the user's words, for anything else."""
    if len(data) > SIZE_LIMIT:
        raise PacketError(
            f"The packet is larger than {SIZE_LIMIT // 1_000_000} MB; it was not read."
        )
    _check_version(data)
    try:
        packet = msgspec.json.decode(data, type=Packet)
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError) as error:
        raise PacketError(f"The packet is damaged and was not read: {error}") from error
    try:
        guide = read_guide(decode_guide(packet.guide.encode()))
    except (GuideError, UnicodeEncodeError) as error:
        raise PacketError(f"The guide inside the packet cannot be read: {error}") from error
    records = tuple(_records(packet))
    interview = Interview.of(packet.uid, guide, packet.created_ms, records)
    fault = _fault(packet, interview, records)
    if fault:
        raise PacketError(f"The packet is damaged and was not read: {fault}")
    return interview


def packet_schema() -> bytes:
    """The JSON Schema of a packet, for other programs."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Packet)), indent=2)


@dataclass(frozen=True)
class _Head:
    format: str
    version: int


def _check_version(data: bytes) -> None:
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError) as error:
        raise PacketError("This is not an Interview Desk packet.") from error
    if head.format != FORMAT or head.version < 1:
        raise PacketError("This is not an Interview Desk packet.")
    if head.version > VERSION:
        raise PacketError(
            f"The packet was made by a newer Interview Desk (format {head.version}; "
            f"this one reads up to {VERSION}). Update Interview Desk to read it."
        )


def _records(packet: Packet) -> Iterator[Record]:
    yield packet.setup
    for name in _LISTS.values():
        yield from getattr(packet, name)
    for name in _SINGLES.values():
        if (single := getattr(packet, name)) is not None:
            yield single


def _fault(packet: Packet, interview: Interview, records: tuple[Record, ...]) -> str:
    """What is wrong with the records in words, or nothing."""
    if not packet.uid or len(packet.uid) > 64 or not packet.uid.isascii():
        return "its identity is missing"
    if len(records) > RECORD_LIMIT:
        return f"it holds more than {RECORD_LIMIT} records"
    if len({key_of(record) for record in records}) != len(records):
        return "two records have the same identity"
    if not 0 <= packet.created_ms <= NUMBER_LIMIT:
        return "it was made at an impossible time"
    ids = [
        each.id
        for each in records
        if isinstance(each, Note | Sighting | ClockEvent | PlanChange | Amendment)
    ]
    if len(set(ids)) != len(ids) or any(not 0 < each <= NUMBER_LIMIT for each in ids):
        return "its records are misnumbered"
    for record in records:
        if fault := _unfit(record) or _stray(record, interview):
            return f"{type(record).__name__.lower()}: {fault}"
    return ""


def _unfit(record: Record) -> str:
    """Texts that are too long or hold what no text should; numbers out of bounds."""
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, str) and value != clean(value):
            return f"{each.name} has characters that are not text, or too many"
        if isinstance(value, int) and not -NUMBER_LIMIT <= value <= NUMBER_LIMIT:
            return f"{each.name} is out of bounds"
        if isinstance(value, tuple) and len(value) > 1_000:
            return f"{each.name} is too long"
        if isinstance(value, Instant) and (
            not 0 <= value.wall_ms <= NUMBER_LIMIT
            or not -NUMBER_LIMIT <= value.mono_ms <= NUMBER_LIMIT
            or len(value.boot) > 64
        ):
            return "its moment is impossible"
    return ""


def _stray(record: Record, interview: Interview) -> str:
    """References to what the guide or the interview does not have."""
    return "" if _known(record, interview) else "it refers to what is not there"


def _known(record: Record, interview: Interview) -> bool:
    guide, phases = interview.guide, len(interview.guide.phases)
    numbers = range(1, len(guide.dimensions) + 1)
    fit = True
    match record:
        case Setup():
            fit = SHORTEST <= record.length_minutes <= LONGEST
            fit = fit and 0 <= record.reserve_minutes <= record.length_minutes
            fit = fit and set(record.areas) <= set(guide.areas)
        case Note():
            fit = bool(record.text) and set(record.dimensions) <= set(numbers)
        case Sighting():
            fit = record.indicator in guide.indicators
            fit = fit and (record.note is None or (Note, record.note) in interview.records)
        case Tick():
            fit = record.item in guide.questions or record.item in guide.checklist_items
        case ClockEvent():
            fit = record.phase is None or 1 <= record.phase <= phases
        case PlanChange():
            fit = len(record.seconds) == phases and all(0 <= s <= 86_400 for s in record.seconds)
        case Rating():
            fit = record.dimension in numbers
            fit = fit and (
                not record.level or guide.dimension(record.dimension).height(record.level) > 0
            )
        case Review():
            fit = record.indicator in guide.indicators
        case Verdict():
            fit = record.step in ("", NO_DECISION, *guide.steps)
    return fit
