"""Asking, in the window, before something goes for good: what will go, and what will stay."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import FlowRow


class Confirmation(QWidget):
    """A question with two answers; not to do it is the one that has the keyboard.

    ``agreed`` and ``declined`` tell which was given.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(theme, "", wrap=True)
        self.yes = TextButton(theme, "")
        self.no = TextButton(theme, "Leave it", keys="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self._words)
        column.addLayout(FlowRow(self.no, self.yes, gap=S))
        self.hide()
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.decline)

    def ask(self, words: str, answer: str) -> None:
        """Say what will happen; ``answer`` is what the button that does it says."""
        self._words.setText(words)
        self.yes.set_text(answer)
        self.setAccessibleName(words)
        self.show()
        self.no.setFocus()

    @property
    def words(self) -> str:
        """What is asked."""
        return self._words.text()

    @Slot()
    def decline(self) -> None:
        """Leave everything as it is."""
        if not self.isHidden():
            self.hide()
            self.declined.emit()

    @Slot()
    def _agree(self) -> None:
        self.hide()
        self.agreed.emit()
