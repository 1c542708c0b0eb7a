"""Other minutes than planned: shown before they apply, and only when the interviewer says so."""

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QObject, Signal, Slot

from interview_desk.desk.live.clock.question_strip import Asker, StripLine
from interview_desk.desk.session import Session
from interview_desk.desk.settings import LONGER, Settings
from interview_desk.interview.actions.running import change_plan
from interview_desk.interview.cues import Cue, CueKind
from interview_desk.interview.pace import booking, pace
from interview_desk.interview.plan import LONGEST
from interview_desk.interview.replan import Proposal, extend, propose
from interview_desk.interview.timeline import ClockState
from interview_desk.words import clock_time, minutes

# So long a proposal stands still, though the interview falls behind second by second.
_STEP_MS = 15_000
# A pause that pushes the end by less is not worth a question.
_PUSHED_MS = 60_000
_ACCEPT, _OTHER, _NOT_NOW, _BACK = "Accept", "Other phase…", "Not now", "Back to the first plan"


class Replan(Asker):
    """Offers to catch up when called, while its cue is on, and after a pause that pushed the end.

    Its cue is the one about the candidate's own time. ``refused`` tells that the interviewer
    wants to hear no more of it.
    """

    refused = Signal()

    def __init__(self, session: Session, zone: tzinfo | None, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._zone = zone
        self._called = False
        self._cued = False
        self._pushed = False
        self._was_paused = False
        self._picking = False
        self._giver: int | None = None
        self._made_for: object = None
        self._proposal: Proposal | None = None
        self._behind_ms = self._lost_ms = 0

    @property
    def called(self) -> bool:
        return self._called

    @property
    def preview(self) -> tuple[int, ...] | None:
        """The seconds per phase that are proposed now, or None."""
        shown = self._called or self._offered
        return self._proposal.seconds if shown and self._proposal is not None else None

    @property
    def speaks_for_cue(self) -> bool:
        """Whether it says what the cue says, which then need not be said twice."""
        return self._cued and self.preview is not None

    @property
    def _offered(self) -> bool:
        return self._cued or self._pushed

    def look(self, cue: Cue | None) -> None:
        """Make the proposal for this moment, if one is wanted; ``cue`` is the one that holds."""
        self._cued = cue is not None and cue.kind is CueKind.RESERVE
        self._look_for_pause()
        self._make()

    def _look_for_pause(self) -> None:
        """Offer to catch up once a pause is over that took long enough."""
        timeline = self._session.interview.timeline
        paused = timeline.state is ClockState.PAUSED
        if paused:
            self._pushed = False
        elif self._was_paused and timeline.state is ClockState.RUNNING:
            last, now = timeline.spans[-1].start, timeline.position(self._session.now())
            # The pause may also have been taken back.
            lengths = (each.length(now) for each in timeline.pauses() if each.end == last)
            self._pushed = any(length > _PUSHED_MS for length in lengths)
        self._was_paused = paused

    @Slot()
    def call(self) -> None:
        """The interviewer wants to see how to catch up; called again, no more."""
        if self._called:
            self.leave()
            return
        if not self._is_on:
            return
        self._called = True
        self._make()
        if self._proposal is None and not self._session.interview.is_replanned:
            self._called = False
            self.said.emit(self._nothing_to_give())
        self.changed.emit()

    @Slot()
    def go_back(self) -> None:
        """Put the first plan in force again."""
        if self._session.interview.is_replanned and self._is_on:
            self._put(self._session.interview.first_plan.seconds, _BACK, "")

    def line(self) -> StripLine | None:
        if not (self._called or self._offered):
            return None
        if self._picking:
            names = (self._session.interview.guide.phase(n).brief for n in self._givers())
            return StripLine("Which phase gives up the time?", (*names, "Back"))
        back = (_BACK,) if self._session.interview.is_replanned else ()
        if self._proposal is not None:
            lost = self._lost_ms >= 1000
            late = f"{minutes(self._behind_ms)} {'late' if lost else 'behind'}"
            text = f"{late}. {self._proposal.words}."
            return StripLine(text, (_ACCEPT, _OTHER, _NOT_NOW, *back))
        if self._called and back:
            return StripLine("Other minutes than first planned are in force.", (*back, "Keep them"))
        return None

    def answer(self, number: int) -> None:
        line = self.line()
        if line is None:
            return
        word = line.answers[number]
        if word == _BACK:
            self.go_back()
        elif word == _ACCEPT and self._proposal is not None:
            self._put(self._proposal.seconds, "Plan changed", self._proposal.words)
        elif self._picking or word == _OTHER:
            givers = self._givers() if self._picking else []
            self._giver = givers[number] if number < len(givers) else self._giver
            self._picking = not self._picking
            # What the interviewer is busy with stays, whatever becomes of the cue.
            self._called = True
            self._make()
        else:
            self._cued = self._pushed = False
            self._close()
            self.refused.emit()
        self.changed.emit()

    def leave(self) -> None:
        self._picking = False
        if self._called:
            self._close()
        self.changed.emit()

    def _make(self) -> None:
        if not self._is_on:
            self._close()
        if not (self._called or self._offered):
            self._picking, self._giver = False, None
            self._proposal = self._made_for = None
            return
        interview, now = self._session.interview, self._session.now()
        lost = self._lost()
        behind = pace(interview, now).behind_ms + lost
        made_for = (interview.timeline.phase, interview.plan.seconds, self._giver,
                    behind // _STEP_MS)  # fmt: skip
        if made_for != self._made_for:
            self._made_for = made_for
            self._behind_ms, self._lost_ms = behind, lost
            self._proposal = propose(interview, now, self._giver, lost)

    def _lost(self) -> int:
        """What a late start and the pauses took and nothing has made up for yet, in ms."""
        booked = booking(self._session.interview, self._session.now(), self._zone)
        return booked.lost_ms if booked is not None else 0

    def _close(self) -> None:
        self._called = self._picking = self._pushed = False
        self._giver = None

    def _put(self, seconds: tuple[int, ...], label: str, reason: str) -> None:
        session = self._session
        change = change_plan(session.interview, seconds, session.now(), reason)
        self._close()
        if session.do(replace(change, label=label)):
            self.said.emit(label)

    def _givers(self) -> list[int]:
        """The phases that have time to give."""
        interview, now = self._session.interview, self._session.now()
        found = []
        for number in range(max(1, interview.timeline.phase), len(interview.guide.phases) + 1):
            proposal = propose(interview, now, number, self._lost())
            if proposal is not None and proposal.given[number - 1]:
                found.append(number)
        return found

    def _nothing_to_give(self) -> str:
        behind = pace(self._session.interview, self._session.now()).behind_ms + self._lost()
        if behind < 1000:
            return "Not behind: there is nothing to make up"
        return f"{minutes(behind)} behind, and no phase has time to give"

    @property
    def _is_on(self) -> bool:
        state = self._session.interview.timeline.state
        return state in (ClockState.RUNNING, ClockState.PAUSED)


class Extension(Asker):
    """Shows what a longer interview would be, when it is called."""

    def __init__(
        self, session: Session, settings: Settings, zone: tzinfo | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._zone = zone
        self._more = 0  # the minutes that were called for
        self._preview: tuple[int, ...] | None = None

    @property
    def called(self) -> bool:
        return bool(self._more)

    @property
    def preview(self) -> tuple[int, ...] | None:
        """The seconds per phase that it would have, or None."""
        return self._preview

    @Slot()
    def call(self) -> None:
        """Show it longer by as many minutes as the settings say; called again, no more."""
        self._more = 0 if self._more else self._settings.get(LONGER)
        if self._more and self._make() is None:
            self._more = 0
            over = self._session.interview.timeline.state is ClockState.FINISHED
            self.said.emit("The interview is over" if over else f"{LONGEST} min are the most")
        self.changed.emit()

    def line(self) -> StripLine | None:
        interview, seconds = self._session.interview, self._make()
        if seconds is None:
            self._more = 0
            return None
        added = [
            f"{phase.brief} +{minutes(1000 * (then - now))}"
            for phase, now, then in zip(
                interview.guide.phases, interview.plan.seconds, seconds, strict=True
            )
            if then > now
        ]
        text = f"{self._more} min longer{self._ends(seconds)}: {', '.join(added)}."
        return StripLine(text, (_ACCEPT, _NOT_NOW))

    def answer(self, number: int) -> None:
        seconds, more = self._make(), self._more
        self.leave()
        if number or seconds is None:
            return
        session = self._session
        change = change_plan(session.interview, seconds, session.now())
        if session.do(replace(change, label=f"{more} min more")):
            self.said.emit(f"{more} min more: {minutes(sum(seconds) * 1000)} in all")

    def leave(self) -> None:
        self._more, self._preview = 0, None
        self.changed.emit()

    def _make(self) -> tuple[int, ...] | None:
        session = self._session
        self._preview = extend(session.interview, self._more, session.now()) if self._more else None
        return self._preview

    def _ends(self, seconds: tuple[int, ...]) -> str:
        """When it would end; nothing before it has started."""
        interview, now = self._session.interview, self._session.now()
        if interview.timeline.state is ClockState.WAITING:
            return ""
        longer = interview.apply(change_plan(interview, seconds, now))
        return f", to {clock_time(pace(longer, now).end(now), self._zone)}"
