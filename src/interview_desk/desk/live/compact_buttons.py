"""The buttons of the compact window, for those who have a hand on the mouse."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.keymap import Keymap
from interview_desk.desk.live.clock_controls import ClockControls
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton


class CompactButtons(QWidget):
    """Clock, next phase, and back to the wide window; no room for their keys, which stay."""

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock, self.next, self.wide = (
            TextButton(theme, word, ButtonKind.QUIET) for word in ("Start", "Next phase", "Wide")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button, name in (
            (self.clock, "live.clock"),
            (self.next, "live.next"),
            (self.wide, "live.compact"),
        ):
            row.addWidget(button)
            keymap.follow(button, name, button.setToolTip)
        self.wide.setAccessibleName("Wide window")

    def show_state(self, controls: ClockControls) -> None:
        """Offer what the wide page offers."""
        for own, theirs in ((self.clock, controls.clock), (self.next, controls.next)):
            own.set_text(theirs.accessibleName())
            own.setVisible(not theirs.isHidden())
