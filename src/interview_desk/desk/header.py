"""The line at the top of an interview's pages: the way back, whose it is, and the buttons."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.theme.theme import XL, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.panel import Panel


class Header(Panel):
    """Back, candidate, subject, then what the page adds on the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self.back = TextButton(theme, "‹", ButtonKind.QUIET)
        self.back.setAccessibleName("Back to the interviews")
        self.back.setToolTip("Back to the interviews")
        self._name = ElidedLabel(theme, "", "title")
        self._subject = ElidedLabel(theme, "", "body", "ink2")
        self._subject.setMinimumWidth(1)  # the first to give way to the buttons
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S, S, XL, S)
        self._row.setSpacing(M)
        self._row.addWidget(self.back)
        self._row.addWidget(self._name)
        self._row.addWidget(self._subject, 1)

    def set_heading(self, name: str, subject: str) -> None:
        """Whose interview it is, and about what."""
        self._name.setText(name)
        self._subject.setText(subject)

    def add(self, widget: QWidget) -> None:
        """One more widget at the right end."""
        self._row.addWidget(widget)
