"""The rubric PDF, tagged and with its packet, against a plain document of as many pages."""

import io
import time

from pikepdf import Pdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from benchmarks.measure import Row, in_turn
from benchmarks.samples import sample, shipped_guide
from interview_desk.report.options import ReportOptions
from interview_desk.report.rubric import rubric_pdf

_RUNS = 7


def rows() -> list[Row]:
    """Sixty notes, after imports."""
    interview = sample(shipped_guide(), 1)
    with Pdf.open(io.BytesIO(rubric_pdf(interview, ReportOptions()))) as made:
        pages = len(made.pages)

    def ours() -> float:
        began = time.perf_counter_ns()
        rubric_pdf(interview, ReportOptions())
        return (time.perf_counter_ns() - began) / 1e6

    floor, taken = in_turn(lambda: _plain(pages), ours, _RUNS)
    return [
        Row(f"rubric PDF, 60 notes, {pages} pages", "ms", floor, taken, 2.5),
        Row("the same, against half a second", "ms", 500.0, taken, 1.0),
    ]


def _plain(pages: int) -> float:
    """Milliseconds for as many pages of paragraphs, untagged, in a font of every viewer."""
    style = ParagraphStyle("plain", fontSize=9.5, leading=13)
    line = "Compared one option with another because serving costs seven times more. " * 2
    began = time.perf_counter_ns()
    story = [Paragraph(line, style) for _ in range(29 * pages)]
    SimpleDocTemplate(io.BytesIO(), pagesize=A4).build(story)
    return (time.perf_counter_ns() - began) / 1e6
