"""What the pages about one interview have in common: way back, undo, banner, quiet line."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.navigation import OF_INTERVIEW, Page
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import XL, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.messages import Banner, MessageKind
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.status_line import StatusLine
from interview_desk.interview.change import Change
from interview_desk.interview.checks import Part
from interview_desk.interview.summary import UNNAMED


class Header(Panel):
    """Back, candidate, subject, then what the page adds on the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self.back = TextButton(theme, "‹", ButtonKind.QUIET)
        self.back.setAccessibleName("Back to the interviews")
        self.back.setToolTip("Back to the interviews")
        self._name = ElidedLabel(theme, "", "title")
        self._subject = ElidedLabel(theme, "", "body", "ink2")
        self._subject.setMinimumWidth(1)  # the first to give way to the buttons
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S, S, XL, S)
        self._row.setSpacing(M)
        self._row.addWidget(self.back)
        self._row.addWidget(self._name)
        self._row.addWidget(self._subject, 1)

    def set_heading(self, name: str, subject: str) -> None:
        """Whose interview it is, and about what."""
        self._name.setText(name)
        self._subject.setText(subject)

    def add(self, widget: QWidget) -> None:
        """One more widget at the right end."""
        self._row.addWidget(widget)


class InterviewPage(QWidget):
    """Base of the prepare, live, score and report pages.

    A subclass fills `body`, adds its buttons to `header`, overrides `show_change` to redraw
    what a change touches and `flush` to save what is still being typed. ``replaced`` carries
    the row of an interview that has taken the place of this one, an `OtherGuide` that says what
    it was, and what is to be said of it.
    """

    leave = Signal()
    go = Signal(Page)
    replaced = Signal(int, object, str)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.session = session
        self.header = Header(desk.theme)
        self.banner = Banner(desk.theme)
        self.status = StatusLine(desk.theme)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addLayout(self.body, 1)
        column.addWidget(self.status)
        self.show_heading()
        self.header.back.clicked.connect(self.leave)
        session.changed.connect(self._on_changed)
        session.failed.connect(self._on_failed)
        session.recovered.connect(self.banner.clear)
        for name, slot in (("edit.undo", self.undo), ("edit.redo", self.redo)):
            # A key held too long must not take back an hour.
            desk.keymap.action(self, name, slot).setAutoRepeat(False)
        for page in OF_INTERVIEW:
            desk.keymap.action(self, page.entry.command, self._turn)

    @property
    def is_covered(self) -> bool:
        """Whether a curtain of its own hides the page, and the window with it."""
        return False

    @Slot()
    def show_heading(self) -> None:
        """Show whose interview it is, and beside it what the page says of it."""
        name = self.session.interview.setup.candidate or UNNAMED
        self.header.set_heading(name, self.subject())

    def subject(self) -> str:
        """What stands beside the name: the question, or where the interview stands."""
        return self.session.interview.setup.question

    def show_change(self, change: Change) -> None:
        """Redraw what the change touches."""

    def show_part(self, part: Part, number: int) -> None:
        """Show a note or a prepared question by its id, a dimension by its number, or what else."""

    def flush(self) -> None:
        """Save what is still being typed: the page is about to be left."""

    def put_away(self) -> None:
        """The page is left for another, or the window is closed."""
        self.flush()

    def tell(self, text: str) -> None:
        """Say a thing that just happened, quietly."""
        self.status.say(text)

    @Slot()
    def undo(self) -> None:
        """Take back the last step and say which it was."""
        self.flush()
        there = bool(self.session.journal.done)
        change = self.session.undo()
        if change or not there:
            self.tell(f"Undone: {change.label}" if change else "Nothing to undo")

    @Slot()
    def redo(self) -> None:
        """Do the step last taken back again and say which it was."""
        there = bool(self.session.journal.undone)
        change = self.session.redo()
        if change or not there:
            self.tell(f"Redone: {change.label}" if change else "Nothing to redo")

    @Slot()
    def _turn(self) -> None:
        self.go.emit(Page.shown_by(self.sender().objectName()))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.show_heading()
        self.show_change(change)

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self.banner.show_message(message, MessageKind.ERROR)
