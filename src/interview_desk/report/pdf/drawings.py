"""The small drawings of a report: level bars, boxes and the time chart."""

from collections.abc import Iterator

from interview_desk.report.document import Shown, Stretch, TimeRow, Times
from interview_desk.report.pdf.lines import fitted, line_of
from interview_desk.report.pdf.pen import Pen
from interview_desk.report.pdf.pieces import Drawing
from interview_desk.report.pdf.structure import Element
from interview_desk.report.pdf.styles import (
    ACCENT,
    ACCENT_SOFT,
    BAD,
    BODY,
    BOX_EDGE,
    CHART,
    GOOD,
    LINE,
    PAPER_WHITE,
    SMALL,
    SUNK,
    Colour,
)
from interview_desk.words import minutes

BARS_WIDTH = 70.0
# No picture takes up more of a page, and none is shown larger than on a screen.
_PICTURE_HIGH = 330.0
_POINTS_A_PIXEL = 0.75
_BOX_SIZE = 8.0
_BAR_HEIGHT = 6.5
_GAP = 2.0
_CHART_LABEL = 44.0
_CHART_ROW = 14.0
_CHART_STEP = 17.0
_CHART_PAD = 3.5
_CHART_NAMES = 11.0
_CHART_BASELINE = _CHART_ROW / 2 - 0.335 * CHART.size


def _level_colour(height: int, steps: int) -> Colour:
    """Green for the best level, red for the lowest, blue between; height says the same."""
    if height == steps:
        return GOOD
    return BAD if height == 1 else ACCENT


def bars(height: int, steps: int) -> Drawing:
    """A level drawn as ``height`` of ``steps`` segments; the words beside it say the same."""
    width = (BARS_WIDTH - _GAP * (steps - 1)) / steps

    def draw(pen: Pen, left: float, top: float) -> None:
        bottom = top - BODY.leading / 2 - _BAR_HEIGHT / 2
        for i in range(steps):
            colour = _level_colour(height, steps) if i < height else SUNK
            pen.fill(left + i * (width + _GAP), bottom, width, _BAR_HEIGHT, colour, 1.2)

    return Drawing(BODY.leading, draw)


def box(element: Element, *, seen: bool, good: bool) -> Drawing:
    """A box with a check mark in it, or an empty one."""

    def draw(pen: Pen, left: float, top: float) -> None:
        bottom = top - BODY.leading / 2 - _BOX_SIZE / 2
        if not seen:
            pen.outline(left + 0.4, bottom + 0.4, _BOX_SIZE - 0.8, _BOX_SIZE - 0.8, BOX_EDGE, 1.8)
            return
        pen.fill(left, bottom, _BOX_SIZE, _BOX_SIZE, GOOD if good else BAD, 2.0)
        check = ((0.24, 0.50), (0.43, 0.31), (0.76, 0.68))
        points = tuple((left + x * _BOX_SIZE, bottom + y * _BOX_SIZE) for x, y in check)
        pen.stroke(points, PAPER_WHITE, 1.2)

    return Drawing(BODY.leading, draw, element)


def hairline(measure: float, *, holds: bool = False, colour: Colour = LINE) -> Drawing:
    """A thin line over the whole measure, of no height itself."""

    def draw(pen: Pen, left: float, top: float) -> None:
        pen.rule(left, left + measure, top, colour)

    return Drawing(0.0, draw, holds=holds)


def picture(shown: Shown, measure: float, element: Element) -> Drawing:
    """A picture as large as there is room for, its sides as they are."""
    most = min(_POINTS_A_PIXEL, measure / shown.width, _PICTURE_HIGH / shown.height)
    width, height = shown.width * most, shown.height * most

    def draw(pen: Pen, left: float, top: float) -> None:
        pen.picture(left, top - height, width, height, shown)

    return Drawing(height, draw, element)


def time_chart(times: Times, measure: float, element: Element) -> Drawing:
    """The rows of stretches on one scale; the element's alternative text says them in words."""
    longest = max(sum(each.ms for each in row.stretches) for row in times.rows)
    # The gap after the last stretch falls into the margin.
    room = measure - _CHART_LABEL + _GAP
    scale = room / longest if longest else 0.0
    height = _CHART_NAMES + _CHART_STEP * len(times.rows) - _GAP

    def draw(pen: Pen, left: float, top: float) -> None:
        _paint_names(pen, times.rows[0], left + _CHART_LABEL, top - _CHART_NAMES, scale)
        for i, row in enumerate(times.rows):
            bottom = top - _CHART_NAMES - i * _CHART_STEP - _CHART_ROW
            pen.lines([(left, bottom + _CHART_BASELINE, line_of(row.label, SMALL))])
            _paint_row(pen, row, left + _CHART_LABEL, bottom, scale)

    return Drawing(height, draw, element)


def _paint_names(pen: Pen, row: TimeRow, left: float, bottom: float, scale: float) -> None:
    """The names of the phases above the first row, as far as they fit."""
    for stretch, start, width in _placed(row, scale):
        name = fitted(stretch.name, CHART.quiet(), width - _CHART_PAD)
        if len(name.text) > 2:
            pen.lines([(left + start + _CHART_PAD, bottom + _CHART_PAD, name)])


def _paint_row(pen: Pen, row: TimeRow, left: float, bottom: float, scale: float) -> None:
    for stretch, start, width in _placed(row, scale):
        shown = width - _GAP
        if shown < 0.5:
            continue
        colour = ACCENT_SOFT if row.used else SUNK
        pen.fill(left + start, bottom, shown, _CHART_ROW, colour, min(1.5, shown / 2))
        words = line_of(minutes(stretch.ms), CHART)
        if words.width <= shown - 2 * _CHART_PAD:
            pen.lines([(left + start + _CHART_PAD, bottom + _CHART_BASELINE, words)])


def _placed(row: TimeRow, scale: float) -> Iterator[tuple[Stretch, float, float]]:
    start = 0.0
    for stretch in row.stretches:
        width = stretch.ms * scale
        yield stretch, start, width
        start += width
