"""The scoring walk: one thing a screen, by keys alone; each piece of evidence has a digit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.score.score_view import SideScroll
from interview_desk.desk.session import Session
from interview_desk.guide.parse.reader import read_guide
from interview_desk.interview.actions.notes import keep_private
from tests.helpers.rooms import Room
from tests.helpers.samples import Played, prepared
from tests.helpers.scoring import click_beside, interviewed, press

NUMBERED = """# Chat

## Phase 1: Talk (5 minutes)

## Rubric

### 1. Clarity

- **Strong yes**: Clear
- **Strong no**: Muddled
"""


def shown(qtbot: QtBot, room: Room, played: Played) -> ScorePage:
    page = ScorePage(room.desk, room.session(played.interview))
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    click_beside(page)
    return page


@pytest.fixture
def page(qtbot: QtBot, room: Room) -> ScorePage:
    return shown(qtbot, room, interviewed(room.clock))


@pytest.fixture
def session(page: ScorePage) -> Session:
    return page.session


def place(page: ScorePage) -> str:
    return page.views.shown.above_title.text()


def test_a_level_a_digit_and_enter_rate_cite_and_go_on(page: ScorePage, session: Session) -> None:
    press(page, "M")
    press(page, "1")
    press(page, "2")
    press(page, "Return")
    rating = session.interview.rating(1)
    assert (rating.level, rating.reason) == (
        "Meets",
        (
            "1:00 Asked who reviews flagged payments\n"
            "1:30 Asks about business objectives and success metrics"
        ),
    )
    assert page.views.dimension.number == 2
    assert session.interview.rating(2).reason == ""


def test_a_whole_walk_by_enter_ends_before_the_lock(page: ScorePage, session: Session) -> None:
    titles = []
    for _ in range(20):
        titles.append(page.views.shown.title.text())
        press(page, "Return")
    assert titles[7:13] == [
        "Communication & Collaboration",
        "Concerns",
        "Recommendation",
        "Feedback for the candidate",
        "After the interview",
        "Finish",
    ]
    assert set(titles[13:]) == {"Finish"}
    assert session.interview.lock is None
    assert not any(session.interview.rating(n).level for n in range(1, 9))


def test_it_says_where_this_is_and_about_how_long_the_rest_takes(page: ScorePage) -> None:
    assert place(page).startswith("1 of 8, about 16 min left")
    for _ in range(4):
        press(page, "M")
        press(page, "Return")
    assert place(page).startswith("5 of 8, about 10 min left")


def test_the_screen_has_nothing_beside_the_one_dimension(page: ScorePage) -> None:
    assert not page.outline.isVisibleTo(page)
    assert not page.finish_column.isVisibleTo(page)
    evidence, reason = page.views.dimension.evidence, page.views.dimension.reason
    assert (
        evidence.mapTo(page, evidence.rect().topRight()).x() < reason.mapTo(page, reason.pos()).x()
    )


def test_any_order_is_a_click_away_and_so_is_the_way_back(page: ScorePage) -> None:
    press(page, "Return")
    page.walk_bar.order_button.click()
    assert page.outline.isVisibleTo(page)
    assert page.outline.current() == "d2"
    assert page.outline.rubric.hasFocus()
    page.outline.walk_button.click()
    assert not page.outline.isVisibleTo(page)
    assert page.views.dimension.number == 2


def test_the_levels_stay_where_they_are_while_the_evidence_scrolls(
    qtbot: QtBot, room: Room
) -> None:
    played = interviewed(room.clock)
    for number in range(40):
        played.note(f"+ said thing {number} #problem")
    page = shown(qtbot, room, played)
    card = page.views.dimension.cards.cards[0]
    before = card.mapTo(page, card.rect().topLeft())
    last = page.views.dimension.evidence.lines[-1]
    side = page.views.dimension.findChild(SideScroll)
    assert side is not None
    scroll = side.verticalScrollBar()
    scroll.setValue(scroll.maximum())
    assert card.mapTo(page, card.rect().topLeft()) == before
    assert not last.visibleRegion().isEmpty()
    assert card.visibleRegion().boundingRect() == card.rect()


def test_a_piece_of_evidence_is_cited_once_and_undone_by_itself(
    page: ScorePage, session: Session
) -> None:
    page.views.dimension.reason.edit.insertPlainText("Went deep")
    press(page, "1")
    press(page, "1")
    assert session.interview.rating(1).reason == (
        "Went deep\n1:00 Asked who reviews flagged payments"
    )
    page.undo()
    assert page.views.dimension.reason.text() == "Went deep"
    assert session.interview.rating(1).reason == "Went deep"


def test_a_click_on_its_cap_cites_too(page: ScorePage, session: Session) -> None:
    cap = page.views.dimension.evidence.caps[1]
    assert (cap.text(), cap.accessibleDescription()) == ("2", "2")
    QTest.mouseClick(cap, Qt.MouseButton.LeftButton)
    assert session.interview.rating(1).reason.startswith("1:30 Asks about business objectives")


def test_a_private_note_has_no_digit(qtbot: QtBot, room: Room) -> None:
    played = interviewed(room.clock)
    played.do(keep_private(played.interview, played.interview.notes[0].id, private=True))
    page = shown(qtbot, room, played)
    caps = page.views.dimension.evidence.caps
    assert [cap.text() for cap in caps] == ["", "1"]
    assert [cap.isEnabled() for cap in caps] == [False, True]
    press(page, "1")
    assert "flagged payments" not in page.session.interview.rating(1).reason
    assert "business objectives" in page.session.interview.rating(1).reason


def test_where_levels_are_digits_the_evidence_has_the_ones_after(qtbot: QtBot, room: Room) -> None:
    played = Played(prepared(read_guide(NUMBERED)), room.clock)
    played.start()
    room.clock.advance(60)
    played.note("drew a queue #clarity")
    page = shown(qtbot, room, played)
    assert page.views.dimension.evidence.caps[0].text() == "3"
    press(page, "3")
    press(page, "2")
    rating = page.session.interview.rating(1)
    assert (rating.level, rating.reason) == ("Strong yes", "1:00 drew a queue")


def test_in_the_text_enter_digits_and_letters_are_text(page: ScorePage, session: Session) -> None:
    page.views.dimension.reason.setFocus()
    for key in ("M", "Return", "1", "0"):
        press(page, key)
    page.flush()
    assert session.interview.rating(1).reason == "M\n10"
    assert session.interview.rating(1).level == ""
    press(page, "Esc")
    press(page, "Return")
    assert page.views.dimension.number == 2


def test_the_rest_of_the_concerns_is_not_observed_in_one_step(
    page: ScorePage, session: Session
) -> None:
    page.open_entry("concerns")
    page.views.concerns.rows[0].choice.segments[0].click()
    page.views.concerns.rest_button.click()
    chosen = [row.choice.current() for row in page.views.concerns.rows]
    # The first is observed, and the one that was seen in the interview is left to be looked at.
    assert chosen == [0, 1, 1, 1, 1, None, 1, 1, 1, 1]
    assert not page.views.concerns.rest_button.isEnabled()
    page.undo()
    assert [row.choice.current() for row in page.views.concerns.rows] == [0, *[None] * 9]


def test_the_feedback_is_drafted_from_the_strengths_and_never_written_over(
    page: ScorePage, session: Session
) -> None:
    page.open_entry("feedback")
    view = page.views.feedback
    view.draft_button.click()
    assert "– Asked who reviews flagged payments" in session.interview.feedback.text
    assert view.text.text() == session.interview.feedback.text
    assert not view.draft_button.isVisibleTo(page)
    view.text.edit.setPlainText("My own words")
    page.flush()
    view.draft_button.click()
    assert session.interview.feedback.text == "My own words"


def test_the_last_screen_says_what_is_missing_and_locks_on_the_second_press(
    page: ScorePage, session: Session
) -> None:
    page.open_entry("finish")
    page.views.finish.finish_button.click()
    assert session.interview.lock is None
    page.views.finish.finish_button.click()
    assert session.interview.lock is not None


def test_a_finished_interview_opens_in_any_order(qtbot: QtBot, room: Room) -> None:
    played = interviewed(room.clock)
    page = shown(qtbot, room, played)
    page.finish()
    page.finish()
    again = ScorePage(room.desk, room.again(page.session))
    qtbot.addWidget(again)
    assert again.outline.isVisibleTo(again)
