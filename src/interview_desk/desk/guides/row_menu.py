"""A menu of the rubric rows of other guides, to start one's own from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.text_painting import button_text
from interview_desk.guide.model import Guide


class RowMenu(QMenu):
    """The dimensions by guide; ``picked`` carries one. Deletes itself when it closes."""

    picked = Signal(object)

    def __init__(self, theme: Theme, guides: Sequence[Guide], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Rows to start from")
        self.setFont(theme.font("body"))
        for guide in guides:
            rows = self.addMenu(button_text(guide.brief))
            rows.setFont(theme.font("body"))
            for dimension in guide.dimensions:
                rows.addAction(button_text(dimension.title)).setData(dimension)
        self.triggered.connect(self._pick)
        self.aboutToHide.connect(self.deleteLater)

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        self.picked.emit(action.data())
