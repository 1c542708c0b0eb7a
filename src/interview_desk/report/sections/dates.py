"""Moments of an interview in words: when it was held, and what moment a report speaks of."""

from datetime import UTC, tzinfo

from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.summary import scheduled_at
from interview_desk.words import clock_time, day, minutes


def elapsed(interview: Interview, at: Instant) -> str:
    """The moment as minutes and seconds into the interview: ``21:30``."""
    return minutes(interview.timeline.elapsed(at))


def moment(wall_ms: int, zone: tzinfo | None) -> str:
    """UTC epoch ms as day and time of day: ``23 Nov 2026, 10:46``."""
    return f"{day(wall_ms, zone)}, {clock_time(wall_ms, zone)}"


def held(interview: Interview, zone: tzinfo | None) -> str:
    """When it was held and how long it was to be: ``23 Nov 2026, 10:00–10:46 (45 min planned)``."""
    planned = f"({interview.setup.length_minutes} min planned)"
    start = interview.timeline.start
    if start is None:
        scheduled = _scheduled(interview.setup.scheduled)
        return f"{scheduled}, not started {planned}" if scheduled else f"Not started {planned}"
    begun, finish = start.wall_ms, interview.finish
    if finish is None:
        return f"{moment(begun, zone)}, not finished {planned}"
    ended = finish.at.wall_ms
    same_day = day(begun, zone) == day(ended, zone)
    end = clock_time(ended, zone) if same_day else moment(ended, zone)
    return f"{moment(begun, zone)}–{end} {planned}"


def last_instant(interview: Interview) -> Instant | None:
    """The end, else the latest moment at which anything is known to have happened."""
    return interview.finish.at if interview.finish is not None else interview.last_moment


def dated_ms(interview: Interview) -> int:
    """The moment that a report of this interview speaks of, in UTC epoch ms.

    It is the last amendment, else the lock, else the finish, else the last thing recorded:
    the same interview gives the same document whenever it is made.
    """
    if interview.amendments:
        return interview.amendments[-1].at.wall_ms
    if interview.lock is not None:
        return interview.lock.at.wall_ms
    last = last_instant(interview)
    return last.wall_ms if last else interview.created_ms


def _scheduled(iso: str) -> str:
    """Local ISO time as day and time of day; what is no ISO time stays as it was typed."""
    at = scheduled_at(iso)
    if at is None:
        return iso
    # A scheduled time has no zone: it is told as it was typed, wherever it is read.
    return moment(round(at.replace(tzinfo=UTC).timestamp() * 1000), UTC)
