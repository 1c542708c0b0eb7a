"""The stream of notes and sightings, newest at the bottom."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from interview_desk.desk.live.notes.given_pictures import (
    has_picture,
    picture_files,
    picture_itself,
)
from interview_desk.desk.live.notes.note_painter import NotePainter
from interview_desk.desk.live.notes.note_rows import NoteRow, NotesModel, SightingRow
from interview_desk.desk.pictures import Pictures
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.panel import SlimScrollBar
from interview_desk.interview.interview import Interview

_BAR, _LEAST = 12, 22


class NotesView(QListView):
    """Shows the notes and stays at the newest, unless the user has scrolled away from it.

    ``edit_asked`` and ``remove_asked`` carry the id of a note, ``unsee_asked`` of a sighting;
    ``picture_asked`` that of a note whose picture is to be seen, ``pictures_given`` those dropped.
    """

    edit_asked = Signal(int)
    remove_asked = Signal(int)
    unsee_asked = Signal(int)
    picture_asked = Signal(int)
    pictures_given = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notes = NotesModel(self)
        self._painter = NotePainter(theme, self._notes, self)
        self._at_end = True
        self.setAccessibleName("Notes and sightings")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setItemDelegate(self._painter)
        self.setModel(self._notes)
        self._restyle()
        self.verticalScrollBar().rangeChanged.connect(self._keep_at_end)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.doubleClicked.connect(self._double_clicked)
        theme.changed.connect(self._restyle)

    def show_interview(self, interview: Interview) -> None:
        """Show the notes as they are now."""
        self._notes.show_interview(interview)

    def show_pictures(self, pictures: Pictures) -> None:
        """Draw pictures that these have."""
        self._painter.pictures = pictures
        pictures.loaded.connect(self.viewport().update)

    def show_editing(self, note_id: int | None) -> None:
        """Mark the note that is being edited, or none."""
        self._painter.editing = note_id
        if note_id is not None and (number := self._notes.number_of(note_id)) is not None:
            self.scrollTo(self._notes.index(number))
        self.viewport().update()

    def go_to(self, note_id: int) -> None:
        """Make a note current and take the keyboard, where the note is still there."""
        if (number := self._notes.number_of(note_id)) is not None:
            self._at_end = False
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(self._notes.index(number))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def to_end(self) -> None:
        """Go to the newest note and stay there."""
        self._at_end = True
        self._keep_at_end()

    def sizeHint(self) -> QSize:
        # It takes what the others leave, which in a low window is no more than a line or two.
        return QSize(super().sizeHint().width(), self._theme.px(_LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._theme.px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The bar's room is left free always, so that its coming moves nothing.
        if self._painter.set_width(self.width() - self._theme.px(_BAR)):
            self._break_anew()
        super().resizeEvent(event)
        self._keep_at_end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note = self._note_at(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and note is not None:
            self.edit_asked.emit(note)
        elif event.key() == Qt.Key.Key_Delete:
            self._remove(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()  # what is typed belongs in the note field
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row, frame = self._notes.row(index.row()), self.visualRect(index)
        if isinstance(row, NoteRow) and self._painter.picture_at(frame, row, point):
            self.picture_asked.emit(row.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._look_at_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._look_at_drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        given = picture_files(event.mimeData()) or picture_itself(event.mimeData())
        if given:
            event.acceptProposedAction()
            self.pictures_given.emit(given)

    def _look_at_drag(self, event: QDropEvent) -> None:
        source = event.mimeData()
        # What it is is read when it is let go: a program may take its time to hand it over.
        if picture_files(source) or has_picture(source):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _remove(self, index: QModelIndex) -> None:
        row = self._notes.row(index.row()) if index.isValid() else None
        if isinstance(row, NoteRow):
            self.remove_asked.emit(row.id)
        elif isinstance(row, SightingRow):
            self.unsee_asked.emit(row.id)

    def _note_at(self, index: QModelIndex) -> int | None:
        row = self._notes.row(index.row()) if index.isValid() else None
        return row.note.id if isinstance(row, NoteRow) else None

    @Slot(QModelIndex)
    def _double_clicked(self, index: QModelIndex) -> None:
        note = self._note_at(index)
        if note is not None:
            self.edit_asked.emit(note)

    def _break_anew(self) -> None:
        """Lay all notes out for another width; whoever scrolled up still sees the same one."""
        top = None if self._at_end else self.indexAt(QPoint(0, 0))
        self.scheduleDelayedItemsLayout()
        if top is not None and top.isValid():
            self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)

    @Slot()
    def _keep_at_end(self) -> None:
        bar = self.verticalScrollBar()
        if self._at_end and bar.value() != bar.maximum():
            bar.setValue(bar.maximum())

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - self._theme.px(8)

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()
