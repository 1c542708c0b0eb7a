"""A program for `all_commands`: the window opened on a folder, a note typed, and closed."""

import sys
from pathlib import Path

from PySide6.QtTest import QTest

from interview_desk.app import launch, make_application
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.paths import owner_only
from interview_desk.rehearsal.keyboard import Hands

owner_only()
application = make_application()
theme = Theme(Scheme.LIGHT)
theme.apply(application)
running = launch(theme, Path(sys.argv[1]))
running.window.activateWindow()
QTest.qWaitForWindowActive(running.window)
hands = Hands(running.window)
hands.press("Ctrl+N")
hands.press("Ctrl+Return")
hands.type_text("+ drew the queue first")
hands.press("Return")
running.window.close()
running.close()
