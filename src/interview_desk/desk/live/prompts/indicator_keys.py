"""The keys of the right column: its indicators by number, its tabs, and the concerns."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.live.actions import LiveActions
from interview_desk.desk.live.prompts.indicator_panel import DIGITS, IndicatorPanel
from interview_desk.desk.shortcuts.keymap import Keymap


class IndicatorKeys(QObject):
    """Binds them on the page; a number means what the panel shows at that moment."""

    def __init__(
        self, keymap: Keymap, panel: IndicatorPanel, act: LiveActions, page: QWidget
    ) -> None:
        super().__init__(page)
        self._panel = panel
        self._act = act
        for name, slot in (
            ("live.concerns", panel.toggle_concerns),
            ("live.tab_next", panel.next_tab),
            ("live.tab_previous", panel.previous_tab),
            *((f"live.indicator.{n}", self._numbered) for n in DIGITS),
        ):
            keymap.action(page, name, slot).setAutoRepeat(False)

    @Slot()
    def _numbered(self) -> None:
        number = self.sender().objectName().rpartition(".")[2]
        indicator = self._panel.numbered(int(number))
        if indicator is not None:
            self._act.see(indicator.key)
