"""A program for `test_screens`: the real window, opened on the screens that Qt is told of.

Arguments: a folder of records, the page to show, and how far to move the window to the right
before it is closed. Prints a line of JSON: the window with its
frame, its least size and the rooms of the screens, each as left, top, width and height; the
window is closed again and so remembers its place.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from interview_desk.app import launch, make_application
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.navigation import Page
from interview_desk.desk.screen_fit import screen_rooms
from interview_desk.desk.theme.theme import Scheme, Theme


def sides(rect: QRect) -> list[int]:
    """A rectangle as JSON has it."""
    return [rect.x(), rect.y(), rect.width(), rect.height()]


def main(folder: Path, shown: str, moved: int) -> None:
    """Open, look, close."""
    app = make_application()
    theme = Theme(Scheme.LIGHT)
    theme.apply(app)
    running = launch(theme, folder)
    window = running.window
    window.show()
    QApplication.processEvents()
    if shown != "library":
        if window.session is None:
            window.new_interview()
        window.go(Page.LIVE)
    if shown == "compact" and isinstance(window.page, LivePage):
        window.page.compact.toggle()
    for _ in range(3):
        QApplication.processEvents()
    least = window.minimumSize()
    told = {
        "window": sides(window.frameGeometry()),
        "least": [least.width(), least.height()],
        "rooms": [sides(room) for room in screen_rooms()],
    }
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()
    window.move(window.pos().x() + moved, window.pos().y())
    QApplication.processEvents()
    window.close()
    running.close()


main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
