"""What the clocks did to one interview that its interviewer should know of, until answered.

Nothing is settled here. Left unanswered, everything stays as it is: the clock has counted on.
"""

from dataclasses import dataclass

from interview_desk.interview.change import Change
from interview_desk.interview.clock import Instant
from interview_desk.interview.clock_watch import GAP_MS, ClockWatch, Slept
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import ClockEvent, ClockKind
from interview_desk.interview.timeline import ClockState
from interview_desk.words import length, minutes

_LONG_MS = 100 * 60_000
# A key pressed by mistake and taken back at once is no question.
_FINISHED_MS = 60_000


@dataclass(frozen=True, slots=True)
class Notice:
    """``text`` is said as it is; ``gap`` is the time that may be left out, if any."""

    text: str
    gap: Slept | None = None
    reason: str = ""


class ClockNotices:
    """Looks at readings of the clock, and keeps what they tell, the oldest first.

    It goes with the interview and not with a page: the interviewer may be on any.
    """

    def __init__(self, at: Instant) -> None:
        self._watch = ClockWatch()
        self._watch.tick(at)
        self._open: list[Notice] = []

    @property
    def first(self) -> Notice | None:
        """What is to be asked now."""
        return self._open[0] if self._open else None

    def look(self, state: ClockState, at: Instant) -> Notice | None:
        """Take a reading; ``state`` is the one that the interview was in until now.

        What is new, if anything is: at most every five seconds a reading must come while the
        clock runs. What goes by in a pause counts nowhere, and is looked at now and then.
        """
        if state not in (ClockState.RUNNING, ClockState.PAUSED):
            self._watch = ClockWatch()  # what was before the interview is no matter
        found = self._watch.tick(at)
        if found is None:
            return None
        if not isinstance(found, Slept):
            return self.add(_moved(found.by_ms))
        if state is ClockState.PAUSED:
            return None
        return self.add(gap_notice("The laptop slept", found))

    def add(self, notice: Notice) -> Notice:
        """Something more to ask; a gap that goes on since the same moment is one question."""
        since = notice.gap and notice.gap.since
        self._open = [n for n in self._open if since is None or not n.gap or n.gap.since != since]
        self._open.append(notice)
        return notice

    def drop(self, notice: Notice) -> None:
        """It was answered, or has not happened after all."""
        self._open.remove(notice)


def gap_notice(what: str, gap: Slept) -> Notice:
    """That something was so for a time that the clock has counted."""
    # Another boot's continuous clock says nothing: only the time of day is known.
    by_day = "" if gap.since.boot == gap.until.boot else " by the laptop’s time of day"
    return Notice(f"{what} for {_told(gap.gap_ms)}{by_day}. The clock counted on.", gap, what)


def counted_notice(
    interview: Interview, gap: Slept, what: str = "The program was closed", least_ms: int = GAP_MS
) -> Notice | None:
    """About time that counts because the clock was found running, if there is what to ask."""
    if interview.timeline.state is not ClockState.RUNNING:
        return None
    if _went_back(gap):
        return Notice(
            "The laptop’s clock went back while it was off. "
            "How long it was off is not known, and does not count."
        )
    return gap_notice(what, gap) if gap.gap_ms > least_ms else None


def finish_in(change: Change) -> Instant | None:
    """When the interview had ended that this change lets go on, or None if it does not."""
    ended = (edit.before for edit in change.edits if edit.after is None)
    return next(
        (e.at for e in ended if isinstance(e, ClockEvent) and e.kind is ClockKind.FINISH), None
    )


def finish_notice(interview: Interview, gap: Slept) -> Notice | None:
    """About the time for which the interview was over, now that it is not."""
    return counted_notice(interview, gap, "The interview stood finished", _FINISHED_MS)


def closed_words(interview: Interview, gap: Slept) -> str:
    """The same as news, once everything is back on the screen."""
    if _went_back(gap):
        return "Interview Desk was closed for some time. Nothing was lost."
    paused = interview.timeline.state is ClockState.PAUSED
    clock = "the interview is still paused" if paused else "the clock counted on"
    time = _told(gap.gap_ms) if gap.gap_ms >= 1000 else "a moment"
    return f"Interview Desk was closed for {time}; {clock}. Nothing was lost."


def _went_back(gap: Slept) -> bool:
    return gap.since.boot != gap.until.boot and gap.until.wall_ms < gap.since.wall_ms


def _told(ms: int) -> str:
    return minutes(ms) if ms < _LONG_MS else length(ms)


def _moved(by_ms: int) -> Notice:
    way = "forward" if by_ms > 0 else "back"
    return Notice(
        f"The laptop’s clock was set {length(by_ms)} {way}. "
        "Times of day follow it; elapsed is unaffected."
    )
