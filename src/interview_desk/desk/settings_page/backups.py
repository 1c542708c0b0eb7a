"""The copies of the records: when they were made, how large they are, and going back to one."""

from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QSignalMapper, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.theme.theme import XS, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.confirmation import Confirmation
from interview_desk.desk.widgets.label import Label
from interview_desk.errors import UserError
from interview_desk.store.backups.backups import Backup, back_up_now, list_backups
from interview_desk.words import clock_time, day, local

_HELP = (
    "A copy is made each day, when you ask for one, and before Interview Desk changes the format. "
    "The newest of them are kept beside your records."
)


class Backups(QWidget):
    """A row for each backup. ``chosen`` carries the one to go back to, once that was agreed."""

    chosen = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._backups: list[Backup] = []
        self._asked: Backup | None = None
        self.rows: list[BackupRow] = []
        self.now = TextButton(desk.theme, "Make a backup now")
        self.confirmation = Confirmation(desk.theme)
        self._none = Label(desk.theme, "There is no backup yet.", "small", "ink2")
        self._mapper = QSignalMapper(self)
        self._list = QVBoxLayout()
        self._lay_out()
        self.now.clicked.connect(self.make_now)
        self._mapper.mappedInt.connect(self._ask)
        self.confirmation.agreed.connect(self._agree)

    def refresh(self) -> None:
        """Show the backups there are now."""
        try:
            self._backups = [*list_backups(self._desk.store.path)]
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.confirmation.decline()
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = [BackupRow(self._desk.theme, each, self._desk.zone) for each in self._backups]
        for number, row in enumerate(self.rows):
            self._list.addWidget(row)
            row.restore.clicked.connect(self._mapper.map)
            self._mapper.setMapping(row.restore, number)
        self._none.setVisible(not self.rows)

    @Slot()
    def make_now(self) -> None:
        """Copy the records as they are."""
        now = local(self._desk.clock.now().wall_ms, self._desk.zone)
        work = partial(back_up_now, self._desk.store.path, now)
        self.now.setEnabled(False)
        self._desk.jobs.run(work, self._made, self._not_made)

    def _made(self, _backup: Backup) -> None:
        self.now.setEnabled(True)
        self.refresh()

    def _not_made(self, error: BaseException) -> None:
        self.now.setEnabled(True)
        self.failed.emit(str(error))
        self.refresh()

    @Slot(int)
    def _ask(self, number: int) -> None:
        self._asked = self._backups[number]
        when = _when(self._asked, self._desk.zone)
        self.confirmation.ask(
            f"Your interviews as they were on {when} take the place of what is here now. What is "
            "here now is set aside first and stands in this list. The window opens anew.",
            "Go back to this backup",
        )

    @Slot()
    def _agree(self) -> None:
        if self._asked is not None:
            self.chosen.emit(self._asked)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(Label(theme, "Backups"))
        column.addWidget(Label(theme, _HELP, "small", "ink2", wrap=True))
        self._list.setSpacing(XS)
        column.addLayout(self._list)
        column.addWidget(self._none)
        column.addWidget(self.confirmation)
        buttons = QHBoxLayout()
        buttons.addWidget(self.now)
        buttons.addStretch(1)
        column.addLayout(buttons)


class BackupRow(QWidget):
    """When a backup was made, why, how large it is, and a button to go back to it."""

    def __init__(self, theme: Theme, backup: Backup, zone: tzinfo | None) -> None:
        super().__init__()
        when = _when(backup, zone)
        self.restore = TextButton(theme, "Restore…", ButtonKind.QUIET)
        self.restore.setAccessibleName(f"Restore the backup of {when}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addWidget(Label(theme, when))
        row.addWidget(Label(theme, backup.kind.value, "small", "ink2"))
        row.addWidget(Label(theme, _size(backup.size), "small", "ink2"))
        row.addStretch(1)
        row.addWidget(self.restore)


def _when(backup: Backup, zone: tzinfo | None) -> str:
    return f"{day(backup.made_ms, zone)}, {clock_time(backup.made_ms, zone)}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, size // 1_000)} kB"
