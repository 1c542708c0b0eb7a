"""The settings, drawn from the list that declares them; what is chosen applies at once."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk import settings as declared
from interview_desk.desk.background.recovery import Recovery
from interview_desk.desk.context import Desk
from interview_desk.desk.home_page import TitledPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.settings import SETTINGS, AnySetting
from interview_desk.desk.settings_page.backups import Backups
from interview_desk.desk.settings_page.rows import (
    ChoiceRow,
    FolderRow,
    GuideRow,
    NumberRow,
    SettingRow,
    ToggleRow,
    WordsRow,
)
from interview_desk.desk.theme.theme import XXL, M, S
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.store.backups.backups import Backup

_WIDEST, _ABREAST = 720, 640


class SettingsPage(TitledPage):
    """Every setting in its group, with a line that says what it does."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Page.SETTINGS, parent)
        self.rows = {each.name: make_row(desk, each) for each in SETTINGS}
        self.backups = Backups(desk)
        self.keys = TextButton(desk.theme, "Look up and change keys")
        desk.keymap.follow(self.keys, "window.keys", self.keys.set_keys)
        self._lay_out()
        self.setFocusProxy(next(iter(self.rows.values())))
        for row in self.rows.values():
            row.failed.connect(self.say)
        self.backups.failed.connect(self.say)
        self.backups.chosen.connect(self._go_back_to)
        self.keys.clicked.connect(self.keys_asked)
        desk.settings.changed.connect(self._show_new)
        desk.theme.changed.connect(self._arrange)

    def refresh(self) -> None:
        for row in self.rows.values():
            row.refresh()
        self.backups.refresh()

    @Slot(object)
    def _go_back_to(self, backup: Backup) -> None:
        self.recovery_asked.emit(Recovery(backup))

    def flush(self) -> None:
        for row in self.rows.values():
            row.flush()

    @Slot(str)
    def _show_new(self, name: str) -> None:
        """Another part of the window changed a setting."""
        if name in self.rows:
            self.rows[name].refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        narrow = self.width() < self.desk.theme.px(_ABREAST)
        for row in self.rows.values():
            row.set_narrow(narrow=narrow)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        before: SettingRow | None = None
        for row in self.rows.values():
            if before is None or row.group != before.group:
                column.addSpacing(XXL if before else S)
                column.addWidget(Label(theme, row.group, "strong"))
                column.addSpacing(S)
            elif not (isinstance(row, ToggleRow) and isinstance(before, ToggleRow)):
                column.addSpacing(M)
            column.addWidget(row)
            before = row
        column.addSpacing(M)
        column.addWidget(self.backups)
        column.addSpacing(XXL)
        column.addWidget(Label(theme, "Keys", "strong"))
        column.addSpacing(S)
        column.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(theme.px(_WIDEST))
        scroll = ScrollColumn(theme)
        scroll.column.setContentsMargins(M, 0, M, XXL)
        # In a row of its own it is measured at the width that it gets.
        row_of_one = QHBoxLayout()
        row_of_one.addWidget(middle, 1)
        row_of_one.addStretch(0)
        scroll.column.addLayout(row_of_one)
        self.body.addWidget(scroll, 1)


def make_row(desk: Desk, setting: AnySetting) -> SettingRow:
    """The row that fits the type of the setting."""
    theme, settings = desk.theme, desk.settings
    match setting:
        case declared.Toggle():
            return ToggleRow(theme, settings, setting)
        case declared.Number():
            return NumberRow(theme, settings, setting)
        case declared.Choice():
            return ChoiceRow(theme, settings, setting)
        case declared.GuideName():
            return GuideRow(theme, settings, setting, desk.guides)
        case declared.Words(folder=True):
            return FolderRow(theme, settings, setting, desk.documents)
        case declared.Words():
            return WordsRow(theme, settings, setting)
    raise TypeError(f"no row shows {setting!r}")
