"""The rubric PDF of one interview."""

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.report.contents.privacy import without_private
from interview_desk.report.contents.rubric import rubric_document
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_pdf


def rubric_pdf(interview: Interview, options: ReportOptions) -> bytes:
    """The whole rubric as a PDF that carries the packet, if the options say so.

    The same interview and options give the same bytes, whenever and wherever.
    """
    shared = interview if options.include_private else without_private(interview)
    left_out = len(interview.notes) - len(shared.notes)
    document = rubric_document(shared, options, left_out=left_out)
    packet = write_packet(shared) if options.include_packet else None
    return make_pdf(document, options.paper, packet)
