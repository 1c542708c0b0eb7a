"""One interview: its guide and everything recorded, with the views that pages and reports read.

An `Interview` never changes. The functions in `interview.actions` decide what an intent
changes and return a `Change`; `apply` gives the interview after it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from interview_desk.guide.model import Guide
from interview_desk.interview.change import Change
from interview_desk.interview.clock import Instant
from interview_desk.interview.plan import Plan, make_plan
from interview_desk.interview.records import (
    Amendment,
    ClockEvent,
    ClockKind,
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
    RecordKey,
    Review,
    Setup,
    Sighting,
    Tick,
    Verdict,
    key_of,
    own_key,
)
from interview_desk.interview.status import Status
from interview_desk.interview.timeline import ClockState, Timeline
from interview_desk.interview.unknown_members import highest_number

R = TypeVar("R", bound=Record)


class StaleChangeError(Exception):
    """A change was made for an earlier state of the interview: a bug of the caller."""


class LockedError(Exception):
    """A finished interview was to be changed without an amendment: a bug of the caller."""


@dataclass(frozen=True)
class Interview:
    """The aggregate. ``uid`` names it across laptops; ``created_ms`` is UTC epoch ms.

    ``pictures`` are the bytes of its pictures by their digests, where it was asked for with them:
    most of the time it has only the records of them.
    ``unknown`` is what its packet said and this version does not know (`unknown_members`).
    ``revision`` counts the changes since it was made, by which the store knows whether a change
    was decided upon what is stored.
    """

    uid: str
    guide: Guide
    created_ms: int
    records: MappingProxyType[RecordKey, Record]
    unknown: str = field(default="", repr=False)
    _highest: int = field(default=0, compare=False, repr=False)
    revision: int = field(default=0, compare=False, repr=False)
    pictures: Mapping[str, bytes] = field(
        default_factory=dict, compare=False, repr=False, hash=False
    )

    @classmethod
    def of(
        cls,
        uid: str,
        guide: Guide,
        created_ms: int,
        records: tuple[Record, ...] = (),
        revision: int = 0,
        *,
        unknown: str = "",
        pictures: Mapping[str, bytes] | None = None,
    ) -> "Interview":
        """An interview that holds these records; of two with one key the later counts."""
        kept = MappingProxyType({key_of(record): record for record in records})
        highest = max(_highest_of(kept), highest_number(unknown))
        return cls(uid, guide, created_ms, kept, unknown, highest, revision, pictures or {})

    def apply(self, change: Change) -> "Interview":
        """The interview after the change.

        Raises StaleChangeError if it was made for another state, and LockedError if the
        interview is finished and the change is neither a new amendment nor a tick.
        """
        if self.lock is not None and not _fits_locked(change):
            raise LockedError(change.label)
        records = self.records.copy()
        for edit in change.edits:
            key = edit.key
            if records.get(key) != edit.before:
                raise StaleChangeError(f"{change.label}: {key} is not as it was")
            if edit.after is None:
                del records[key]
            else:
                records[key] = edit.after
        highest = max(self._highest, _highest_of(edit.key for edit in change.edits))
        return replace(
            self,
            records=MappingProxyType(records),
            _highest=highest,
            revision=self.revision + 1,
        )

    # Single records

    @property
    def setup(self) -> Setup:
        """Who, what, when and how long."""
        return self._single(Setup())

    @property
    def preparation(self) -> Preparation:
        """The private note from before the interview, empty until written."""
        return self._single(Preparation())

    @property
    def verdict(self) -> Verdict:
        """The recommendation and summary, empty until given."""
        return self._single(Verdict())

    @property
    def feedback(self) -> Feedback:
        """The feedback for the candidate, empty until written."""
        return self._single(Feedback())

    @property
    def lock(self) -> Lock | None:
        """When the scoring was finished, or None."""
        found = self.records.get((Lock, 0))
        return found if isinstance(found, Lock) else None

    def rating(self, dimension: int) -> Rating:
        """The rating of a dimension, unrated until given."""
        return self._single(Rating(dimension))

    def review(self, indicator: str) -> Review | None:
        """What was found on looking at a disqualifier or warning sign, or None."""
        found = self.records.get((Review, indicator))
        return found if isinstance(found, Review) else None

    def ticked(self, item: str) -> bool:
        """Whether the question was asked, or the checklist item done."""
        return (Tick, item) in self.records or item in self._own_asked

    @cached_property
    def _own_asked(self) -> frozenset[str]:
        return frozenset(own_key(each) for each in self.prepared_questions if each.at is not None)

    @cached_property
    def past_cues(self) -> frozenset[str]:
        """The keys of cues that do not come again."""
        return frozenset(each.cue for each in self._all(PastCue))

    def note(self, note_id: int) -> Note:
        """The note with that id. Raises KeyError."""
        found = self.records[(Note, note_id)]
        assert isinstance(found, Note)
        return found

    def picture(self, note_id: int) -> Picture | None:
        """The picture of the note with that id, or None."""
        found = self.records.get((Picture, note_id))
        return found if isinstance(found, Picture) else None

    # Records in order

    @cached_property
    def prepared_questions(self) -> tuple[PreparedQuestion, ...]:
        """The interviewer's own questions in their order."""
        return tuple(sorted(self._all(PreparedQuestion), key=lambda q: (q.place, q.id)))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Notes by their stamps."""
        return tuple(sorted(self._all(Note), key=lambda n: (self.timeline.position(n.at), n.id)))

    @cached_property
    def all_pictures(self) -> tuple[Picture, ...]:
        """The records of its pictures, in the order of their notes' ids."""
        return tuple(sorted(self._all(Picture), key=lambda each: each.note))

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """Sightings by their stamps."""
        return tuple(
            sorted(self._all(Sighting), key=lambda s: (self.timeline.position(s.at), s.id))
        )

    @cached_property
    def clock_events(self) -> tuple[ClockEvent, ...]:
        """Clock events in the order they were recorded."""
        return tuple(sorted(self._all(ClockEvent), key=lambda event: event.id))

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        """Amendments in the order they were made."""
        return tuple(sorted(self._all(Amendment), key=lambda each: each.id))

    def seen(self, indicator: str) -> tuple[Sighting, ...]:
        """Every sighting of one indicator, by stamp."""
        return tuple(each for each in self.sightings if each.indicator == indicator)

    # What follows from them

    @cached_property
    def timeline(self) -> Timeline:
        """The clock events folded."""
        boots = {event.at.boot for event in self.clock_events}
        stamped: list[Note | Sighting] = [*self._all(Note), *self._all(Sighting)]
        return Timeline(
            self.clock_events, [(each.id, each.at) for each in stamped if each.at.boot not in boots]
        )

    @cached_property
    def first_plan(self) -> Plan:
        """The plan before any re-plan."""
        return make_plan(self.guide, self.setup.length_minutes, self.setup.reserve_minutes)

    @cached_property
    def plan(self) -> Plan:
        """The plan in force: the last re-plan that was accepted, or the first one."""
        changes = sorted(self._all(PlanChange), key=lambda each: each.id)
        if not changes:
            return self.first_plan
        return replace(self.first_plan, seconds=changes[-1].seconds)

    @property
    def is_replanned(self) -> bool:
        """Whether other minutes than the first ones are in force."""
        return self.plan.seconds != self.first_plan.seconds

    @property
    def status(self) -> Status:
        """Where the interview stands."""
        if self.lock is not None:
            return Status.DONE
        if self.timeline.state is ClockState.FINISHED:
            return Status.TO_SCORE
        return Status.PREPARED if self.timeline.state is ClockState.WAITING else Status.LIVE

    @property
    def finish(self) -> ClockEvent | None:
        """The event that ended the interview; None as long as its clock may go on."""
        if self.timeline.state is not ClockState.FINISHED:
            return None
        ends = [event for event in self.clock_events if event.kind is ClockKind.FINISH]
        return ends[-1] if ends else None

    @property
    def last_moment(self) -> Instant | None:
        """The latest moment that anything was stamped with, or None."""
        stamped = [each.at for each in self.clock_events]
        stamped += [note.at for note in self.notes]
        stamped += [sighting.at for sighting in self.sightings]
        return max(stamped, key=self.timeline.position, default=None)

    @property
    def next_id(self) -> int:
        """A number that no note, sighting, event or amendment of this interview has."""
        # Kept along the way: looking through all records for it would cost every note more
        # than writing the note does.
        return 1 + self._highest

    def _single(self, empty: R) -> R:
        """The record with the key of an empty one, or the empty one."""
        found = self.records.get(key_of(empty))
        return found if isinstance(found, type(empty)) else empty

    def _all(self, kind: type[R]) -> list[R]:
        return [record for record in self.records.values() if isinstance(record, kind)]


def _fits_locked(change: Change) -> bool:
    """Whether a finished interview may change so: the trail of what changed never goes."""
    if all(edit.key[0] is Tick for edit in change.edits):
        return True
    amended = any(isinstance(edit.after, Amendment) for edit in change.edits)
    return amended and not any(isinstance(edit.before, Amendment | Lock) for edit in change.edits)


def _highest_of(keys: Iterable[RecordKey]) -> int:
    return max((number for _, number in keys if isinstance(number, int)), default=0)
