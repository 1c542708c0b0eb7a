"""The score page of an interview whose guide rates nobody."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.score.outline import FINISH
from interview_desk.desk.score.page import ScorePage
from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions import running
from tests.helpers.rooms import Room
from tests.helpers.samples import Played, prepared
from tests.helpers.scoring import press

GUIDE = "# Call\n\n## Phase 1: Talk (20 minutes)\n\n## Rubric\n\nNone.\n"


def test_it_holds_the_recommendation_and_no_ratings(qtbot: QtBot, room: Room) -> None:
    played = Played(prepared(read_guide(GUIDE)), room.clock)
    played.start()
    room.clock.advance(60)
    played.note("They keep a list on paper")
    played.do(running.finish(played.interview, room.clock.now()))
    page = ScorePage(room.desk, room.session(played.interview))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert page.views.currentWidget() is page.views.recommendation
    assert page.rated_label.text() == ""
    for _ in range(4):
        press(page, "Ctrl+Tab")
    assert page.views.currentWidget() is page.views.finish
    QTest.mouseClick(page.walk_bar.order_button, Qt.MouseButton.LeftButton)
    assert FINISH not in page.outline.keys
    assert not page.outline.rubric.isVisible()
    page.finish()
    page.finish()
    assert page.session.interview.lock is not None
