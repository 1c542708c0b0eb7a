"""The documents that can leave the laptop. A new one is its own module, and a line here."""

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
)


def document_kind(key: str) -> DocumentKind:
    """The kind of document of that key. Raises KeyError."""
    return {kind.key: kind for kind in DOCUMENTS}[key]
