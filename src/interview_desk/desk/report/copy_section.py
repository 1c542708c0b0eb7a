"""The document as text, for systems that take no PDF."""

from types import MappingProxyType

from PySide6.QtCore import Signal, Slot

from interview_desk.desk.report.sections import Section
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import TextButton

# By the names of the forms in `report.texts`, which is imported with the first copy.
_FORMS = MappingProxyType(
    {"Markdown": "Copy as Markdown", "Plain text": "Copy as plain text", "HTML": "Copy as HTML"}
)


class CopySection(Section):
    """A button for each form of text; ``wanted`` carries the name of the form."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "As text")
        self.buttons: dict[str, TextButton] = {}
        for form, words in _FORMS.items():
            button = TextButton(theme, words)
            button.setObjectName(form)
            button.clicked.connect(self._ask)
            self.column.addWidget(button)
            self.buttons[form] = button

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(self.sender().objectName())
