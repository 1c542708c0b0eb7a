"""The keys that tick an indicator, and those that bring its tab in sight."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from interview_desk.desk.live.actions import LiveActions
from interview_desk.desk.live.prompts.indicator_panel import DIGITS, IndicatorPanel
from interview_desk.desk.shortcuts.keymap import Keymap


class IndicatorKeys(QObject):
    """Binds them on the page; a number means what the panel shows at that moment.

    The concerns are no state to forget: one that was seen, Escape, or the next letter of the
    note leads back from them.
    """

    def __init__(
        self,
        keymap: Keymap,
        panel: IndicatorPanel,
        act: LiveActions,
        field: QPlainTextEdit,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._panel = panel
        self._act = act
        self._field = field
        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), page, panel.close_concerns)
        self._back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.setEnabled(False)
        panel.concerns_turned.connect(self._turn)
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
        if indicator is None:
            self._act.said.emit("Nothing is shown with that key")
            return
        self._act.see(indicator.key)
        self._panel.close_concerns()

    @Slot(bool)
    def _turn(self, opened: bool) -> None:
        self._back.setEnabled(opened)
        if opened:  # heard only so long: each letter has its price
            self._field.textChanged.connect(self._panel.close_concerns)
        else:
            self._field.textChanged.disconnect(self._panel.close_concerns)
