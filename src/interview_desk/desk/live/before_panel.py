"""What was prepared, over the notes: the note to oneself and the resume, while one types on."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.live.notes.note_field import NoteField
from interview_desk.desk.live.over_notes import OverNotes
from interview_desk.desk.resume_view import ResumeView
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import NO_LIMIT, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.messages import announce
from interview_desk.desk.widgets.panel import Panel, Rule, ScrollColumn
from interview_desk.errors import UserError
from interview_desk.interview.actions.preparation import prepare_question
from interview_desk.interview.resume import Resume

COMMAND = "live.before"
_NOTHING = "Nothing was prepared: no note to yourself, and no resume."


class BeforePlace(OverNotes):
    """One key shows what was prepared; the panel is made when it is first asked for."""

    def __init__(
        self, desk: Desk, session: Session, notes: QWidget, field: NoteField, page: QWidget
    ) -> None:
        super().__init__(desk, COMMAND, notes, field, page)
        self._session = session
        self.panel: BeforePanel | None = None

    def ready(self) -> Panel | None:
        note = self._session.interview.preparation.text
        try:
            resume = self._desk.store.load_resume(self._session.row)
        except UserError as error:
            self.said.emit(str(error))
            return None
        if not note and resume is None:
            self.said.emit(_NOTHING)
            return None
        panel = self.panel or self._make()
        panel.show_prepared(note, resume)
        return panel

    @Slot()
    def open(self) -> None:
        super().open()
        if self.panel is not None:
            announce(self.panel, "What was prepared")

    def go_by(self, pages: int) -> None:
        if self.panel is not None:
            self.panel.go_down(pages)

    def _make(self) -> "BeforePanel":
        panel = BeforePanel(self._desk.theme)
        panel.close_button.clicked.connect(self.close)
        panel.resume.question.connect(self._prepare)
        self._desk.keymap.follow(panel, COMMAND, panel.close_button.set_keys)
        self.panel = panel
        return panel

    @Slot(str)
    def _prepare(self, question: str) -> None:
        if self._session.interview.lock is None:
            self._session.do(prepare_question(self._session.interview, question))


class BeforePanel(Panel):
    """The note above, the resume below it, as far as there are both."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg")
        self._note = Label(theme, "", wrap=True)
        self._note_place = ScrollColumn(theme, "bg")
        self._note_place.column.setContentsMargins(M, 0, M, S)
        self._note_place.column.addWidget(self._note)
        self._note_place.column.addStretch(1)
        self._heading = SectionLabel(theme, "Note to yourself")
        self._between = Rule(theme)
        self.resume = ResumeView(theme)
        self.resume.close_button.hide()
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET)
        head = QHBoxLayout()
        head.setContentsMargins(M, 0, S, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._note_place, 1)
        column.addWidget(self._between)
        column.addWidget(self.resume, 1)

    def show_prepared(self, note: str, resume: Resume | None) -> None:
        """Show these, from their beginnings."""
        self._note.setText(note)
        self._note_place.setVisible(bool(note))
        self._heading.setText("Note to yourself" if note else "Resume")
        self._between.setVisible(bool(note and resume))
        self.resume.setVisible(resume is not None)
        if resume is not None:
            self.resume.show_resume(resume)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The note as high as it is, but beside a resume no more than a third of the panel."""
        height = self._note.heightForWidth(max(1, self.width() - 3 * M)) + S
        alone = self.resume.isHidden()
        self._note_place.setMaximumHeight(NO_LIMIT if alone else min(height, self.height() // 3))

    def go_down(self, pages: int) -> None:
        """So many windows further down, or up, in the resume; without one in the note."""
        if not self.resume.isHidden():
            self.resume.go_down(pages)
            return
        bar = self._note_place.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep() * 9 // 10)
