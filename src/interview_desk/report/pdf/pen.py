"""What paints: reportlab's canvas, with everything on it marked for the structure tree.

Lengths are points, positions count from the lower left corner of the page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from interview_desk.interview.picture_format import PictureForm, digest_of, shape_of
from interview_desk.report.document import Shown
from interview_desk.report.pdf.fonts import REGULAR, width
from interview_desk.report.pdf.lines import glyphs
from interview_desk.report.pdf.painted_order import (
    LEFT_TO_RIGHT_MARK,
    leftward_letters,
    painted_order,
)
from interview_desk.report.pdf.runs import Face, Glyph, Line, Outline, Picture, Run, Shaped
from interview_desk.report.pdf.structure import Area, Element, Mark
from interview_desk.report.pdf.styles import Colour, Sheet

LANGUAGE = "en-GB"
_EM = 1000
# No glyph reaches further from its place than so many ems.
_REACH = 5 * _EM
_LETTER = "x"
_UNSEEN = 3  # text rendering mode: neither filled nor stroked
# How far ink may stand beside, above and below its line, in parts of the leading.
_BESIDE, _ABOVE, _BELOW = 0.5, 1.3, 0.8


class Stamps:
    """Glyphs that are painted, not printed, and pictures: each is defined once in a PDF.

    Those of one document by name, and the pages that need them.
    """

    def __init__(self) -> None:
        self._names: dict[tuple[str, int], str] = {}
        self._drawings: dict[str, Outline | Picture] = {}
        self._pages: set[int] = set()
        self._shown: dict[str, bytes] = {}

    def picture(self, page: int, place: tuple[float, float, float, float], data: bytes) -> str:
        """What paints a kept picture on a page: its left, bottom, width and height."""
        left, bottom, width, height = place
        name = f"P{digest_of(data)[:16]}"
        self._shown[name] = data
        self._pages.add(page)
        return _stamp(name, width, height, left, bottom)

    def operators(
        self, page: int, glyphs: tuple[Glyph, ...], size: float, left: float, baseline: float
    ) -> Iterator[str]:
        """What paints the glyphs on a page, in the colour that is set."""
        for glyph in glyphs:
            name = self._name(glyph.face, glyph.index)
            drawing = self._drawings[name]
            x, y, scale = left + glyph.x, baseline + glyph.y, size / _EM
            if isinstance(drawing, Picture):
                at_x, at_y, width, height = (each * scale for each in drawing.box)
                yield _stamp(name, width, height, x + at_x, y + at_y)
            elif drawing.operators:
                yield _stamp(name, scale, scale, x, y)
            self._pages.add(page)

    def define_in(self, pdf: pikepdf.Pdf) -> None:
        """Adds the definitions to the pages that need them."""
        if not self._pages:
            return
        defined = Dictionary()
        for name, drawing in self._drawings.items():
            if isinstance(drawing, Picture):
                defined[f"/{name}"] = _image(pdf, drawing)
            elif drawing.operators:
                defined[f"/{name}"] = _form(pdf, drawing)
        for name, data in self._shown.items():
            defined[f"/{name}"] = _kept_picture(pdf, data)
        shared = pdf.make_indirect(defined)
        for page in sorted(self._pages):
            pdf.pages[page].obj.Resources.XObject = shared

    def _name(self, face: Face, index: int) -> str:
        key = face.name, index
        if key not in self._names:
            self._names[key] = name = f"G{len(self._names)}"
            self._drawings[name] = face.drawing(index)
        return self._names[key]


def _stamp(name: str, width: float, height: float, x: float, y: float) -> str:
    return f"q {width:.5g} 0 0 {height:.5g} {x:.2f} {y:.2f} cm /{name} Do Q"


def _form(pdf: pikepdf.Pdf, outline: Outline) -> pikepdf.Stream:
    form = pdf.make_stream(outline.operators)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([-_REACH, -_REACH, _REACH, _REACH])
    form.Resources = Dictionary()
    return form


def _image(pdf: pikepdf.Pdf, picture: Picture) -> pikepdf.Stream:
    image = pdf.make_stream(picture.pixels)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = picture.size
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    return image


def _kept_picture(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream:
    """A picture in the form that is kept, its bytes as they are (ISO 32000-1, 7.4.4 and 7.4.8)."""
    shape = shape_of(data)
    assert shape is not None
    form, width, height = shape
    if form is PictureForm.JPEG:
        image = pdf.make_stream(data)
        image.Filter = Name.DCTDecode
    else:
        image = pdf.make_stream(_packed_rows(data))
        image.Filter = Name.FlateDecode
        # Each row says how it was filtered (predictors of PNG).
        image.DecodeParms = Dictionary(Predictor=15, Colors=3, BitsPerComponent=8, Columns=width)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = width, height
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    return image


def _packed_rows(png: bytes) -> bytes:
    """The rows of a PNG as they are packed in it, in one piece or several."""
    rows, at = b"", 8
    while at + 12 <= len(png):
        length = int.from_bytes(png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            rows += png[at + 8 : at + 8 + length]
        at += 12 + length
    return rows


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

    def picture(self, x: float, y: float, width: float, height: float, shown: Shown) -> None:
        """A picture from its lower left corner."""
        place = (x, y, width, height)
        self._canvas.addLiteral(self._stamps.picture(self._page, place, shown.data))

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
