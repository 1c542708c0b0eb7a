"""The roles that a block of a document can be given, each with its key, and the menu of them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.guide.importer.roles import Role

ROLE_KEYS: dict[str, Role] = {
    "T": Role.TITLE,
    "P": Role.PHASE,
    "M": Role.MINUTES,
    "O": Role.OBJECTIVE,
    "W": Role.ACTIVITY,
    "Q": Role.QUESTION,
    "S": Role.STRONG_SIGNAL,
    "F": Role.RED_FLAG,
    "X": Role.DISQUALIFIER,
    "A": Role.AREA,
    "D": Role.DIMENSION,
    "L": Role.LEVEL,
    "C": Role.SCALE,
    "1": Role.BEFORE,
    "2": Role.DURING,
    "3": Role.AFTER,
    "I": Role.PITFALL,
    "E": Role.EXPECTATION,
    "R": Role.READING,
    "H": Role.SECTION,
    "0": Role.NOTHING,
}


class RoleMenu(QMenu):
    """The roles by name; ``picked`` carries one, or None for the one that was proposed.

    Deletes itself when it closes.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, current: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Role of the chosen lines")
        self.setFont(theme.font("body"))
        for key, role in ROLE_KEYS.items():
            # The key stands there as a word: as a shortcut it would fight with the list's own.
            action = self.addAction(f"&{key}  {role.value}")
            action.setData(role)
            action.setCheckable(True)
            action.setChecked(role is current)
        self.addSeparator()
        self.addAction("As it was proposed (Backspace)")
        self.triggered.connect(self._pick)
        self.aboutToHide.connect(self.deleteLater)

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        role = action.data()
        self.picked.emit(Role(role) if role else None)
