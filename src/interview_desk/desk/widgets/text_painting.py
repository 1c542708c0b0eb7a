"""Short texts on the screen: direction, cutting, breaking into lines, and tool tips."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # importing html is dear
_LINE_PITCH = 1.45  # of the font's pixel size, as in the design
_NO_LIMIT = 1 << 20
_TIP_LINE = 80  # characters; Qt breaks no line of a tip without tags
# In characters. What is stored may be 200,000 long, and Qt needs a second for each line of such
# a word; nothing that is only shown is longer than the first, nor a line of it than the second.
MOST_SHOWN, _MOST_IN_LINE = 3000, 1000
# Qt breaks a line at spaces only, and a label is never narrower than its longest word.
_LONG_WORD = re.compile(r"\S{20}(?=\S)")
MAY_BREAK = "\u200b"


def tip(*texts: str) -> str:
    """A tool tip that shows exactly these texts, each on lines of its own; markup stays text.

    Screen readers read tips out: there are tags only where Qt would take the text for markup.
    """
    told = [beginning(text) for text in texts if text]
    if any("<" in text or "&lt;" in text for text in told):
        return "".join(f"<p>{text.translate(_ESCAPES)}</p>" for text in told)
    return "\n".join(line for text in told for line in _wrapped(text))


# Kept, because a row whose words are cut asks each time that it is painted.
@lru_cache(maxsize=256)
def _wrapped(text: str) -> Sequence[str]:
    if len(text) <= _TIP_LINE:
        return (text,)
    from textwrap import wrap  # here, because a short tip does without

    return wrap(text, _TIP_LINE, break_on_hyphens=False)


def tip_when_cut(widget: QWidget, text: str, cut: bool) -> None:
    """Let the tool tip tell a text that does not fit, unless there is a better tip already."""
    if cut and not widget.toolTip():
        widget.setToolTip(tip(text))
    elif not cut and widget.toolTip() == tip(text):
        widget.setToolTip("")


def beginning(text: str, most: int = MOST_SHOWN) -> str:
    """The text if it is no longer than ``most``, else its beginning and an ellipsis."""
    return text if len(text) <= most else f"{text[:most]}…"


def one_line(text: str) -> str:
    """The text with every run of white space, line breaks too, as one space."""
    return " ".join(text.split())


def button_text(text: str) -> str:
    """The text for a Qt button or tab, where a bare ``&`` would make a hidden shortcut."""
    return one_line(text).replace("&", "&&")


def breakable(text: str) -> str:
    """The text with places where Qt may break long words, such as file names, without room."""
    return _LONG_WORD.sub(rf"\g<0>{MAY_BREAK}", text)


def direction(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter that has one; left to right if none has."""
    for char in text[:_MOST_IN_LINE]:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def line_height(font: QFont) -> int:
    """The distance between two lines of running text, in pixels."""
    return max(QFontMetrics(font).height(), round(font.pixelSize() * _LINE_PITCH))


def draw_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    owner: QWidget,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
) -> bool:
    """Draw one line inside ``rect``, cut with an ellipsis if need be; tell if it was cut.

    ``align`` is leading, trailing or centre, seen in the reading direction of ``owner``; the
    letters themselves run in the direction of the text.
    """
    begun = beginning(text, _MOST_IN_LINE)
    shown = painter.fontMetrics().elidedText(begun, Qt.TextElideMode.ElideRight, rect.width())
    painter.setLayoutDirection(direction(text))
    painter.drawText(rect, _flags(align, owner.layoutDirection()), shown)
    return shown != text


# Kept, because PySide's flags are slow to join, and every text on the screen asks for these.
@cache
def _flags(align: Qt.AlignmentFlag, reading: Qt.LayoutDirection) -> int:
    """One line in the middle of its height, at the side that ``align`` means."""
    flags = Qt.AlignmentFlag
    side = align
    if align != flags.AlignHCenter:
        leading = align == flags.AlignLeading
        left = leading == (reading == Qt.LayoutDirection.LeftToRight)
        side = flags.AlignAbsolute | (flags.AlignLeft if left else flags.AlignRight)
    return (side | flags.AlignVCenter).value | Qt.TextFlag.TextSingleLine.value


class Paragraph:
    """A text broken into lines of one width, the last one cut if there are too many."""

    def __init__(self, text: str, font: QFont, width: int, max_lines: int | None = None) -> None:
        """``width`` in pixels; ``max_lines`` None for as many as it takes."""
        self._font = font
        self._width = max(1, width)
        self._pitch = line_height(font)
        self._direction = direction(text)
        shown = beginning(text, _MOST_IN_LINE * max_lines if max_lines else MOST_SHOWN)
        self.lines, self.cut = _broken(shown, font, self._width, max_lines or _NO_LIMIT)
        self.cut = self.cut or shown is not text

    @property
    def height(self) -> int:
        """In pixels; no lines have none."""
        return len(self.lines) * self._pitch

    def draw(
        self,
        painter: QPainter,
        top_left: QPointF,
        owner: QWidget,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    ) -> None:
        """Draw with the pen of ``painter``, on the side where ``owner``'s lines begin."""
        painter.setFont(self._font)
        painter.setLayoutDirection(self._direction)
        flags = _flags(align, owner.layoutDirection())
        x, y = round(top_left.x()), round(top_left.y())
        for number, line in enumerate(self.lines):
            rect = QRect(x, y + number * self._pitch, self._width, self._pitch)
            painter.drawText(rect, flags, line)


def _broken(text: str, font: QFont, width: int, max_lines: int) -> tuple[tuple[str, ...], bool]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= max_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    cut = len(starts) > max_lines
    units = text.encode("utf-16-le")  # Qt counts in UTF-16 units

    def piece(start: int, end: int | None) -> str:
        raw = units[2 * start : None if end is None else 2 * end]
        return raw.decode("utf-16-le", "replace").strip()

    kept = starts[:max_lines]
    ends = [*kept[1:], None]
    lines = [piece(start, end) for start, end in zip(kept, ends, strict=True)]
    if cut:
        elide = Qt.TextElideMode.ElideRight
        lines[-1] = QFontMetrics(font).elidedText(lines[-1], elide, width)
    return tuple(line for line in lines if line), cut
