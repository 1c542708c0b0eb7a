"""A line that leads somewhere: a check before finishing, a note or sighting as evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.painted import Painted, rounded, tick
from interview_desk.desk.widgets.text_painting import (
    beginning,
    button_text,
    direction,
    draw_line,
    line_height,
    one_line,
)

PAD = 5  # design pixels around the words
_MARK = 15
_GAP = 8


@dataclass(frozen=True, slots=True)
class StyledText:
    """Words of one look."""

    text: str
    tone: Tone = "ink"
    role: FontRole = "body"

    @property
    def shown(self) -> str:
        """The words in one line, of very many only the first."""
        return one_line(beginning(self.text))


def _plain(texts: Sequence[StyledText]) -> str:
    """All words, as a screen reader says them."""
    return " ".join(part for each in texts if (part := each.shown))


class StyledLines:
    """Texts, a space between them, broken into lines of one width in pixels."""

    def __init__(
        self, theme: Theme, texts: Sequence[StyledText], width: int, *, rtl: bool = False
    ) -> None:
        """``rtl`` puts the lines to the right, as the widget around them reads."""
        text = _plain(texts)
        self._layout = QTextLayout(text, theme.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction(text))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(theme, texts))
        self.height = self._break(max(1, width), line_height(theme.font("body")))

    def draw(self, painter: QPainter, top_left: QPointF) -> None:
        """Draw the lines from there down."""
        self._layout.draw(painter, top_left)

    def _break(self, width: int, pitch: int) -> int:
        height = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (pitch - line.height()) / 2))
            height += pitch
        self._layout.endLayout()
        return height


def _formats(theme: Theme, texts: Sequence[StyledText]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for each in texts:
        words = each.shown
        if not words:
            continue
        span = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setFont(theme.font(each.role))
        look.setForeground(theme.colour(each.tone))
        span.format = look
        span.start = start
        span.length = len(words.encode("utf-16-le")) // 2  # Qt counts in UTF-16 units
        formats.append(span)
        start += span.length + 1
    return formats


@dataclass(frozen=True, slots=True)
class LineMark:
    """The sign before the words: a glyph, or a ticked box; ``words`` say it to a reader."""

    glyph: str
    tone: Tone
    words: str = ""
    boxed: bool = False


TICK = "✓"  # drawn, so that it looks the same with every font


class LineButton(Painted, QPushButton):
    """A lead (a time, a level), a mark and some words in lines; a click or Space opens it.

    One that does not ``open`` anything is only read. The leads of a column of lines line up
    when they are given the same ``lead_width``, in design pixels; figures at their far end.
    """

    def __init__(
        self,
        theme: Theme,
        texts: Sequence[StyledText],
        mark: LineMark | None = None,
        *,
        lead: StyledText | None = None,
        lead_width: int = 0,
        opens: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._texts = tuple(texts)
        self._mark = mark
        self._lead = lead
        self._lead_width = lead_width
        self._opens = opens
        self._laid: tuple[int, StyledLines] | None = None
        said = [lead.text if lead else "", mark.words if mark else "", _plain(texts)]
        words = ", ".join(part for part in said if part)
        self.setText(button_text(words))
        self.setAccessibleName(one_line(words))
        focus = Qt.FocusPolicy.TabFocus if opens else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, opens)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not opens)
        self.setAutoDefault(False)
        # Not Fixed: that would hold it to the height of its size hint, whatever its width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._follow_width()

    def sizeHint(self) -> QSize:
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = self._text_left() + self._theme.px(96)
        return QSize(least, self._line() + 2 * self._theme.px(PAD))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._text(width).height, self._line()) + 2 * self._theme.px(PAD)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        if self._opens and (self.underMouse() or self.isDown()):
            rounded(painter, self.rect(), theme.px(6), theme.colour("sunk"))
        top, line = theme.px(PAD), self._line()
        if self._lead is not None:
            painter.setFont(theme.font(self._lead.role))
            painter.setPen(theme.colour(self._lead.tone))
            spot = QRect(self._side(), top, theme.px(self._lead_width), line)
            figures = self._lead.role == "mono-figures"
            sides = Qt.AlignmentFlag
            side = sides.AlignTrailing if figures else sides.AlignLeading
            draw_line(painter, self._seen(spot), one_line(self._lead.text), self, side)
        if self._mark is not None:
            box = QRect(self._mark_left(), top, theme.px(_MARK), line)
            self._paint_mark(painter, self._mark, self._seen(box))
        text = self._text(self.width())
        spot = QRect(self._text_left(), top, self._text_width(self.width()), text.height)
        text.draw(painter, QPointF(self._seen(spot).topLeft()))
        self._ring(painter, self.rect(), theme.px(6))

    def _paint_mark(self, painter: QPainter, mark: LineMark, spot: QRect) -> None:
        theme = self._theme
        box = QRectF(0, 0, theme.px(_MARK), theme.px(_MARK))
        box.moveCenter(QPointF(spot.center()))
        if mark.boxed:
            rounded(painter, box, theme.px(4), theme.colour(mark.tone))
            tick(painter, box, theme.colour("on_accent"))
        elif mark.glyph == TICK:
            tick(painter, box, theme.colour(mark.tone))
        else:
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.colour(mark.tone))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, mark.glyph)

    def _text(self, width: int) -> StyledLines:
        room = self._text_width(width)
        if self._laid is None or self._laid[0] != room:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._laid = (room, StyledLines(self._theme, self._texts, room, rtl=rtl))
        return self._laid[1]

    def _side(self) -> int:
        return self._theme.px(PAD)

    def _mark_left(self) -> int:
        lead = self._theme.px(self._lead_width) + self._theme.px(_GAP) if self._lead_width else 0
        return self._side() + lead

    def _text_left(self) -> int:
        mark = self._theme.px(_MARK) + self._theme.px(_GAP) if self._mark is not None else 0
        return self._mark_left() + mark

    def _text_width(self, width: int) -> int:
        return width - self._text_left() - self._side()

    def _line(self) -> int:
        return line_height(self._theme.font("body"))

    @Slot()
    def _restyle(self) -> None:
        self._laid = None
        super()._restyle()


def lines_in(column: QVBoxLayout) -> Iterator[LineButton]:
    """The lines of a column, from the top."""
    for number in range(column.count()):
        item = column.itemAt(number)
        widget = item.widget() if item is not None else None
        if isinstance(widget, LineButton):
            yield widget
