"""The documents that can leave the laptop. A new one is its own module, and a line here."""

from interview_desk.interview.interview import Interview
from interview_desk.panel.case_mark import mark_of
from interview_desk.report.documents.answer import ANSWER
from interview_desk.report.documents.feedback import FEEDBACK
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.documents.scorecard import SCORECARD
from interview_desk.report.documents.short import SHORT

# In the order in which they are offered.
DOCUMENTS = (
    RUBRIC,
    SHORT,
    FEEDBACK,
    SCORECARD,
    ANSWER,
)


def documents_for(interview: Interview) -> tuple[DocumentKind, ...]:
    """Those that are offered for an interview, or for an answer to a case."""
    of_case = mark_of(interview) is not None
    return tuple(kind for kind in DOCUMENTS if kind.of_case == of_case)


def document_kind(key: str) -> DocumentKind:
    """The kind of document of that key. Raises KeyError."""
    return {kind.key: kind for kind in DOCUMENTS}[key]
