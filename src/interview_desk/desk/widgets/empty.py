"""What a page says while it has nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import XL, S, Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.label import Label


class Empty(QWidget):
    """A short heading, a sentence that says what will be here, and perhaps a button."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        text: str = "",
        button: TextButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heading = Label(theme, heading, "strong", parent=self)
        self._text = Label(theme, text, "body", "ink2", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(S)
        column.addStretch(2)
        for label in (self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        if button is not None:
            column.addSpacing(S)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_text(self, heading: str, text: str = "") -> None:
        """Other words, such as for a search that found nothing."""
        self._heading.setText(heading)
        self._text.setText(text)
