"""What each kind of document says."""

from functools import partial

from interview_desk.interview.interview import Interview
from interview_desk.report.cancellation import Checkpoint
from interview_desk.report.document import Document
from interview_desk.report.documents.feedback import feedback_document
from interview_desk.report.documents.rubric import rubric_document
from interview_desk.report.documents.scorecard import scorecard_document
from interview_desk.report.documents.short import short_document
from interview_desk.report.options import DocumentKind, ReportOptions
from interview_desk.report.private_notes import without_private


def contents(
    kind: DocumentKind, interview: Interview, options: ReportOptions, check: Checkpoint
) -> Document:
    """What the document says, whatever form it is given."""
    shared = as_shared(interview, options)
    match kind:
        case DocumentKind.RUBRIC:
            left_out = len(interview.notes) - len(shared.notes)
            return rubric_document(shared, options, left_out=left_out)
        case DocumentKind.SHORT:
            # What fits on a page is known only once it is set: the PDF library is imported.
            from interview_desk.report.pdf.make import fits_one_page

            fits = partial(fits_one_page, paper=options.paper, checkpoint=check)
            return short_document(shared, options, fits)
        case DocumentKind.FEEDBACK:
            return feedback_document(shared, options)
        case DocumentKind.SCORECARD:
            return scorecard_document(interview.guide, interview.created_ms)


def as_shared(interview: Interview, options: ReportOptions) -> Interview:
    """The interview as it may leave the laptop with these options."""
    return interview if options.include_private else without_private(interview)
