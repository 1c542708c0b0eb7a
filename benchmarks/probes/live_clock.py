"""What a window costs that nobody touches while its clock runs.

Arguments: ``floor`` or ``desk``, a folder of records, and how many seconds to look at it.
Prints the CPU time in ms.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QRect, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from interview_desk.app import launch, make_application
from interview_desk.desk.theme.theme import Scheme, Theme

_SETTLED_MS = 7000  # by then the start and what follows it are over


class Bar(QWidget):
    """A small bar that fills."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0
        self.setFixedHeight(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width() * self.share // 3600, 8), self.palette().mid())
        painter.end()


class Floor(QWidget):
    """A label and a bar, once a second."""

    def __init__(self) -> None:
        super().__init__()
        self._label, self._bar = QLabel("0:00"), Bar()
        self._timer = QTimer(self)
        column = QVBoxLayout(self)
        column.addWidget(self._label)
        column.addWidget(self._bar)
        self.resize(1280, 800)
        self._timer.timeout.connect(self.tick)
        self._timer.start(1000)

    @Slot()
    def tick(self) -> None:
        """Another second."""
        self._bar.share += 1
        self._label.setText(f"{self._bar.share // 60}:{self._bar.share % 60:02}")
        self._bar.update()


class Watch:
    """Prints what was spent between two moments, and ends the program."""

    def __init__(self, seconds: int) -> None:
        self._ms = 1000 * seconds
        self._spent_ns = 0
        QTimer.singleShot(_SETTLED_MS, self.begin)

    def begin(self) -> None:
        """The window has settled."""
        self._spent_ns = time.process_time_ns()
        QTimer.singleShot(self._ms, self.end)

    def end(self) -> None:
        """Time is up."""
        sys.stdout.write(f"{(time.process_time_ns() - self._spent_ns) / 1e6}")
        sys.stdout.flush()
        app.exit()


app = make_application()
theme = Theme(Scheme.LIGHT)
theme.apply(app)
what, folder, seconds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
desk = launch(theme, folder) if what == "desk" else None
shown = desk.window if desk is not None else Floor()
shown.show()
shown.activateWindow()
watch = Watch(seconds)
app.exec()
if desk is not None:
    desk.close()
