"""What a glyph of a font of the computer looks like, asked of Qt, and what is not to be seen."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColorConstants, QGlyphRun, QImage, QPainter, QPainterPath, QRawFont

from interview_desk.report.pdf.runs import Outline, Picture

_EM = 1000
# Tables of glyphs in colour (OpenType 1.9).
_COLOUR_TABLES = ("CBDT", "COLR", "sbix", "SVG ")
# No character, and none to be (Unicode 16, 23.7): what claims to have it has nothing at all.
_NONCHARACTER = 0x10FFFF
# Unicode's Default_Ignorable_Code_Point, besides the category Cf.
_IGNORED = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
# Signs with a shape, although their category is Cf: Arabic, Syriac and Kaithi ones that stand
# around digits, marks of interlinear annotation, and what joins hieroglyphs.
_SIGNS = frozenset(
    "\u06dd\u070f\u0890\u0891\u08e2\ufff9\ufffa\ufffb\U000110bd\U000110cd"
    + "".join(map(chr, (*range(0x0600, 0x0606), *range(0x13430, 0x13440))))
)


def has_glyphs(font: QRawFont) -> bool:
    """Whether it is a font. To be asked first: the name of what is none ends the process.

    Where a script has no font Qt takes boxes for glyphs. They pass for a valid font that has
    every character; but it has no size, and nobody has given it a name.
    """
    return font.isValid() and font.pixelSize() > 0 and not font.supportsCharacter(_NONCHARACTER)


@dataclass(frozen=True)
class QtFace:
    """A font that Qt chose for a part of a text; it has glyphs."""

    font: QRawFont

    @cached_property
    def name(self) -> str:
        """Family, style and weight."""
        return f"{self.font.familyName()}/{self.font.styleName()}/{self.font.weight()}"

    def drawing(self, index: int) -> Outline | Picture:
        """The outline of the glyph; of a font in colour, its picture on white paper."""
        # Qt must never be asked for a path of such a font: it spoils the font's measures.
        return self._picture(index) if self._in_colour else self._outline(index)

    @cached_property
    def _in_colour(self) -> bool:
        return any(not self.font.fontTable(table).isEmpty() for table in _COLOUR_TABLES)

    def _outline(self, index: int) -> Outline:
        path = self.font.pathForGlyph(index)
        scale = _EM / self.font.pixelSize()
        return Outline(" ".join((*_operators(path, scale), "f")).encode("ascii"))

    def _picture(self, index: int) -> Outline | Picture:
        advance = self.font.advancesForGlyphIndexes([index])[0].x()
        box = QRectF(0, -self.font.ascent(), advance, self.font.ascent() + self.font.descent())
        image = QImage(round(box.width()), round(box.height()), QImage.Format.Format_RGB888)
        if image.isNull():
            # It has no width: a joiner, or a choice between forms.
            return Outline(b"")
        image.fill(QColorConstants.White)
        painter = QPainter(image)
        painter.drawGlyphRun(QPointF(0, self.font.ascent()), self._run(index))
        painter.end()
        row = 3 * image.width()
        bits, stride = bytes(image.constBits()), image.bytesPerLine()
        pixels = b"".join(bits[i : i + row] for i in range(0, stride * image.height(), stride))
        scale = _EM / self.font.pixelSize()
        place = (0.0, -box.bottom() * scale, box.width() * scale, box.height() * scale)
        return Picture((image.width(), image.height()), pixels, place)

    def _run(self, index: int) -> QGlyphRun:
        run = QGlyphRun()
        run.setRawFont(self.font)
        run.setGlyphIndexes([index])
        run.setPositions([QPointF(0, 0)])
        return run


def _operators(path: QPainterPath, scale: float) -> Iterator[str]:
    """The path in PDF's words (ISO 32000-1, 8.5.2); Qt counts heights downwards."""
    curved = 0
    for i in range(path.elementCount()):
        element = path.elementAt(i)
        yield f"{element.x * scale:.0f} {-element.y * scale:.0f}"
        if element.isMoveTo():
            yield "m"
        elif element.isLineTo():
            yield "l"
        else:
            # A curve is three elements: two that pull it, and its end.
            curved += 1
            if curved % 3 == 0:
                yield "c"


def is_invisible(char: str) -> bool:
    """Whether it is a space, or only tells how its neighbours are to be written."""
    if char in _IGNORED:
        return True
    return unicodedata.category(char) in {"Cf", "Zs"} and char not in _SIGNS
