"""How notes and sightings look in the list: a stamp, what kind it is, and words."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from interview_desk.desk.live.notes.note_rows import HeadingRow, NoteRow, NotesModel, SightingRow
from interview_desk.desk.pictures import Pictures, fitted, paint_picture
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.chips import paint_tag, tag_size
from interview_desk.desk.widgets.painted import cross, focus_ring, mirrored, rounded, tick
from interview_desk.desk.widgets.text_painting import Paragraph, direction, draw_line, line_height

# What of a very long note is shown; the note itself keeps all of it.
_MOST_LINES, _MOST_CHARACTERS = 12, 3000
_Index = QModelIndex | QPersistentModelIndex
_STAMP, _GLYPH, _TEXT = 44, 50, 76
_PAD = 7
_HEADING = 30
_SIGHTING, _MARK = 22, 12
_PICTURE_HEIGHT, _PICTURE_WIDTH, _PICTURE_GAP = 120, 320, 5


class NoteLayout:
    """Where everything of one note goes, in pixels from the top left of its text.

    The text begins on the side of its own direction; so do its tags, behind its last line, and
    its picture below them.
    """

    def __init__(self, theme: Theme, row: NoteRow, width: int) -> None:
        self.width = max(1, width)
        self.line = line_height(theme.font("body"))
        self._rtl = direction(row.note.text) == Qt.LayoutDirection.RightToLeft
        self._paragraphs, self.cut = _broken(row.note.text, theme, self.width)
        lines = sum(max(1, len(each.lines)) for each in self._paragraphs)
        self.tags, below = self._place_tags(theme, row.marks, lines)
        self.height = (lines + below) * self.line
        self.picture = self._place_picture(theme, row)
        if not self.picture.isEmpty():
            self.height = self.picture.bottom() + 1

    def draw(self, painter: QPainter, origin: QPointF, owner: QWidget) -> None:
        """Draw the words with the pen of ``painter``; tags are the caller's."""
        y = origin.y()
        mirrored = self._rtl != (owner.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        side = Qt.AlignmentFlag.AlignTrailing if mirrored else Qt.AlignmentFlag.AlignLeading
        for paragraph in self._paragraphs:
            paragraph.draw(painter, QPointF(origin.x(), y), owner, side)
            y += max(1, len(paragraph.lines)) * self.line

    def _place_picture(self, theme: Theme, row: NoteRow) -> QRect:
        if row.picture is None:
            return QRect()
        most = QSize(min(theme.px(_PICTURE_WIDTH), self.width), theme.px(_PICTURE_HEIGHT))
        size = fitted(row.picture, most)
        left = self.width - size.width() if self._rtl else 0
        return QRect(QPoint(left, self.height + theme.px(_PICTURE_GAP)), size)

    def _place_tags(
        self, theme: Theme, tags: tuple[str, ...], lines: int
    ) -> tuple[tuple[tuple[str, QRect], ...], int]:
        """Each tag with its place, and how many lines they need below the text's own."""
        if not tags:
            return (), 0
        gap, below = theme.px(5), 0
        last = self._paragraphs[-1].lines[-1:]
        x = theme.metrics("body").horizontalAdvance(last[0]) + gap if last else 0
        placed = []
        for tag in tags:
            size = tag_size(theme, tag)
            if x and x + size.width() > self.width:
                x, below = 0, below + 1
            width = min(size.width(), self.width)
            top = (lines - 1 + below) * self.line + (self.line - size.height()) // 2
            left = self.width - x - width if self._rtl else x
            placed.append((tag, QRect(left, top, width, size.height())))
            x += width + gap
        return tuple(placed), below


def _broken(text: str, theme: Theme, width: int) -> tuple[list[Paragraph], bool]:
    """The lines of the text as paragraphs, as many as are shown; tell if there are more."""
    font = theme.font("body")
    room = _MOST_LINES
    shown: list[Paragraph] = []
    cut = len(text) > _MOST_CHARACTERS
    pieces = text[:_MOST_CHARACTERS].split("\n")
    if cut:
        pieces[-1] += "…"
    for piece in pieces:
        if room <= 0:
            return shown, True
        paragraph = Paragraph(piece, font, width, room)
        shown.append(paragraph)
        room -= max(1, len(paragraph.lines))
        cut = cut or paragraph.cut
    return shown, cut


class NotePainter(QStyledItemDelegate):
    """Measures each note once a width, and paints it."""

    def __init__(self, theme: Theme, model: NotesModel, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view
        self._width = 0
        self._layouts: dict[int, tuple[NoteRow, NoteLayout, QSize]] = {}
        self.editing: int | None = None
        self.pictures: Pictures | None = None
        theme.changed.connect(self.forget)

    def set_width(self, width: int) -> bool:
        """The width of the rows from now on; tell if it is another."""
        changed = width != self._width
        if changed:
            self._width = width
            self.forget()
        return changed

    def picture_at(self, frame: QRect, row: NoteRow, point: QPoint) -> bool:
        """Whether the point is on the note's picture; ``frame`` is the row's."""
        layout = self._measured(row)[1]
        origin = self._text_spot(frame, layout).topLeft()
        return layout.picture.translated(origin).contains(point)

    @Slot()
    def forget(self) -> None:
        """Measure everything anew when it is next needed."""
        self._layouts.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = self._model.row(index.row())
        if isinstance(row, HeadingRow):
            return QSize(self._width, self._theme.px(_HEADING))
        if isinstance(row, SightingRow):
            return QSize(self._width, self._theme.px(_SIGHTING))
        return self._measured(row)[2]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.row(index.row())
        frame: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HeadingRow):
            self._paint_heading(painter, frame, row)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, frame, row, state)
            if isinstance(row, SightingRow):
                self._paint_sighting(painter, frame, row)
            else:
                self._paint_note(painter, frame, row)
        painter.restore()

    def _measured(self, row: NoteRow) -> tuple[NoteRow, NoteLayout, QSize]:
        known = self._layouts.get(row.note.id)
        if known is None or known[0] is not row:
            theme = self._theme
            layout = NoteLayout(theme, row, self._width - theme.px(_TEXT) - theme.px(_PAD))
            size = QSize(self._width, layout.height + 2 * theme.px(_PAD))
            known = self._layouts[row.note.id] = (row, layout, size)
        return known

    def _paint_heading(self, painter: QPainter, frame: QRect, row: HeadingRow) -> None:
        theme = self._theme
        words = theme.metrics("small").horizontalAdvance(row.text) + 1
        line = QRect(0, theme.px(4), min(words, frame.width()), frame.height() - theme.px(4))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        draw_line(painter, self._seen(frame, line), row.text, self._view)
        rule = QRect(line.right() + theme.px(10), line.center().y(), frame.width(), 1)
        rule.setRight(frame.width())
        painter.fillRect(self._seen(frame, rule), theme.colour("line"))

    def _paint_ground(
        self, painter: QPainter, frame: QRect, row: NoteRow | SightingRow, state: QStyle.StateFlag
    ) -> None:
        theme, radius = self._theme, self._theme.px(6)
        if isinstance(row, NoteRow) and row.id == self.editing:
            rounded(painter, frame, radius, theme.colour("accentbg"))
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, frame, radius, theme.colour("sunk"))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, theme, frame, radius)

    def _paint_note(self, painter: QPainter, frame: QRect, row: NoteRow) -> None:
        theme, layout = self._theme, self._measured(row)[1]
        top, line = theme.px(_PAD), layout.line
        self._paint_stamp(painter, frame, row.stamp, top, line)
        if row.joined:
            self._paint_joint(painter, frame, 0, top)
        glyph = QRect(theme.px(_GLYPH), top, theme.px(16), line)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour(row.note.kind.tone or "ink"))
        centre = Qt.AlignmentFlag.AlignHCenter
        spot = self._seen(frame, glyph)
        draw_line(painter, spot, row.note.kind.glyph, self._view, centre)
        origin = self._text_spot(frame, layout).topLeft()
        painter.setPen(theme.colour("ink"))
        layout.draw(painter, QPointF(origin), self._view)
        for tag, place in layout.tags:
            paint_tag(painter, theme, place.translated(QPoint(origin)), tag, self._view)
        if row.picture is not None:
            self._paint_picture(painter, layout.picture.translated(origin), row.picture.digest)

    def _text_spot(self, frame: QRect, layout: NoteLayout) -> QRect:
        px = self._theme.px
        return self._seen(frame, QRect(px(_TEXT), px(_PAD), layout.width, layout.height))

    def _paint_picture(self, painter: QPainter, spot: QRect, digest: str) -> None:
        pixmap = None
        if self.pictures is not None:
            pixmap = self.pictures.small(digest, spot.size() * self._view.devicePixelRatioF())
        paint_picture(painter, self._theme, spot, pixmap, self._theme.colour("line"))

    def _paint_sighting(self, painter: QPainter, frame: QRect, row: SightingRow) -> None:
        """One small line: its moment, a box that says by its sign what was seen, the label."""
        theme, kind, height = self._theme, row.indicator.kind, frame.height()
        self._paint_stamp(painter, frame, row.stamp, 0, height)
        side = theme.px(_MARK)
        left = theme.px(_GLYPH) + (theme.px(16) - side) // 2
        box = QRect(left, (height - side) // 2, side, side)
        spot = QRectF(self._seen(frame, box))
        rounded(painter, spot, theme.px(3), theme.colour("good" if kind.is_good else "bad"))
        (tick if kind.is_good else cross)(painter, spot, theme.colour("on_accent"))
        if row.joined:
            self._paint_joint(painter, frame, box.bottom() + 1, height)
        label = QRect(theme.px(_TEXT), 0, frame.width() - theme.px(_TEXT) - theme.px(_PAD), height)
        kind_width = theme.width("small", kind.value)
        words = min(theme.width("body", row.indicator.label), label.width())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink2"))
        draw_line(painter, self._seen(frame, label), row.indicator.label, self._view)
        behind = QRect(label.left() + words + theme.px(8), 0, kind_width, height)
        if behind.right() <= label.right():
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("ink3"))
            draw_line(painter, self._seen(frame, behind), kind.value, self._view)

    def _paint_stamp(
        self, painter: QPainter, frame: QRect, stamp: str, top: int, height: int
    ) -> None:
        spot = QRect(0, top, self._theme.px(_STAMP), height)
        painter.setFont(self._theme.font("mono-figures"))
        painter.setPen(self._theme.colour("ink3"))
        end = Qt.AlignmentFlag.AlignTrailing
        draw_line(painter, self._seen(frame, spot), stamp, self._view, end)

    def _paint_joint(self, painter: QPainter, frame: QRect, top: int, bottom: int) -> None:
        """A line in the column of signs, from a sighting down to the note that proves it."""
        wide = self._theme.px(1)
        line = QRect(self._theme.px(_GLYPH) + (self._theme.px(16) - wide) // 2, top, wide,
                     bottom - top)  # fmt: skip
        painter.fillRect(self._seen(frame, line), self._theme.colour("ink3"))

    def _seen(self, frame: QRect, spot: QRect) -> QRect:
        direction = self._view.layoutDirection()
        return mirrored(spot.translated(frame.topLeft()), frame, direction)
