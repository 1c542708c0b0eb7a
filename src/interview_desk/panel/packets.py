"""The packets of a panel: which of them are versions of the same, and whose they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import read_packet
from interview_desk.interview.records import (
    Note,
    PastCue,
    Picture,
    Preparation,
    Record,
    RecordKey,
    Sighting,
    Tick,
)
from interview_desk.interview.seal import Seal, read_seal

# What may differ between two versions of which neither says anything else of the candidate.
_BESIDE = (PastCue, Picture, Preparation, Tick)


@dataclass(frozen=True, slots=True)
class PanelPacket:
    """One person's packet as it lies on the table.

    ``source`` is the name of its file, and ``label`` what is called here who gave no name in it.
    ``sum`` is the seal that fits it, and ``seal`` whether it is the one that it carries.
    ``is_own`` is that of whoever looks. One that is not finished is shown only ``as_draft``.
    """

    interview: Interview
    source: str = ""
    seal: Seal = Seal.MISSING
    sum: str = ""
    label: str = ""
    is_own: bool = False
    as_draft: bool = False

    @classmethod
    def of(cls, data: bytes, source: str = "") -> "PanelPacket":
        """What a packet's bytes say. Raises PacketError."""
        return cls(read_packet(data), source, *read_seal(data))

    @property
    def is_finished(self) -> bool:
        """Whether its scoring was finished, and so locked."""
        return self.interview.lock is not None

    @property
    def is_open(self) -> bool:
        """Whether its ratings may be shown."""
        return self.is_finished or self.as_draft


class Relation(Enum):
    """What a packet is to an earlier one with the same id."""

    SAME = auto()
    NEWER = auto()
    OLDER = auto()
    OTHER = auto()


def relation(new: Interview, old: Interview) -> Relation:
    """A version is newer where it amends a finished one, or finishes one that was not."""
    if _content(new) == _content(old) and new.guide == old.guide:
        return Relation.SAME
    if _follows(new, old):
        return Relation.NEWER
    return Relation.OLDER if _follows(old, new) else Relation.OTHER


class Versions(NamedTuple):
    """Those packets that count, in their order.

    ``already`` are those that say nothing more than another, ``earlier`` those that a newer one
    replaces, and ``unlike`` those that differ from the one of the same id that counts.
    """

    current: tuple[PanelPacket, ...]
    already: tuple[PanelPacket, ...]
    earlier: tuple[PanelPacket, ...]
    unlike: tuple[PanelPacket, ...]


def versions(packets: Iterable[PanelPacket]) -> Versions:
    """Of several with the same id the newest counts; of two that contradict, the first.

    To choose another put it before the others.
    """
    current: dict[str, PanelPacket] = {}
    already: list[PanelPacket] = []
    earlier: list[PanelPacket] = []
    unlike: list[PanelPacket] = []
    for each in packets:
        uid = each.interview.uid
        there = current.setdefault(uid, each)
        if there is each:
            continue
        match relation(each.interview, there.interview):
            case Relation.SAME:
                already.append(each)
            case Relation.NEWER:
                current[uid] = each
                earlier.append(there)
            case Relation.OLDER:
                earlier.append(each)
            case Relation.OTHER:
                unlike.append(each)
    return Versions(tuple(current.values()), tuple(already), tuple(earlier), tuple(unlike))


def _follows(new: Interview, old: Interview) -> bool:
    if old.lock is None:
        return new.lock is not None and new.created_ms == old.created_ms
    made = old.amendments
    return new.lock == old.lock and made == new.amendments[: len(made)] != new.amendments


def _content(interview: Interview) -> Mapping[RecordKey, Record]:
    """What is said of the candidate to all who have the packet."""
    return {
        key: _bare(record)
        for key, record in interview.records.items()
        if not isinstance(record, _BESIDE) and not (isinstance(record, Note) and record.private)
    }


def _bare(record: Record) -> Record:
    """A sighting without its note, which may have stayed with its owner."""
    if isinstance(record, Sighting):
        return Sighting(record.id, record.indicator, record.at)
    return record
