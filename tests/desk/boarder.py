"""A program for `test_story_with_pictures`: the real window, driven by keys until it is killed.

Arguments: the folder, the folder with the resume, and which part of the story. It prints what the
window has taken; after that it waits to be killed, but for the last part.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from interview_desk.app import launch, make_application
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.prepare.page import PreparePage
from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.window import MainWindow
from interview_desk.rehearsal.keyboard import Hands
from tests.helpers.drawn import drawn

QUESTIONS = ("What broke?", "Who noticed?", "Why so?", "What now?", "And the cost?")


def until(happened: Callable[[], bool]) -> None:
    """Let the window go on until it has happened."""
    for _ in range(3_000):
        if happened():
            return
        QTest.qWait(10)
    raise TimeoutError


def prepare(window: MainWindow, hands: Hands, files: Path) -> None:
    """A resume that is dropped, and five questions."""
    hands.press("Ctrl+N")
    page = window.page
    assert isinstance(page, PreparePage)
    hands.write(QLineEdit, "Candidate", "Mirela Tanaka")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(files / "resume.txt"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(300, 300), copy, dropped, left, none))
    until(lambda: page.resume_view is not None and page.resume_view.isVisible())
    hands.press("Esc")
    for question in QUESTIONS:
        hands.write(QLineEdit, "A question of your own", question)
        hands.press("Return")
    hands.press("Ctrl+Return")


def paste(page: LivePage, hands: Hands, number: int) -> None:
    """Paste another picture; come back when it is on disk."""
    QApplication.clipboard().setImage(drawn(300 + number, 200))
    hands.press("Ctrl+V")
    until(lambda: len(page.interview.all_pictures) == number)


def first(window: MainWindow, hands: Hands, files: Path) -> None:
    """Two pictures, a caption saved and another one half typed."""
    prepare(window, hands, files)
    page = live(window)
    paste(page, hands, 1)
    hands.type_text("+ the queue before the workers #technical")
    hands.press("Return")
    paste(page, hands, 2)
    hands.type_text("the second bo")
    page.flush()


def second(window: MainWindow, hands: Hands, _files: Path) -> None:
    """The caption is gone on with, and a third picture pasted."""
    page = live(window)
    until(lambda: page.field.text() == "the second bo")
    hands.type_text("ard")
    paste(page, hands, 3)


def third(window: MainWindow, hands: Hands, files: Path) -> None:
    """The last picture, a score for everything, and the PDF."""
    page = live(window)
    paste(page, hands, 4)
    hands.press("Return")
    hands.press("Ctrl+Shift+Return")
    hands.press("Ctrl+Shift+Return")
    hands.press("Ctrl+Return")
    hands.press("Ctrl+Return")
    until(lambda: isinstance(window.page, ReportPage))
    report = window.page
    assert isinstance(report, ReportPage)
    until(lambda: "page" in report.side.facts.text())
    report.save_as(str(files / "rubric.pdf"))
    until(lambda: "Saved" in report.status.text())


def live(window: MainWindow) -> LivePage:
    """The live page, with the keyboard in its note field."""
    page = window.page
    assert isinstance(page, LivePage), type(page)
    page.field.setFocus()
    return page


application = make_application()
theme = Theme(Scheme.LIGHT)
theme.apply(application)
running = launch(theme, Path(sys.argv[1]))
sys.excepthook = sys.__excepthook__  # the test is to see what goes wrong here
running.window.activateWindow()
QTest.qWaitForWindowActive(running.window)
part = {"first": first, "second": second, "third": third}[sys.argv[3]]
part(running.window, Hands(running.window), Path(sys.argv[2]))
sys.stdout.write("done\n")
sys.stdout.flush()
if part is not third:
    QTest.qWait(600_000)
running.window.close()
running.close()
