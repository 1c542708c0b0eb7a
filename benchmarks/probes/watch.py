"""What both probes do once their window is there: wait for its paint, and print a figure."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_SETTLE_MS, _IDLE_MS = 7_000, 5_000  # by then the start, and what follows it, is over


class FirstPaint(QObject):
    """Prints a figure when ``widget`` was painted for the first time, and quits.

    It watches that widget alone: a filter on the application would slow a window down the more,
    the more is in it.
    """

    def __init__(self, figure: str, started_ns: int, widget: QWidget) -> None:
        super().__init__()
        self._figure = figure
        self._started_ns = started_ns
        self._seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen()
        return False

    def seen(self) -> None:
        """It is being painted."""
        if not self._seen:
            self._seen = True
            # After this event the paint is done and on the screen.
            QTimer.singleShot(0, self.report)

    def report(self) -> None:
        """Print milliseconds since the start of the process, or its megabytes, or its wake-ups."""
        match self._figure:
            case "idle":
                QTimer.singleShot(_SETTLE_MS, self._count)
            case "memory":
                pages = int(Path("/proc/self/statm").read_text().split()[1])
                _end(pages * 4096 / 1e6)
            case _:
                _end((time.monotonic_ns() - self._started_ns) / 1e6)

    def _count(self) -> None:
        before = _wake_ups()
        QTimer.singleShot(_IDLE_MS, lambda: _end(_wake_ups() - before))


def _wake_ups() -> int:
    """How often a thread of this process had waited and went on."""
    statuses = (path.read_text() for path in Path("/proc/self/task").glob("*/status"))
    lines = (line for text in statuses for line in text.splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt"))


def _end(figure: float) -> None:
    sys.stdout.write(f"{figure}\n")
    sys.stdout.flush()
    QApplication.exit()
