"""The date of an interview from a calendar file, and as one."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.session import Session
from interview_desk.desk.widgets.messages import Banner
from interview_desk.errors import UserError
from interview_desk.interview.actions.running import set_up_step
from interview_desk.interview.plan import LONGEST, SHORTEST
from interview_desk.report.file_names import file_name
from interview_desk.report.files import write_new

if TYPE_CHECKING:
    from interview_desk.desk.file_reading import FileReading
    from interview_desk.limited_process import Cancellation
    from interview_desk.report.calendar_file import Slot as CalendarTime


_KIND = "Calendar files (*.ics)"
# With capitals for the dialogs that tell them apart; the last is what vCalendar was called.
_KINDS = "Calendar files (*.ics *.ICS *.ical *.vcs *.VCS)"
CALENDAR_ENDINGS = (".ics", ".ical", ".vcs")


class CalendarSlot(QObject):
    """Reads and writes the slot of one interview.

    ``said`` carries what was done, ``doubted`` the same with what makes it worth another look, and
    ``refused`` why it could not be. ``taking`` comes before the
    slot is changed: what is still being typed is to be saved first.
    """

    taking = Signal()
    said = Signal(str)
    doubted = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, session: Session, page: QWidget, banner: Banner) -> None:
        """While a file is read a line below the banner says so."""
        super().__init__(page)
        self._desk = desk
        self._session = session
        self._page = page
        self._banner = banner
        self._shown = ""  # what the banner says of the last file
        self.reading: FileReading | None = None  # made with the first file

    @Slot()
    def choose(self) -> None:
        """Let the user choose a calendar file, and take the slot from it."""
        folder = str(self._desk.documents)
        name, _ = QFileDialog.getOpenFileName(self._page, "Take the date from", folder, _KINDS)
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Take when the interview is, and how long, from a calendar file."""
        # The page is on the screen sooner without what reads files.
        from interview_desk.desk.file_reading import FileReading
        from interview_desk.report.calendar_file import read_slot

        if self.reading is None:
            self.reading = FileReading(self._desk.theme, self._page, self._banner)
        zone, now = self._desk.zone, self._session.now()

        def work(path: Path, cancellation: "Cancellation") -> "CalendarTime":
            moment = datetime.fromtimestamp(now.wall_ms / 1000, UTC)
            return read_slot(path, zone, cancellation, now=moment)

        self.reading.read(path, work, partial(self._take, path), self._refuse)

    def _refuse(self, error: UserError) -> None:
        self._shown = str(error)
        self.refused.emit(self._shown)

    def _take(self, path: Path, slot: "CalendarTime") -> None:
        self.taking.emit()
        if self._banner.text() == self._shown:
            self._banner.clear()
        interview = self._session.interview
        length = slot.minutes or interview.setup.length_minutes
        setup = replace(
            interview.setup,
            scheduled=slot.scheduled,
            length_minutes=min(max(length, SHORTEST), LONGEST),
        )
        if self._session.do(set_up_step(interview, setup, typed=False)):
            title = f" of “{slot.title}”" if slot.title else ""
            told = f"The date{title} was taken from {path.name}."
            if slot.remarks:
                self._shown = " ".join((told, *slot.remarks))
                self.doubted.emit(self._shown)
            else:
                self.said.emit(told)

    @Slot()
    def save(self) -> None:
        """Ask where to, and write the slot as a calendar file."""
        proposed = self._desk.documents / file_name(self._session.interview, "ics")
        name, _ = QFileDialog.getSaveFileName(self._page, "Save the date as", str(proposed), _KIND)
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Write the slot to a file of the user's choice."""
        from interview_desk.report.calendar_file import write_slot

        now_ms = self._session.now().wall_ms
        try:
            data = write_slot(self._session.interview, now_ms, self._desk.zone)
            write_new(path, data, replace=True)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.said.emit(f"Saved as {path}")
