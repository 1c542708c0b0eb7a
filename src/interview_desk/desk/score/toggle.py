"""A quiet choice outside the scale, such as that there is not enough evidence."""

from PySide6.QtCore import Slot

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton


class Toggle(TextButton):
    """A button that stays pressed, and says so with a tick as well."""

    def __init__(self, theme: Theme, text: str, keys: str = "") -> None:
        super().__init__(theme, text, ButtonKind.QUIET, keys)
        self._plain = text
        self.setCheckable(True)
        self.toggled.connect(self._show)

    @Slot(bool)
    def _show(self, on: bool) -> None:
        self.set_text(f"✓ {self._plain}" if on else self._plain)
        self.setAccessibleName(self._plain)
