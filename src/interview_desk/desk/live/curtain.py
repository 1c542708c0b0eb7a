"""The curtain: for a shared screen, it hides everything but the clock."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.keymap import Keymap
from interview_desk.desk.live.note_field import NoteField
from interview_desk.desk.live.standing import Standing
from interview_desk.desk.theme.theme import L, Theme
from interview_desk.desk.widgets.clock_label import ClockLabel
from interview_desk.desk.widgets.label import Label
from interview_desk.interview.timeline import ClockState

_TITLE = "Interview Desk"


class Curtain(QWidget):
    """Lies over the whole page, which goes on beneath it: what is typed is saved as ever.

    It says how many letters stand in the note field and when they were saved, never which.
    """

    drawn = Signal()

    def __init__(self, theme: Theme, keymap: Keymap, field: NoteField, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._field = field
        self._keys = ""
        self._saved = ""
        self._title = ""
        self.figures = ClockLabel(theme, parent=self)
        self._line = Label(theme, "", "small", "ink3", wrap=True, parent=self)
        self._line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName("Curtain")
        self._lay_out()
        self._restyle()
        self.hide()
        keymap.follow(self, "live.curtain", self._set_keys)
        theme.changed.connect(self._restyle)

    @Slot()
    def toggle(self) -> None:
        """Draw the curtain, or open it. The focus stays where it is."""
        window = self.window()
        if self.isHidden():
            self._title = window.windowTitle()
            window.setWindowTitle(_TITLE)  # it names the candidate
            self._field.changed.connect(self._tell)
            self.fit()
            self._tell()
            self.show()
            self.raise_()
            self.drawn.emit()
        else:
            self._field.changed.disconnect(self._tell)
            window.setWindowTitle(self._title)
            self.hide()

    def fit(self) -> None:
        """Cover the page, which has another size."""
        self.setGeometry(self._page.rect())

    def show_standing(self, standing: Standing) -> None:
        """Show what is left of the phase, and nothing when the interview is over."""
        self.figures.set_remaining(standing.left_s)
        over = standing.state is ClockState.FINISHED
        if self.figures.isHidden() != over:
            self.figures.setVisible(not over)

    def show_saved(self, saved: str) -> None:
        """Say whether what is typed is on disk: words without anything of it."""
        self._saved = saved
        if not self.isHidden():
            self._tell()

    def said(self) -> str:
        """The quiet line."""
        return self._line.text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.addStretch(1)
        column.addWidget(self.figures, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._line)

    @Slot()
    def _tell(self) -> None:
        count = self._field.edit.document().characterCount() - 1
        typed = f"{count} character{'' if count == 1 else 's'} typed" if count else ""
        parts = (typed, self._saved, f"{self._keys} opens the curtain")
        self._line.setText("  ·  ".join(part for part in parts if part))

    def _set_keys(self, keys: str) -> None:
        self._keys = keys

    @Slot()
    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("bg"))
        self.setPalette(palette)
