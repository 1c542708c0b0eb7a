"""What a search has found, in the place of the list: arrows move, Enter goes there."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from interview_desk.desk.context import Desk
from interview_desk.desk.library.hit_lines import HitLine, Run, hit_line
from interview_desk.desk.library.line_painter import LINE_HEIGHT, paint_rule
from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import L, M, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.painted import focus_ring, is_hovered, mirrored, rounded
from interview_desk.desk.widgets.panel import SlimScrollBar
from interview_desk.desk.widgets.text_painting import beginning, direction, draw_line, tip
from interview_desk.store.search import Hit, Where

_Index = QModelIndex | QPersistentModelIndex
_WHEN, _LABEL, _NARROW = 96, 84, 560
_MOST_SHOWN = 1000  # characters: of a word found in a long text there may be 200,000
_MOST_HITS = 50


class _HitPainter(QStyledItemDelegate):
    """Paints a line: when, whose, the words around what was found, and where that is."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(LINE_HEIGHT))

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


class HitModel(QAbstractListModel):
    """The lines on show; ``UserRole`` is the `HitLine` itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[HitLine] = ()

    def show_lines(self, lines: Sequence[HitLine]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return line
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.told()
            case Qt.ItemDataRole.ToolTipRole:
                return tip("".join(run.text for run in line.words))
        return None


class HitList(QListView):
    """Emits ``opened`` with the `Hit` to go to."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hits = HitModel(self)
        self.setAccessibleName("Found")
        self.setModel(self._hits)
        self.setItemDelegate(_HitPainter(theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self._restyle()
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        theme.changed.connect(self._restyle)

    def show_lines(self, lines: Sequence[HitLine]) -> None:
        """Show what was found, the first of it current."""
        self._hits.show_lines(lines)
        self.setCurrentIndex(self._hits.index(0))

    def lines(self) -> list[HitLine]:
        """What is on show."""
        indexes = (self._hits.index(row) for row in range(self._hits.rowCount()))
        return [index.data(Qt.ItemDataRole.UserRole) for index in indexes]

    def step(self, by: int) -> None:
        """Make the line before or after the current one current."""
        row = min(max(self.currentIndex().row() + by, 0), self._hits.rowCount() - 1)
        self.setCurrentIndex(self._hits.index(row))

    @Slot()
    def open_current(self) -> None:
        """Go to the current line's place."""
        self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """What is typed belongs in the field."""

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(Qt.ItemDataRole.UserRole).hit)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
            palette.setColor(role, self._theme.colour("surface"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()


class SearchResults(QWidget):
    """Searches as one types.

    ``opened`` carries the number of an interview to go to, ``part_opened`` also the part of it
    that was found and the number of that.
    """

    opened = Signal(int)
    part_opened = Signal(int, object, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = HitList(desk.theme)
        self._heading = Label(desk.theme, "", "strong")
        self._heading.setContentsMargins(M, L, M, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        self._restyle()
        self.list.opened.connect(self._open)
        desk.theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        # As tall as the headings of the list that it stands in for: nothing jumps as one types.
        self._heading.setFixedHeight(self._desk.theme.px(LINE_HEIGHT))

    def look_for(self, query: str) -> None:
        """Show where the words are, the last of them perhaps not typed to its end.

        Raises UserError if the store cannot be read.
        """
        hits = self._desk.store.search(query, _MOST_HITS)
        self.list.show_lines([hit_line(hit, self._desk.zone) for hit in hits])
        self._heading.setText(_heading(len(hits), query))

    @Slot(object)
    def _open(self, hit: Hit) -> None:
        """Go to where what was found is read in its place."""
        # It brings all that happens in interviews, which looking for words does without.
        from interview_desk.interview.checks import Part

        match hit.where:
            case Where.NOTE:
                self.part_opened.emit(hit.row, Part.NOTE, hit.note or 0)
            case Where.REASON:
                self.part_opened.emit(hit.row, Part.DIMENSION, hit.dimension or 1)
            case Where.SUMMARY:
                self.part_opened.emit(hit.row, Part.RECOMMENDATION, 0)
            case Where.PREPARED:
                self.part_opened.emit(hit.row, Part.PREPARED_QUESTION, hit.question or 0)
            case Where.BEFORE:
                self.part_opened.emit(hit.row, Part.PREPARATION, 0)
            case _:
                self.opened.emit(hit.row)


def _units(text: str) -> int:
    """How long the text is for Qt, which counts in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _heading(found: int, query: str) -> str:
    if found == _MOST_HITS:
        return f"The first {_MOST_HITS} found"
    if found:
        return f"{found} found"
    return f"Nothing found for “{' '.join(query.split())}”"
