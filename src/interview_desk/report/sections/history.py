"""What stands behind the document: when it was finished, what changed, and which guide."""

from datetime import tzinfo

from interview_desk.interview.interview import Interview
from interview_desk.report.document import Entries, Entry, Fact, Facts, Prose, Section
from interview_desk.report.file_names import PACKET_NAME
from interview_desk.report.sections.dates import moment
from interview_desk.words import count, day


def amendments(interview: Interview, zone: tzinfo | None) -> tuple[Section, ...]:
    """What was changed after the lock, with dates and reasons; no section if nothing was."""
    if interview.lock is None or not interview.amendments:
        return ()
    locked = moment(interview.lock.at.wall_ms, zone)
    changes = count(len(interview.amendments), "change")
    lead = f"Scoring was finished on {locked}. {changes} followed:"
    entries = tuple(
        Entry("", None, f"{moment(each.at.wall_ms, zone)}: {each.what}", each.reason)
        for each in interview.amendments
    )
    return (Section("Amendments", (Prose(lead, quiet=True), Entries(entries))),)


def section(interview: Interview, zone: tzinfo | None, *, packet: bool) -> Section:
    """The closing facts."""
    guide = interview.guide
    lock = interview.lock
    finished = f"{moment(lock.at.wall_ms, zone)}, locked" if lock else "Not finished"
    facts = [
        ("Scoring", finished),
        ("Guide", f"{guide.title}, as it was on {day(interview.created_ms, zone)}"),
        ("Scale", _scale(interview)),
        ("Ratings", "Made by the interviewer on the evidence shown; nothing is added up"),
    ]
    if packet:
        facts.append(("Data", f"Attached as {PACKET_NAME}, for calibration"))
    wide = tuple(Fact(label, text, wide=True) for label, text in facts)
    return Section("About this document", (Facts(wide),))


def _scale(interview: Interview) -> str:
    steps = ", ".join(interview.guide.steps)
    if interview.guide.own_steps:
        return f"{steps}: the guide’s own"
    number = {4: "four", 2: "two", 3: "three", 5: "five", 6: "six"}.get(len(interview.guide.steps))
    return f"{steps}. The {number}-step scale is Interview Desk’s own; the guide has none"
