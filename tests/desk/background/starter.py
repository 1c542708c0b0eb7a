"""A program for `test_damaged_start`: the real start on records that are damaged.

It takes the first way out that is offered, or a restore if that is asked for, and prints each
window it meets as a line of JSON. Arguments: folder, then "save" or "restore".
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from interview_desk import app
from interview_desk.desk.background.daily_check import DailyCheck
from interview_desk.desk.background.recovery_window import RecoveryWindow
from interview_desk.desk.window import MainWindow


class Hand(QObject):
    """Looks a few times a second at what is on the screen, and presses what is asked for."""

    def __init__(self, way: str) -> None:
        super().__init__()
        self._way = way
        self._mended = False
        self._said = ""
        self._looked = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(20)

    @Slot()
    def look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, RecoveryWindow) and window.isVisible():
                self._trouble(window)
            elif isinstance(window, MainWindow) and window.isVisible():
                self._main(window)

    def _note(self, _nothing: None) -> None:
        self._looked = True

    def _trouble(self, window: RecoveryWindow) -> None:
        ways = [each for each in (window.salvage, *window.restore) if each is not None]
        tell(window="trouble", words=window.words(), ways=[each.accessibleName() for each in ways])
        if self._mended or not ways:
            window.close()
            return
        self._mended = True
        (window.restore[0] if self._way == "restore" else ways[0]).click()

    def _main(self, window: MainWindow) -> None:
        """Lets the daily_check look, then reads what the banner says."""
        daily_check = window.findChild(DailyCheck)
        if not isinstance(daily_check, DailyCheck):
            return  # it comes once the window is painted
        if daily_check._day is None:
            self._said, self._looked = window.first_page.banner.text(), False
            daily_check.begin()
            # Heard after the daily_check, which was there before.
            daily_check._jobs.run(lambda: None, self._note)
            return
        if not self._looked:
            return
        banner = window.first_page.banner.text()
        tell(window="main", said=self._said, banner=banner)
        if "damaged in places" in banner and not self._mended:
            self._mended = True
            window.first_page.banner.acted.emit(0)
        else:
            window.close()


def tell(**fields: object) -> None:
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


make_application = app.make_application
hands: list[Hand] = []


def make_application_with_a_hand() -> QApplication:
    made = make_application()
    hands.append(Hand(sys.argv[2]))
    return made


app.make_application = make_application_with_a_hand
sys.exit(app.run(Path(sys.argv[1])))
