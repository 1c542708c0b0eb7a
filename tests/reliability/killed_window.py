"""A program for `kills`: the real window, in which an interview is run by key until it is killed.

Arguments: the folder of the records, and which life of it this is, from 0.
"""

import random
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
from interview_desk.store.store import Store
from tests.reliability.acknowledged import edits_in_words, in_words, say

_LETTER_MS = 12
_WORDS = ("because ", "the queue ", "#depth ", "drew ", "a trade-off ", "日本 ", "first ")


def tell(change: Change) -> None:
    """What the window has on disk now."""
    say(kept=edits_in_words(change))


def interview_page(window: MainWindow, store: Store, hands: Hands) -> LivePage:
    """The live page of the interview that was left, or of a new one."""
    made = store.list()
    if window.session is None and made:  # killed after it was made, before it was shown
        window.open_row(made[0].row)
    elif window.session is None:
        hands.press("Ctrl+N")
    if not isinstance(window.page, LivePage):
        hands.press("Ctrl+Return")
    page = window.page
    assert isinstance(page, LivePage)
    return page


def run_interview(page: LivePage, hands: Hands, life: int) -> None:
    """Notes, short and long, sightings and phases, each told when it is on disk."""
    say(found=page.field.text())
    page.session.changed.connect(tell)
    say(kept=in_words(page.interview.records.values()))
    hands.press("Return")  # what was left unfinished becomes a note, a mark alone does not
    hands.press("Ctrl+A")
    hands.press("Del")
    chance = random.Random(life)
    for number in count():
        words = "".join(chance.choices(_WORDS, k=chance.choice((2, 4, 20))))
        text = f"+ note {life}-{number} {words}"
        for so_far, letter in enumerate(text, 1):
            hands.type_text(letter)
            say(typed=text[:so_far])
            QTest.qWait(_LETTER_MS)
            say(alive=True)
        hands.press("Return")
        say(typed="")
        hands.press(chance.choice(("Alt+1", "Alt+2", "Ctrl+P", "Ctrl+Space")))


def main(folder: Path, life: int) -> None:
    """Opens the window where it was left."""
    application = make_application()
    theme = Theme(Scheme.LIGHT)
    theme.apply(application)
    say(starting=life)
    running = launch(theme, folder)
    window = running.window
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    hands = Hands(window)
    run_interview(interview_page(window, running.store, hands), hands, life)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
