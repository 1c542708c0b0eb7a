"""One interview as a JSON document: the exchange format, read for ever once released.

Version 1 is the fields below as they stand. What comes from outside is hostile until
`read_packet` has checked it: sizes, types, every reference, every number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc

import msgspec

from interview_desk.errors import UserError
from interview_desk.guide.faults import GuideError
from interview_desk.guide.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet_faults import fault_in
from interview_desk.interview.records import (
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
)

FORMAT = "interview-desk/packet"
VERSION = 1
SIZE_LIMIT = 32_000_000
# What decoding raises for bytes that are no JSON, no UTF-8, too deep or of other types.
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


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
    setup: Setup | None = None
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
_SINGLES: dict[type[Record], str] = {
    Setup: "setup",
    Verdict: "verdict",
    Feedback: "feedback",
    Lock: "lock",
}


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
    }
    return msgspec.json.format(msgspec.json.encode({**head, **singles, **lists}), indent=1)


def read_packet(data: bytes) -> Interview:
    """The interview in a packet. Raises PacketError, in the user's words, for anything else."""
    if len(data) > SIZE_LIMIT:
        raise PacketError(
            f"The packet is larger than {SIZE_LIMIT // 1_000_000} MB; it was not read."
        )
    _check_version(data)
    try:
        packet = msgspec.json.decode(data, type=Packet)
    except _UNREADABLE as error:
        raise PacketError(f"The packet is damaged and was not read: {error}") from error
    try:
        guide = read_guide(decode_guide(packet.guide.encode()))
    except (GuideError, UnicodeEncodeError) as error:
        raise PacketError(f"The guide inside the packet cannot be read: {error}") from error
    records = tuple(_records(packet))
    interview = Interview.of(packet.uid, guide, packet.created_ms, records)
    if fault := fault_in(interview, records):
        raise PacketError(f"The packet is damaged and was not read: {fault}")
    return interview


def packet_schema() -> bytes:
    """The JSON Schema (2020-12) of a packet of this version, for other programs.

    A packet may have members that it does not name: what reads one leaves them alone.
    """
    schema = msgspec.json.schema(Packet)
    for definition in schema["$defs"].values():
        definition["description"] = cleandoc(definition["description"])
    members = schema["$defs"]["Packet"]["properties"]
    members["format"] = {"const": FORMAT}
    members["version"] = {"const": VERSION}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}
    return msgspec.json.format(msgspec.json.encode({**head, **schema}), indent=2) + b"\n"


@dataclass(frozen=True)
class _Head:
    format: str
    version: int


def _check_version(data: bytes) -> None:
    try:
        head = msgspec.json.decode(data, type=_Head)
    except _UNREADABLE as error:
        raise PacketError("This is not an Interview Desk packet.") from error
    if head.format != FORMAT or head.version < 1:
        raise PacketError("This is not an Interview Desk packet.")
    if head.version > VERSION:
        raise PacketError(
            f"The packet was made by a newer Interview Desk (format {head.version}; "
            f"this one reads up to {VERSION}). Update Interview Desk to read it."
        )


def _records(packet: Packet) -> Iterator[Record]:
    for name in _LISTS.values():
        yield from getattr(packet, name)
    for name in _SINGLES.values():
        if (single := getattr(packet, name)) is not None:
            yield single
