"""The buttons of the compact window, for those who have a hand on the mouse."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.live.clock.clock_controls import ClockControls
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.text_painting import tip


class CompactButtons(QWidget):
    """Clock, next phase, and back to the wide window; their keys find room in the tips."""

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self.clock, self.next, self.wide = (
            TextButton(theme, word, ButtonKind.QUIET) for word in ("Start", "Next phase", "Wide")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.clock, self.next, self.wide):
            row.addWidget(button)
        self._tell_keys()
        keymap.changed.connect(self._tell_keys)

    def show_state(self, controls: ClockControls) -> None:
        """Offer what the wide page offers."""
        for own, theirs in ((self.clock, controls.clock), (self.next, controls.next)):
            own.set_text(theirs.accessibleName())
            own.setVisible(not theirs.isHidden())
        self._tell_keys()

    @Slot()
    def _tell_keys(self) -> None:
        for button, name in (
            (self.clock, "live.clock"),
            (self.next, "live.next"),
            (self.wide, "live.compact"),
        ):
            keys = self._keymap.hint(name)
            button.setToolTip(tip(f"{button.accessibleName()}: {keys}"))
            button.setAccessibleDescription(keys)
