"""Pictures on their way to a note: taken in, read apart from the window, and written."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.live.notes.given_pictures import GivenPicture, bytes_of
from interview_desk.desk.live.notes.note_writer import NoteWriter
from interview_desk.desk.session import Session
from interview_desk.errors import UserError
from interview_desk.interview.actions.notes import has_room
from interview_desk.interview.clock import Instant
from interview_desk.interview.picture_format import ALL_BYTES

_MOST_AT_ONCE = 20
_KINDS = "Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff);;All files (*)"
_LOCKED = "Scoring is finished. Pictures can no longer be added."
_READING = "Reading the picture…"
_FULL = (
    f"The picture was not added: those of an interview may have {ALL_BYTES // 1_000_000} MB "
    "together. Remove one, or add a smaller part of it."
)
_HELD = "The picture is not saved yet. It is kept here, and saved as soon as it can be."


class NotePictures(QObject):
    """Makes notes of pictures, one after the other, each stamped when it was given.

    One that cannot be written waits until something can be. ``said`` tells what is done, and why
    a picture was refused.
    """

    said = Signal(str)

    def __init__(self, session: Session, writer: NoteWriter, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._writer, self._page = session, writer, page
        self._jobs = Jobs(self)
        self._held: list[tuple[Instant, bytes]] = []
        session.recovered.connect(self._write_held)

    @Slot(object)
    def take(self, given: Sequence[GivenPicture]) -> None:
        """Read these, and make a note of each."""
        if self._session.interview.lock is not None:
            self.said.emit(_LOCKED)
            return
        self.said.emit(_READING)
        now = self._session.now()
        for each in given[:_MOST_AT_ONCE]:
            self._jobs.run(partial(_ready, each), partial(self._write, now), self._refuse)
        if len(given) > _MOST_AT_ONCE:
            self.said.emit(f"{_MOST_AT_ONCE} of {len(given)} pictures are taken; add the others.")

    @Slot()
    def choose(self, folder: Path) -> None:
        """Let the user choose files, from this folder first."""
        names, _ = QFileDialog.getOpenFileNames(self._page, "Add pictures", str(folder), _KINDS)
        if names:
            self.take([Path(each) for each in names])

    def _write(self, at: Instant, data: bytes) -> None:
        if self._session.interview.lock is not None:
            self.said.emit(_LOCKED)
        elif not has_room(self._session.interview, len(data)):
            self.said.emit(_FULL)
        elif not self._writer.add_picture(at, data):
            self._held.append((at, data))
            self.said.emit(_HELD)

    @Slot()
    def _write_held(self) -> None:
        held, self._held = self._held, []
        for at, data in held:
            self._write(at, data)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.said.emit(str(error))


def _ready(given: GivenPicture) -> bytes:
    """In a thread: the picture as it is kept. Raises UserError."""
    # What reads files is loaded with the first one.
    from interview_desk.report.picture_reading import read_picture

    if isinstance(given, Path):
        return read_picture(given)
    return read_picture(content=bytes_of(given) if isinstance(given, QImage) else given)
