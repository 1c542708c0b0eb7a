"""One interview as a JSON document: the exchange format, read for ever once released.

Version 2 is the fields below as they stand, and what else it may say is kept and written again.
Version 1 had no ``understood``: its guide is read from its text. What comes from outside is
hostile until `read_packet` has checked it: sizes, types, every reference, every number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from inspect import cleandoc
from typing import NamedTuple

import msgspec

from interview_desk.errors import UserError
from interview_desk.guide.faults import GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import MAX_BYTES, decode_guide, has_control
from interview_desk.guide.understood import NotUnderstoodError, checked, write_understood
from interview_desk.interview.interview import Interview
from interview_desk.interview.picture_format import digest_of, shape_of
from interview_desk.interview.records import (
    Amendment,
    ClockEvent,
    Feedback,
    Lock,
    Note,
    PastCue,
    Picture,
    PlanChange,
    Preparation,
    PreparedQuestion,
    Rating,
    Record,
    Review,
    Setup,
    Sighting,
    Tick,
    Verdict,
)
from interview_desk.interview.seal import MEMBER, seal_of
from interview_desk.interview.unknown_members import (
    members_of_packet,
    together,
    unknown_in,
    with_unknown,
)
from interview_desk.interview.validation import fault_in

FORMAT = "interview-desk/packet"
VERSION = 2
SIZE_LIMIT = 32_000_000
# What is not known here is kept whole, and read with the interview each time.
UNKNOWN_LIMIT = 2_000_000
# Records in each of `write_parts`: decoding them takes a millisecond or two.
_PART = 500
# Four levels are a packet's own; the others are room for what this version does not know.
# How deep the decoder goes by itself differs from one Python to the next.
DEPTH_LIMIT = 64
# What decoding raises for bytes that are no JSON, no UTF-8, too deep or of other types.
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_LISTS: dict[type[Record], str] = {
    PreparedQuestion: "prepared_questions",
    Note: "notes",
    Picture: "pictures",
    Sighting: "sightings",
    Tick: "ticks",
    PastCue: "past_cues",
    ClockEvent: "clock",
    PlanChange: "plan",
    Rating: "ratings",
    Review: "reviews",
    Amendment: "amendments",
}
_SINGLES: dict[type[Record], str] = {
    Setup: "setup",
    Preparation: "preparation",
    Verdict: "verdict",
    Feedback: "feedback",
    Lock: "lock",
}
# What each of several parts needs to be read as a packet.
_NO_HEAD = {"format": FORMAT, "version": VERSION, "uid": "", "created_ms": 0, "guide": ""}
_RECORDS = (*_LISTS.values(), *_SINGLES.values())
_BRACKETS = re.compile(rb'(?:"[^"]*+"?)*+([][{}]++)')
_OTHERS = bytes(set(range(256)) - set(b'[]{}"'))


class PacketError(UserError):
    """What was given is no packet that this version can read; nothing was taken from it."""


class PasswordNeededError(PacketError):
    """It is protected, and no password was given or not the right one."""


@dataclass(frozen=True, kw_only=True)
class Packet1:
    """The document of version 1. The lists hold records by type; it never had the last six."""

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
    past_cues: tuple[PastCue, ...] = ()
    preparation: Preparation | None = None
    prepared_questions: tuple[PreparedQuestion, ...] = ()
    pictures: tuple[Picture, ...] = ()
    picture_files: dict[str, bytes] = field(default_factory=dict)
    seal: str = ""


@dataclass(frozen=True, kw_only=True)
class Packet(Packet1):
    """The document. The lists hold records by type.

    ``guide`` is the guide's Markdown and ``understood`` what was read in it when the interview
    was made: by that the records are understood. ``picture_files`` has the bytes of the pictures,
    in base 64, by their digests. ``seal`` is the SHA-256 of the rest: keys sorted, no spaces.
    """

    understood: Guide


_MEMBERS = frozenset(each.name for each in fields(Packet))


def write_packet(interview: Interview) -> bytes:
    """The interview as indented UTF-8 JSON with its seal, the same bytes for the same interview."""
    head, lists, pictures = _members(interview)
    files = {"picture_files": pictures} if pictures else {}
    packet = {**head, **lists, **files}
    seal = seal_of(msgspec.json.encode(packet))
    return msgspec.json.format(msgspec.json.encode({**packet, MEMBER: seal}), indent=1)


def write_parts(interview: Interview) -> Iterator[bytes]:
    """The interview as several JSON texts, each on one line.

    The first is a packet without its lists, each of the others some records of one list, or the
    bytes of one picture.
    """
    head, lists, pictures = _members(interview)
    yield msgspec.json.encode(head)
    for name, records in lists.items():
        for at in range(0, len(records), _PART):
            yield msgspec.json.encode({**_NO_HEAD, name: records[at : at + _PART]})
    for digest, data in pictures.items():
        yield msgspec.json.encode({**_NO_HEAD, "picture_files": {digest: data}})


def read_packet(data: bytes) -> Interview:
    """The interview in a packet. Raises PacketError, in the user's words, for anything else."""
    if len(data) > SIZE_LIMIT:
        raise PacketError(
            f"The interview file is larger than {SIZE_LIMIT // 1_000_000} MB; it was not read."
        )
    return _interview([_read(data, Packet if _version_of(data) > 1 else Packet1)])


