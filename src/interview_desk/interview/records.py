"""What can be recorded in an interview: small frozen facts, each with a key of its own.

An interview is its guide and a set of these. They carry no behaviour, so that the same
dataclass goes into the aggregate, the database, the undo journal and the packet.
"""

from dataclasses import dataclass
from enum import StrEnum

from interview_desk.interview.clock import Instant
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.picture_format import PictureForm

NO_DECISION = "No decision"


class ClockKind(StrEnum):
    """What happened to the clock."""

    START = "start"
    ENTER = "enter"
    PAUSE = "pause"
    RESUME = "resume"
    FINISH = "finish"
    # Where the clock was last known to run before the program ended, and where it ran again:
    # together they join the continuous clocks of two boots.
    ALIVE = "alive"
    REOPEN = "reopen"
    # The interview really started ``shift_ms`` after the start event (before, if negative).
    STARTED_AT = "started at"
    # The ``shift_ms`` after this moment were a break that nobody marked, told of later.
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Setup:
    """Who, what, when and how long. ``scheduled`` is local ISO time to the minute, or empty.

    ``length_minutes`` is 15 to 180; ``areas`` are keys of the guide's areas to explore.
    """

    candidate: str = ""
    role: str = ""
    interviewer: str = ""
    question: str = ""
    scheduled: str = ""
    length_minutes: int = 45
    reserve_minutes: int = 5
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the interviewer wrote down beforehand, for nobody else: it is private."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class PreparedQuestion:
    """A question of the interviewer's own, asked ``at`` a moment or not yet.

    ``phase`` and ``dimension`` are numbers; without them it is for any phase, and for none. They
    stand in the order of ``place``; one that is a ``follow_up`` goes with what stands before it.
    """

    id: int
    text: str
    place: int
    phase: int | None = None
    dimension: int | None = None
    follow_up: bool = False
    at: Instant | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What was said or done, stamped at its first keystroke; dimensions are numbers."""

    id: int
    at: Instant
    text: str
    kind: NoteKind = NoteKind.PLAIN
    dimensions: tuple[int, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a note, ``note`` by its id; the note's text is its caption.

    Its bytes are kept beside the records, under their SHA-256 ``digest``; width and height are
    in pixels, and ``size`` in bytes.
    """

    note: int
    digest: str
    form: PictureForm
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """One time that an indicator was seen; ``note`` is the id of the note that proves it."""

    id: int
    indicator: str
    at: Instant
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A question asked or a checklist item done, by its key in the guide."""

    item: str
    at: Instant


@dataclass(frozen=True, slots=True)
class PastCue:
    """A cue that was put away or is over, by its key: it does not come again."""

    cue: str


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """Something that happened to the clock; the store only ever appends these."""

    id: int
    kind: ClockKind
    at: Instant
    phase: int | None = None
    reason: str = ""
    shift_ms: int = 0


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A re-plan that was accepted: seconds for every phase, in order, from then on."""

    id: int
    at: Instant
    seconds: tuple[int, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """A level's name for a dimension, or that the evidence is not enough, with a reason.

    An empty ``level`` with ``not_enough`` False is not rated yet.
    """

    dimension: int
    level: str = ""
    not_enough: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A disqualifier or warning sign that was looked at after the interview."""

    indicator: str
    observed: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The recommendation: one of the guide's steps, NO_DECISION or empty, and the summary."""

    step: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Constructive feedback meant for the candidate."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Lock:
    """The moment the scoring was finished; later changes are amendments."""

    at: Instant


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change after the lock: when, why, and what was changed from what to what."""

    id: int
    at: Instant
    reason: str
    what: str


Record = (
    Setup
    | Preparation
    | PreparedQuestion
    | Note
    | Picture
    | Sighting
    | Tick
    | PastCue
    | ClockEvent
    | PlanChange
    | Rating
    | Review
    | Verdict
    | Feedback
    | Lock
    | Amendment
)
# Those that are numbered together, each by a number that no other of its interview has.
Numbered = PreparedQuestion | Note | Sighting | ClockEvent | PlanChange | Amendment
RecordKey = tuple[type[Record], int | str]


def own_key(question: PreparedQuestion) -> str:
    """What a question of one's own is called beside the keys of the guide's."""
    return f"own.{question.id}"


def key_of(record: Record) -> RecordKey:
    """What tells the record from all others of one interview: its type and its own key."""
    match record:
        case PreparedQuestion() | Note() | Sighting() | ClockEvent() | PlanChange() | Amendment():
            return type(record), record.id
        case Picture():
            return Picture, record.note
        case Tick():
            return Tick, record.item
        case PastCue():
            return PastCue, record.cue
        case Rating():
            return Rating, record.dimension
        case Review():
            return Review, record.indicator
        case Setup() | Preparation() | Verdict() | Feedback() | Lock():
            return type(record), 0
