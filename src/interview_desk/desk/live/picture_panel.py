"""The pictures of the notes, one at a time and as large as there is room, over the notes."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.live.over_notes import OverNotes
from interview_desk.desk.picture_view import PictureView
from interview_desk.desk.pictures import Pictures
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.messages import announce
from interview_desk.desk.widgets.panel import Panel
from interview_desk.interview.records import Note, Picture
from interview_desk.words import minutes

COMMAND = "live.picture"
_NONE = "No note has a picture. Paste one into the note field, or drop it there."


class PicturePlace(OverNotes):
    """One key shows the newest picture, or the one that was seen last; others with Page Up."""

    def __init__(
        self, desk: Desk, session: Session, notes: QWidget, field: NoteField, page: QWidget
    ) -> None:
        super().__init__(desk, COMMAND, notes, field, page)
        self._session = session
        self.pictures = Pictures(session, self)
        self._note: int | None = None
        self.panel: PicturePanel | None = None
        session.changed.connect(self._look)

    @Slot(int)
    def show_note(self, note_id: int) -> None:
        """Show the picture of that note."""
        self._note = note_id
        self.open()

    def ready(self) -> Panel | None:
        shown = self._session.interview.all_pictures
        if not shown:
            self.said.emit(_NONE)
            return None
        notes = [each.note for each in shown]
        if self._note not in notes:
            self._note = notes[-1]
        panel = self.panel or self._make()
        self._fill(panel, shown[notes.index(self._note)], notes)
        return panel

    def go_by(self, pages: int) -> None:
        notes = [each.note for each in self._session.interview.all_pictures]
        if self._note in notes:
            at = notes.index(self._note) + pages
            self._note = notes[min(max(0, at), len(notes) - 1)]
            self.open()

    def _make(self) -> "PicturePanel":
        self.panel = PicturePanel(self._desk.theme)
        self.panel.close_button.clicked.connect(self.close)
        self._desk.keymap.follow(self.panel, COMMAND, self.panel.close_button.set_keys)
        return self.panel

    def _fill(self, panel: "PicturePanel", picture: Picture, notes: list[int]) -> None:
        interview = self._session.interview
        note = interview.note(picture.note)
        stamp = minutes(interview.timeline.elapsed(note.at))
        place = f"{notes.index(note.id) + 1} of {len(notes)}" if len(notes) > 1 else ""
        if panel.show_note(note, picture, stamp, place):
            self.pictures.read(picture, partial(panel.show_image, picture))

    @Slot()
    def _look(self) -> None:
        """The picture on show may be gone, or have another caption."""
        if self._shown is None:
            return
        if self._session.interview.all_pictures:
            self.open()
        else:
            self.close()


class PicturePanel(Panel):
    """The picture, and above it when it was taken in and what it shows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg")
        self._theme = theme
        self._caption = ElidedLabel(theme, "", "strong")
        self._place = ElidedLabel(theme, "", "small", "ink2")
        self._place.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.view = PictureView(theme)
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET)
        head = QHBoxLayout()
        head.setContentsMargins(M, 0, S, 0)
        head.setSpacing(S)
        head.addWidget(self._caption, 1)
        head.addWidget(self._place)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, S)
        column.setSpacing(S)
        column.addLayout(head)
        middle = QHBoxLayout()
        middle.setContentsMargins(M, 0, M, 0)
        middle.addWidget(self.view)
        column.addLayout(middle, 1)

    def show_note(self, note: Note, picture: Picture, stamp: str, place: str) -> bool:
        """Show whose picture it is, ``place`` its number; whether another one is to be read."""
        caption = " ".join(note.text.split())
        self._caption.setText(f"{stamp}  {caption}")
        self._place.setText(place)
        self._place.setVisible(bool(place))
        spoken = f"Picture, {stamp}: {caption}"
        if self.view.accessibleName() != spoken:
            self.view.setAccessibleName(spoken)
            announce(self, spoken)
        return self.view.await_picture(picture)

    def show_image(self, picture: Picture, image: QImage) -> None:
        """Show what was read, if it is still asked for."""
        self.view.show_image(picture, image)
