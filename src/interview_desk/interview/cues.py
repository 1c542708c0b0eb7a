"""One quiet line that tells the interviewer what the guide would say now.

Few on purpose: live help on the screen costs attention. A cue is text and nothing else;
there is at most one at a time, the most pressing one, and each comes once; that the question
time is in danger once in every phase, since a re-plan answers it for the phase that is on alone.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from interview_desk.guide.model import Dimension, Guide, Phase, Question
from interview_desk.interview.checks import is_about_communication
from interview_desk.interview.clock import Instant
from interview_desk.interview.evidence import evidence_counts
from interview_desk.interview.interview import Interview
from interview_desk.interview.pace import Pace, pace
from interview_desk.interview.phase_questions import asks
from interview_desk.interview.records import Tick
from interview_desk.interview.replan import propose
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes

# How long the deep dive may go without a follow-up, and how long a phase left too early is
# worth going back to.
FOLLOW_UP_MS = 240_000
GO_BACK_MS = 120_000
TWO_MINUTES_MS = 120_000
# Less than this of the reserve is not worth a line: every phase ends a little late.
RESERVE_MS = 60_000
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_WORD = re.compile(r"[^\W\d_]{4,}")


class CueKind(StrEnum):
    """What a cue is about, the most pressing first; each can be switched off."""

    TWO_MINUTES = "two minutes left"
    RESERVE = "question time"
    EXPLORATION = "exploration cut short"
    FOLLOW_UP = "no follow-up"
    COMMUNICATION = "communication"
    EVIDENCE = "no evidence"


@dataclass(frozen=True, slots=True)
class CueSettings:
    """Which cues the interviewer wants."""

    on: bool = True
    off: frozenset[CueKind] = frozenset()

    def wants(self, kind: CueKind) -> bool:
        """Whether cues of that kind are to be shown."""
        return self.on and kind not in self.off


@dataclass(frozen=True, slots=True)
class Cue:
    """One line. ``key`` names it within its interview, to be kept once it was dismissed."""

    key: str
    kind: CueKind
    text: str


@dataclass(frozen=True, slots=True)
class _Moment:
    interview: Interview
    now: Instant
    pace: Pace
    settings: CueSettings
    past: Collection[str]


def cues(
    interview: Interview, now: Instant, settings: CueSettings, past: Collection[str] = ()
) -> Cue | None:
    """The cue for this moment, or None; made to be asked for once a second.

    ``past`` holds the keys of cues that were dismissed or are over. A cue stays as long as
    what it says is so, unless a more pressing one takes its place.
    """
    if not settings.on or interview.timeline.state is not ClockState.RUNNING:
        return None
    moment = _Moment(interview, now, pace(interview, now), settings, past)
    for kind, rule in _RULES.items():
        if settings.wants(kind) and kind not in past and (cue := rule(moment)) is not None:
            return cue
    return None


def _two_minutes(moment: _Moment) -> Cue | None:
    if not 0 < moment.pace.left_ms <= TWO_MINUTES_MS:
        return None
    last = moment.pace.current == len(moment.pace.phases)
    line = "What else would you like to ask?" if last else "Let us stop here: what may I answer?"
    text = f"Two minutes left. Say: “We have about two minutes left. {line}”"
    return _once(CueKind.TWO_MINUTES, text)


def _reserve(moment: _Moment) -> Cue | None:
    standing, interview = moment.pace, moment.interview
    reserve = interview.first_plan.reserve
    before_last = standing.phases[standing.current - 1 : -1]
    if not before_last:
        return None
    to_go = sum(max(0, each.left_ms) for each in before_last)
    lost = min(reserve * 1000, to_go - moment.pace.left_ms + reserve * 1000)
    key = f"{CueKind.RESERVE.value} {standing.current}"
    if lost < RESERVE_MS or key in moment.past:
        return None
    following = interview.guide.phase(standing.current + 1).brief
    can_replan = propose(interview, moment.now) is not None
    text = (
        f"The candidate’s questions would lose {minutes(lost)} of {minutes(reserve * 1000)}."
        f" {'Re-plan, or go' if can_replan else 'Go'} on to {following}."
    )
    return Cue(key, CueKind.RESERVE, text)


def _exploration(moment: _Moment) -> Cue | None:
    interview, first = moment.interview, moment.interview.guide.phases[0]
    least = min(first.minutes.low * 60, interview.first_plan.seconds[0]) * 1000
    short = least - moment.pace.phases[0].used_ms
    if moment.pace.current == 1 or short < 1000:
        return None
    if interview.timeline.visit(moment.now) > GO_BACK_MS:
        return None
    text = f"{first.title} was left {minutes(short)} before its minimum."
    return _once(CueKind.EXPLORATION, text, advice_on(interview.guide, first))


def _follow_up(moment: _Moment) -> Cue | None:
    interview, timeline = moment.interview, moment.interview.timeline
    phase = interview.guide.phase(moment.pace.current)
    if not phase.areas or timeline.visit(moment.now) < FOLLOW_UP_MS:
        return None
    ticks = (interview.records.get((Tick, key)) for key in interview.guide.questions)
    moments = [tick.at for tick in ticks if isinstance(tick, Tick)]
    moments += [note.at for note in interview.notes[-1:]]
    latest = max((timeline.elapsed(at) for at in moments), default=0)
    if moment.pace.elapsed_ms - latest < FOLLOW_UP_MS:
        return None
    probe = next_probe(interview, phase)
    claim = f"Probe one claim: “{probe}”" if probe else "Probe one claim."
    return _once(CueKind.FOLLOW_UP, "No follow-up logged for 4 minutes.", claim)


def _communication(moment: _Moment) -> Cue | None:
    guide = moment.interview.guide
    if moment.pace.current < len(guide.phases) - 1:
        return None
    counts = evidence_counts(moment.interview)
    for dimension in guide.dimensions:
        if is_about_communication(dimension.title) and not counts[dimension.number]:
            text = f"Nothing noted on {dimension.title} yet."
            return _once(CueKind.COMMUNICATION, text, advice_where(guide, is_about_communication))
    return None


def _evidence(moment: _Moment) -> Cue | None:
    interview = moment.interview
    if moment.pace.left_ms * 4 > interview.plan.total * 1000:
        return None
    counts = evidence_counts(interview)
    has_own_cue = moment.settings.wants(CueKind.COMMUNICATION)
    for dimension in interview.guide.dimensions:
        key = f"{CueKind.EVIDENCE.value} {dimension.number}"
        if counts[dimension.number] or key in moment.past:
            continue
        if has_own_cue and is_about_communication(dimension.title):
            continue
        probe = probe_for(interview, dimension, moment.pace.current)
        ask = f" Ask: “{probe}”" if probe else ""
        return Cue(key, CueKind.EVIDENCE, f"No evidence yet on {dimension.title}.{ask}")
    return None


def _once(kind: CueKind, *sentences: str) -> Cue:
    return Cue(kind.value, kind, " ".join(filter(None, sentences)))


_RULES: Mapping[CueKind, Callable[[_Moment], Cue | None]] = MappingProxyType(
    {
        CueKind.TWO_MINUTES: _two_minutes,
        CueKind.RESERVE: _reserve,
        CueKind.EXPLORATION: _exploration,
        CueKind.FOLLOW_UP: _follow_up,
        CueKind.COMMUNICATION: _communication,
        CueKind.EVIDENCE: _evidence,
    }
)


def advice_on(guide: Guide, phase: Phase) -> str:
    """What the guide advises against the pitfall that names the phase, quoted, or nothing."""
    names = set(_WORD.findall(phase.title.casefold()))
    return advice_where(guide, lambda title: bool(names & set(_WORD.findall(title.casefold()))))


def advice_where(guide: Guide, fits: Callable[[str], bool]) -> str:
    """The first sentence against the first pitfall whose title fits, quoted, or nothing."""
    how = next((each.how[0] for each in guide.pitfalls if each.how and fits(each.title)), "")
    return f"“{_SENTENCE_END.split(how, maxsplit=1)[0]}”" if how else ""


def next_probe(interview: Interview, phase: Phase) -> str:
    """The first question of the phase that was not asked yet, chosen areas first, or nothing."""
    return next((each.text for each in _open_questions(interview, phase)), "")


def probe_for(interview: Interview, dimension: Dimension, current: int) -> str:
    """A question not asked yet from a phase that speaks for the dimension, or nothing.

    The phase that is on comes first, then those nearest to it.
    """
    speaking = [each for each in interview.guide.phases if speaks_for(each, dimension)]
    speaking.sort(key=lambda phase: abs(phase.number - current))
    return next((text for phase in speaking if (text := next_probe(interview, phase))), "")


def speaks_for(phase: Phase, dimension: Dimension) -> bool:
    """Whether what is done or seen in the phase tells of the dimension."""
    named = (phase.dimensions, *(each.dimensions for each in phase.indicators))
    return any(dimension.number in dimensions for dimensions in named)


def _open_questions(interview: Interview, phase: Phase) -> Iterator[Question]:
    """The questions of the phase whose words were not asked yet, in this phase or another."""
    known = interview.guide.questions.items()
    asked = {question.text for key, question in known if interview.ticked(key)}
    for question in phase.prompts:
        # An opening problem is too late to be posed again.
        if asks(question) and question.text not in asked:
            yield question
    for area in sorted(phase.areas, key=lambda area: area.key not in interview.setup.areas):
        for probe in area.probes:
            if probe.text not in asked:
                yield probe
