"""How long ago the interview ended, in words."""

from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.timeline import ClockState
from interview_desk.words import count

_MINUTE = 60_000


def scoring_since(interview: Interview, now: Instant) -> str:
    """What the header says beside the name: ``Scoring, 4 minutes after the interview``."""
    timeline = interview.timeline
    if interview.lock is not None:
        return "Scoring, finished"
    if timeline.state is ClockState.WAITING:
        return "Scoring, before the interview"
    if interview.finish is None:
        return "Scoring, the interview is still on"
    passed = timeline.position(now) - timeline.position(interview.finish.at)
    return f"Scoring, {_ago(passed)} after the interview"


def _ago(ms: int) -> str:
    minutes = ms // _MINUTE
    if minutes < 1:
        return "right"
    if minutes < 90:
        return count(minutes, "minute")
    hours = round(minutes / 60)
    return count(hours, "hour") if hours < 36 else count(round(minutes / 1440), "day")
