"""Folding the texts that wait for it, so that search finds them by their words in every script."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from interview_desk.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from interview_desk.desk.background.jobs import Jobs

_BETWEEN_MS = 20


class SearchFolding(QObject):
    """Some texts at a time: notes and other work go between them.

    Only a file of an earlier format, or of a release that folded otherwise, has many.
    """

    def __init__(self, store: Path, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_BETWEEN_MS)
        self._again.timeout.connect(self.go_on)

    @Slot()
    def go_on(self) -> None:
        """Fold some that wait, and the others after them."""
        self._jobs.run(partial(_fold_some, self._store), self._folded, _left)

    def _folded(self, any_waited: bool) -> None:
        if any_waited:
            self._again.start()


def _fold_some(store: Path) -> bool:
    # Imported here, in the thread, so that the window need not wait for it.
    from contextlib import closing

    from interview_desk.store.connection import connect
    from interview_desk.store.errors import in_users_words
    from interview_desk.store.search_index import fold_some

    with in_users_words(store), closing(connect(store)) as conn:
        return fold_some(conn)


def _left(error: BaseException) -> None:
    """What cannot be folded now is found by SQLite's own words, and folded after the next start."""
    if not isinstance(error, UserError):
        raise error
