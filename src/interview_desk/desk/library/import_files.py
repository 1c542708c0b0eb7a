"""Interviews from elsewhere: packets, and PDFs that carry one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.errors import UserError
from interview_desk.store.store import Store

if TYPE_CHECKING:
    from interview_desk.desk.file_reading import FileReading
    from interview_desk.limited_process import Cancellation


class PacketImport(QObject):
    """Takes interviews in from packets and from PDFs that carry one.

    ``taken`` carries the row of one that is new here, ``known`` that of one that was here
    already and a message, ``refused`` why there is none.
    """

    taken = Signal(int)
    known = Signal(int, str)
    refused = Signal(str)

    def __init__(self, desk: Desk, page: QWidget, banner: QWidget) -> None:
        """While a file is read a line below the banner says so."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._banner = banner
        self.reading: FileReading | None = None  # made with the first file

    @Slot()
    def choose(self) -> None:
        """Let the user choose a packet or a PDF, and take it in."""
        # Imported when asked for: the library is on the screen sooner without it.
        from PySide6.QtWidgets import QFileDialog

        folder, kinds = str(self._desk.documents), "Interview files and reports (*.json *.pdf)"
        name, _ = QFileDialog.getOpenFileName(self._page, "Import an interview file", folder, kinds)
        if name:
            self.take_in(Path(name))

    def take_in(self, path: Path) -> None:
        """Keep the interview in a file as soon as it is read, or say why not."""
        # The library is on the screen sooner without what reads files.
        from interview_desk.desk.file_reading import FileReading

        if self.reading is None:
            self.reading = FileReading(self._desk.theme, self._page, self._banner)
        self.reading.read(path, partial(_keep, self._desk.store.path), self._tell, self._refuse)

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(str(error))

    def _tell(self, kept: _Kept) -> None:
        if kept.new:
            self.taken.emit(kept.row)
        else:
            self.known.emit(kept.row, kept.message)


class _Kept(NamedTuple):
    row: int
    new: bool
    message: str = ""


def _keep(records: Path, path: Path, cancellation: Cancellation) -> _Kept:
    """In a thread of its own: the interview in the file, kept in the records unless it is there.

    An interview with many records takes seconds to be kept, so that is not the window's work
    either; the connection is this thread's.
    """
    from interview_desk.report.cancellation import CancelledError
    from interview_desk.report.incoming import read_incoming

    interview = read_incoming(path, cancellation=cancellation)
    if cancellation.asked:
        raise CancelledError
    if not records.is_file():
        raise UserError("The file of your records is not where it was; nothing was imported.")
    store = Store.open(records)
    try:
        row = store.find(interview.uid)
        if row is None:
            return _Kept(store.create(interview), new=True)
    finally:
        store.close()
    name = interview.setup.candidate or "This interview"
    message = f"{name} is already here; nothing was imported from {path.name}."
    return _Kept(row, new=False, message=message)
