"""What leaves the laptop with a report, and what stays, in words."""

from dataclasses import dataclass

from interview_desk.interview.interview import Interview
from interview_desk.report.options import ReportOptions
from interview_desk.words import count


@dataclass(frozen=True, slots=True)
class Leaving:
    """Lines of what is in the report, and of what is left out."""

    inside: tuple[str, ...]
    left_out: tuple[str, ...]


def leaving(interview: Interview, options: ReportOptions) -> Leaving:
    """What a rubric made with these options carries."""
    private = private_notes(interview)
    shared = len(interview.notes) - (0 if options.include_private else private)
    inside = [
        _verdict(interview),
        _ratings(interview),
        count(shared, "note"),
        f"{count(len(interview.sightings), 'sighting')}, by phase",
        "Concerns, and the time planned and used",
    ]
    left_out = []
    if private and options.include_private:
        inside[2] += f", {private} of them private"
    elif private:
        left_out.append(count(private, "private note"))
    feedback = bool(interview.feedback.text.strip())
    if options.include_packet:
        and_feedback = ", and the feedback for the candidate" if feedback else ""
        inside.append(f"All of this as data (interview.json){and_feedback}")
    else:
        left_out.append("The data for a panel (interview.json)")
        if feedback:
            left_out.append("Feedback for the candidate")
    return Leaving(tuple(inside), tuple(left_out))


def private_notes(interview: Interview) -> int:
    """How many notes are private."""
    return sum(note.private for note in interview.notes)


def _verdict(interview: Interview) -> str:
    verdict = interview.verdict
    parts = [(verdict.step, "recommendation"), (verdict.summary.strip(), "summary")]
    given = [name for text, name in parts if text]
    return " and ".join(given).capitalize() if given else "No recommendation and no summary"


def _ratings(interview: Interview) -> str:
    dimensions = interview.guide.dimensions
    levels = sum(bool(interview.rating(each.number).level) for each in dimensions)
    return f"{levels} of {count(len(dimensions), 'rating')}, with evidence and reasons"
