"""Interviews from elsewhere: packets, and PDFs that carry one."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.errors import UserError


class Packets(QObject):
    """Takes interviews in.

    ``taken`` carries the row of one that is new here, ``known`` that of one that was here
    already and a message, ``refused`` why there is none.
    """

    taken = Signal(int)
    known = Signal(int, str)
    refused = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    @Slot()
    def choose(self) -> None:
        """Let the user choose a packet or a PDF, and take it in."""
        # Imported when asked for: the library is on the screen sooner without it.
        from PySide6.QtWidgets import QFileDialog

        folder, kinds = str(self._desk.documents), "Packets and reports (*.json *.pdf)"
        name, _ = QFileDialog.getOpenFileName(self._page, "Open a packet", folder, kinds)
        if name:
            self.take_in(Path(name))

    def take_in(self, path: Path) -> None:
        """Keep the interview in a file, or say why not."""
        # Reading a packet imports a Markdown parser, for the guide inside.
        from interview_desk.report.incoming import read_incoming

        try:
            interview = read_incoming(path)
            row = self._desk.store.find(interview.uid)
            if row is None:
                self.taken.emit(self._desk.store.create(interview))
                return
        except UserError as error:
            self.refused.emit(str(error))
            return
        name = interview.setup.candidate or "This interview"
        self.known.emit(row, f"{name} is already here; nothing was taken from {path.name}.")
