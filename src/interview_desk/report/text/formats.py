"""Documents as text, for the clipboard and for systems that take no PDF."""

from enum import StrEnum

from interview_desk.interview.interview import Interview
from interview_desk.report.cancellation import checkpoint, never
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.options import ReportOptions
from interview_desk.report.text.html import html
from interview_desk.report.text.markdown import markdown
from interview_desk.report.text.plain import plain


class TextForm(StrEnum):
    """The forms of text; the value is what the user calls them."""

    MARKDOWN = "Markdown"
    PLAIN = "Plain text"
    HTML = "HTML"


def make_text(
    kind: DocumentKind, interview: Interview, options: ReportOptions, form: TextForm
) -> str:
    """The same contents as the PDF of that kind, ended by a line end.

    What the user wrote stays as it was written: what the form would read as a mark is escaped.
    """
    document = kind.document(interview, options, checkpoint(never))
    match form:
        case TextForm.MARKDOWN:
            return markdown(document)
        case TextForm.PLAIN:
            return plain(document)
        case TextForm.HTML:
            return html(document)
