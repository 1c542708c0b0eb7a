"""A menu of what can be rated by everybody: a file, a case of one's own, and the examples."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.text_painting import button_text
from interview_desk.report.example_cases import example_names, read_example


class CaseMenu(QMenu):
    """``file_asked`` and ``new_asked`` for the first two; ``picked`` carries an example's name.

    Deletes itself when it closes.
    """

    file_asked = Signal()
    new_asked = Signal()
    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Cases to rate")
        self.setFont(theme.font("body"))
        self.addAction("Open a case file…").triggered.connect(self.file_asked)
        self.addAction("Write a new case…").triggered.connect(self.new_asked)
        self.addSeparator()
        examples = self.addMenu("Examples")
        examples.setFont(theme.font("body"))
        for name in example_names():
            opened, _reference = read_example(name)
            title = f"{opened.case.title}  ({opened.guide.brief})"
            examples.addAction(button_text(title)).setData(name)
        self.triggered.connect(self._pick)

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.picked.emit(action.data())
