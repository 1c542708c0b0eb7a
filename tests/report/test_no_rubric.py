"""Documents about an interview whose guide rates nobody."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC

import pytest

from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.interview import Interview
from interview_desk.report.cancellation import checkpoint, never
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.documents.short import SHORT
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from tests.helpers.clock import HandClock
from tests.helpers.samples import Played

GUIDE = "# Call\n\n## Phase 1: Talk (20 minutes)\n\n## Rubric\n\nNone.\n"
OPTIONS = ReportOptions(zone=UTC)
OF_INTERVIEWS = tuple(kind for kind in DOCUMENTS if not kind.of_case)  # a case has a rubric


@pytest.mark.parametrize("kind", OF_INTERVIEWS, ids=str)
def test_nothing_is_said_of_ratings(kind: DocumentKind) -> None:
    interview = Interview.of("a", read_guide(GUIDE), 0)
    titles = [
        section.title for section in kind.document(interview, OPTIONS, checkpoint(never)).sections
    ]
    assert not {"Rubric", "Evidence"} & set(titles)
    assert make_document(kind, interview, OPTIONS).startswith(b"%PDF")
    said = " ".join(kind.summary(interview, OPTIONS).inside)
    assert "0 of 0" not in said
    assert "0 dimensions" not in said


def record(notes: int) -> Interview:
    played = Played(Interview.of("a", read_guide(GUIDE), 0), HandClock())
    played.start()
    for number in range(notes):
        played.note(f"They keep a list on paper, {number}")
    played.note("+ They would pay for it")
    return played.interview


@pytest.mark.parametrize("kind", OF_INTERVIEWS, ids=str)
def test_no_document_speaks_of_a_rubric(kind: DocumentKind) -> None:
    interview = record(200)
    said = [kind.title_for(interview), kind.mail.subject, kind.mail.body, *said_by(kind, interview)]
    assert [text for text in said if "rubric" in text.casefold()] == []


def test_the_page_holds_the_notes_that_it_has_room_for() -> None:
    said = said_by(SHORT, record(200))
    assert "They would pay for it" in said  # one that says what it is comes before plain ones
    assert "They keep a list on paper, 0" in said
    assert any(text.endswith("more lines in the full record.") for text in said)
    assert "No notes were taken." in said_by(SHORT, Interview.of("a", read_guide(GUIDE), 0))


def said_by(kind: DocumentKind, interview: Interview) -> list[str]:
    """Every text of a document."""
    return [*texts_in(kind.document(interview, OPTIONS, checkpoint(never)))]


def texts_in(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for each in part:
            yield from texts_in(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from texts_in(getattr(part, each.name))
