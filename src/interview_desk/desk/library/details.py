"""Beside the list: what the current interview lacks, how long it is kept, and how it goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.near_matches import NearMatchPanel
from interview_desk.desk.library.retention_panel import RetentionPanel
from interview_desk.desk.theme.theme import XS, L, M
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Bullets, Label, SectionLabel
from interview_desk.desk.widgets.panel import Panel, Rule, ScrollColumn
from interview_desk.errors import UserError
from interview_desk.interview.checks import Weight, check
from interview_desk.interview.interview import Interview
from interview_desk.interview.status import Status
from interview_desk.interview.summary import UNNAMED
from interview_desk.store.errors import StoreError, Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_desk.desk.library.person_panel import PersonPanel
    from interview_desk.store.privacy.candidate_names import NearPlace

_SOON_MS, _MOST_LINES = 120, 8


class Details(Panel):
    """One interview. ``changed`` when how long it is kept is another than before.

    ``closed`` asks for the list alone again, ``again`` for its set-up to be used again;
    ``refused`` carries why something was not done.
    """

    changed = Signal()
    refused = Signal(str)
    again = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "bg", parent)
        theme = desk.theme
        self._desk = desk
        self._row: int | None = None
        self._interview: Interview | None = None
        self._name = Label(theme, "", "title", wrap=True)
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET, "Esc")
        self._about = Label(theme, "", "body", "ink2", wrap=True)
        self._missing_title = SectionLabel(theme, "Still missing")
        self.missing = Bullets(theme, "body", "ink")
        self._nothing = Label(theme, "Nothing is missing.")
        self.use_again = TextButton(theme, "Use this set-up again")
        desk.keymap.follow(self.use_again, "library.again", self.use_again.set_keys)
        self.privacy = RetentionPanel(desk)
        # Made when it is first asked for.
        self.person: PersonPanel | None = None
        self.near: NearMatchPanel | None = None
        self._stack = QStackedWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._lay_out()
        self._connect()

    @Slot(int)
    def show_soon(self, row: int) -> None:
        """Show that interview once the user stays with it for a moment."""
        self._row = row
        self.privacy.forget()
        self._leave_person()
        self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Show the interview as it is now, at once."""
        self._soon.stop()
        if self._row is None:
            return
        try:
            self._interview = self._desk.store.load(self._row)
            self.privacy.show_interview(self._row, self._interview)
        except StoreError as error:
            self._row = None
            if error.trouble is Trouble.MISSING:
                self.closed.emit()  # it was the last one, and is erased
            else:
                self.refused.emit(str(error))
            return
        self._show(self._interview)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.privacy.confirmation.isHidden():
            self.closed.emit()
        else:
            self.privacy.confirmation.decline()

    def _show(self, interview: Interview) -> None:
        setup, lines = interview.setup, _missing_lines(interview)
        self._name.setText(setup.candidate or UNNAMED)
        self._about.setText("\n".join(filter(None, (setup.role, interview.guide.brief))))
        more = len(lines) - _MOST_LINES
        shown = lines[:_MOST_LINES] + ([f"and {more} more"] if more > 0 else [])
        self.missing.say(shown)
        self.missing.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._missing_title.set_count(str(len(lines)) if lines else "")

    @Slot()
    def _show_person(self) -> None:
        if self._interview is None:
            return
        if self.person is None:
            # What reads and writes it is loaded for those who ask.
            from interview_desk.desk.library.person_panel import PersonPanel

            self.person = PersonPanel(self._desk)
            self.person.left.connect(self._back_from_person)
            self._stack.addWidget(self.person)
        try:
            self.person.show_person(self._interview.setup.candidate)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._stack.setCurrentWidget(self.person)
        self.person.back.setFocus()

    def show_near(self, row: int, places: "Sequence[NearPlace]") -> None:
        """Show what may still name the candidate of an interview that has been anonymised."""
        if self.near is None:
            self.near = NearMatchPanel(self._desk)
            self.near.left.connect(self._back_from_near)
            self.near.refused.connect(self.refused)
            self._stack.addWidget(self.near)
        self.near.show_places(row, places)
        self._stack.setCurrentWidget(self.near)
        self.near.back.setFocus()

    @Slot()
    def _back_from_near(self) -> None:
        self._leave_person()
        self.close_button.setFocus()

    @Slot()
    def _back_from_person(self) -> None:
        self._leave_person()
        self.privacy.person.setFocus()

    def _leave_person(self) -> None:
        self._stack.setCurrentIndex(0)
        if self.near is not None:
            self.near.forget()

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.use_again.clicked.connect(self.again)
        self.close_button.clicked.connect(self.closed)
        # The button that was pressed is gone by then.
        self.privacy.confirmation.agreed.connect(self.close_button.setFocus)
        self.privacy.changed.connect(self._retention_changed)
        self.privacy.refused.connect(self.refused)
        self.privacy.person_asked.connect(self._show_person)
        self._desk.erasures.changed.connect(self._follow)

    @Slot()
    def _retention_changed(self) -> None:
        self.changed.emit()
        self.refresh()

    @Slot()
    def _follow(self) -> None:
        """An interview begins to go, or has gone; the list tells which one is current then."""
        if not self.isHidden():
            self._soon.start()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        scroll = ScrollColumn(theme, "bg")
        column = scroll.column
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(XS)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addSpacing(M)
        column.addWidget(self.use_again, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(L)
        column.addWidget(self._missing_title)
        column.addWidget(self.missing)
        column.addWidget(self._nothing)
        column.addSpacing(L)
        column.addWidget(self.privacy)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        self._stack.addWidget(scroll)
        row.addWidget(self._stack, 1)


def _missing_lines(interview: Interview) -> list[str]:
    """What is to be done before it starts, or before its scoring is finished."""
    match interview.status:
        case Status.PREPARED:
            setup, guide = interview.setup, interview.guide
            lines = [] if setup.candidate else ["The candidate has no name."]
            lines += [] if setup.question else ["There is no question yet."]
            return lines + [item.text for item in guide.before if not interview.ticked(item.key)]
        case Status.TO_SCORE:
            found = [each for each in check(interview) if each.weight is Weight.MISSING]
            return [f"{each.subject} {each.text}".strip() for each in found]
        case Status.DONE:
            after = interview.guide.after
            return [item.text for item in after if not interview.ticked(item.key)]
        case Status.LIVE:
            return []
