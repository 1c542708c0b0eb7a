"""Interviews from elsewhere: packets, and PDFs that carry one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.context import Desk
from interview_desk.errors import UserError
from interview_desk.store.store import Store

if TYPE_CHECKING:
    from interview_desk.desk.file_reading import FileReading
    from interview_desk.interview.interview import Interview
    from interview_desk.limited_process import Cancellation


ANSWERS = ("Mine", "A colleague’s")


class PacketImport(QObject):
    """Takes interviews in from packets and from PDFs that carry one.

    Of one that is new here it is ``asked`` whose it is, in the words that this carries: yours goes
    to your interviews and is ``taken``, with its row; a colleague's is ``placed`` in a panel, with
    the row of that and a message. ``known`` carries the row of one that was here already and a
    message, ``refused`` why there is none.
    """

    asked = Signal(str)
    placed = Signal(int, str)
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
        self._jobs = Jobs(self)
        self._waiting: list[_Read] = []  # for an answer

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
        self.reading.read(path, _read, self._look, self._refuse)

    @property
    def question(self) -> str:
        """What is asked now; empty if nothing is."""
        return self._waiting[0].question if self._waiting else ""

    @Slot(int)
    def answer(self, number: int) -> None:
        """The answer to the question, by its place in `ANSWERS`; the next one is asked."""
        read = self._waiting.pop(0)
        if number == 0:
            work = partial(_keep, self._desk.store.path, read.interview)
            self._jobs.run(work, self.taken.emit, self._fail)
        else:
            self._give_to_panel(read)
        self._ask()

    @Slot()
    def leave(self) -> None:
        """No answer: it is not taken in."""
        if self._waiting:
            self._waiting.pop(0)
            self._ask()

    def _look(self, read: _Read) -> None:
        try:
            row = self._desk.store.find(read.interview.uid)
        except UserError as error:
            self._refuse(error)
            return
        if row is None:
            self._waiting.append(read)
            self._ask()
            return
        name = read.interview.setup.candidate or "This interview"
        self.known.emit(row, f"{name} is already here; nothing was imported from {read.name}.")

    def _ask(self) -> None:
        if self._waiting:
            self.asked.emit(self.question)

    def _give_to_panel(self, read: _Read) -> None:
        from interview_desk.desk.panels.placing import place
        from interview_desk.panel.packets import PanelPacket

        try:
            packet = PanelPacket.of(read.data, read.name)
            self.placed.emit(*place(self._desk, packet, read.data))
        except UserError as error:
            self._refuse(error)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._refuse(error)

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(str(error))


class _Read(NamedTuple):
    """A packet as it came, and the interview in it."""

    name: str
    data: bytes
    interview: Interview

    @property
    def question(self) -> str:
        """Whose it is, in words."""
        setup = self.interview.setup
        by = f" by {setup.interviewer}" if setup.interviewer.strip() else ""
        whose = setup.candidate or "somebody"
        return f"{self.name}: an interview with {whose}{by}. Is it yours, or a colleague’s?"


def _read(path: Path, cancellation: Cancellation) -> _Read:
    """In a thread of its own: the packet in the file. Raises UserError."""
    from interview_desk.interview.packet import read_packet
    from interview_desk.report.incoming import read_packet_bytes

    data = read_packet_bytes(path, cancellation=cancellation)
    return _Read(path.name, data, read_packet(data))


def _keep(records: Path, interview: Interview) -> int:
    """In a thread of its own: the interview kept in the records; its row.

    One with many records takes seconds to be kept, so that is not the window's work either; the
    connection is this thread's.
    """
    from interview_desk.interview.origin import Origin
    from interview_desk.panel.case_mark import mark_of

    if not records.is_file():
        raise UserError("The file of your records is not where it was; nothing was imported.")
    store = Store.open(records)
    try:
        return store.create(interview, Origin.CASE if mark_of(interview) else Origin.OWN)
    finally:
        store.close()
