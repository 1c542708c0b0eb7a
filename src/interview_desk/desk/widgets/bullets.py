"""Short texts one under the other, each with a point before its first line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import XS, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.clear_layout import clear
from interview_desk.desk.widgets.label import Label


class Bullets(QWidget):
    """A list to read; its further lines begin below the words, not below the points."""

    def __init__(self, theme: Theme, role: FontRole = "small", tone: Tone = "ink2") -> None:
        super().__init__()
        self._theme = theme
        self._role: FontRole = role
        self._tone: Tone = tone
        self._texts: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S)
        self._grid.setVerticalSpacing(XS)
        self._grid.setColumnStretch(1, 1)

    def texts(self) -> tuple[str, ...]:
        """What it shows."""
        return self._texts

    def say(self, texts: Sequence[str]) -> None:
        """Show these and no others."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        clear(self._grid)
        for row, text in enumerate(texts):
            point = Label(self._theme, "•", self._role, self._tone)
            words = Label(self._theme, text, self._role, self._tone, wrap=True)
            self._grid.addWidget(point, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
