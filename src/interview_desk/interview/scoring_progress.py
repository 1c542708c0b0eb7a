"""How far the scoring is: what is rated, and about how long the rest still takes."""

from interview_desk.interview.clock import Instant
from interview_desk.interview.concerns import Finding, concerns_found
from interview_desk.interview.interview import Interview
from interview_desk.interview.timeline import ClockState
from interview_desk.words import count

_MINUTE = 60_000
# Seconds for one of each from notes that are there; our own estimate, and only ever "about".
_DIMENSION_S, _CONCERN_S, _VERDICT_S, _FEEDBACK_S = 90, 6, 90, 90


def is_rated(interview: Interview, dimension: int) -> bool:
    """Whether it has a level, or the word that there is not enough evidence."""
    rating = interview.rating(dimension)
    return bool(rating.level) or rating.not_enough


def rated(interview: Interview) -> int:
    """How many dimensions are rated."""
    return sum(is_rated(interview, each.number) for each in interview.guide.dimensions)


def minutes_left(interview: Interview) -> int:
    """About how many minutes the rest takes, rounded up; 0 when nothing is open."""
    unrated = len(interview.guide.dimensions) - rated(interview)
    unseen = len(concerns_found(interview, Finding.NOT_LOOKED_AT))
    verdict = interview.verdict
    seconds = unrated * _DIMENSION_S + unseen * _CONCERN_S
    seconds += 0 if verdict.step and verdict.summary.strip() else _VERDICT_S
    seconds += 0 if interview.feedback.text.strip() else _FEEDBACK_S
    return -(-seconds // 60)


def scoring_since(interview: Interview, now: Instant) -> str:
    """How the scoring stands in time: ``Scoring, 4 minutes after the interview``."""
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
