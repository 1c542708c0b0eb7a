"""A program for `test_killed`: the real window, in which notes are typed until it is killed.

It prints what the window acknowledged, line by line. Arguments: folder, first note's number.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtTest import QTest

from interview_desk.app import launch, make_application
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.window import MainWindow
from interview_desk.rehearsal.keyboard import Hands


def type_notes(window: MainWindow, first: int) -> None:
    """Note after note, each printed when the store has it."""
    hands = Hands(window)
    if not isinstance(window.page, LivePage):
        hands.press("Ctrl+N")
        hands.press("Ctrl+Return")
    page = window.page
    assert isinstance(page, LivePage)
    sys.stdout.write(f"found {page.evidence.said()!r} {page.field.text()!r}\n")
    hands.press("Ctrl+A")
    hands.press("Del")
    for number in count(first):
        hands.type_text(f"+ note {number} because")
        hands.press("Return")
        kept = {note.text for note in page.interview.notes}
        if f"note {number} because" in kept:
            sys.stdout.write(f"kept {number}\n")
            sys.stdout.flush()
        hands.press("Alt+1")
        QTest.qWait(1)


theme_app = make_application()
theme = Theme(Scheme.LIGHT)
theme.apply(theme_app)
running = launch(theme, Path(sys.argv[1]))
running.window.activateWindow()
QTest.qWaitForWindowActive(running.window)
type_notes(running.window, int(sys.argv[2]))