def read_parts(parts: Iterable[bytes]) -> Interview:
    """The interview that `write_parts` wrote; likewise.

    Reading them takes no longer, but other threads get their turn in between.
    """
    return _interview([_read(part, Packet1 if n else Packet) for n, part in enumerate(parts)])


class _Read(NamedTuple):
    packet: Packet1
    records: Mapping[str, tuple[Record, ...]]
    unknown: str


def _read(data: bytes, kind: type[Packet1]) -> _Read:
    try:
        packet = msgspec.json.decode(data, type=kind)
        records = {name: _records(packet, name) for name in _RECORDS}
        unknown = unknown_in(data, records, _MEMBERS) if packet.version > 1 else ""
    except _UNREADABLE as error:
        raise PacketError(f"The interview file is damaged and was not read: {error}") from error
    return _Read(packet, records, unknown)


def _interview(read: Sequence[_Read]) -> Interview:
    packet, unknown = read[0].packet, together(each.unknown for each in read)
    if len(unknown) > UNKNOWN_LIMIT:
        raise PacketError(
            "The interview file holds more than this version can keep. Update Interview Desk to "
            "read it."
        )
    held = tuple(record for each in read for found in each.records.values() for record in found)
    files = {digest: data for each in read for digest, data in each.packet.picture_files.items()}
    interview = Interview.of(
        packet.uid, _guide(packet), packet.created_ms, held, unknown=unknown, pictures=files
    )
    if fault := fault_in(interview, held) or _fault_in_files(interview):
        raise PacketError(f"The interview file is damaged and was not read: {fault}")
    return interview


def _fault_in_files(interview: Interview) -> str:
    """What is wrong with the bytes of the pictures, or nothing."""
    told = {each.digest: (each.form, each.width, each.height) for each in interview.all_pictures}
    if told.keys() != interview.pictures.keys():
        return "a picture is missing, or one that belongs to no note"
    for digest, data in interview.pictures.items():
        if digest_of(data) != digest or shape_of(data) != told[digest]:
            return "a picture is not what it says"
    sizes = all(
        len(interview.pictures[each.digest]) == each.size for each in interview.all_pictures
    )
    return "" if sizes else "a picture is not what it says"


def packet_schema() -> bytes:
    """The JSON Schema (2020-12) of a packet of this version, for other programs.

    A packet may have members that it does not name: what reads one leaves them as they are.
    """
    schema = msgspec.json.schema(Packet)
    for definition in schema["$defs"].values():
        definition["description"] = cleandoc(definition["description"])
    members = schema["$defs"]["Packet"]["properties"]
    members["format"] = {"const": FORMAT}
    members["version"] = {"const": VERSION}
    # The text stands beside it.
    del schema["$defs"]["Guide"]["properties"]["source"]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}
    return msgspec.json.format(msgspec.json.encode({**head, **schema}), indent=2) + b"\n"


