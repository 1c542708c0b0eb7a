"""What everybody rates: an answer to read and to quote, or a recording that plays elsewhere."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from interview_desk.desk.session import Session
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import XL, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import Label, SectionLabel
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.read_text import ReadText
from interview_desk.interview.timeline import ClockState
from interview_desk.panel.case import MaterialKind, OpenCase
from interview_desk.words import minutes

_LOST = "The case itself is not here any more. Open its file again on the Panels page."
_PLAY = "Play it in another program, and start the clock with the playback."
_SECOND_MS = 1_000


class MaterialPanel(Panel):
    """The material beside the rubric. ``noted`` carries what is to be evidence of what is rated.

    Of a recording ``clock_asked`` asks for its clock to go, or to stop for a while.
    """

    noted = Signal(str)
    clock_asked = Signal()

    def __init__(self, theme: Theme, keymap: Keymap, session: Session) -> None:
        super().__init__(theme, "bg")
        self._session = session
        self.instructions = Label(theme, "", "body", "ink2", wrap=True)
        self.words = _Material(theme)
        self.quote_button = TextButton(theme, "Quote the selection", ButtonKind.QUIET, "Enter")
        self.quote_button.setEnabled(False)
        self.note = LineField(theme, "Note", "Or note what you heard, and press Enter")
        self.clock_button = TextButton(theme, "Start the clock")
        self._elapsed = Label(theme, "", "mono-figures", "ink2")
        self._seconds = QTimer(self)
        self._seconds.setInterval(_SECOND_MS)
        self._lay_out(theme)
        self.setFocusProxy(self.words)
        keymap.follow(self.clock_button, "live.clock", self.clock_button.set_keys)
        self.words.copyAvailable.connect(self.quote_button.setEnabled)
        self.words.quoted.connect(self._quote)
        self.quote_button.clicked.connect(self._quote)
        self.note.returnPressed.connect(self._write)
        self.clock_button.clicked.connect(self.clock_asked)
        self._seconds.timeout.connect(self.show_clock)

    def show_case(self, case: OpenCase | None) -> None:
        """Show the material, or that it is not there."""
        material = case.case.material if case is not None else None
        plays = material is not None and material.kind is MaterialKind.RECORDING
        asked = [case.case.instructions.strip()] if case is not None else []
        if case is None or material is None:
            asked = [_LOST]
        elif plays:
            part = ""
            if material.to_s:
                ends = (minutes(1000 * each) for each in (material.from_s, material.to_s))
                part = ", " + " to ".join(ends)
            asked += [f"{material.where}{part}", _PLAY]
        self.instructions.setText("\n".join(filter(None, asked)))
        self.instructions.setVisible(bool(self.instructions.text()))
        self.words.setPlainText(material.text if material is not None else "")
        for widget in (self.words, self.quote_button):
            widget.setVisible(bool(self.words.toPlainText()))
        for shown in (self.clock_button, self._elapsed):
            shown.setVisible(plays)
        self.setFocusProxy(self.words if self.words.toPlainText() else self.note)
        self.show_clock()

    def show_subject(self, title: str, *, editable: bool) -> None:
        """What a note is evidence of; none can be made where nothing can be changed."""
        self.note.setPlaceholderText(f"Or note something for {title}, and press Enter")
        self.note.setEnabled(editable)
        self.clock_button.setEnabled(editable)
        self.quote_button.setEnabled(editable and self.words.textCursor().hasSelection())

    def take_enter(self) -> bool:
        """Enter where the keyboard is: a quote or a note; False if it is not in here."""
        if self.words.hasFocus() and self.words.textCursor().hasSelection():
            self._quote()
        elif self.note.hasFocus():
            self._write()
        else:
            return self.words.hasFocus()
        return True

    @Slot()
    def show_clock(self) -> None:
        """Show how far the recording is, and what the button does now."""
        timeline = self._session.interview.timeline
        state = timeline.state
        words = {ClockState.RUNNING: "Pause the clock", ClockState.PAUSED: "Go on"}
        self.clock_button.set_text(words.get(state, "Start the clock"))
        self._elapsed.setText(minutes(timeline.elapsed(self._session.now())))
        if state is ClockState.RUNNING and not self._seconds.isActive():
            self._seconds.start()
        elif state is not ClockState.RUNNING:
            self._seconds.stop()

    @Slot()
    def _quote(self) -> None:
        cursor = self.words.textCursor()
        selected = " ".join(cursor.selectedText().split())
        if selected and self.note.isEnabled():
            self.noted.emit(f"“{selected}”")
            cursor.clearSelection()
            self.words.setTextCursor(cursor)

    @Slot()
    def _write(self) -> None:
        if self.note.text().strip():
            self.noted.emit(self.note.text())
            self.note.clear()

    def _lay_out(self, theme: Theme) -> None:
        clock = QHBoxLayout()
        clock.setSpacing(M)
        clock.addWidget(self.clock_button)
        clock.addWidget(self._elapsed)
        clock.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(S)
        below.addWidget(self.note, 1)
        below.addWidget(self.quote_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, M, M)
        column.setSpacing(S)
        column.addWidget(SectionLabel(theme, "What is rated"))
        column.addWidget(self.instructions)
        column.addLayout(clock)
        column.addWidget(self.words, 1)
        column.addStretch(0)
        column.addLayout(below)


class _Material(ReadText):
    """The answer; Enter quotes what is selected in it."""

    quoted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "What is rated")

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(96))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.quoted.emit()
        else:
            super().keyPressEvent(event)
