"""The window shown when the records cannot be opened: what happened, and the ways out."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from interview_desk.desk.background.recovery import Recovery
from interview_desk.desk.theme.theme import XXL, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import Panel
from interview_desk.errors import UserError
from interview_desk.store.backups.backups import Backup
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.words import clock_time, day

_TITLE = "Interview Desk cannot open your records"
_AFTERWARDS = "Your records are not in their place"
# The commands that the store's own words name are no way out for who has a window.
_WORDS = {
    Trouble.DAMAGED: "The file is damaged. Nothing was changed.",
    Trouble.FOREIGN: (
        "The file does not begin as records of Interview Desk do: either something wrote over its "
        "beginning, or it is another program’s. It was left as it is."
    ),
    Trouble.EMPTY: (
        "The file is there, but nothing is in it: something outside Interview Desk emptied it."
    ),
}
_ALONE = (
    "The file is missing, but its log {log} is there, and interviews may be in it that are nowhere "
    "else. Nothing was changed. If you can, put the file back beside the log; both are needed. "
)
_BACKUP = "A backup can be put in its place: the log is kept beside the backups then."
_AWAY = "To begin with an empty library, move the log away."
_SAVE = "Save what can be read"
_BEGIN = "Begin with an empty library"
_SAVED = "What can be read is put into a new file. "
_NEWEST = "What cannot be read comes from the newest sound backup. "
_KEPT = "The file as it is now is kept beside the backups, whatever you choose."
_MOST_BACKUPS = 3


class RecoveryWindow(Panel):
    """Says in words why Interview Desk cannot start. Nothing was changed.

    Where something can be done about it, `recovery` tells, once the window is closed, what the
    user chose; else it is None. ``said`` is what became of the choice before.
    """

    def __init__(
        self, theme: Theme, error: UserError, backups: Sequence[Backup] = (), said: str = ""
    ) -> None:
        super().__init__(theme, "surface")
        trouble = error.trouble if isinstance(error, StoreError) else None
        # Nothing is damaged, and a backup is the way out.
        sound = trouble in {Trouble.LOG_ALONE, Trouble.BESIDE}
        curable = trouble in _WORDS or sound
        self.recovery: Recovery | None = None
        self._backups = backups[:_MOST_BACKUPS] if curable else ()
        self.setWindowTitle("Interview Desk")
        title = _AFTERWARDS if trouble in {Trouble.BESIDE, Trouble.DISPLACED} else _TITLE
        self._title = Label(theme, title, "heading", wrap=True)
        words = _words(error, bool(self._backups)) if curable else str(error)
        self._message = Label(theme, "\n\n".join(filter(None, (said, words))), wrap=True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.salvage: TextButton | None = None
        if curable and not sound and not (trouble is Trouble.EMPTY and self._backups):
            answer = _BEGIN if trouble is Trouble.EMPTY else _SAVE
            self.salvage = TextButton(theme, answer, ButtonKind.PRIMARY, parent=self)
            self.salvage.clicked.connect(self._salvage)
        self.restore = [self._restore_button(theme, each) for each in self._backups]
        kind = ButtonKind.PLAIN if curable else ButtonKind.PRIMARY
        self.close_button = TextButton(theme, "Close", kind, parent=self)
        self.close_button.clicked.connect(self.close)
        self._mapper = QSignalMapper(self)
        for number, button in enumerate(self.restore):
            button.clicked.connect(self._mapper.map)
            self._mapper.setMapping(button, number)
        self._mapper.mappedInt.connect(self._restore)
        self._lay_out(theme)
        (self.salvage or next(iter(self.restore), self.close_button)).setFocus()

    def words(self) -> str:
        """What it says."""
        return self._message.text()

    def _restore_button(self, theme: Theme, backup: Backup) -> TextButton:
        when = f"{day(backup.made_ms, None)}, {clock_time(backup.made_ms, None)}"
        return TextButton(theme, f"Go back to the backup of {when}", parent=self)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XXL, XXL, XXL, XXL)
        column.setSpacing(M)
        column.addWidget(self._title)
        column.addWidget(self._message)
        column.addStretch(1)
        ways_out = QVBoxLayout()
        ways_out.setSpacing(S)
        for button in (*([self.salvage] if self.salvage else []), *self.restore):
            ways_out.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(ways_out)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.close_button)
        column.addLayout(last)
        self.resize(theme.px(560), max(theme.px(240), self.heightForWidth(theme.px(560))))

    @Slot()
    def _salvage(self) -> None:
        self.recovery = Recovery()
        self.close()

    @Slot(int)
    def _restore(self, number: int) -> None:
        self.recovery = Recovery(self._backups[number])
        self.close()


def _words(error: UserError, backups: bool) -> str:
    assert isinstance(error, StoreError)
    if error.trouble is Trouble.LOG_ALONE:
        return f"{error.file}\n\n{_ALONE.format(log=error.why)}{_BACKUP if backups else _AWAY}"
    if error.trouble is Trouble.BESIDE:
        return str(error)
    if error.trouble is Trouble.EMPTY:
        return f"{error.file}\n\n{_WORDS[error.trouble]} {_KEPT}"
    newest = _NEWEST if backups else ""
    return f"{error.file}\n\n{_WORDS[error.trouble]}\n\n{_SAVED}{newest}{_KEPT}"
