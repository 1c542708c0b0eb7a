"""Saving the PDF, and saying how it went."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from interview_desk.desk.report.errands import Errands
from interview_desk.desk.widgets.banner import Banner
from interview_desk.desk.widgets.callout import MessageKind
from interview_desk.errors import UserError
from interview_desk.report.files import FileExistsAlreadyError, write_new


class Saver(QObject):
    """Writes a file as soon as there is something to write.

    The banner says how it went: with a way to the folder, or to replace a file that was
    there already.
    """

    def __init__(self, errands: Errands, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._banner = banner
        self._data: bytes | None = None
        self._wanted: tuple[Path, bool] | None = None
        self._path = Path()
        self._writing: Future[Any] | None = None
        self._in_the_way = False
        errands.arrived.connect(self._arrived)
        banner.acted.connect(self._act)

    def have(self, data: bytes | None) -> None:
        """What there is to save now; None while it is being made."""
        self._data = data
        self._write()

    def save(self, path: Path, *, replace: bool = False) -> None:
        """Save under that name, now or when there is something to save.

        A file that is there is kept, and the user asked, unless it is to be replaced.
        """
        self._wanted = (path, replace)
        self._write()

    def give_up(self) -> None:
        """Forget a name that waits for something to save."""
        self._wanted = None

    def _write(self) -> None:
        if self._data is None or self._wanted is None or self._writing is not None:
            return
        self._path, replace = self._wanted
        self._wanted = None
        self._writing = self._errands.send(
            partial(write_new, self._path, self._data, replace=replace)
        )

    @Slot(object)
    def _arrived(self, work: "Future[Any]") -> None:
        if work is not self._writing:
            return
        self._writing = None
        self._tell(work.exception())
        self._write()

    def _tell(self, error: BaseException | None) -> None:
        self._in_the_way = isinstance(error, FileExistsAlreadyError)
        if error is None:
            self._banner.show_message(f"Saved {self._path}", MessageKind.INFO, ["Show in folder"])
        elif self._in_the_way:
            self._banner.show_message(str(error), MessageKind.WARN, ["Replace it"])
        elif isinstance(error, UserError):
            self._banner.show_message(str(error), MessageKind.ERROR)
        else:
            raise error

    @Slot(int)
    def _act(self, _action: int) -> None:
        if self._in_the_way:
            self.save(self._path, replace=True)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
