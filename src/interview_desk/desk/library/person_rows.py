"""What is held on one person, in lines to be read."""

from datetime import tzinfo

from interview_desk.interview.status import Status
from interview_desk.interview.subject_data import HeldCopy, HeldInterview, HeldOn
from interview_desk.words import clock_time, count, day

_MOST = 12
_STATUS = {
    Status.PREPARED: "prepared",
    Status.LIVE: "in progress",
    Status.TO_SCORE: "to score",
    Status.DONE: "done",
}


def interview_lines(held: HeldOn, zone: tzinfo | None) -> list[str]:
    """Each interview: its day, the role, how far it is, and how much was written."""
    lines = [_interview(each, zone) for each in held.interviews]
    return _shortened(lines, "No interview has this name as its candidate’s.")


def mention_lines(held: HeldOn) -> list[str]:
    """Where the name is written in the interviews of others; private notes are not quoted."""
    lines = [
        f"• {each.where.capitalize()} in interview {each.row}"
        + (", private" if each.private else f": “{_beginning(each.text)}”")
        for each in held.mentions
    ]
    return _shortened(lines, "Nowhere.")


def copy_lines(held: HeldOn, zone: tzinfo | None) -> list[str]:
    """The backups that have interviews with the person."""
    return _shortened([_copy(each, zone) for each in held.copies], "In none.")


def _interview(held: HeldInterview, zone: tzinfo | None) -> str:
    interview = held.interview
    start = interview.timeline.start
    when = day(start.wall_ms if start else interview.created_ms, zone)
    parts = [when, interview.setup.role, _STATUS[interview.status]]
    parts.append(count(len(interview.notes), "note"))
    if held.draft is not None:
        parts.append("a draft")
    if held.held:
        parts.append("on legal hold")
    return f"• {', '.join(filter(None, parts))}"


def _copy(copy: HeldCopy, zone: tzinfo | None) -> str:
    when = f"{day(copy.made_ms, zone)}, {clock_time(copy.made_ms, zone)}"
    if copy.interviews is None:
        return f"• {when}: cannot be read"
    return f"• {when}: {count(copy.interviews, 'interview')}"


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def _shortened(lines: list[str], nothing: str) -> list[str]:
    if not lines:
        return [nothing]
    more = len(lines) - _MOST
    return [*lines[:_MOST], f"and {more} more"] if more > 0 else lines
