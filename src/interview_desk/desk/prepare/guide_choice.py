"""Another guide for an interview that has not started."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.guides.menu import GuideMenu
from interview_desk.desk.new_interview import change_guide
from interview_desk.desk.session import Session
from interview_desk.errors import UserError
from interview_desk.interview.status import Status


class GuideChoice(QObject):
    """Offers the guides under a button.

    ``chosen`` comes before the change, ``replaced`` after it with the row of the interview
    that has taken this one's place; ``refused`` says why there is none.
    """

    chosen = Signal()
    replaced = Signal(int)
    refused = Signal(str)

    def __init__(self, desk: Desk, session: Session, button: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._button = button

    @Slot()
    def choose(self) -> None:
        """Let the user choose another guide for this interview."""
        title = self._session.interview.guide.title
        try:
            menu = GuideMenu(self._desk, "Change the guide to", self._button, title)
        except UserError as error:
            self.refused.emit(str(error))
            return
        menu.picked.connect(self.change)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    @Slot(str)
    def change(self, guide: str) -> None:
        """Put an interview with the guide of that name in the place of this one."""
        self.chosen.emit()
        if self._session.interview.status is not Status.PREPARED:
            return
        try:
            row = change_guide(self._desk, self._session.row, guide)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.replaced.emit(row)
