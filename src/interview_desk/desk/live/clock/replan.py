"""How to catch up: shown before it applies, and applied only when the interviewer says so."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from interview_desk.desk.live.clock.question_strip import Asker, StripLine
from interview_desk.desk.session import Session
from interview_desk.interview.actions.running import change_plan
from interview_desk.interview.cues import Cue, CueKind
from interview_desk.interview.pace import pace
from interview_desk.interview.replan import Proposal, propose
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes

# So long a proposal stands still, though the interview falls behind second by second.
_STEP_MS = 15_000
_ACCEPT, _OTHER, _NOT_NOW, _BACK = "Accept", "Other phase…", "Not now", "Back to the first plan"


class Replan(Asker):
    """Offers to catch up while the cue about the candidate's time is on, or when called.

    ``refused`` tells that the interviewer wants to hear no more of it.
    """

    refused = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._called = False
        self._offered = False
        self._picking = False
        self._giver: int | None = None
        self._made_for: object = None
        self._proposal: Proposal | None = None
        self._behind_ms = 0

    @property
    def called(self) -> bool:
        return self._called

    @property
    def preview(self) -> tuple[int, ...] | None:
        """The seconds per phase that are proposed now, or None."""
        shown = self._called or self._offered
        return self._proposal.seconds if shown and self._proposal is not None else None

    def look(self, cue: Cue | None) -> None:
        """Make the proposal for this moment, if one is wanted; ``cue`` is the one on show."""
        self._offered = cue is not None and cue.kind is CueKind.RESERVE
        self._make()

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
            behind = minutes(self._behind_ms)
            text = f"{behind} behind. {self._proposal.words}."
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
            self._offered = False
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
        behind = pace(interview, now).behind_ms
        made_for = (interview.timeline.phase, interview.plan.seconds, self._giver,
                    behind // _STEP_MS)  # fmt: skip
        if made_for != self._made_for:
            self._made_for = made_for
            self._behind_ms = behind
            self._proposal = propose(interview, now, self._giver)

    def _close(self) -> None:
        self._called = self._picking = False
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
            proposal = propose(interview, now, number)
            if proposal is not None and proposal.given[number - 1]:
                found.append(number)
        return found

    def _nothing_to_give(self) -> str:
        behind = pace(self._session.interview, self._session.now()).behind_ms
        if behind < 1000:
            return "Not behind: there is nothing to make up"
        return f"{minutes(behind)} behind, and no phase has time to give"

    @property
    def _is_on(self) -> bool:
        state = self._session.interview.timeline.state
        return state in (ClockState.RUNNING, ClockState.PAUSED)
