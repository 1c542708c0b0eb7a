"""The rubric PDF, tagged and with its packet, against a plain document of the same words."""

import io
import resource
import time
from collections.abc import Callable
from html import escape
from statistics import mean

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from benchmarks.measure import Row, in_turn
from benchmarks.samples import sample, shipped_guide
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note
from interview_desk.report.cancellation import checkpoint, never
from interview_desk.report.document import texts
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document

_RUNS = 7
_MANY = 1_000
_OPTIONS = ReportOptions()
# A page full of a script that the base font lacks, with as many characters as such a page has.
_LINES, _LINE_LENGTH, _DIFFERENT = 44, 40, 600
_FIRST_HAN = 0x4E00


def rows() -> list[Row]:
    """After imports: one rubric, one page of another script, and a thousand rubrics."""
    return [*_one(), _any_script(), *_a_thousand()]


def _one() -> list[Row]:
    interview = sample(shipped_guide(), 1)
    said = RUBRIC.document(interview, _OPTIONS, checkpoint(never))
    words = [text for text in texts(said) if text]
    floor, taken = in_turn(lambda: _plain(words), lambda: _made(interview), _RUNS)
    return [
        Row("rubric PDF, 60 notes, against its words", "ms", floor, taken, 2.5),
        Row("the same, against half a second", "ms", 500.0, taken, 1.0),
    ]


def _any_script() -> Row:
    """What the page adds to the same document without it, against half a second."""
    bare = sample(shipped_guide(), 1, notes=0)
    full = Interview.of(bare.uid, bare.guide, bare.created_ms, (*bare.records.values(), *_han()))
    without, taken = in_turn(lambda: _made(bare), lambda: _made(full), _RUNS)
    return Row("a page of another script, against 0.5 s", "ms", 500.0, taken - without, 1.0)


def _a_thousand() -> list[Row]:
    """Mean times, with one made again and again between; the most memory held, early and late."""
    guide = shipped_guide()
    first = sample(guide, 1)
    alone, taken, held = [], 0.0, []
    for number in range(1, _MANY + 1):
        taken += _made(sample(guide, number))
        if number % 10 == 0:
            alone.append(_made(first))
        if number in {_MANY // 10, _MANY}:
            held.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return [
        Row(f"each of {_MANY:,} rubrics, against one", "ms", mean(alone), taken / _MANY, 1.0),
        Row(f"most memory after {_MANY:,} rubrics, against 100", "MB", held[0], held[1], 1.02),
    ]


def _han() -> list[Note]:
    starts = range(0, _LINES * _LINE_LENGTH, _LINE_LENGTH)
    numbers = (range(start, start + _LINE_LENGTH) for start in starts)
    lines = ("".join(chr(_FIRST_HAN + i % _DIFFERENT) for i in line) for line in numbers)
    return [Note(10_000 + i, Instant(0, 0, ""), line) for i, line in enumerate(lines)]


def _made(interview: Interview) -> float:
    return _timed(lambda: make_document(RUBRIC, interview, _OPTIONS))


def _plain(words: list[str]) -> float:
    """Milliseconds for the words in paragraphs, untagged, in a font of every viewer."""
    style = ParagraphStyle("plain", fontSize=9, leading=13)

    def build() -> None:
        story = [Paragraph(escape(text), style) for text in words]
        SimpleDocTemplate(io.BytesIO(), pagesize=A4).build(story)

    return _timed(build)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - began) / 1e6
