"""Text of any script laid out by Qt, which joins, reorders and breaks it as its script asks.

What the base font lacks comes from the fonts of the computer. Only QtGui is used, and no
window: without an application, as in a command, one is made that shows nothing.
"""

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import accumulate

from PySide6.QtCore import QByteArray, QLoggingCategory, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from interview_desk.qt_start import starting
from interview_desk.report.pdf.fonts import BOLD, REGULAR, font_files, is_plain, number, width
from interview_desk.report.pdf.glyphs import QtFace, has_glyphs, is_invisible
from interview_desk.report.pdf.painted_order import runs_to_the_left, without_isolates
from interview_desk.report.pdf.runs import Glyph, Line, Run, Shaped, Span, plain_text
from interview_desk.report.pdf.styles import BODY, Style

# Laid out so much larger, because Qt rounds to 64ths of a pixel.
_PIXELS = 10
_INFINITE = 1e6 / _PIXELS
# The glyph of what a font lacks (OpenType 1.9, "glyf").
_NO_GLYPH = 0
_ASKED = QTextLayout.GlyphRunRetrievalFlag
_RETRIEVED = (
    _ASKED.RetrieveGlyphIndexes | _ASKED.RetrieveGlyphPositions | _ASKED.RetrieveStringIndexes
)

# Between two characters, each on a line of its own, so that none borrows a font or a script
# from its neighbour.
_APART = "\u2028a\u2028"


def shape(spans: Sequence[Span], measure: float | None) -> tuple[Line, ...]:
    """A paragraph in lines no wider than the measure, or on one line if it is None.

    Lines of a paragraph that runs to the left end where the widest of them ends. A line that
    the base font can print by itself comes as plain runs. What nothing is drawn for beside its
    neighbours, although a font has it, is spelled.
    """
    leftwards = runs_to_the_left(plain_text(spans))
    layout = laid_out(spans, measure)
    lines = [layout.lineAt(i) for i in range(layout.lineCount())]
    widest = max(line.naturalTextWidth() for line in lines)
    undrawn = set[int]()
    found = []
    for line in lines:
        parts = tuple(_within(spans, line))
        here = [(without_isolates(text), style) for _, _, (text, style) in parts]
        if not leftwards and is_plain(plain_text(here)):
            found.append(_plain_line(here))
        else:
            start = (widest - line.naturalTextWidth()) / _PIXELS if leftwards else 0.0
            found.append(_shaped_line(line, parts, start, undrawn))
    rest = _spelled(spans, undrawn)
    return tuple(found) if rest is spans else shape(rest, measure)


def laid_out(spans: Sequence[Span], measure: float | None) -> QTextLayout:
    """The spans as Qt lays them out, ten pixels to a point."""
    _make_ready()
    text = plain_text(spans)
    layout = QTextLayout(text, _font(spans[0][1]))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if runs_to_the_left(text) else Qt.LayoutDirection.LeftToRight
    )
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(spans)))
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth((measure if measure is not None else _INFINITE) * _PIXELS)
        line = layout.createLine()
    layout.endLayout()
    return layout


def _make_ready() -> None:
    """An application, if there is none, and the font in Qt's list of fonts."""
    if QGuiApplication.instance() is None:
        # Named here, it counts more than what the environment says: no display is needed.
        with starting():
            QGuiApplication(["interview-desk", "-platform", "offscreen"])
    if not QFontDatabase.hasFamily(REGULAR):
        # Qt complains of every script that the font lacks, although it then takes another.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")
        for file in font_files():
            QFontDatabase.addApplicationFontFromData(QByteArray(file))


