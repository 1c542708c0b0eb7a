"""The quiet line at the bottom of a page."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XL, L, M, Theme
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.messages import announce
from interview_desk.desk.widgets.panel import Ground, Panel, Rule

_HEIGHT = 26


class StatusLine(Panel):
    """What just happened, in the corner, until the next thing does.

    It is there with nothing to say too, and always as high: small news moves nothing.
    """

    def __init__(
        self, theme: Theme, ground: Ground = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, ground, parent)
        self._news = ElidedLabel(theme, "", "small", "ink2", trailing=True)
        self._news.take_what_is_left()
        self._row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rule = Rule(theme)
        column.addWidget(self._rule)
        column.addLayout(self._row, 1)
        self._row.setContentsMargins(XL - M, 0, L, 0)
        self._row.setSpacing(L)
        # Aligned: a row gets no higher than what fills it, and the rule would leave the edge.
        self._row.addWidget(self._news, 1, Qt.AlignmentFlag.AlignVCenter)
        self._rule.hide()
        self._fit()
        theme.changed.connect(self._fit)

    def add(self, widget: QWidget) -> None:
        """Something that stands at the other end of it."""
        self._row.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rule.show()

    def say(self, text: str) -> None:
        """Say it; where there is no room for all of it, the tool tip has it."""
        self._news.setText(text)
        self._rule.show()
        announce(self, text)

    def text(self) -> str:
        """What it says."""
        return self._news.text()

    def clear(self) -> None:
        """Say nothing: what it said no longer holds."""
        self._news.setText("")

    @Slot()
    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
