"""The window shown when the records cannot be opened: what happened, and a way out."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from interview_desk.desk.theme.theme import XXL, M, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import Panel


class TroubleWindow(Panel):
    """Says in words why Interview Desk cannot start. Nothing was changed.

    Where the file is ``damaged`` it offers to save what can be read; ``rescue_wanted`` tells,
    once the window is closed, that this was asked for.
    """

    def __init__(self, theme: Theme, message: str, *, damaged: bool = False) -> None:
        super().__init__(theme, "surface")
        self.rescue_wanted = False
        self.setWindowTitle("Interview Desk")
        self._title = Label(theme, "Interview Desk cannot open your records", "heading", wrap=True)
        self._message = Label(theme, message, wrap=True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.rescue = TextButton(theme, "Save what can be read", ButtonKind.PRIMARY)
        self.rescue.setParent(self)
        kind = ButtonKind.PLAIN if damaged else ButtonKind.PRIMARY
        self.close_button = TextButton(theme, "Close", kind)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        if damaged:
            buttons.addWidget(self.rescue)
        else:
            self.rescue.hide()
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(XXL, XXL, XXL, XXL)
        column.setSpacing(M)
        column.addWidget(self._title)
        column.addWidget(self._message, 1)
        column.addLayout(buttons)
        self.resize(theme.px(520), theme.px(240))
        self.close_button.clicked.connect(self.close)
        self.rescue.clicked.connect(self._rescue)
        (self.rescue if damaged else self.close_button).setFocus()

    @Slot()
    def _rescue(self) -> None:
        self.rescue_wanted = True
        self.close()
