"""What paints: reportlab's canvas, with everything on it marked for the structure tree.

Lengths are points, positions count from the lower left corner of the page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from interview_desk.report.pdf.fonts import REGULAR, width
from interview_desk.report.pdf.lines import glyphs
from interview_desk.report.pdf.painted_order import (
    LEFT_TO_RIGHT_MARK,
    leftward_letters,
    painted_order,
)
from interview_desk.report.pdf.runs import Line, Run, Shaped
from interview_desk.report.pdf.stamps import Stamps
from interview_desk.report.pdf.structure import Area, Element, Mark
from interview_desk.report.pdf.styles import Colour, Sheet

LANGUAGE = "en-GB"
_LETTER = "x"
_UNSEEN = 3  # text rendering mode: neither filled nor stroked
# How far ink may stand beside, above and below its line, in parts of the leading.
_BESIDE, _ABOVE, _BELOW = 0.5, 1.3, 0.8


class Pen:
    """Paints on one page after another. Everything painted is an element's, or decoration.

    The glyphs that it stamps are not in its PDF: they are to be defined there afterwards.
    """

    def __init__(self, sheet: Sheet, stamps: Stamps) -> None:
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(sheet.width, sheet.height),
            pageCompression=0,  # pikepdf packs it better, and at once
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=REGULAR,
            lang=LANGUAGE,
        )
        self._stamps = stamps
        self._page = 0
        self._marks = 0
        self._leftward = 0

    def next_page(self) -> None:
        """Closes the page and opens another."""
        self._end_page()
        self._canvas.showPage()
        self._page, self._marks = self._page + 1, 0

    def finish(self) -> BytesIO:
        """The PDF, as yet without its structure. Nothing can be painted after it."""
        self._end_page()
        self._canvas.save()
        return self._file

    @contextmanager
    def element(self, element: Element, top: float) -> Iterator[None]:
        """What is painted inside belongs to the element; ``top`` is where it begins."""
        element.paint(Mark(self._page, self._marks), top)
        self._canvas.addLiteral(f"/{element.tag} <</MCID {self._marks}>> BDC")
        self._marks += 1
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is painted inside says nothing that is not said elsewhere."""
        self._canvas.addLiteral("/Artifact BMC")
        yield
        self._canvas.addLiteral("EMC")

    def link(
        self, element: Element, box: tuple[float, float, float, float], target: str, words: str
    ) -> None:
        """A rectangle that leads to the heading of that key."""
        element.areas += (Area(self._page, box, target, words),)

    def lines(self, placed: list[tuple[float, float, Line]]) -> None:
        """Lines of text, each at its left end and baseline."""
        printed = []
        for left, baseline, line in placed:
            for run in line.runs:
                if isinstance(run, Run):
                    printed.append((left, baseline, run))
                    continue
                self._print(printed)
                printed = []
                self._stamp(run, left, baseline)
        self._print(printed)

    def _print(self, runs: list[tuple[float, float, Run]]) -> None:
        """Runs of text in the fonts of the document."""
        if not runs:
            return
        text = self._canvas.beginText()
        font: tuple[str, float] | None = None
        colour: Colour | None = None
        for left, baseline, run in runs:
            style = run.style
            if font != (style.font, style.size):
                font = (style.font, style.size)
                text.setFont(*font)
            if colour != style.colour:
                colour = style.colour
                text.setFillColorRGB(*colour)
            for x, string in glyphs(run):
                text.setTextOrigin(left + x, baseline)
                text.textOut(string)
        self._canvas.drawText(text)

    def _stamp(self, run: Shaped, left: float, baseline: float) -> None:
        """Text as outlines, over a letter that is not seen and stands for what they say."""
        canvas, (first, _) = self._canvas, run.parts[0]
        self._leftward += leftward_letters(run.text)
        canvas.addLiteral(_actual_text(painted_order(run.text)))
        canvas.saveState()
        canvas.addLiteral(_clip(left + run.x, baseline, run.width, first.leading))
        self._unseen(left + run.x, baseline, max(run.width, 1.0), first.size)
        for style, shapes in run.parts:
            canvas.setFillColorRGB(*style.colour)
            for each in self._stamps.operators(self._page, shapes, style.size, left, baseline):
                canvas.addLiteral(each)
        canvas.restoreState()
        canvas.addLiteral("EMC")

    def _unseen(self, left: float, baseline: float, wide: float, size: float) -> None:
        """A letter that takes up the room of the text which is said to be there."""
        text = self._canvas.beginText(left, baseline)
        text.setFont(REGULAR, size)
        text.setTextRenderMode(_UNSEEN)
        text.setHorizScale(100 * wide / width(_LETTER, REGULAR, size))
        text.textOut(_LETTER)
        self._canvas.drawText(text)

    def _end_page(self) -> None:
        """Makes a page that is mostly Hebrew or Arabic pass for one that is read rightwards.

        Programs that take text out decide by its letters in which order the parts of each
        line follow one another; all our lines begin at the left.
        """
        if not self._leftward:
            return
        with self.decoration():
            self._canvas.addLiteral(_actual_text(LEFT_TO_RIGHT_MARK * self._leftward))
            self._canvas.saveState()
            self._unseen(0.0, 0.0, 1.0, 1.0)
            self._canvas.restoreState()
            self._canvas.addLiteral("EMC")
        self._leftward = 0

    def rule(self, left: float, right: float, y: float, colour: Colour) -> None:
        """A hairline."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(0.6)
        self._canvas.line(left, y, right, y)

    def fill(  # noqa: PLR0917 - a rectangle and its paint
        self, x: float, y: float, width: float, height: float, colour: Colour, radius: float = 0.0
    ) -> None:
        """A filled rectangle, its corners rounded by ``radius``."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)

    def outline(  # noqa: PLR0917 - a rectangle and its paint
        self, x: float, y: float, width: float, height: float, colour: Colour, radius: float = 0.0
    ) -> None:
        """The edge of a rectangle."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(0.8)
        self._canvas.roundRect(x, y, width, height, radius, stroke=1, fill=0)

    def stroke(self, points: tuple[tuple[float, float], ...], colour: Colour, width: float) -> None:
        """A line through the points, ends and corners round."""
        path = self._canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(width)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        self._canvas.drawPath(path, stroke=1, fill=0)


def _actual_text(text: str) -> str:
    """Opens what is to be taken for that text (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"


def _clip(left: float, baseline: float, wide: float, leading: float) -> str:
    """Keeps marks piled upon marks within their line."""
    x, y = left - _BESIDE * leading, baseline - _BELOW * leading
    right, height = wide + 2 * _BESIDE * leading, (_ABOVE + _BELOW) * leading
    return f"{x:.2f} {y:.2f} {right:.2f} {height:.2f} re W n"
