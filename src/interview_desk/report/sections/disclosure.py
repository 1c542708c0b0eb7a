"""What leaves the laptop with a rubric, and what stays, in words."""

from collections.abc import Iterator

from interview_desk.interview.interview import Interview
from interview_desk.report.file_names import PACKET_NAME
from interview_desk.report.options import ReportOptions, pictures_of, private_notes
from interview_desk.words import count


def verdict(interview: Interview) -> str:
    """The recommendation and the summary, as far as they were given."""
    verdict = interview.verdict
    parts = [(verdict.step, "recommendation"), (verdict.summary.strip(), "summary")]
    given = [name for text, name in parts if text]
    return " and ".join(given).capitalize() if given else "No recommendation and no summary"


def ratings(interview: Interview, with_what: str) -> Iterator[str]:
    """How many dimensions have a level, ``with_what``; nothing where none is to be rated."""
    if dimensions := interview.guide.dimensions:
        levels = sum(bool(interview.rating(each.number).level) for each in dimensions)
        yield f"{levels} of {count(len(dimensions), 'rating')}, {with_what}"


def notes(interview: Interview, options: ReportOptions) -> str:
    """How many notes are in it, and how many of them are private."""
    private = private_notes(interview)
    if not private:
        return count(len(interview.notes), "note")
    if options.include_private:
        return f"{count(len(interview.notes), 'note')}, {private} of them private"
    return count(len(interview.notes) - private, "note")


def pictures(interview: Interview, options: ReportOptions) -> Iterator[str]:
    """The pictures, if they are in it."""
    found = pictures_of(interview, options)
    if found and options.include_pictures:
        yield f"{count(found, 'picture')}, with the captions"


def attached_pictures(interview: Interview, options: ReportOptions) -> Iterator[str]:
    """The pictures, where they are in the data alone."""
    found = pictures_of(interview, options)
    if found and options.include_pictures and options.include_packet:
        yield f"{count(found, 'picture')}, in the data"


def amendments(interview: Interview) -> Iterator[str]:
    """The amendments, if there are any."""
    if interview.amendments:
        yield f"{count(len(interview.amendments), 'amendment')}, with dates and reasons"


def packet(interview: Interview, options: ReportOptions) -> Iterator[str]:
    """The data, if it is attached."""
    if options.include_packet:
        feedback = ", with the feedback for the candidate" if _has_feedback(interview) else ""
        yield f"The whole interview as data ({PACKET_NAME}){feedback}"
        if options.include_private and interview.preparation.text:
            yield "Your note from before the interview, in the data"


def left_out(interview: Interview, options: ReportOptions) -> Iterator[str]:
    """What the options keep out of a rubric, and its data with it."""
    private = private_notes(interview)
    if private and not options.include_private:
        yield count(private, "private note")
    if interview.all_pictures and not options.include_pictures:
        yield f"{count(len(interview.all_pictures), 'picture')}; the captions stay"
    if interview.preparation.text and not (options.include_private and options.include_packet):
        yield "Your note from before the interview"
    if not options.include_packet:
        yield f"The interview file, for a panel ({PACKET_NAME})"
        if _has_feedback(interview):
            yield "Feedback for the candidate"


def _has_feedback(interview: Interview) -> bool:
    return bool(interview.feedback.text.strip())
