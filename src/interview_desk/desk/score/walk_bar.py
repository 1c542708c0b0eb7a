"""The foot of the scoring walk: back, on to what comes next, or all of it in any order."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import XL, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.panel import Panel

_ROOMY = 520
_ASLEEP, _ASLEEP_BRIEF = "Letters rate after an arrow key or a click", "Press ↓ first"


class WalkBar(Panel):
    """Its buttons; the page decides what comes next and gives it a name."""

    def __init__(self, theme: Theme, keymap: Keymap) -> None:
        super().__init__(theme, "bg")
        self._next = ""
        self.back_button = TextButton(theme, "‹ Back", ButtonKind.QUIET)
        self.order_button = TextButton(theme, "In any order", ButtonKind.QUIET)
        self.next_button = TextButton(theme, "Next")
        self._word = ElidedLabel(theme, "", "small", "ink2")
        self._word.setMinimumWidth(1)  # it gives way to the buttons
        row = QHBoxLayout(self)
        row.setContentsMargins(M, S, XL, S)
        row.setSpacing(S)
        row.addWidget(self.back_button)
        row.addWidget(self.order_button)
        row.addWidget(self._word)
        row.addStretch(1)
        row.addWidget(self.next_button)
        keymap.follow(self.next_button, "score.type", self.next_button.set_keys)

    def show_place(self, *, first: bool, following: str) -> None:
        """Where this is: with nothing before it, or with nothing (an empty name) after it."""
        self._next = following
        self.back_button.setEnabled(not first)
        self.next_button.setVisible(bool(following))
        self._fit()

    @property
    def is_asleep(self) -> bool:
        """Whether it says that bare keys do nothing yet."""
        return not self._word.isHidden()

    def show_asleep(self, asleep: bool) -> None:
        """Say that bare keys do nothing yet, or nothing of it."""
        self._word.setVisible(asleep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fewer words where there is less room; a screen reader says them always."""
        roomy = self.width() >= self._theme.px(_ROOMY)
        self._word.setText(_ASLEEP if roomy else _ASLEEP_BRIEF)
        self._word.setAccessibleName(_ASLEEP)
        for button, long, short in (
            (self.back_button, "‹ Back", "‹"),
            (self.order_button, "In any order", "Any order"),
            (self.next_button, f"Next: {self._next}", "Next"),
        ):
            button.set_text(long if roomy else short)
            button.setAccessibleName(long.removeprefix("‹ "))
