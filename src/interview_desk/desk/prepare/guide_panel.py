"""The guide of the interview: beside the set-up to read, and another one in its place."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.guides.menu import GuideMenu
from interview_desk.desk.guides.reading_view import ReadingView
from interview_desk.desk.new_interview import change_guide
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.rule import Rule
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.errors import UserError
from interview_desk.guide.model import Guide
from interview_desk.guide.render.document import book_of
from interview_desk.interview.status import Status


class GuidePanel(Panel):
    """A guide set in type. ``closed`` asks for the set-up alone again."""

    closed = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg", parent)
        self.view = ReadingView(theme, "Guide", "bg")
        self.view.show_blocks(book_of(guide))
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET, "Esc")
        self.setFocusProxy(self.view)
        head = QHBoxLayout()
        head.setContentsMargins(M, S, S, 0)
        head.addWidget(SectionLabel(theme, "Guide"), 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout()
        column.setContentsMargins(S, S, 0, 0)
        column.setSpacing(L)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        row.addLayout(column, 1)
        self.close_button.clicked.connect(self.closed)


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
