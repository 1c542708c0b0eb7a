"""How a place found looks: what matches stands out by weight and a line under it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from interview_desk.desk.library.hit_rows import HitLine, Run
from interview_desk.desk.library.row_painter import ROW, paint_rule
from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import L, M, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.paint import focus_ring, is_hovered, mirrored, rounded
from interview_desk.desk.widgets.text_painting import beginning, direction, draw_line

_Index = QModelIndex | QPersistentModelIndex
_WHEN, _LABEL, _NARROW = 96, 84, 560
_MOST_SHOWN = 1000  # characters: of a word found in a long text there may be 200,000


class HitPainter(QStyledItemDelegate):
    """Paints a line: when, whose, the words around what was found, and where that is."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: HitLine = index.data(Qt.ItemDataRole.UserRole)
        frame = QRect(option.rect)
        theme, radius = self._theme, self._theme.px(6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentIndex().row():
            rounded(painter, frame, radius, theme.colour("accentbg"))
            if self._view.hasFocus():
                focus_ring(painter, theme, frame, radius)
        else:
            if is_hovered(self._view, option):
                rounded(painter, frame, radius, theme.colour("bg"))
            paint_rule(painter, theme, frame)
        self._paint_line(painter, frame, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, frame: QRect, line: HitLine) -> None:
        px = self._theme.px
        left, right = px(M), frame.width() - px(M)
        if frame.width() >= px(_NARROW):
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.colour("ink2"))
            spot = self._spot(frame, left, left + px(_WHEN))
            draw_line(painter, spot, line.when, self._view)
            left += px(_WHEN) + px(L)
            label = self._spot(frame, right - px(_LABEL), right)
            painter.setFont(self._theme.font("small"))
            draw_line(painter, label, line.label, self._view)
            right -= px(_LABEL) + px(L)
        split = left + (right - left) * (2 if line.words else 5) // 6
        name = self._spot(frame, left, split - px(L) if line.words else right)
        role: FontRole = "strong" if line.named else "body"
        self._paint_runs(painter, name, line.candidate, role, "ink" if line.named else "ink3")
        self._paint_runs(painter, self._spot(frame, split, right), line.words, "body", "ink2")

    def _paint_runs(
        self, painter: QPainter, spot: QRect, runs: Sequence[Run], role: FontRole, tone: Tone
    ) -> None:
        """One line of runs, cut where there is no more room."""
        theme = self._theme
        text = beginning("".join(run.text for run in runs), _MOST_SHOWN)
        # Measured as if all of it were strong, so that it certainly fits.
        shown = theme.metrics("strong").elidedText(text, Qt.TextElideMode.ElideRight, spot.width())
        layout = QTextLayout(shown, theme.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction(text))
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(list(self._marks(runs, _units(shown))))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(spot.width())
        layout.endLayout()
        painter.setPen(theme.colour(tone))
        top = spot.top() + (spot.height() - line.height()) / 2
        # Whichever way the letters run, they begin on the side where the page's lines begin.
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = spot.right() + 1 - line.naturalTextWidth() if rtl else spot.left()
        layout.draw(painter, QPointF(left, top))

    def _marks(self, runs: Sequence[Run], room: int) -> "list[QTextLayout.FormatRange]":
        marks, start = [], 0
        for run in runs:
            length = _units(run.text)
            if run.hit and start < room:
                mark = QTextLayout.FormatRange()
                form = QTextCharFormat()
                form.setFont(self._theme.font("strong"))
                form.setFontUnderline(True)
                form.setForeground(self._theme.colour("ink"))
                mark.start, mark.length, mark.format = start, min(length, room - start), form
                marks.append(mark)
            start += length
        return marks

    def _spot(self, frame: QRect, left: int, right: int) -> QRect:
        spot = QRect(frame.left() + left, frame.top(), max(0, right - left), frame.height())
        return mirrored(spot, frame, self._view.layoutDirection())


def _units(text: str) -> int:
    """How long the text is for Qt, which counts in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
