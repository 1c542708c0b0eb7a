"""What both probes do once their window is there: wait for its paint, and print a figure."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Prints a figure when anything was painted for the first time, and quits.

    ``widget`` narrows it to one widget; None is whatever in the window comes first.
    """

    def __init__(self, figure: str, started_ns: int, widget: QWidget | None = None) -> None:
        super().__init__()
        self._figure = figure
        self._started_ns = started_ns
        self._widget = widget
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._widget in (None, watched):
            QApplication.instance().removeEventFilter(self)
            # After this event the paint is done and on the screen.
            QTimer.singleShot(0, self.report)
        return False

    def report(self) -> None:
        """Print milliseconds since the start of the process, or its megabytes."""
        if self._figure == "memory":
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            sys.stdout.write(f"{pages * 4096 / 1e6}\n")
        else:
            sys.stdout.write(f"{(time.monotonic_ns() - self._started_ns) / 1e6}\n")
        sys.stdout.flush()
        QApplication.exit()
