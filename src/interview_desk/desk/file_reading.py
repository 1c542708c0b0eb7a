"""Files from outside, read apart from the window's thread; a quiet line says so and can stop it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.theme.theme import M, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.messages import announce
from interview_desk.errors import UserError
from interview_desk.limited_process import Cancellation

# Most files are read by then, and a line that comes and goes at once only disturbs.
_SOON_MS = 400
Result = TypeVar("Result")


class _Asked(NamedTuple):
    path: Path
    then: Callable[[Any], object]
    failed: Callable[[UserError], object]


class FileReading(QWidget):
    """Reads one file after another for a page, and tells who asked.

    The line stands below the page's banner while it takes longer than a moment. Its button,
    Escape, and leaving the page give up what is under way: nobody is told of that.
    """

    def __init__(self, theme: Theme, page: QWidget, banner: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._words = ElidedLabel(theme, "", "small")
        self.cancel_button = TextButton(theme, "Cancel", ButtonKind.QUIET, "Esc")
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._escape.setContext(Qt.ShortcutContext.WindowShortcut)
        self._escape.setEnabled(False)
        self._jobs = Jobs(self)
        self._asked: list[_Asked] = []
        self._cancellation = self._new_cancellation()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._lay_out(banner)
        self._soon.timeout.connect(self._show_line)
        self._escape.activated.connect(self.cancel)
        self.cancel_button.clicked.connect(self.cancel)

    @property
    def under_way(self) -> bool:
        """Whether a file is being read."""
        return bool(self._asked)

    def read(
        self,
        path: Path,
        work: Callable[[Path, Cancellation], Result],
        then: Callable[[Result], object],
        failed: Callable[[UserError], object],
    ) -> None:
        """Read the file by ``work``, apart from the window's thread.

        ``then`` gets what was read, or ``failed`` why it could not be.
        """
        asked = _Asked(path, then, failed)
        self._asked.append(asked)
        self._jobs.run(
            partial(work, path, self._cancellation),
            partial(self._read, asked),
            partial(self._not_read, asked),
        )
        if len(self._asked) == 1:
            self._page.installEventFilter(self)
            self._escape.setEnabled(True)
            self._soon.start()

    @Slot()
    def cancel(self) -> None:
        """Give up all that is being read; nothing is taken from it."""
        self._cancellation.cancel()
        self._cancellation = self._new_cancellation()
        self._asked.clear()
        self._come_to_rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A window that is only minimised is hidden by the system: that is no leaving.
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.cancel()
        return super().eventFilter(watched, event)

    def _read(self, asked: _Asked, found: object) -> None:
        if self._is_wanted(asked):
            asked.then(found)

    def _not_read(self, asked: _Asked, error: BaseException) -> None:
        if self._is_wanted(asked) and isinstance(error, UserError):
            asked.failed(error)

    def _is_wanted(self, asked: _Asked) -> bool:
        """Whether it was not given up; it is under way no more."""
        if not self._asked or self._asked[0] is not asked:
            return False
        self._asked.pop(0)
        if not self._asked:
            self._come_to_rest()
        elif not self.isHidden():
            self._show_line()
        return True

    @Slot()
    def _show_line(self) -> None:
        name = self._asked[0].path.name
        self._words.setText(f"Reading {name}…")
        self.cancel_button.setAccessibleName(f"Stop reading {name}")
        if self.isHidden():
            self.show()
            announce(self, self._words.text())

    def _come_to_rest(self) -> None:
        self._soon.stop()
        self._escape.setEnabled(False)
        self._page.removeEventFilter(self)
        if self.cancel_button.hasFocus():
            self._page.setFocus()
        self.hide()

    def _new_cancellation(self) -> Cancellation:
        made = Cancellation()
        # Where the page goes without being hidden first, no process stays behind.
        self.destroyed.connect(partial(_give_up, made))
        return made

    def _lay_out(self, banner: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(M, 0, M, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel_button)
        self.hide()
        around = banner.parentWidget()
        column = around.layout() if around is not None else None
        if isinstance(column, QBoxLayout):
            column.insertWidget(column.indexOf(banner) + 1, self)


def _give_up(cancellation: Cancellation, *_destroyed: object) -> None:
    cancellation.cancel()
