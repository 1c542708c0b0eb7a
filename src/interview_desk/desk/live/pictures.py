"""Pictures on the live page: given to the note field or the notes, and looked at over them."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.live.notes.note_pictures import NotePictures
from interview_desk.desk.live.notes.note_writer import NoteWriter
from interview_desk.desk.live.notes.notes_view import NotesView
from interview_desk.desk.live.picture_panel import PicturePlace
from interview_desk.desk.session import Session


class LivePictures(QObject):
    """Joins what takes pictures in to what shows them; ``said`` tells of both."""

    said = Signal(str)

    def __init__(
        self, desk: Desk, session: Session, writer: NoteWriter, notes: NotesView, page: QWidget
    ) -> None:
        super().__init__(page)
        self._folder = desk.documents
        self.place = PicturePlace(desk, session, notes, writer.field, page)
        self._taken = NotePictures(session, writer, page)
        notes.show_pictures(self.place.pictures)
        notes.picture_asked.connect(self.place.show_note)
        for giver in (notes, writer.field.keys):
            giver.pictures_given.connect(self._taken.take)
        for part in (self.place, self._taken):
            part.said.connect(self.said)

    @Slot()
    def choose(self) -> None:
        """Let the user choose pictures for notes."""
        self._taken.choose(self._folder)
