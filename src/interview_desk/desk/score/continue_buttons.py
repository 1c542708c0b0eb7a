"""The way back into an interview that was finished too early."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from interview_desk.desk.theme.theme import XS, M, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.panel import Panel
from interview_desk.interview.interview import Interview

_WORDS = "Continue the interview"


class ContinueButtons(QObject):
    """`button` for the header and, where that has no room for it, `row` below it."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.button = TextButton(theme, _WORDS, ButtonKind.QUIET)
        self.row = Panel(theme, "surface")
        self._below = TextButton(theme, _WORDS, ButtonKind.QUIET)
        inner = QHBoxLayout(self.row)
        inner.setContentsMargins(M, 0, M, XS)
        inner.addWidget(self._below)
        inner.addStretch(1)
        for button in (self.button, self._below):
            button.clicked.connect(self.asked)

    def show_for(self, interview: Interview, *, roomy: bool) -> None:
        """Offer it as long as the interview is over and its scoring is not finished."""
        offered = interview.finish is not None and interview.lock is None
        self.button.setVisible(offered and roomy)
        self.row.setVisible(offered and not roomy)
