"""What the panels page does with cases: begin one's own answer, and reveal the reference."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from interview_desk.desk.calibration.own_answer import begin_answer
from interview_desk.desk.context import Desk
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.panels.case_menu import CaseMenu
from interview_desk.desk.panels.reference import Revealed, read_revealed, shipped_reference
from interview_desk.errors import UserError
from interview_desk.panel.case import OpenCase
from interview_desk.report.example_cases import read_example

_KINDS = "References (*.json)"


class Cases(QObject):
    """``go`` asks for the page of an answer, ``file_asked`` and ``new_asked`` for a case.

    ``revealed`` carries the reference, ``refused`` why something could not be.
    """

    go = Signal(Place)
    file_asked = Signal()
    new_asked = Signal()
    revealed = Signal(Revealed)
    refused = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def offer(self, button: QWidget) -> None:
        """Show below the button what there is to rate."""
        menu = CaseMenu(self._desk.theme, self._page)
        menu.file_asked.connect(self.file_asked)
        menu.new_asked.connect(self.new_asked)
        menu.picked.connect(self.rate_example)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(object)
    def rate(self, case: OpenCase) -> None:
        """Begin one's own answer, or go on with it."""
        try:
            row = begin_answer(self._desk, case)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.go.emit(Place.in_interview(Page.CASE, row))

    @Slot(str)
    def rate_example(self, name: str) -> None:
        """Likewise of a case that ships."""
        self.rate(read_example(name)[0])

    def reveal(self, uid: str) -> None:
        """The reference of a case: that of an example, else one that the user chooses."""
        if (shipped := shipped_reference(uid)) is not None:
            self.revealed.emit(shipped)
            return
        folder = str(self._desk.documents)
        name, _ = QFileDialog.getOpenFileName(self._page, "Reveal the reference", folder, _KINDS)
        if name:
            self.reveal_from(uid, Path(name))

    def reveal_from(self, uid: str, path: Path) -> None:
        """That in a file."""
        try:
            found = read_revealed(self._desk.store, uid, path)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.revealed.emit(found)
