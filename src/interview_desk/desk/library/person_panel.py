"""Beside the list: everything that is held on one person, and one file of it to save."""

from dataclasses import replace
from datetime import tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.report.saved_files import open_file, where_to_save
from interview_desk.desk.theme.theme import XS, L, M, S
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.desk.widgets.text_painting import breakable
from interview_desk.errors import UserError
from interview_desk.interview.status import Status
from interview_desk.interview.subject_data import HeldCopy, HeldInterview, HeldOn
from interview_desk.report.file_names import person_file_name
from interview_desk.report.files import FileExistsAlreadyError, write_new
from interview_desk.report.person_file import person_file, private_parts
from interview_desk.store.privacy.subject_access import held_on, in_copies
from interview_desk.words import clock_time, count, day, local

_NO_PROGRAM = "No program on this computer opens it."
_MOST_LINES = 12
_STATUS = {
    Status.PREPARED: "prepared",
    Status.LIVE: "in progress",
    Status.TO_SCORE: "to score",
    Status.DONE: "done",
}


class PersonPanel(ScrollColumn):
    """What was found under one name. ``left`` asks for what was shown here before."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "bg", parent)
        theme = desk.theme
        self._desk = desk
        self._held: HeldOn | None = None
        self._path = Path()
        self._name = Label(theme, "", "title", wrap=True)
        self.back = TextButton(theme, "Back", ButtonKind.QUIET, "Esc")
        self.interviews, self.mentions, self.copies = (
            Label(theme, "", wrap=True) for _ in range(3)
        )
        self.with_private = CheckRow(theme, "", tone="grey")
        self.save_button = TextButton(theme, "Save as one file…", ButtonKind.PRIMARY)
        self.said = Label(theme, "", wrap=True)
        self.replace_button = TextButton(theme, "Replace it")
        self.open_button = TextButton(theme, "Open")
        self.folder_button = TextButton(theme, "Show in folder")
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.save_button.clicked.connect(self._ask_where)
        self.replace_button.clicked.connect(self._replace)
        self.open_button.clicked.connect(self._open)
        self.folder_button.clicked.connect(self._show_folder)

    def show_person(self, name: str) -> None:
        """Look for everything held on that name. Raises UserError if it cannot be read."""
        self._held = held = held_on(self._desk.store, name)
        private = private_parts(held)
        self._name.setText(f"Everything held on {breakable(name)}")
        self.interviews.setText("\n".join(_interview_lines(held, self._desk.zone)))
        self.mentions.setText("\n".join(_mention_lines(held)))
        self.copies.setText("Looking into the backups…")
        self.with_private.set_text(f"With {' and '.join(private)}")
        self.with_private.setChecked(False)
        self.with_private.setVisible(bool(private))
        self._say("")
        self.save_button.setEnabled(False)
        self.verticalScrollBar().setValue(0)
        self.back.setFocus()
        look = partial(in_copies, self._desk.store.path, name)
        self._desk.jobs.run(look, partial(self._looked, held), partial(self._not_looked, held))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _looked(self, asked: HeldOn, copies: tuple[HeldCopy, ...]) -> None:
        if asked is self._held:
            self._held = replace(asked, copies=copies)
            self._show_copies("\n".join(_copy_lines(self._held, self._desk.zone)))

    def _not_looked(self, asked: HeldOn, error: BaseException) -> None:
        if asked is self._held:
            self._show_copies(str(error))

    def _show_copies(self, words: str) -> None:
        self.copies.setText(words)
        self.save_button.setEnabled(True)
        if self.back.hasFocus():
            self.save_button.setFocus()

    # The file

    @Slot()
    def _ask_where(self) -> None:
        if self._held is None:
            return
        today = local(self._desk.clock.now().wall_ms, self._desk.zone).date()
        proposed = self._desk.report_folder / person_file_name(self._held.name, today)
        dialog = where_to_save(self, proposed, "Save everything held", "JSON")
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    @Slot(str)
    def save_as(self, name: str) -> None:
        """Save under that name; a file that is there is kept, and the user asked in the panel."""
        self._path = Path(name)
        self._write(replaced=False)

    @Slot()
    def _replace(self) -> None:
        self._write(replaced=True)

    def _write(self, *, replaced: bool) -> None:
        if self._held is None:
            return
        data = person_file(self._held, with_private=self.with_private.isChecked())
        try:
            write_new(self._path, data, replace=replaced)
        except FileExistsAlreadyError as error:
            self._say(str(error), self.replace_button)
        except UserError as error:
            self._say(str(error))
        else:
            self._say(f"Saved {self._path}", self.open_button, self.folder_button)

    @Slot()
    def _open(self) -> None:
        if not open_file(self._path):
            self._say(_NO_PROGRAM, self.folder_button)

    @Slot()
    def _show_folder(self) -> None:
        if not open_file(self._path.parent):
            self._say(_NO_PROGRAM, self.open_button)

    def _say(self, words: str, *ways_on: TextButton) -> None:
        """Say it under the button, with what can be done then; nothing to say hides all."""
        self.said.setText(breakable(words))
        self.said.setVisible(bool(words))
        for button in (self.replace_button, self.open_button, self.folder_button):
            button.setVisible(button in ways_on)
        if ways_on:
            ways_on[0].setFocus()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        column = self.column
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(XS)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        parts = (
            ("Interviews", self.interviews),
            ("Named elsewhere", self.mentions),
            ("Backups here", self.copies),
        )
        for title, words in parts:
            column.addSpacing(L)
            column.addWidget(SectionLabel(theme, title))
            column.addWidget(words)
        column.addSpacing(L)
        column.addWidget(self.with_private)
        column.addSpacing(S)
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(M)
        column.addWidget(self.said)
        column.addSpacing(S)
        column.addLayout(self._ways_on())
        column.addStretch(1)

    def _ways_on(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(S)
        for button in (self.replace_button, self.open_button, self.folder_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            button.hide()
        return column


def _interview_lines(held: HeldOn, zone: tzinfo | None) -> list[str]:
    """Each interview: its day, the role, how far it is, and how much was written."""
    lines = [_interview(each, zone) for each in held.interviews]
    return _shortened(lines, "No interview has this name as its candidate’s.")


def _mention_lines(held: HeldOn) -> list[str]:
    """Where the name is written in the interviews of others; private notes are not quoted."""
    lines = [
        f"• {each.where.capitalize()} in interview {each.row}"
        + (", private" if each.private else f": “{_beginning(each.text)}”")
        for each in held.mentions
    ]
    return _shortened(lines, "Nowhere.")


def _copy_lines(held: HeldOn, zone: tzinfo | None) -> list[str]:
    """The backups that have interviews with the person."""
    return _shortened([_copy(each, zone) for each in held.copies], "In none.")


def _interview(held: HeldInterview, zone: tzinfo | None) -> str:
    interview = held.interview
    start = interview.timeline.start
    when = day(start.wall_ms if start else interview.created_ms, zone)
    parts = [when, interview.setup.role, _STATUS[interview.status]]
    parts.append(count(len(interview.notes), "note"))
    if held.draft is not None:
        parts.append("a draft")
    if held.held:
        parts.append("on legal hold")
    return f"• {', '.join(filter(None, parts))}"


def _copy(copy: HeldCopy, zone: tzinfo | None) -> str:
    when = f"{day(copy.made_ms, zone)}, {clock_time(copy.made_ms, zone)}"
    if copy.interviews is None:
        return f"• {when}: cannot be read"
    return f"• {when}: {count(copy.interviews, 'interview')}"


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def _shortened(lines: list[str], nothing: str) -> list[str]:
    if not lines:
        return [nothing]
    more = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], f"and {more} more"] if more > 0 else lines
