"""Files the user saves: where to, one that is there already, and what the desktop does with it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.widgets.messages import Banner, MessageKind
from interview_desk.errors import UserError
from interview_desk.report.files import FileExistsAlreadyError, write_new


def where_to_save(
    parent: QWidget, proposed: Path, title: str = "Save the PDF", kind: str = "PDF"
) -> QFileDialog:
    """The system's dialog for a file to save, to be opened; it goes when it is closed."""
    suffix = proposed.suffix.lstrip(".")
    dialog = QFileDialog(parent, title, str(proposed.parent), f"{kind} (*.{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(proposed.name)
    # Where the system's own dialog adds the suffix, it asks about another file: so the
    # window asks, everywhere alike.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


class _Job(NamedTuple):
    """A file to write, and what to do once it is there."""

    path: Path
    data: bytes
    then: Callable[[Path], object]


class Saver(QObject):
    """Writes files apart from the window's thread.

    The banner says what went wrong, and offers to replace a file that was there already.
    """

    def __init__(self, jobs: Jobs, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._banner = banner
        self._in_the_way: _Job | None = None
        banner.acted.connect(self._replace)

    def write(self, path: Path, data: bytes, then: Callable[[Path], object]) -> None:
        """Write the file, then call ``then`` with its path; one that is there is asked about."""
        self._send(_Job(path, data, then), replace=False)

    def forget(self) -> None:
        """What was asked about is out of date: take the question back."""
        if self._in_the_way is not None:
            self._in_the_way = None
            self._banner.clear()

    def _send(self, job: _Job, *, replace: bool) -> None:
        self._in_the_way = None
        work = partial(write_new, job.path, job.data, replace=replace)
        self._jobs.run(work, partial(self._written, job), partial(self._not_written, job))

    @staticmethod
    def _written(job: _Job, _done: object) -> None:
        job.then(job.path)

    def _not_written(self, job: _Job, error: BaseException) -> None:
        if isinstance(error, FileExistsAlreadyError):
            self._in_the_way = job
            self._banner.show_message(str(error), MessageKind.WARN, ["Replace it"])
        elif isinstance(error, UserError):
            self._banner.show_message(str(error), MessageKind.ERROR)

    @Slot(int)
    def _replace(self, _action: int) -> None:
        if self._in_the_way is not None:
            self._send(self._in_the_way, replace=True)


def open_file(path: Path) -> bool:
    """Open a file or folder with the desktop's own program; whether there was one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def as_file(path: Path) -> QMimeData:
    """The file itself, to paste or drop elsewhere."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    return carried
