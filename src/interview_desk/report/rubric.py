"""The rubric PDF of one interview."""

from interview_desk.interview.interview import Interview
from interview_desk.report.documents import make_document
from interview_desk.report.options import DocumentKind, ReportOptions


def rubric_pdf(interview: Interview, options: ReportOptions) -> bytes:
    """The whole rubric as a PDF that carries the packet, if the options say so."""
    return make_document(DocumentKind.RUBRIC, interview, options)
