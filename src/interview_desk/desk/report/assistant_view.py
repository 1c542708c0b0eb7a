"""A text for an assistant: what it is for, every replacement marked, and the button that copies.

Nothing is sent, and nothing opened: who wants it pastes it.
"""

import secrets
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from interview_desk.assistant.modes import Mode
from interview_desk.assistant.prompt import Prompt, Wishes, interview_prompt
from interview_desk.assistant.wording import beside
from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.report.marked_text import MarkedText
from interview_desk.desk.theme.theme import XL, XS, L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.layouts import clear
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.panel import Panel, Rule, ScrollColumn
from interview_desk.interview.interview import Interview
from interview_desk.words import count

_MARKER_BYTES = 8
_SIDE, _ABREAST = 230, 540
_MIXED = "Mixed"
_NAMES = "Looks like a name"


class AssistantView(Panel):
    """``copied`` carries the text that is to be put on the clipboard; ``closed`` asks to go."""

    copied = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, zone: tzinfo | None) -> None:
        super().__init__(theme, "surface")
        self._theme, self._zone = theme, zone
        self._interview: Interview | None = None
        self._prompt: Prompt | None = None
        self._names: tuple[str, ...] | None = None  # None: those that most likely are
        self._jobs = Jobs(self)
        self.modes = NavList(theme, "What the text is for", lines=2)
        self.levels = NavList(theme, "How well the assistant answers")
        self._levels_heading = SectionLabel(theme, "How well it answers")
        self._names_heading = SectionLabel(theme, _NAMES)
        self.names: dict[str, CheckRow] = {}
        self._names_column = QVBoxLayout()
        self.holds = Label(theme, "", "body", "ink2", wrap=True)
        self.text = MarkedText(theme, "The text for an assistant")
        self.beside = Label(theme, "", "small", "ink2", wrap=True)
        self.copy_button = TextButton(theme, "Copy", ButtonKind.PRIMARY)
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET, "Esc")
        self._count = Label(theme, "", "small", "ink2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._between = Rule(theme, Qt.Orientation.Vertical)
        self._side = self._lay_out_side()
        self._lay_out()
        self.setFocusProxy(self.modes)
        self.modes.set_rows([NavRow(mode.value, mode.label) for mode in Mode])
        self.modes.set_current(Mode.GUIDE.value)
        self.modes.chosen.connect(self._choose_mode)
        self.levels.chosen.connect(self._make)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.closed)

    @property
    def mode(self) -> Mode:
        """What the text is for, as it is chosen now."""
        return Mode(self.modes.current() or Mode.GUIDE)

    def show_interview(self, interview: Interview) -> None:
        """Make the text of this interview as it is now."""
        other = self._interview is None or self._interview.guide is not interview.guide
        self._interview = interview
        if other:
            dimensions = interview.guide.dimensions
            names = dict.fromkeys(level.name for each in dimensions for level in each.levels)
            self.levels.set_rows([NavRow("", _MIXED), *(NavRow(name, name) for name in names)])
            self.levels.set_current("")
        self._make()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        abreast = self.width() >= self._theme.px(_ABREAST)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if abreast else direction.TopToBottom)
        self._between.setVisible(abreast)
        self._side.setMaximumWidth(self._theme.px(_SIDE) if abreast else self.width())
        self._side.setMaximumHeight(self.height() if abreast else self.height() // 3)

    @Slot()
    def _choose_mode(self) -> None:
        self._names = None
        self._make()

    @Slot()
    def _make(self) -> None:
        interview, mode = self._interview, self.mode
        if interview is None:
            return
        practise = mode is Mode.PRACTISE and self.levels.count() > 1
        self.levels.setVisible(practise)
        self._levels_heading.setVisible(practise)
        missing = mode.missing(interview)
        self.holds.setText(missing or mode.holds)
        self.beside.setText("\n".join(beside(mode)))
        self._prompt = None
        self.copy_button.setEnabled(False)
        if missing:
            self._show_text(None)
            return
        wishes = Wishes(self._names, level=(self.levels.current() or "") if practise else "")
        marker = secrets.token_hex(_MARKER_BYTES)
        work = partial(interview_prompt, mode, interview, marker, wishes, self._zone)
        self._jobs.run(work, partial(self._show_made, (interview, mode, wishes)))

    def _show_made(self, asked: tuple[Interview, Mode, Wishes], made: Prompt) -> None:
        interview, mode, wishes = asked
        if interview is self._interview and mode is self.mode and wishes.names == self._names:
            self._prompt = made
            self.copy_button.setEnabled(True)
            self._show_text(made)

    def _show_text(self, made: Prompt | None) -> None:
        self.text.show_pieces(made.pieces if made is not None else ())
        replaced = len(made.replaced) if made is not None else 0
        self._count.setText(f"{count(replaced, 'place')} replaced" if replaced else "")
        self._show_names(made)

    def _show_names(self, made: Prompt | None) -> None:
        likely = [each.text for each in made.likely] if made is not None else []
        self._names_heading.setVisible(bool(likely))
        if likely != [*self.names]:
            clear(self._names_column)
            self.names = {name: CheckRow(self._theme, name) for name in likely}
            for row in self.names.values():
                row.clicked.connect(self._take_names)
                self._names_column.addWidget(row)
        for name, row in self.names.items():
            row.setChecked(made is not None and name in made.taken)

    @Slot()
    def _take_names(self) -> None:
        self._names = tuple(name for name, row in self.names.items() if row.isChecked())
        self._make()

    @Slot()
    def _copy(self) -> None:
        if self._prompt is not None:
            self.copied.emit(self._prompt.text)

    def _lay_out_side(self) -> ScrollColumn:
        side = ScrollColumn(self._theme, "surface")
        column = side.column
        column.setContentsMargins(L, 0, S, L)
        column.setSpacing(XS)
        column.addWidget(self.modes)
        for heading, below in (
            (self._levels_heading, self.levels),
            (self._names_heading, None),
        ):
            column.addSpacing(M)
            column.addWidget(heading)
            if below is not None:
                column.addWidget(below)
        self._names_column.setSpacing(0)
        column.addLayout(self._names_column)
        column.addStretch(1)
        return side

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(L, M, M, S)
        head.addWidget(Label(self._theme, "Text for an assistant", "heading"), 1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addWidget(self.copy_button)
        foot.addWidget(self._count, 1)
        right = QVBoxLayout()
        right.setContentsMargins(L, 0, XL, L)
        right.setSpacing(S)
        right.addWidget(self.holds)
        right.addWidget(self.text, 1)
        right.addWidget(Rule(self._theme))
        right.addWidget(self.beside)
        right.addLayout(foot)
        self._row.setSpacing(0)
        self._row.addWidget(self._side)
        self._row.addWidget(self._between)
        self._row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._row, 1)
