"""What paints: reportlab's canvas, with everything on it marked for the structure tree.

Lengths are points, positions count from the lower left corner of the page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from interview_desk.report.pdf.fonts import REGULAR
from interview_desk.report.pdf.lines import Line, glyphs
from interview_desk.report.pdf.structure import Area, Element, Mark
from interview_desk.report.pdf.styles import Colour, Sheet

LANGUAGE = "en-GB"


class Pen:
    """Paints on one page after another. Everything painted is an element's, or decoration."""

    def __init__(self, sheet: Sheet) -> None:
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
        self._page = 0
        self._marks = 0

    def next_page(self) -> None:
        """Closes the page and opens another."""
        self._canvas.showPage()
        self._page, self._marks = self._page + 1, 0

    def finish(self) -> bytes:
        """The PDF, as yet without its structure. Nothing can be painted after it."""
        self._canvas.save()
        return self._file.getvalue()

    @contextmanager
    def element(self, element: Element, top: float) -> Iterator[None]:
        """What is painted inside belongs to the element; ``top`` is where it begins."""
        if element.place is None:
            element.place = (self._page, top)
        element.marks.append(Mark(self._page, self._marks))
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
        element.areas.append(Area(self._page, box, target, words))

    def lines(self, placed: list[tuple[float, float, Line]]) -> None:
        """Lines of text, each at its left end and baseline."""
        text = self._canvas.beginText()
        font: tuple[str, float] | None = None
        colour: Colour | None = None
        for left, baseline, line in placed:
            for run in line.runs:
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
