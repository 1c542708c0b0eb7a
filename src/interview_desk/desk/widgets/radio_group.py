"""A group of choices of which one holds: what segments and level cards have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.painted import Painted


class RadioGroup(Painted, QGroupBox):
    """Radio buttons that a subclass makes and lays out.

    A group box, though it paints itself, so that screen readers say what is chosen here.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._group = QButtonGroup(self)
        self._follow_width()
        self._by_program = False
        self._told = -1  # which one was told of already, as its mark changed
        self._group.idToggled.connect(self._tell_toggled)
        self._group.idClicked.connect(self._tell_clicked)

    def set_current(self, index: int | None) -> None:
        """Mark a choice without ``chosen`` being emitted; None for no choice."""
        # An exclusive group does not let its last mark go.
        self._by_program = True
        self._group.setExclusive(False)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(number == index)
        self._group.setExclusive(True)
        self._by_program = False

    def current(self) -> int | None:
        """The choice made, if any."""
        number = self._group.checkedId()
        return None if number < 0 else number

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _replace(self, buttons: Sequence[QRadioButton]) -> None:
        """Show these in place of those that there were, none of them chosen."""
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        for number, button in enumerate(buttons):
            self._group.addButton(button, number)
            button.show()
        self._restyle()

    @Slot(int, bool)
    def _tell_toggled(self, number: int, on: bool) -> None:
        """By a click, an arrow key, or an assistive tool, which clicks nothing."""
        if on and not self._by_program:
            self._told = number
            QTimer.singleShot(0, self, self._forget)
            self.chosen.emit(number)

    @Slot(int)
    def _tell_clicked(self, number: int) -> None:
        """Once more, one that is marked already."""
        if number != self._told:
            self.chosen.emit(number)
        self._told = -1

    @Slot()
    def _forget(self) -> None:
        self._told = -1

    def _place(self) -> None:
        """Lay the buttons out in the room that there is."""
        raise NotImplementedError

    @Slot()
    def _restyle(self) -> None:
        self._place()
        super()._restyle()
