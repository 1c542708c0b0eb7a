"""A program for `faults`: the real window, in which notes are taken while its files are harmed.

It goes on whatever happens. Arguments: the folder of the records, and the first note's number.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtTest import QTest

from interview_desk.app import launch, make_application
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.window import MainWindow
from interview_desk.interview.change import Change
from interview_desk.rehearsal.keyboard import Hands
from tests.reliability.acknowledged import edits_in_words, say


def tell(change: Change) -> None:
    """What the window shows as saved now."""
    say(kept=edits_in_words(change))


def take_notes(window: MainWindow, first: int) -> None:
    """Note after note; what was not saved is told to be still in the field, and taken away."""
    hands = Hands(window)
    if not isinstance(window.page, LivePage):
        hands.press("Ctrl+N")
        hands.press("Ctrl+Return")
    page = window.page
    assert isinstance(page, LivePage)
    page.session.changed.connect(tell)
    for number in count(first):
        hands.press("Ctrl+A")
        hands.press("Del")
        text = f"+ note {number} because"
        hands.type_text(text)
        hands.press("Return")
        say(refused=page.field.text() == text and page.banner.text(), alive=True)
        hands.press("Alt+1")
        QTest.qWait(5)


def main(folder: Path, first: int) -> None:
    """Opens the window where it was left."""
    application = make_application()
    theme = Theme(Scheme.LIGHT)
    theme.apply(application)
    window = launch(theme, folder).window
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    take_notes(window, first)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
