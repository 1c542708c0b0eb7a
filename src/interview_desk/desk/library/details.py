"""Beside the list: what the current interview lacks, how long it is kept, and how it goes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.library.keeping import cleaned_words, keeping_words, read_day
from interview_desk.desk.library.missing import missing_lines
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.desk.theme.theme import XS, L, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.goodbye import Goodbye
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.line_field import LineField
from interview_desk.desk.widgets.panel import Panel, ScrollColumn
from interview_desk.desk.widgets.rule import Rule
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.words import count, local

_SOON_MS, _MOST_LINES = 120, 8


class Details(Panel):
    """One interview. ``changed`` when it, or how long it is kept, is another than before.

    ``closed`` asks for the list alone again, ``again`` for its set-up to be used again;
    ``said`` carries what was done, ``refused`` why it was not.
    """

    changed = Signal()
    said = Signal(str)
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
        self.missing = Label(theme, "", wrap=True)
        self.use_again = TextButton(theme, "Use this set-up again")
        desk.keymap.follow(self.use_again, "library.again", self.use_again.set_keys)
        self.kept = Label(theme, "", wrap=True)
        self.until = LineField(theme, "Keep until", "As set for all")
        self.hold = CheckRow(theme, "Legal hold", tone="grey")
        self.anonymise = TextButton(theme, "Anonymise…", ButtonKind.QUIET)
        self.erase = TextButton(theme, "Erase…", ButtonKind.QUIET)
        self.goodbye = Goodbye(theme)
        self._deed: Callable[[], None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._lay_out()
        self._connect()

    @Slot(int)
    def show_soon(self, row: int) -> None:
        """Show that interview once the user stays with it for a moment."""
        self._row = row
        self.goodbye.decline()
        self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Show the interview as it is now, at once."""
        self._soon.stop()
        if self._row is None:
            return
        try:
            self._interview = self._desk.store.load(self._row)
            keeping = self._desk.store.care.keeping(self._row, self._months())
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._show(self._interview)
        today = local(self._desk.clock.now().wall_ms, self._desk.zone).date()
        self.kept.setText(keeping_words(keeping, today))
        self.until.setText(keeping.until.isoformat() if keeping.own and keeping.until else "")
        self.hold.setChecked(keeping.held)
        for button in (self.anonymise, self.erase):
            button.setEnabled(not keeping.held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.goodbye.isHidden():
            self.closed.emit()
        else:
            self.goodbye.decline()

    def _show(self, interview: Interview) -> None:
        setup, lines = interview.setup, missing_lines(interview)
        self._name.setText(setup.candidate or "Unnamed candidate")
        self._about.setText("\n".join(filter(None, (setup.role, interview.guide.title))))
        more = len(lines) - _MOST_LINES
        shown = lines[:_MOST_LINES] + ([f"and {more} more"] if more > 0 else [])
        self.missing.setText("\n".join(f"• {line}" for line in shown) or "Nothing is missing.")
        self._missing_title.set_count(str(len(lines)) if lines else "")

    def _months(self) -> int:
        return self._desk.settings.get(KEEP_MONTHS)

    # What can be done

    @Slot()
    def _ask_erase(self) -> None:
        if self._interview is None:
            return
        self._deed = self._erase
        notes = count(len(self._interview.notes), "note")
        ratings = count(sum(map(bool, _levels(self._interview))), "rating")
        self.goodbye.ask(
            f"The interview with {self._who()} goes for good: {notes}, {ratings}, its clock, and "
            "its copies in the backups here. Files that you saved elsewhere stay. This cannot "
            "be undone.",
            "Erase for good",
        )

    @Slot()
    def _ask_anonymise(self) -> None:
        self._deed = self._anonymise
        self.goodbye.ask(
            f"{self._who()} is taken out of this interview and out of its copies in the backups "
            "here, wherever the name was written. Notes, ratings and times stay. This cannot be "
            "undone.",
            "Take the name out",
        )

    @Slot()
    def _do_deed(self) -> None:
        deed, self._deed = self._deed, None
        if deed is not None:
            self._try(deed)

    def _erase(self) -> None:
        row, self._row = self._row, None
        if row is not None:
            cleaned = self._desk.store.care.erase(row)
            self.said.emit(f"The interview is erased.{cleaned_words(cleaned)}")

    def _anonymise(self) -> None:
        if self._row is not None:
            cleaned = self._desk.store.care.anonymise(self._row)
            self.said.emit(f"The name is taken out.{cleaned_words(cleaned)}")

    @Slot()
    def _keep_until(self) -> None:
        text, row = self.until.text().strip(), self._row
        day = read_day(text)
        if text and day is None:
            self.refused.emit("Write the day as 2027-05-23, or leave it empty for what is usual.")
        elif row is not None and self.until.isModified():
            self.until.setModified(False)
            self._try(lambda: self._desk.store.care.keep_until(row, day))

    @Slot()
    def _hold(self) -> None:
        row, held = self._row, self.hold.isChecked()
        if row is not None:
            self._try(lambda: self._desk.store.care.hold(row, held))

    def _try(self, deed: Callable[[], None]) -> None:
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            deed()
        except UserError as error:
            self.refused.emit(str(error))
        finally:
            self.unsetCursor()
        self.changed.emit()
        self.refresh()

    def _who(self) -> str:
        name = self._interview.setup.candidate if self._interview else ""
        return f"“{name}”" if name else "an unnamed candidate"

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.use_again.clicked.connect(self.again)
        self.close_button.clicked.connect(self.closed)
        self.until.editingFinished.connect(self._keep_until)
        self.hold.clicked.connect(self._hold)
        self.erase.clicked.connect(self._ask_erase)
        self.anonymise.clicked.connect(self._ask_anonymise)
        self.goodbye.agreed.connect(self._do_deed)
        self.goodbye.declined.connect(self.erase.setFocus)

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
        column.addSpacing(L)
        self._add_keeping(column)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        row.addWidget(scroll, 1)

    def _add_keeping(self, column: QVBoxLayout) -> None:
        theme = self._desk.theme
        caption = SectionLabel(theme, "Keep until")
        caption.setBuddy(self.until)
        column.addWidget(SectionLabel(theme, "Keeping"))
        column.addWidget(self.kept)
        column.addSpacing(S)
        column.addWidget(caption)
        column.addWidget(self.until)
        column.addWidget(self.hold)
        column.addSpacing(M)
        buttons = QHBoxLayout()
        # A quiet button's word stands inside its edge: move it to where the lines begin.
        buttons.setContentsMargins(-S, 0, 0, 0)
        for button in (self.anonymise, self.erase):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.goodbye)


def _levels(interview: Interview) -> list[str]:
    return [interview.rating(each.number).level for each in interview.guide.dimensions]
