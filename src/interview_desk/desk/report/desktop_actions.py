"""What the desktop can do with a saved file: show it, open it, take it along."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices

from interview_desk.desk.report.document_jobs import Copied


def open_file(path: Path) -> bool:
    """Open a file or folder with the desktop's own program; whether there was one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def as_file(path: Path) -> QMimeData:
    """The file itself, to paste or drop elsewhere."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    return carried


def as_text(copied: Copied) -> QMimeData:
    """Text to paste, with its HTML if there is any."""
    carried = QMimeData()
    carried.setText(copied.text)
    if copied.html:
        carried.setHtml(copied.html)
    return carried
