"""Glyphs that are painted, not printed: each is defined once in a PDF and stamped often."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from interview_desk.report.pdf.runs import Face, Glyph, Outline, Picture

_EM = 1000
# No glyph reaches further from its place than so many ems.
_REACH = 5 * _EM


class Stamps:
    """The glyphs of one document by name, and the pages that need them."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, int], str] = {}
        self._drawings: dict[str, Outline | Picture] = {}
        self._pages: set[int] = set()

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
