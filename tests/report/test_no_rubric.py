"""Documents about an interview whose guide rates nobody."""

from datetime import UTC

import pytest

from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.interview import Interview
from interview_desk.report.cancellation import checkpoint, never
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document

GUIDE = "# Call\n\n## Phase 1: Talk (20 minutes)\n\n## Rubric\n\nNone.\n"
OPTIONS = ReportOptions(zone=UTC)


@pytest.mark.parametrize("kind", DOCUMENTS, ids=str)
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
