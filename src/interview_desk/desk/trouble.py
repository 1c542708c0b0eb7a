"""The window shown when the records cannot be opened: what happened, and a way out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from interview_desk.desk.theme.theme import XXL, M, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import Panel


class TroubleWindow(Panel):
    """Says in words why Interview Desk cannot start. Nothing was changed."""

    def __init__(self, theme: Theme, message: str) -> None:
        super().__init__(theme, "surface")
        self.setWindowTitle("Interview Desk")
        self._title = Label(theme, "Interview Desk cannot open your records", "heading", wrap=True)
        self._message = Label(theme, message, wrap=True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = TextButton(theme, "Close", ButtonKind.PRIMARY)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(XXL, XXL, XXL, XXL)
        column.setSpacing(M)
        column.addWidget(self._title)
        column.addWidget(self._message, 1)
        column.addLayout(buttons)
        self.resize(theme.px(520), theme.px(240))
        self.close_button.clicked.connect(self.close)
        self.close_button.setFocus()
