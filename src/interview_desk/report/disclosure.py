"""What leaves the laptop with a document, and what stays, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview_desk.interview.interview import Interview
from interview_desk.report.file_names import PACKET_NAME
from interview_desk.report.options import DocumentKind, ReportOptions
from interview_desk.words import count


@dataclass(frozen=True, slots=True)
class ContentsSummary:
    """Lines of what is in a document, of what is left out, and of what to look at again."""

    inside: tuple[str, ...]
    left_out: tuple[str, ...]
    look_again: tuple[str, ...] = ()


def contents_summary(
    kind: DocumentKind, interview: Interview, options: ReportOptions
) -> ContentsSummary:
    """What a document made with these options carries."""
    match kind:
        case DocumentKind.RUBRIC:
            return _rubric(interview, options)
        case DocumentKind.SHORT:
            return _short(interview, options)
        case DocumentKind.FEEDBACK:
            return _feedback(interview)
        case DocumentKind.SCORECARD:
            return _scorecard(interview)


def private_notes(interview: Interview) -> int:
    """How many notes are private."""
    return sum(note.private for note in interview.notes)


def _rubric(interview: Interview, options: ReportOptions) -> ContentsSummary:
    inside = (
        _verdict(interview),
        f"{_ratings(interview)}, with evidence and reasons",
        _notes(interview, options),
        f"{count(len(interview.sightings), 'sighting')}, by phase",
        "Concerns, questions asked, and the time planned and used",
        *_amendments(interview),
        *_packet(interview, options),
    )
    left_out = (*_private(interview, options), *_no_packet(options), *_unsent(interview, options))
    return ContentsSummary(inside, left_out)


def _short(interview: Interview, options: ReportOptions) -> ContentsSummary:
    inside = (
        _verdict(interview),
        f"{_ratings(interview)}, with the beginnings of the reasons",
        "Concerns and evidence, as far as one page holds them",
        *_packet(interview, options),
    )
    left_out = (
        "What one page does not hold, counted",
        *_private(interview, options),
        *_no_packet(options),
        *_unsent(interview, options),
    )
    return ContentsSummary(inside, left_out)


def _feedback(interview: Interview) -> ContentsSummary:
    written = interview.feedback.text.strip()
    text = "The feedback that you wrote" if written else "No feedback: none was written"
    left_out = ("Ratings and recommendation", "Notes and evidence", "Your name", "The data")
    return ContentsSummary(
        (text, "The candidate’s name, the role, the day and the question"),
        left_out,
        tuple(_names_in(written, interview)),
    )


def _scorecard(interview: Interview) -> ContentsSummary:
    guide = interview.guide
    inside = (
        f"{count(len(guide.phases), 'phase')} of the guide, with boxes to tick",
        f"{count(len(guide.dimensions), 'dimension')} with their levels, and the recommendation",
        "Lines to write on",
    )
    return ContentsSummary(inside, ("Everything about this interview",))


def _verdict(interview: Interview) -> str:
    verdict = interview.verdict
    parts = [(verdict.step, "recommendation"), (verdict.summary.strip(), "summary")]
    given = [name for text, name in parts if text]
    return " and ".join(given).capitalize() if given else "No recommendation and no summary"


def _ratings(interview: Interview) -> str:
    dimensions = interview.guide.dimensions
    levels = sum(bool(interview.rating(each.number).level) for each in dimensions)
    return f"{levels} of {count(len(dimensions), 'rating')}"


def _notes(interview: Interview, options: ReportOptions) -> str:
    private = private_notes(interview)
    if not private:
        return count(len(interview.notes), "note")
    if options.include_private:
        return f"{count(len(interview.notes), 'note')}, {private} of them private"
    return count(len(interview.notes) - private, "note")


def _amendments(interview: Interview) -> Iterator[str]:
    if interview.amendments:
        yield f"{count(len(interview.amendments), 'amendment')}, with dates and reasons"


def _private(interview: Interview, options: ReportOptions) -> Iterator[str]:
    private = private_notes(interview)
    if private and not options.include_private:
        yield count(private, "private note")


def _packet(interview: Interview, options: ReportOptions) -> Iterator[str]:
    if options.include_packet:
        feedback = ", with the feedback for the candidate" if _has_feedback(interview) else ""
        yield f"The whole interview as data ({PACKET_NAME}){feedback}"


def _no_packet(options: ReportOptions) -> Iterator[str]:
    if not options.include_packet:
        yield f"The data for a panel ({PACKET_NAME})"


def _unsent(interview: Interview, options: ReportOptions) -> Iterator[str]:
    if _has_feedback(interview) and not options.include_packet:
        yield "Feedback for the candidate"


def _has_feedback(interview: Interview) -> bool:
    return bool(interview.feedback.text.strip())


def _names_in(text: str, interview: Interview) -> Iterator[str]:
    name = " ".join(interview.setup.interviewer.split())
    if name and name.casefold() in " ".join(text.split()).casefold():
        yield f"The feedback names {name}"
