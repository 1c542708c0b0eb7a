"""Insights in the window: drawn, opened dot by dot, told as tables, and silent where too few."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.insights.insight_card import InsightCard
from interview_desk.desk.insights.page import InsightsPage
from interview_desk.desk.insights.plots import plot
from interview_desk.desk.panels.placing import place
from interview_desk.desk.widgets.label import Label
from interview_desk.insights.figures import CAUTION
from interview_desk.interview.origin import Origin
from interview_desk.interview.packet import write_packet
from interview_desk.panel.packets import PanelPacket
from tests.helpers.fit import clipped
from tests.helpers.panels import EXCEEDS, MEETS, locked, rated
from tests.helpers.past import keep_finished, two
from tests.helpers.rooms import Room
from tests.helpers.samples import scored

Key, Mod = Qt.Key, Qt.KeyboardModifier


def shown(qtbot: QtBot, room: Room) -> InsightsPage:
    page = InsightsPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def card(page: InsightsPage, title: str) -> InsightCard:
    return next(each for each in page.cards if each.insight.title == title)


def test_nothing_yet_says_what_adds_to_it(qtbot: QtBot, room: Room) -> None:
    page = shown(qtbot, room)
    assert page.cards == []
    assert page.caution.text() == CAUTION
    (label,) = page.view.findChildren(Label)
    assert label.text().startswith("Nothing to look at yet")
    assert not page.rubric.isVisible()


def test_too_few_says_how_many_are_needed_and_draws_nothing(qtbot: QtBot, room: Room) -> None:
    keep_finished(room, 2)
    page = shown(qtbot, room)
    assert "Needs 5" in card(page, "Levels").insight.sentence
    assert card(page, "Levels").picture is None


def test_each_figure_is_drawn_with_its_sentence_and_its_table(qtbot: QtBot, room: Room) -> None:
    keep_finished(room, 12)
    page = shown(qtbot, room)
    assert [each.insight.title for each in page.cards] == [
        "Levels", "Change", "All alike", "Evidence", "Not enough evidence", "Time by phase",
        "Their questions",
    ]  # fmt: skip
    for each in page.cards:
        if each.picture is None:
            continue
        image = each.picture.grab().toImage()
        across, down = range(0, image.width(), 3), range(0, image.height(), 3)
        assert len({image.pixel(x, y) for x in across for y in down}) > 1, each.insight.title
        assert each.picture.accessibleName().startswith(each.insight.title)
        assert each.table is not None
        assert not each.table.isVisible()
        each.table_button.click()
        assert each.table.isVisible()
        assert len(each.table.toPlainText().splitlines()) > 1
    assert sum(each.picture is not None for each in page.cards) >= 5
    qtbot.waitUntil(lambda: clipped(page) == [])


def test_a_dot_opens_its_interview_by_keys_and_by_a_click(qtbot: QtBot, room: Room) -> None:
    rows = keep_finished(room, 6)
    page = shown(qtbot, room)
    picture = card(page, "Levels").picture
    assert picture is not None
    picture.setFocus()
    QTest.keyClick(picture, Key.Key_Right)
    QTest.keyClick(picture, Key.Key_Right)
    assert picture.current is not None
    wanted = picture.current.row
    assert wanted in rows
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.keyClick(picture, Key.Key_Return)
    assert opened.args == [wanted]

    spot, dot = picture.dots[-1]
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, Mod.NoModifier, spot.toPoint())
    assert opened.args == [dot.row]


def test_what_is_not_ones_own_is_not_counted(qtbot: QtBot, room: Room) -> None:
    keep_finished(room, 5)
    room.desk.store.create(scored().interview, Origin.TAKEN_IN)
    page = shown(qtbot, room)
    assert not page.rubric.isVisible()
    assert len(page.cards) == 7


def test_one_rubric_at_a_time(qtbot: QtBot, room: Room) -> None:
    keep_finished(room, 6)
    keep_finished(room, 3, two(), "small")
    page = shown(qtbot, room)
    assert page.rubric.isVisible()
    assert page.rubric.count() == 2
    page.rubric.setCurrentIndex(1)
    page.rubric.activated.emit(1)
    assert "this rubric has 2" in card(page, "All alike").insight.sentence


def test_pictures_fit_any_width_and_amount(qtbot: QtBot, room: Room) -> None:
    keep_finished(room, 25)
    page = shown(qtbot, room)
    for each in page.cards:
        if each.insight.picture is None:
            continue
        for width in (200, 360, 860, 2_000):
            laid = plot(each.insight.picture, width, room.desk.theme.px)
            spots = [spot for spot, _ in laid.dots]
            assert all(0 <= spot.x() <= width and 0 <= spot.y() <= laid.height for spot in spots)
            assert all(bar.left() >= 0 and bar.right() <= width + 1 for bar in laid.bars)
    page.setMinimumWidth(1)
    page.resize(360, 480)
    qtbot.waitUntil(lambda: clipped(page) == [])


def test_what_others_rated_too_is_counted_once_panels_were_opened(qtbot: QtBot, room: Room) -> None:
    keep_finished(room, 5)
    for number in range(16):
        name = f"Candidate {number}"
        about = (name, "Engineer")
        own = locked(rated("Me", (MEETS, MEETS), uid=f"own-{number}", about=about))
        room.desk.store.create(own.interview)
        theirs = locked(rated("Osei", (EXCEEDS, MEETS), uid=f"their-{number}", about=about))
        packet = PanelPacket.of(write_packet(theirs.interview), "a.json")
        row = place(room.desk, packet, write_packet(theirs.interview)).row
        if number:  # one that was never opened tells nothing
            room.desk.store.panels.mark_opened(row, 1)
    page = shown(qtbot, room)
    qtbot.waitUntil(lambda: page.cards[-1].insight.title == "Against others", timeout=20_000)
    assert page.cards[-1].insight.sentence == "Lower on 15 of 30, higher on 0."
    assert page.cards[-1].picture is not None
