"""Making the PDF, as work for another thread."""

from threading import Lock

from interview_desk.interview.interview import Interview
from interview_desk.report.options import ReportOptions

# The PDF library keeps its fonts for the whole process, so even the pages of two windows
# take turns.
_TURN = Lock()


def make_rubric(interview: Interview, options: ReportOptions) -> bytes:
    """The rubric PDF. What it imports takes longer than a window may wait."""
    with _TURN:
        from interview_desk.report.rubric import rubric_pdf

        return rubric_pdf(interview, options)
