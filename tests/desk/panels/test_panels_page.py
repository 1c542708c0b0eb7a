"""Panels in the window: dropped, blind, opened by keys, agreed on, and erased."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.panels.page import PanelsPage
from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.session import Session
from interview_desk.desk.settings import KEEP_MONTHS
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.packet import write_packet
from interview_desk.panel.table import OUTCOME
from interview_desk.store.panels import ArrivedPacket
from tests.helpers.fit import clipped
from tests.helpers.panels import CANDIDATE, EXCEEDS, MEETS, debrief, keep_panel, locked, rated
from tests.helpers.rooms import Room
from tests.helpers.samples import Played

Key, Mod = Qt.Key, Qt.KeyboardModifier


def shown(qtbot: QtBot, room: Room) -> PanelsPage:
    page = PanelsPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def drop(page: PanelsPage, *paths: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy = QPointF(300, 300), Qt.DropAction.CopyAction
    page.dropEvent(QDropEvent(place, copy, files, Qt.MouseButton.LeftButton, Mod.NoModifier))


def written(folder: Path, *packets: Played) -> list[Path]:
    """Each packet as a file."""
    found = []
    for played in packets:
        found.append(folder / f"{played.interview.setup.interviewer}.json")
        found[-1].write_bytes(write_packet(played.interview))
    return found


def words(page: PanelsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def fields_of(page: PanelsPage) -> list[TextField]:
    return [each for each in page.panel.comparison.findChildren(TextField) if each.isVisible()]


def mine(room: Room, *, finished: bool) -> int:
    played = rated("Me", (EXCEEDS, MEETS), uid="mine")
    return room.desk.store.create((locked(played) if finished else played).interview)


def test_it_says_what_to_drop_and_that_nothing_is_sent(qtbot: QtBot, room: Room) -> None:
    page = shown(qtbot, room)
    assert page.empty.isVisible()
    assert "Drop your colleagues’ PDFs here. They are read, not sent." in page.empty.text()


def test_packets_that_are_dropped_stay_closed_until_ones_own_rating_is_finished(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    row = mine(room, finished=False)
    page = shown(qtbot, room)
    drop(page, *written(tmp_path, *debrief()))
    qtbot.waitUntil(lambda: "3 packets wait" in page.panel.words.text(), timeout=20_000)
    seen = "\n".join(words(page))
    assert "They open when your own rating is finished." in seen
    assert "Dana Osei: finished" in seen
    assert "A courtesy, not a lock" in seen
    for hidden in (EXCEEDS, "Below", "cache", "Hire", "No one"):
        assert hidden not in seen
    assert not page.panel.comparison.isVisible()
    with qtbot.waitSignal(page.go) as asked:
        QTest.mouseClick(page.panel.act_button, Qt.MouseButton.LeftButton)
    assert asked.args == [Place.in_interview(Page.SCORE, row)]


def test_a_debrief_is_read_row_by_row_with_the_keyboard(qtbot: QtBot, room: Room) -> None:
    mine(room, finished=True)
    panel = keep_panel(room)
    page = shown(qtbot, room)
    seen = "\n".join(words(page))
    assert "Read first, talk after" in seen
    assert "You" in seen
    assert "apart. Read" in seen, "what to talk about"
    assert "Of " in seen
    assert "pairs of ratings" in seen
    assert "Hire" not in seen.replace("Hire:", ""), "recommendations stay folded"

    key, button = next(iter(page.panel.comparison.rows.items()))
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    assert "asked who it is for" in "\n".join(words(page))
    field = next(each for each in page.findChildren(TextField) if each.isVisible() and key)
    QTest.keyClicks(field.edit, "Ask about the cache")
    page.flush()
    (agreed,) = room.desk.store.panels.notes(panel).values()
    assert (agreed.about, agreed.text) == (key, "Ask about the cache")

    page.resize(500, 760)
    qtbot.waitUntil(lambda: page.panel.comparison.rows[key] is not button)
    qtbot.waitUntil(lambda: len(fields_of(page)) == 2)
    again = fields_of(page)[0]
    assert again.text() == "Ask about the cache", "it was laid out anew, and is still open"
    QTest.keyClick(page.panel.comparison.rows[key], Key.Key_Space)
    assert not again.isVisible()
    assert page.panel.comparison.recommendations is not None
    QTest.mouseClick(page.panel.comparison.recommendations, Qt.MouseButton.LeftButton)
    assert "Mart Kask: No" in "\n".join(words(page))


def test_the_outcome_is_kept_and_dated(qtbot: QtBot, room: Room) -> None:
    mine(room, finished=True)
    panel = keep_panel(room)
    page = shown(qtbot, room)
    field = page.findChildren(TextField)[-1]
    QTest.keyClicks(field.edit, "Offer on Friday")
    page.flush()
    assert room.desk.store.panels.notes(panel)[OUTCOME].text == "Offer on Friday"
    page.refresh()
    assert page.findChildren(TextField)[-1].text() == "Offer on Friday"


def test_who_did_not_interview_opens_it_as_a_reader(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    page = shown(qtbot, room)
    drop(page, *written(tmp_path, *debrief()))
    qtbot.waitUntil(
        lambda: page.list.count() == 1 and "Iyer" in page.panel.words.text(), timeout=20_000
    )
    assert page.panel.words.text().startswith("You did not interview this candidate.")
    QTest.mouseClick(page.panel.act_button, Qt.MouseButton.LeftButton)
    assert page.panel.comparison.isVisible()
    assert page.panel.comparison.rows


def test_a_packet_that_is_there_and_ones_own_are_said_and_not_kept_again(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    mine(room, finished=True)
    page = shown(qtbot, room)
    (path,) = written(tmp_path, debrief()[0])
    drop(page, path)
    qtbot.waitUntil(lambda: "is kept" in page.status.text(), timeout=20_000)
    drop(page, path)
    qtbot.waitUntil(lambda: "already here" in page.status.text(), timeout=20_000)
    own = tmp_path / "own.json"
    own.write_bytes(write_packet(room.desk.store.load(1)))
    drop(page, own)
    qtbot.waitUntil(lambda: "your own interview" in page.banner.text(), timeout=20_000)
    assert room.desk.store.panels.list()[0].packets == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"%PDF-1.7 nothing", b"\0" * 9_000])
def test_what_is_no_packet_is_refused_in_words(
    qtbot: QtBot, room: Room, tmp_path: Path, data: bytes
) -> None:
    page = shown(qtbot, room)
    path = tmp_path / "odd.json"
    path.write_bytes(data)
    drop(page, path)
    qtbot.waitUntil(lambda: bool(page.banner.text()), timeout=20_000)
    assert room.desk.store.panels.list() == []


def test_two_names_that_are_nearly_one_are_kept_apart_and_told(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    page = shown(qtbot, room)
    near = rated("Ann", (MEETS, MEETS), about=("Amara Okonkwo-Lindquist", "Engineer"))
    drop(page, *written(tmp_path, debrief()[0], locked(near)))
    qtbot.waitUntil(lambda: page.list.count() == 2, timeout=20_000)
    assert "may be one person" in page.status.text()


def test_a_packet_that_names_nobody_goes_into_the_panel_on_show(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    mine(room, finished=True)
    panel = keep_panel(room)
    page = shown(qtbot, room)
    nobody = rated("Ann", (MEETS, MEETS), about=("", ""))
    drop(page, *written(tmp_path, locked(nobody)))
    qtbot.waitUntil(lambda: "is kept" in page.status.text(), timeout=20_000)
    assert len(room.desk.store.panels.packets(panel)) == 4


def test_the_sheet_is_copied_for_all_who_were_there(qtbot: QtBot, room: Room) -> None:
    mine(room, finished=True)
    keep_panel(room)
    page = shown(qtbot, room)
    QTest.mouseClick(page.panel.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert CANDIDATE in text
    assert "| You |" not in text
    assert "Seal" in text


def test_it_is_erased_from_the_records(qtbot: QtBot, room: Room) -> None:
    keep_panel(room)
    page = shown(qtbot, room)
    QTest.mouseClick(page.panel.erase_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.panel.question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.desk.store.panels.list() == [], timeout=20_000)
    qtbot.waitUntil(page.empty.isVisible, timeout=20_000)


def test_a_packet_damaged_meanwhile_leaves_the_others_on_show(qtbot: QtBot, room: Room) -> None:
    mine(room, finished=True)
    keep_panel(room)
    room.desk.store._conn.execute(
        "UPDATE panel_packets SET data = x'7b7d' WHERE source = 'Mart Kask.json'"
    )
    page = shown(qtbot, room)
    assert "Mart Kask.json" in page.banner.text()
    assert page.panel.comparison.rows


def test_eight_long_packets_open_in_a_window_that_stays_narrow(qtbot: QtBot, room: Room) -> None:
    many = [
        locked(rated(f"Interviewer {n} of a very long name", (MEETS, EXCEEDS), ((20, "+ x" * 40),)))
        for n in range(10)
    ]
    mine(room, finished=True)
    keep_panel(room, many)
    page = shown(qtbot, room)
    page.setMinimumWidth(1)
    page.resize(360, 480)
    qtbot.waitUntil(lambda: clipped(page) == [])
    assert "people are compared" in "\n".join(words(page))


# What is odd, and chosen by hand


def press(page: PanelsPage, word: str) -> None:
    """Press the one button of the packets that says so."""
    (button,) = [each for (_, said), each in page.panel.packets.buttons.items() if said == word]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_draft_is_shown_when_it_is_asked_for_and_hidden_again(qtbot: QtBot, room: Room) -> None:
    mine(room, finished=True)
    keep_packets(room, rated("Dana Osei", (EXCEEDS, MEETS)))
    page = shown(qtbot, room)
    qtbot.waitUntil(lambda: "Not finished" in "\n".join(words(page)))
    press(page, "Include anyway, as a draft")
    qtbot.waitUntil(lambda: "Draft" in "\n".join(words(page)))
    assert "Of " not in page.panel.comparison.findChildren(QLabel)[0].text(), (
        "a draft is in no pair"
    )
    press(page, "Hide it again")
    qtbot.waitUntil(lambda: "Draft" not in "\n".join(words(page)))


def test_of_two_versions_the_one_that_is_chosen_is_compared(qtbot: QtBot, room: Room) -> None:
    mine(room, finished=True)
    first = locked(rated("Dana Osei", (EXCEEDS, MEETS), uid="osei"))
    second = locked(rated("Dana Osei", (MEETS, MEETS), uid="osei", step="No"))
    keep_packets(room, first, second)
    page = shown(qtbot, room)
    qtbot.waitUntil(lambda: "Another version is compared" in "\n".join(words(page)))
    assert "There are two versions of Dana Osei’s packet" in "\n".join(words(page))
    levels = [
        row.cells[1].words for row in page.panel.compared().rows if row.title == "Problem Framing"
    ]
    assert levels == [EXCEEDS]
    press(page, "Compare this version")
    levels = [
        row.cells[1].words for row in page.panel.compared().rows if row.title == "Problem Framing"
    ]
    assert levels == [MEETS]


def test_who_gave_no_name_is_called_something_here(qtbot: QtBot, room: Room) -> None:
    mine(room, finished=True)
    keep_packets(room, locked(rated("", (EXCEEDS, MEETS))))
    page = shown(qtbot, room)
    (field,) = page.panel.packets.fields.values()
    field.setFocus()
    QTest.keyClicks(field, "The second room")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: "The second room" in "\n".join(words(page)))
    assert [each.heading for each in page.panel.compared().columns] == ["You", "The second room"]


def test_near_names_are_kept_apart_until_they_are_put_together(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    keep_packets(room, locked(rated("Dana Osei", (EXCEEDS, MEETS))))
    near = ("Amara Okonkwo-Lindquist", "Engineer")
    keep_packets(room, locked(rated("Kask", (MEETS, MEETS), about=near)))
    room.desk.store.panels.mark_opened(1, 1)
    page = shown(qtbot, room)
    page.show_what("1")
    qtbot.waitUntil(lambda: "same person? They are kept apart" in "\n".join(words(page)))
    press(page, "Put them together")
    qtbot.waitUntil(lambda: len(room.desk.store.panels.list()) == 1)
    names = [each.heading for each in page.panel.compared().columns]
    assert sorted(names) == ["Dana Osei", "Kask"]
    qtbot.waitUntil(lambda: "Written in several ways" in "\n".join(words(page)))
    # What comes later under either spelling comes here.
    (path,) = written(tmp_path, locked(rated("Iyer", (MEETS, MEETS), about=near)))
    drop(page, path)
    qtbot.waitUntil(lambda: len(page.panel.compared().columns) == 3, timeout=20_000)


def test_a_packet_is_taken_out_once_that_is_confirmed(qtbot: QtBot, room: Room) -> None:
    mine(room, finished=True)
    panel = keep_packets(room, locked(rated("Dana Osei", (EXCEEDS, MEETS))))
    page = shown(qtbot, room)
    press(page, "Take out…")
    assert "Dana Osei is taken out" in page.panel.packets.question.words
    assert len(room.desk.store.panels.packets(panel)) == 1
    QTest.mouseClick(page.panel.packets.question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.desk.store.panels.packets(panel) == [])


def test_what_is_amended_after_reading_says_so(qtbot: QtBot, room: Room) -> None:
    row = mine(room, finished=True)
    keep_panel(room)
    shown(qtbot, room)  # and so opened
    session = Session(room.desk.store, room.clock, row, room.desk.theme)
    page = ScorePage(room.desk, session)
    qtbot.addWidget(page)
    page.show()
    strip = page.lock_strip
    QTest.mouseClick(strip.amend_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(strip.reason, "Read it again")
    QTest.mouseClick(strip.start_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.views.dimension.cards.cards[0], Qt.MouseButton.LeftButton)
    (amendment,) = session.interview.amendments
    assert amendment.reason == "Read it again (after reading 3 others)"


def test_a_panel_that_is_kept_longer_than_interviews_are_asks_to_be_erased(
    qtbot: QtBot, room: Room
) -> None:
    keep_panel(room)
    page = shown(qtbot, room)
    assert not any("erase?" in each for each in statuses(page))
    room.desk.settings.set(KEEP_MONTHS, 6)
    room.clock.advance(200 * 86_400)
    page.refresh()
    assert any("erase?" in each for each in statuses(page))


def statuses(page: PanelsPage) -> list[str]:
    return [
        page.list.item(n).data(Qt.ItemDataRole.AccessibleTextRole) or ""
        for n in range(page.list.count())
    ]


def keep_packets(room: Room, *packets: Played) -> int:
    """A panel with these; the row of it."""
    setup = packets[0].interview.setup
    store = room.desk.store.panels
    panel = store.create(f"panel-{setup.interviewer}", setup.candidate, setup.role, 1)
    for number, played in enumerate(packets):
        interview = played.interview
        arrived = ArrivedPacket(
            interview.uid, interview.setup.candidate, f"{number}.json", write_packet(interview)
        )
        assert store.add(panel, arrived, room.clock.now().wall_ms)
    return panel
