"""What tests of the report page share: waiting for the PDF, saving it, and a desktop."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.widgets.text_painting import MAY_BREAK

_SCHEMES = ("file", "mailto")


def wait_for_pdf(qtbot: QtBot, page: ReportPage) -> None:
    """Come back when the page shows what was chosen last."""
    qtbot.waitUntil(lambda: "page" in page.side.facts.text(), timeout=20_000)


def save(qtbot: QtBot, page: ReportPage, path: Path) -> bytes:
    """Save under that path as the file dialog would; what is in the file then."""
    page.save_as(str(path))
    wait_for_saved(qtbot, page, path)
    return path.read_bytes()


def wait_for_saved(qtbot: QtBot, page: ReportPage, path: Path) -> None:
    """Come back when the status line says that the file is saved."""
    told = f"Saved {path}"
    qtbot.waitUntil(lambda: page.status.text().replace(MAY_BREAK, "") == told, timeout=10_000)


class Desktop(QObject):
    """Stands in for the programs of the desktop, and keeps what they were to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []
        for scheme in _SCHEMES:
            # The type that PySide declares is not the one it takes.
            QDesktopServices.setUrlHandler(scheme, self, "open")  # type: ignore[arg-type]

    @Slot("QUrl")
    def open(self, url: QUrl) -> None:
        """A program would open this."""
        self.opened.append(url)

    def close(self) -> None:
        """Leave it to the real programs again."""
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
