"""Scoring in any order by keyboard: ratings, reasons, evidence, and the way about the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.session import Session
from interview_desk.interview.records import Review
from tests.helpers.drawn import png
from tests.helpers.pictured import add_note_with_picture
from tests.helpers.rooms import Room
from tests.helpers.samples import scored, shipped_guide
from tests.helpers.scoring import interviewed, press


@pytest.fixture
def session(room: Room) -> Session:
    return room.session(interviewed(room.clock).interview)


@pytest.fixture
def page(qtbot: QtBot, room: Room, session: Session) -> ScorePage:
    """The page in any order."""
    shown = ScorePage(room.desk, session)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    QTest.mouseClick(shown.walk_bar.order_button, Qt.MouseButton.LeftButton)
    return shown


def statuses(page: ScorePage) -> list[str]:
    rows = page.outline.rubric
    return [
        rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole).rpartition(", ")[2]
        for n in range(rows.count())
    ]


def checks(page: ScorePage) -> list[str]:
    return [line.accessibleName() for line in page.finish_column.checks.lines]


def test_every_dimension_is_rated_without_a_mouse(page: ScorePage, session: Session) -> None:
    for key in "BME0MMEB":
        press(page, key)
        press(page, "Ctrl+Tab")
    assert statuses(page) == [
        "Below", "Meets", "Exceeds", "Not enough", "Meets", "Meets", "Exceeds", "Below",
    ]  # fmt: skip
    ratings = [session.interview.rating(n) for n in range(1, 9)]
    assert [each.level for each in ratings] == [
        "Below", "Meets", "Exceeds", "", "Meets", "Meets", "Exceeds", "Below",
    ]  # fmt: skip
    assert ratings[3].not_enough
    assert page.rated_label.text() == "8 of 8 rated"


def test_all_level_texts_can_be_read_from_the_lowest_up(page: ScorePage) -> None:
    levels = shipped_guide().dimension(1).ascending
    cards = page.views.dimension.cards.cards
    assert [card.accessibleName() for card in cards] == ["Below", "Meets", "Exceeds"]
    for card, level, key in zip(cards, levels, "BME", strict=True):
        assert card.accessibleDescription() == f"{level.text.removesuffix('.')}. {key}"


def test_not_enough_evidence_can_be_taken_back(page: ScorePage, session: Session) -> None:
    press(page, "0")
    assert page.views.dimension.not_enough.isChecked()
    press(page, "0")
    assert not session.interview.rating(1).not_enough
    assert statuses(page)[0] == "Not rated"


def test_level_keys_are_letters_while_text_is_typed(page: ScorePage, session: Session) -> None:
    press(page, "M")
    press(page, "Return")
    for letter in "Bee 0":
        press(page, letter)
    page.flush()
    assert session.interview.rating(1).level == "Meets"
    assert session.interview.rating(1).reason == "Bee 0"


def test_a_click_on_another_dimension_ends_the_typing(page: ScorePage, session: Session) -> None:
    press(page, "Return")
    press(page, "x")
    rows = page.outline.rubric
    spot = rows.visualItemRect(rows.item(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    press(page, "M")
    assert session.interview.rating(1).reason == "x"
    assert session.interview.rating(3).level == "Meets"
    assert session.interview.rating(3).reason == ""


def test_escape_leads_from_the_text_back_to_the_level_keys(page: ScorePage) -> None:
    press(page, "Return")
    assert page.views.dimension.reason.edit.hasFocus()
    press(page, "Esc")
    press(page, "E")
    assert statuses(page)[0] == "Exceeds"


def test_a_reason_is_on_disk_within_a_second(
    qtbot: QtBot, room: Room, page: ScorePage, session: Session
) -> None:
    press(page, "Return")
    for letter in "because":
        press(page, letter)
    qtbot.waitUntil(
        lambda: room.again(session).interview.rating(1).reason == "because", timeout=1000
    )


def test_a_reason_is_saved_on_the_way_to_the_next_dimension(
    page: ScorePage, session: Session
) -> None:
    page.views.dimension.reason.edit.insertPlainText("Asked first")
    press(page, "Ctrl+Tab")
    assert session.interview.rating(1).reason == "Asked first"
    assert page.views.dimension.reason.text() == ""
    press(page, "Ctrl+Shift+Tab")
    assert page.views.dimension.reason.text() == "Asked first"


def test_the_caret_stays_while_the_text_is_saved_and_the_level_chosen(
    page: ScorePage, session: Session
) -> None:
    edit = page.views.dimension.reason.edit
    edit.insertPlainText("Asked, then drew")
    cursor = edit.textCursor()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    page.views.dimension.choose(1)
    page.flush()
    assert session.interview.rating(1).reason == "Asked, then drew"
    assert edit.textCursor().position() == 5


def test_undo_brings_back_the_level_and_the_reason_on_show(
    page: ScorePage, session: Session
) -> None:
    press(page, "M")
    page.views.dimension.reason.edit.insertPlainText("Too early")
    page.undo()
    assert page.views.dimension.reason.text() == ""
    page.undo()
    assert statuses(page)[0] == "Not rated"
    assert page.views.dimension.cards.current() is None


def test_evidence_stands_under_its_dimension_with_time_and_origin(page: ScorePage) -> None:
    lines = [line.accessibleName() for line in page.views.dimension.evidence.lines]
    assert lines == [
        "1:00, strength, Asked who reviews flagged payments",
        "1:30, seen, Asks about business objectives and success metrics strong signal, Phase 1",
    ]
    assert page.views.dimension.evidence_label.text() == "Evidence 1 note, 1 sighting"


def test_an_untagged_note_becomes_evidence_and_can_be_taken_out_again(
    page: ScorePage, session: Session
) -> None:
    page.views.dimension.picker.button.click()
    row = page.views.dimension.picker.rows[0]
    assert row.accessibleName() == "2:00 Great culture fit"
    row.click()
    assert [*session.interview.notes[1].dimensions] == [1]
    assert len(page.views.dimension.evidence.lines) == 3
    row.click()
    assert [*session.interview.notes[1].dimensions] == []


def test_a_note_is_reworded_where_it_is_opened(page: ScorePage, session: Session) -> None:
    page.views.dimension.evidence.lines[0].click()
    note = page.views.note
    assert note.isVisibleTo(page)
    note.words.edit.setPlainText("Asked who reviews them, and how many a day")
    note.dimensions[1].click()
    assert session.interview.notes[0].text == "Asked who reviews them, and how many a day"
    assert session.interview.notes[0].dimensions == (1, 2)
    press(page, "Esc")
    assert page.views.dimension.isVisibleTo(page)


def test_the_picture_of_a_note_stands_under_its_words(
    page: ScorePage, session: Session, qtbot: QtBot
) -> None:
    tag = session.interview.guide.dimension(1).tag
    note = add_note_with_picture(session, f"the board #{tag}", png(240, 160))
    lines = page.views.dimension.evidence.lines
    (line,) = [each for each in lines if "the board" in each.accessibleName()]
    assert "picture" in line.accessibleName()
    line.click()
    view = page.views.note
    assert view.picture.isVisibleTo(page)
    qtbot.waitUntil(lambda: view.picture.is_read, timeout=20_000)
    assert view.picture.height() == 160
    assert view.picture.accessibleName() == "Picture: the board"
    page.undo()
    assert session.interview.picture(note.id) is None
    page.views.dimension.evidence.lines[0].click()
    assert not view.picture.isVisibleTo(page)


def test_an_emptied_note_keeps_its_words_on_disk(page: ScorePage, session: Session) -> None:
    page.views.dimension.evidence.lines[0].click()
    page.views.note.words.edit.clear()
    page.flush()
    assert session.interview.notes[0].text == "Asked who reviews flagged payments"


def test_a_check_leads_to_the_note_it_speaks_of(page: ScorePage) -> None:
    opinion = next(n for n, said in enumerate(checks(page)) if "is an opinion" in said)
    page.finish_column.checks.lines[opinion].click()
    assert page.views.note.title.text() == "Note at 2:00"
    assert page.views.note.words.edit.hasFocus()


def test_a_check_goes_when_what_it_asks_for_is_done(page: ScorePage) -> None:
    title = shipped_guide().dimension(1).title
    assert checks(page)[0].startswith("missing, 8 dimensions are not rated")
    press(page, "M")
    assert checks(page)[0].startswith("missing, 7 dimensions are not rated")
    assert f"missing, {title} is rated without a reason." in checks(page)


def test_a_check_about_the_recommendation_leads_to_its_steps(page: ScorePage) -> None:
    page.resize(1024, 640)
    line = next(n for n, said in enumerate(checks(page)) if "recommendation is open" in said)
    page.finish_column.checks.lines[line].click()
    view = page.views.recommendation
    steps = view.verdict.steps
    assert steps.segments[0].hasFocus()
    spot = steps.mapTo(view.viewport(), steps.rect().center())
    assert view.viewport().rect().contains(spot)


def test_concerns_are_looked_at_one_by_one(page: ScorePage, session: Session) -> None:
    page.open_entry("concerns")
    first, second = page.views.concerns.rows[:2]
    first.choice.segments[1].click()
    second.choice.segments[0].click()
    second.remark.edit.insertPlainText("Twice")
    page.flush()
    keys = first.indicator.key, second.indicator.key
    assert [session.interview.review(key) for key in keys] == [
        Review(keys[0], observed=False),
        Review(keys[1], observed=True, remark="Twice"),
    ]
    assert page.views.concerns.rows[2].choice.current() is None


def test_a_concern_seen_live_shows_when(page: ScorePage) -> None:
    page.open_entry("concerns")
    seen = [row.seen.text() for row in page.views.concerns.rows if row.seen.isVisibleTo(page)]
    assert seen == ["Seen in the interview at 2:00"]


def test_the_recommendation_shows_what_it_rests_on(page: ScorePage, session: Session) -> None:
    press(page, "M")
    page.open_entry("recommendation")
    press(page, "Return")
    page.views.recommendation.verdict.steps.segments[2].click()
    page.views.recommendation.verdict.summary.edit.insertPlainText("Frames well.")
    page.flush()
    assert session.interview.verdict.step == "Hire"
    assert session.interview.verdict.summary == "Frames well."
    page.views.recommendation.verdict.no_decision.click()
    assert session.interview.verdict.step == "No decision"
    assert page.views.recommendation.verdict.steps.current() is None


def test_feedback_and_the_checklist_after_are_kept(page: ScorePage, session: Session) -> None:
    page.open_entry("feedback")
    page.views.feedback.text.edit.insertPlainText("Thank you.")
    page.open_entry("after")
    assert session.interview.feedback.text == "Thank you."
    page.views.after.rows[0].click()
    assert session.interview.ticked("after.1")


def test_the_page_opens_at_the_first_open_dimension(qtbot: QtBot, room: Room) -> None:
    played = scored()
    session = room.session(played.interview)
    page = ScorePage(room.desk, session)
    qtbot.addWidget(page)
    assert page.outline.current() == "d1"
    assert page.views.dimension.reason.text() == "Framed it by its users"


def test_markup_in_a_note_is_shown_as_it_was_typed(qtbot: QtBot, room: Room) -> None:
    played = interviewed(room.clock)
    played.note("+ <b>bold</b> & <img src=x> #problem")
    page = ScorePage(room.desk, room.session(played.interview))
    qtbot.addWidget(page)
    assert "<b>bold</b> & <img src=x>" in page.views.dimension.evidence.lines[-1].accessibleName()


def test_everything_that_takes_the_focus_has_a_name(page: ScorePage) -> None:
    for key in ("d1", "concerns", "recommendation", "feedback", "after"):
        page.open_entry(key)
        nameless = [
            each
            for each in page.findChildren(QWidget)
            if each.isVisibleTo(page)
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not each.accessibleName()
        ]
        assert nameless == [], key


def test_a_failed_write_keeps_the_words_in_the_field(
    qtbot: QtBot, room: Room, page: ScorePage, session: Session
) -> None:
    press(page, "Return")
    page.views.dimension.reason.edit.insertPlainText("Not lost")
    room.desk.store._conn.execute("PRAGMA query_only = ON")
    page.flush()
    assert page.banner.text()
    assert page.views.dimension.reason.text() == "Not lost"
    room.desk.store._conn.execute("PRAGMA query_only = OFF")
    page.flush()
    assert session.interview.rating(1).reason == "Not lost"
    assert QApplication.focusWidget() is page.views.dimension.reason.edit
