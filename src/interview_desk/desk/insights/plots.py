"""Where everything of a picture goes: dots, bars and words, in pixels."""

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.insights.insight import Bars, Dot, DotCourse, DotSpread, DotStrip, Picture

_LINE, _HEAD, _GAP = 26, 20, 8
_LABEL, _NARROW, _NARROW_LABEL = 210, 460, 110
_CELL, _COURSE, _VALUE = 8, 150, 64
Align = Qt.AlignmentFlag


class Word(NamedTuple):
    """A line of words in its place; ``role`` is its font."""

    spot: QRect
    text: str
    align: Align = Align.AlignLeading
    role: FontRole = "small"


class Plot(NamedTuple):
    """A picture laid out for one width. ``course`` is a line through it, ``rules`` are thin ones.

    ``bars`` are fills, ``grounds`` what there could be of each.
    """

    height: int
    words: tuple[Word, ...] = ()
    dots: tuple[tuple[QPointF, Dot], ...] = ()
    bars: tuple[QRectF, ...] = ()
    grounds: tuple[QRectF, ...] = ()
    rules: tuple[QRectF, ...] = ()
    course: tuple[QPointF, ...] = ()
    ticks: tuple[QRectF, ...] = ()


def plot(picture: Picture, width: int, px: Callable[[float], int]) -> Plot:
    """The picture in a width; ``px`` makes pixels of design pixels."""
    room = _Room(max(px(160), width), px)
    match picture:
        case DotStrip():
            return _strip(picture, room)
        case DotCourse():
            return _course(picture, room)
        case DotSpread():
            return _spread(picture, room)
        case Bars():
            return _bars(picture, room)


class _Room(NamedTuple):
    width: int
    px: Callable[[float], int]

    def label(self, *, needed: bool = True) -> int:
        """How wide the words before a line are."""
        if not needed:
            return 0
        return self.px(_LABEL if self.width >= self.px(_NARROW) else _NARROW_LABEL)


def _strip(picture: DotStrip, room: _Room) -> Plot:
    """A cell fills with dots from the left, line under line."""
    px = room.px
    left = room.label(needed=any(picture.lines))
    apart = px(_GAP) if picture.last_apart else 0
    wide = (room.width - left - apart) / len(picture.columns)
    each = px(_CELL)
    in_line = max(1, int(wide - px(_GAP)) // each)
    cells: dict[tuple[int, int], list[Dot]] = defaultdict(list)
    for dot in picture.dots:
        cells[dot.line, int(dot.at)].append(dot)
    last = len(picture.columns) - 1

    def start(column: int) -> float:
        return left + column * wide + (apart if column == last else 0)

    words = [
        Word(QRect(round(start(n)), 0, int(wide) - px(4), px(_HEAD)), name)
        for n, name in enumerate(picture.columns)
    ]
    dots: list[tuple[QPointF, Dot]] = []
    rules: list[QRectF] = []
    top = px(_HEAD)
    for number, line in enumerate(picture.lines):
        most = max((len(cells[number, n]) for n in range(last + 1)), default=0)
        height = max(px(_LINE), -(-most // in_line) * each + px(_GAP))
        rules.append(QRectF(0, top, room.width, 1))
        words.append(Word(QRect(0, top, max(0, left - px(_GAP)), px(_LINE)), line))
        for column in range(last + 1):
            for place, dot in enumerate(cells[number, column]):
                x = start(column) + (place % in_line + 0.5) * each
                y = top + px(_GAP) / 2 + (place // in_line + 0.5) * each
                dots.append((QPointF(x, y), dot))
        top += height
    return Plot(top, tuple(words), tuple(dots), rules=tuple(rules))


def _course(picture: DotCourse, room: _Room) -> Plot:
    px = room.px
    head, tall = px(_HEAD), px(_COURSE)
    step = room.width / max(1, len(picture.dots))

    def place(number: int, value: float) -> QPointF:
        return QPointF((number + 0.5) * step, head + (1 - value) / 2 * tall)

    words = (
        Word(QRect(0, 0, room.width, head), picture.top),
        Word(QRect(0, head + tall, room.width, head), picture.bottom),
    )
    rules = tuple(QRectF(0, head + part * tall, room.width, 1) for part in (0, 0.5, 1))
    dots = tuple((place(n, dot.at), dot) for n, dot in enumerate(picture.dots))
    course = tuple(place(n, value) for n, value in enumerate(picture.medians))
    return Plot(2 * head + tall, words, dots, rules=rules, course=course)


def _spread(picture: DotSpread, room: _Room) -> Plot:
    """Dots along an axis that has 0 somewhere on it; each line's median is a tick."""
    px = room.px
    left = room.label()
    wide = room.width - left - px(_GAP)
    low, high = picture.ends
    over = (high - low) or 1.0

    def along(value: float) -> float:
        return left + (min(max(value, low), high) - low) / over * wide

    tall = px(_LINE + 6)
    zero = along(0.0)
    words = [
        Word(QRect(0, n * tall, left - px(_GAP), tall), line)
        for n, line in enumerate(picture.lines)
    ]
    bottom = len(picture.lines) * tall
    third = wide // 3
    for n, (text, align) in enumerate(
        zip(
            picture.words,
            (Align.AlignLeading, Align.AlignHCenter, Align.AlignTrailing),
            strict=True,
        )
    ):
        words.append(Word(QRect(left + n * third, bottom, third, px(_HEAD)), text, align))
    rules = [QRectF(0, n * tall, room.width, 1) for n in range(len(picture.lines))]
    rules.append(QRectF(zero, 0, 1, bottom))
    dots = tuple(
        (QPointF(along(dot.at), (dot.line + 0.5) * tall + (n % 3 - 1) * px(4)), dot)
        for n, dot in enumerate(picture.dots)
    )
    ticks = tuple(
        QRectF(along(value) - 1, n * tall + px(4), px(2), tall - 2 * px(4))
        for n, value in enumerate(picture.medians)
    )
    return Plot(bottom + px(_HEAD), tuple(words), dots, rules=tuple(rules), ticks=ticks)


def _bars(picture: Bars, room: _Room) -> Plot:
    px = room.px
    left, tall = room.label(), px(_LINE)
    value = px(_VALUE if room.width < px(_NARROW) else 2 * _VALUE)
    wide = max(px(24), room.width - left - value)
    words: list[Word] = []
    fills: list[QRectF] = []
    grounds: list[QRectF] = []
    for n, bar in enumerate(picture.bars):
        top = n * tall
        whole = bar.whole or 1.0
        words.append(Word(QRect(0, top, left - px(_GAP), tall), bar.label))
        spot = QRect(left + wide + px(_GAP), top, value - px(_GAP), tall)
        words.append(Word(spot, bar.words))
        inside = (top + px(7), tall - px(14))
        grounds.append(QRectF(left, inside[0], wide, inside[1]))
        start, amount = (min(1.0, max(0.0, part / whole)) for part in (bar.start, bar.amount))
        fills.append(QRectF(left + start * wide, inside[0], amount * wide, inside[1]))
    return Plot(
        max(1, len(picture.bars)) * tall, tuple(words), bars=tuple(fills), grounds=tuple(grounds)
    )
