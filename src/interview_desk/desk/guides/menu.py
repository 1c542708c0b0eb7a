"""A menu of the guides that an interview can be run with."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.settings import DEFAULT_GUIDE
from interview_desk.desk.widgets.text_painting import button_text
from interview_desk.guide.short_forms import telling_names

_WIDEST = 460


class GuideMenu(QMenu):
    """The guides without faults, the default one marked; ``picked`` carries a guide's name.

    Deletes itself when it closes. Raises UserError if the guides cannot be read.
    """

    picked = Signal(str)

    def __init__(self, desk: Desk, title: str, parent: QWidget, current: str = "") -> None:
        """``title`` says what is chosen, for screen readers; ``current`` is a guide's title."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setFont(desk.theme.font("body"))
        metrics, usual = desk.theme.metrics("body"), desk.settings.get(DEFAULT_GUIDE)
        entries = [entry for entry in desk.guides.catalogue().entries if entry.guide]
        for entry, name in zip(entries, telling_names(entries), strict=True):
            words = button_text(name)
            room = desk.theme.px(_WIDEST)
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            action = self.addAction(words + ("  (usual)" if entry.name == usual else ""))
            action.setData(entry.name)
            action.setCheckable(bool(current))
            action.setChecked(entry.title == current)
        self.triggered.connect(self._pick)

    def add_other(self, words: str) -> QAction:
        """One more entry under the guides, for something that takes none of them."""
        self.addSeparator()
        return self.addAction(words)

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        if action.data() is not None:
            self.picked.emit(action.data())
