"""What can be done with the set-up, the clock and the plan."""

from dataclasses import replace

from interview_desk.interview.change import Change, Edit, put
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import clean
from interview_desk.interview.plan import LONGEST, SHORTEST
from interview_desk.interview.records import ClockEvent, ClockKind, PlanChange, Setup
from interview_desk.interview.timeline import ClockState

# More numbers than anyone can use up by undoing; the numbers themselves are without end.
REDO_ROOM = 1_000_000

_SETUP_WORDS = {
    "candidate": "Candidate",
    "role": "Role",
    "interviewer": "Interviewer",
    "scheduled": "Date and time",
    "length_minutes": "Length",
    "reserve_minutes": "Time for their questions",
    "question": "Question",
    "areas": "Areas to explore",
}


def set_up(interview: Interview, setup: Setup) -> Change:
    """Other set-up. Raises ValueError for a length out of bounds or areas that are unknown."""
    if not SHORTEST <= setup.length_minutes <= LONGEST:
        raise ValueError(f"an interview lasts {SHORTEST} to {LONGEST} minutes")
    if not 0 <= setup.reserve_minutes <= setup.length_minutes:
        raise ValueError("the reserve is a part of the interview")
    unknown = set(setup.areas) - set(interview.guide.areas)
    if unknown:
        raise ValueError(f"the guide has no areas {sorted(unknown)}")
    setup = replace(
        setup,
        candidate=clean(setup.candidate),
        role=clean(setup.role),
        interviewer=clean(setup.interviewer),
        question=clean(setup.question),
        scheduled=clean(setup.scheduled),
    )
    return put("Set-up changed", (interview.records.get((Setup, 0)), setup), merge="setup")


def set_up_step(interview: Interview, setup: Setup, *, typed: bool) -> Change:
    """The set-up changed, named by its field; what is typed into one field is one step.

    Raises ValueError as `set_up` does.
    """
    before = interview.setup
    changed = [name for name in _SETUP_WORDS if getattr(before, name) != getattr(setup, name)]
    change = set_up(interview, setup)
    if len(changed) != 1:
        return replace(change, merge="")
    merge = f"setup {changed[0]}" if typed else ""
    return replace(change, label=_SETUP_WORDS[changed[0]], merge=merge)


def _event(
    interview: Interview,
    label: str,
    kind: ClockKind,
    at: Instant,
    *,
    phase: int | None = None,
    reason: str = "",
    shift_ms: int = 0,
) -> Change:
    event = ClockEvent(interview.next_id, kind, at, phase, clean(reason).strip(), shift_ms)
    return Change(label, (Edit(None, event),))


def start(interview: Interview, at: Instant) -> Change | None:
    """The clock started in the first phase; None if it was already."""
    if interview.timeline.state is not ClockState.WAITING:
        return None
    return _event(interview, "Interview started", ClockKind.START, at, phase=1)


def enter_phase(interview: Interview, number: int, at: Instant) -> Change | None:
    """Another phase entered, later or earlier; None if it is on, or the clock is not going.

    Raises IndexError for a phase the guide does not have.
    """
    phase, timeline = interview.guide.phase(number), interview.timeline
    running = timeline.state in (ClockState.RUNNING, ClockState.PAUSED)
    if not running or timeline.phase == number:
        return None
    return _event(interview, f"Phase: {phase.title}", ClockKind.ENTER, at, phase=number)


def pause(interview: Interview, at: Instant, reason: str = "") -> Change | None:
    """The clock stopped for a while, with a reason if given; given again, the reason is new."""
    state = interview.timeline.state
    if state is ClockState.RUNNING or (state is ClockState.PAUSED and reason):
        return _event(interview, "Paused", ClockKind.PAUSE, at, reason=reason)
    return None


def resume(interview: Interview, at: Instant) -> Change | None:
    """The clock going again; None if it was not paused."""
    if interview.timeline.state is not ClockState.PAUSED:
        return None
    return _event(interview, "Resumed", ClockKind.RESUME, at)


def finish(interview: Interview, at: Instant) -> Change | None:
    """The interview over; None if it is not on."""
    if interview.timeline.state not in (ClockState.RUNNING, ClockState.PAUSED):
        return None
    return _event(interview, "Interview finished", ClockKind.FINISH, at)


def go_on(interview: Interview) -> Change | None:
    """The interview not over after all; None unless it was finished and can still be changed."""
    ends = [event for event in interview.clock_events if event.kind is ClockKind.FINISH]
    if interview.lock is not None or interview.timeline.state is not ClockState.FINISHED:
        return None
    return Change("Interview continued", tuple(Edit(event, None) for event in ends))


def really_started(interview: Interview, shift_ms: int, at: Instant) -> Change | None:
    """The start moved by ``shift_ms`` from where the key was pressed; None before a start.

    It moves to ``at`` at the latest: what has begun cannot begin later than now.
    """
    timeline = interview.timeline
    if timeline.pressed is None:
        return None
    since = timeline.position(at) - timeline.position(timeline.pressed)
    shift_ms = min(shift_ms, max(0, since))
    return _event(interview, "Start time corrected", ClockKind.STARTED_AT, at, shift_ms=shift_ms)


def leave_out(interview: Interview, since: Instant, until: Instant, reason: str) -> Change | None:
    """A stretch that has passed made a pause (the laptop slept, a break nobody marked).

    None if the clock did not run in it. Pauses that it overlaps stay as they are.
    """
    timeline = interview.timeline
    if timeline.elapsed(until) <= timeline.elapsed(since):
        return None
    length = timeline.position(until) - timeline.position(since)
    return _event(
        interview, "Break left out", ClockKind.LEFT_OUT, since, reason=reason, shift_ms=length
    )


def reopen(interview: Interview, alive: Instant, now: Instant) -> Change | None:
    """A running interview found again when the program starts, the clock counted on.

    ``alive`` is when it was last known to run. It cannot be undone: it did happen. None if
    the interview is not running.
    """
    if interview.timeline.state not in (ClockState.RUNNING, ClockState.PAUSED):
        return None
    # What was undone before may be done again after, with the numbers that it had.
    first = interview.next_id + REDO_ROOM
    events = (
        ClockEvent(first, ClockKind.ALIVE, alive),
        ClockEvent(first + 1, ClockKind.REOPEN, now),
    )
    return Change("Interview continued", tuple(Edit(None, e) for e in events), undoable=False)


def change_plan(
    interview: Interview, seconds: tuple[int, ...], at: Instant, reason: str = ""
) -> Change:
    """Other seconds per phase from now on. Raises ValueError unless there is one per phase."""
    if len(seconds) != len(interview.guide.phases) or min(seconds) < 0:
        raise ValueError("a plan has one length for every phase")
    plan = PlanChange(interview.next_id, at, seconds, clean(reason).strip())
    return Change("Plan changed", (Edit(None, plan),))
