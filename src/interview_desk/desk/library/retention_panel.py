"""How long the current interview is kept, what is held on its candidate, and how it goes."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.desk.theme.theme import XS, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.confirmation import Confirmation
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.messages import announce
from interview_desk.desk.written_times import read_day
from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.summary import UNNAMED
from interview_desk.store.privacy.erasure_requests import ErasureKind
from interview_desk.store.privacy.retention import Retention
from interview_desk.words import count, date_words, local

_UNCLEAR = "Write the day as 23 May 2027 or 2027-05-23, or leave it empty for what is usual."
_DAMAGED = "A copy that is too damaged to be cleaned goes whole."


class RetentionPanel(QWidget):
    """One interview. ``changed`` when how long it is kept is another than before.

    ``refused`` carries why something was not done; ``person_asked`` asks for everything that
    is held on the candidate.
    """

    changed = Signal()
    refused = Signal(str)
    person_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self._row: int | None = None
        self._interview: Interview | None = None
        self._kind: ErasureKind | None = None
        self.kept = Label(theme, "", wrap=True)
        self.until = LineField(theme, "Keep until", "As set for all")
        self.unclear = Label(theme, _UNCLEAR, "small", "bad", wrap=True)
        self.unclear.hide()
        self.hold = CheckRow(theme, "Legal hold", tone="grey")
        self.person = TextButton(theme, "Everything held on this person…", ButtonKind.QUIET)
        self.anonymise = TextButton(theme, "Anonymise…", ButtonKind.QUIET)
        self.erase = TextButton(theme, "Erase…", ButtonKind.QUIET)
        self.confirmation = Confirmation(theme)
        self._lay_out()
        self._connect()

    def forget(self) -> None:
        """Another interview is about to be shown: no answer is for this one any more."""
        self._row = None
        self.confirmation.decline()

    def show_interview(self, row: int, interview: Interview) -> None:
        """Show how long it is kept. Raises UserError if that cannot be read."""
        keeping = self._desk.store.privacy.keeping(row, self._desk.settings.get(KEEP_MONTHS))
        self._row, self._interview = row, interview
        today = local(self._desk.clock.now().wall_ms, self._desk.zone).date()
        doing = self._desk.erasures.word(row)
        self.kept.setText(doing or _keeping_words(keeping, today))
        self.until.setText(keeping.until.isoformat() if keeping.own and keeping.until else "")
        self.hold.setChecked(keeping.held)
        for widget in (self.until, self.hold):
            widget.setEnabled(not doing)
        for button in (self.anonymise, self.erase):
            button.setEnabled(not keeping.held and not doing)
        self.person.setVisible(bool(interview.setup.candidate.strip()))

    # Making it go

    @Slot()
    def _ask_erase(self) -> None:
        if self._interview is None:
            return
        self._kind = ErasureKind.ERASE
        notes = count(len(self._interview.notes), "note")
        ratings = count(sum(map(bool, _levels(self._interview))), "rating")
        self.confirmation.ask(
            f"The interview with {self._who()} goes for good: {notes}, {ratings}, its clock, and "
            f"its copies in the backups here. {_DAMAGED} Files that you saved elsewhere stay. "
            "This cannot be undone.",
            "Erase for good",
        )

    @Slot()
    def _ask_anonymise(self) -> None:
        self._kind = ErasureKind.ANONYMISE
        self.confirmation.ask(
            f"{self._who()} is taken out of this interview and out of its copies in the backups "
            f"here, with addresses and telephone numbers. {_DAMAGED} What is only nearly the name "
            "is listed afterwards, for you to look at. Notes, ratings and times stay. Other "
            "interviews stay as they are. This cannot be undone.",
            "Take the name out",
        )

    @Slot()
    def _request(self) -> None:
        kind, self._kind = self._kind, None
        if kind is not None and self._row is not None:
            try:
                self._desk.erasures.request(self._row, kind)
            except UserError as error:
                self.refused.emit(str(error))

    # How long it is kept

    @Slot()
    def _keep_until(self) -> None:
        text = self.until.text().strip()
        today = local(self._desk.clock.now().wall_ms, self._desk.zone).date()
        day = read_day(text, today)
        self.unclear.setVisible(bool(text) and day is None)
        if not self.unclear.isHidden():
            announce(self.until, _UNCLEAR)
        elif self._row is not None and self.until.isModified():
            self.until.setModified(False)
            try:
                self._desk.store.privacy.keep_until(self._row, day)
            except UserError as error:
                self.refused.emit(str(error))
            self.changed.emit()

    @Slot()
    def _hold(self) -> None:
        if self._row is not None:
            try:
                self._desk.store.privacy.hold(self._row, self.hold.isChecked())
            except UserError as error:
                self.refused.emit(str(error))
            self.changed.emit()

    def _who(self) -> str:
        name = self._interview.setup.candidate if self._interview else ""
        return f"“{name}”" if name else f"an {UNNAMED.lower()}"

    def _connect(self) -> None:
        self.until.editingFinished.connect(self._keep_until)
        self.until.textChanged.connect(self.unclear.hide)
        self.hold.clicked.connect(self._hold)
        self.person.clicked.connect(self.person_asked)
        self.erase.clicked.connect(self._ask_erase)
        self.anonymise.clicked.connect(self._ask_anonymise)
        self.confirmation.agreed.connect(self._request)
        self.confirmation.declined.connect(self.erase.setFocus)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        caption = SectionLabel(theme, "Keep until")
        caption.setBuddy(self.until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(SectionLabel(theme, "Keeping"))
        column.addWidget(self.kept)
        column.addSpacing(S)
        column.addWidget(caption)
        column.addWidget(self.until)
        column.addWidget(self.unclear)
        column.addWidget(self.hold)
        column.addSpacing(M)
        column.addWidget(self.person, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(FlowRow(self.anonymise, self.erase))
        column.addWidget(self.confirmation)


def _levels(interview: Interview) -> list[str]:
    return [interview.rating(each.number).level for each in interview.guide.dimensions]


def _keeping_words(keeping: Retention, today: date) -> str:
    """Until when, and why so long."""
    if keeping.held:
        return "On legal hold: it cannot be erased or made anonymous until that is lifted."
    if keeping.until is None:
        return "Kept until you erase it."
    until = date_words(keeping.until)
    why = "" if keeping.own else ", as set for all"
    if keeping.until <= today:
        return f"Was to be kept until {until}{why}. Due for review."
    return f"Kept until {until}{why}."