def _font(style: Style) -> QFont:
    font = QFont(REGULAR)
    font.setPixelSize(round(style.size * _PIXELS))
    font.setBold(style.font == BOLD)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # As wide as where the base font is printed as it is.
    font.setKerning(False)
    for feature in ("liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _formats(spans: Sequence[Span]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for text, style in spans:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, units(text)
        form = QTextCharFormat()
        form.setFont(_font(style))
        found.format = form
        yield found
        start += found.length


def units(text: str) -> int:
    """The length as Qt counts it: characters beyond the basic plane are two."""
    return len(text.encode("utf-16-le")) // 2


def _within(spans: Sequence[Span], line: QTextLine) -> Iterator[tuple[int, int, Span]]:
    """The spans as far as they are on the line: where in Qt's count, how long, and what."""
    begin, end = 0, line.textStart() + line.textLength()
    for text, style in spans:
        coded = text.encode("utf-16-le")
        first = max(line.textStart(), begin)
        last = min(end, begin + len(coded) // 2)
        if first < last:
            words = coded[2 * (first - begin) : 2 * (last - begin)].decode("utf-16-le")
            yield first, last - first, (words, style)
        begin += len(coded) // 2


def _plain_line(spans: Sequence[Span]) -> Line:
    runs, x = [], 0.0
    for i, (text, style) in enumerate(spans):
        shown = text.rstrip(" ") if i == len(spans) - 1 else text
        runs.append(Run(x, shown, style))
        x += width(shown, style.font, style.size)
    return Line(tuple(run for run in runs if run.text), x)


def _shaped_line(
    line: QTextLine, parts: Sequence[tuple[int, int, Span]], start: float, undrawn: set[int]
) -> Line:
    """The line glyph by glyph; adds where in the text, in Qt's count, nothing was drawn."""
    words = plain_text([span for _, _, span in parts])
    glyphs = tuple(
        (style, tuple(_glyphs(line, (first, length), start, undrawn)))
        for first, length, (_, style) in parts
    )
    wide = line.naturalTextWidth() / _PIXELS
    return Line((Shaped(start, words, wide, glyphs),), start + wide)


def _glyphs(
    line: QTextLine, part: tuple[int, int], start: float, undrawn: set[int]
) -> Iterator[Glyph]:
    """The glyphs of a part of the line, where they stand from left to right."""
    baseline = line.y() + line.ascent()
    for run in line.glyphRuns(*part, _RETRIEVED):
        places = run.stringIndexes()
        if not has_glyphs(run.rawFont()):
            undrawn.update(places)
            continue
        face = QtFace(run.rawFont())
        for index, at, place in zip(run.glyphIndexes(), run.positions(), places, strict=True):
            if index == _NO_GLYPH:
                undrawn.add(place)
                continue
            x, y = at.x() / _PIXELS, (baseline - at.y()) / _PIXELS
            yield Glyph(face, index, start + x, y)


def _spelled(spans: Sequence[Span], undrawn: Set[int]) -> Sequence[Span]:
    """The spans with the characters at those places, in Qt's count, as their numbers.

    What is invisible is drawn by nothing. Where a letter of the base font is among them, it
    has borrowed the script of its neighbours: then all of these are spelled.
    """
    if not undrawn:
        return spans
    text = plain_text(spans)
    ends = accumulate(map(units, text))
    places = ((char, range(end - units(char), end)) for char, end in zip(text, ends, strict=True))
    lost = {c for c, at in places if not is_invisible(c) and not undrawn.isdisjoint(at)}
    if any(is_plain(char) for char in lost):
        lost = {char for char in without_isolates(text) if not is_plain(char)}
    if not lost:
        return spans
    return [("".join(number(c) if c in lost else c for c in text), style) for text, style in spans]


@lru_cache(maxsize=1024)
def lacking(characters: str) -> frozenset[str]:
    """Those of the characters that no font has; line ends must not be among them."""
    seen = [char for char in characters if not is_invisible(char)]
    if not seen:
        return frozenset()
    layout = laid_out([(_APART.join(seen), BODY)], None)
    lines = (layout.lineAt(i) for i in range(0, layout.lineCount(), 2))
    return frozenset(c for c, line in zip(seen, lines, strict=True) if _is_empty(line, c))


def _is_empty(line: QTextLine, char: str) -> bool:
    """Whether nothing stands for it, or no more than the glyph 0, for what a font lacks."""
    runs = line.glyphRuns(line.textStart(), units(char))
    return not runs or any(not has_glyphs(run.rawFont()) or 0 in run.glyphIndexes() for run in runs)