def _members(
    interview: Interview,
) -> tuple[Mapping[str, object], Mapping[str, Sequence[dict[str, object]]], Mapping[str, bytes]]:
    """What a packet says by its members' names: all but the lists, the lists, and the pictures.

    Of a picture whose bytes are not there it says nothing.
    """
    unknown = interview.unknown
    digests = {each.digest for each in interview.all_pictures}
    pictures = {name: data for name, data in interview.pictures.items() if name in digests}
    lists: dict[str, list[Record]] = {name: [] for name in _LISTS.values()}
    singles: dict[str, dict[str, object]] = {}
    for key in sorted(interview.records, key=lambda key: (key[0].__name__, str(key[1]).zfill(12))):
        record = interview.records[key]
        if isinstance(record, Picture) and record.digest not in pictures:
            continue
        if name := _LISTS.get(key[0]):
            lists[name].append(record)
        elif name := _SINGLES.get(key[0]):
            (singles[name],) = with_unknown([record], name, unknown)
    head = {
        "format": FORMAT,
        "version": VERSION,
        "uid": interview.uid,
        "created_ms": interview.created_ms,
        "guide": interview.guide.source,
        "understood": msgspec.Raw(write_understood(interview.guide)),
    }
    records = {name: with_unknown(each, name, unknown) for name, each in lists.items()}
    # What an earlier version kept without knowing it may be known by now, and is read no more.
    others = {name: raw for name, raw in members_of_packet(unknown).items() if name not in _MEMBERS}
    return {**others, **head, **singles}, records, pictures


@dataclass(frozen=True)
class _Head:
    format: str
    version: int


def _version_of(data: bytes) -> int:
    if _is_deeper_than(DEPTH_LIMIT, data):
        raise PacketError("This is no interview file of Interview Desk.")
    try:
        head = msgspec.json.decode(data, type=_Head)
    except _UNREADABLE as error:
        raise PacketError("This is no interview file of Interview Desk.") from error
    if head.format != FORMAT or head.version < 1:
        raise PacketError("This is no interview file of Interview Desk.")
    if head.version > VERSION:
        raise PacketError(
            f"The interview file was made by a newer Interview Desk (format {head.version}; "
            f"this one reads up to {VERSION}). Update Interview Desk to read it."
        )
    return head.version


def _records(packet: Packet1, name: str) -> tuple[Record, ...]:
    found = getattr(packet, name)
    if isinstance(found, tuple):
        return found
    return () if found is None else (found,)


def _guide(packet: Packet1) -> Guide:
    """The guide as it was understood; of a packet of version 1, as its text is read today."""
    try:
        if not isinstance(packet, Packet):
            return read_guide(decode_guide(packet.guide.encode()))
        text = packet.guide
        if not text.strip() or len(text) > MAX_BYTES or has_control(text):
            raise NotUnderstoodError("its text is missing, too long or no text")
        return checked(packet.understood, packet.guide)
    except (GuideError, NotUnderstoodError, UnicodeEncodeError) as error:
        raise PacketError(f"The guide inside the interview file cannot be read: {error}") from error


def _is_deeper_than(limit: int, data: bytes) -> bool:
    """Whether they are nested beyond the limit; brackets in strings do not count.

    In step with the size, whatever the bytes are: some 50 ms a megabyte at worst.
    """
    # Without escapes a quotation mark begins or ends a string, and most strings are then empty.
    text = data.replace(rb"\\", b"").replace(rb"\"", b"")
    text = text.translate(None, _OTHERS).replace(b'""', b"")
    depth = 0
    for run in _BRACKETS.finditer(text):
        for bracket in run[1]:
            depth += 1 if bracket in b"[{" else -1
            if depth > limit:
                return True
    return False
