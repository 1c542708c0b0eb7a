"""The compact window: narrow beside a call, with the same keys, and nothing lost on the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.compact import ON_TOP_IMPOSSIBLE, CompactWindow
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.window import MainWindow
from interview_desk.interview.actions.running import start
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared, shipped_guide

_COMPACT = (Key.Key_M, Mod.ControlModifier | Mod.ShiftModifier)


@pytest.fixture
def full(sit: Callable[..., LiveDesk]) -> LiveDesk:
    return sit(prepared(shipped_guide()))


def _is_compact(live: LiveDesk) -> bool:
    return live.page.header.isHidden() and live.page.buttons.isVisible()


def test_one_key_makes_the_window_narrow_and_the_same_key_wide_again(full: LiveDesk) -> None:
    wide = full.page.size()
    full.press(*_COMPACT)
    assert _is_compact(full)
    assert full.page.width() == 360
    full.press(*_COMPACT)
    assert not _is_compact(full)
    assert full.page.size() == wide


def test_focus_text_caret_and_undo_outlast_the_change(full: LiveDesk) -> None:
    full.type("half a thought")
    full.press(Key.Key_Left)
    for _ in range(2):
        caret = full.page.field.edit.textCursor().position()
        full.press(*_COMPACT)
        assert full.page.field.edit.hasFocus()
        assert full.text == "half a thought"
        assert full.page.field.edit.textCursor().position() == caret == 13
    full.page.field.edit.moveCursor(QTextCursor.MoveOperation.End)
    full.press(Key.Key_Z, Mod.ControlModifier)
    assert full.text == ""


def test_one_who_scrolled_up_still_sees_the_same_note(full: LiveDesk) -> None:
    for number in range(40):
        full.note(f"note {number} with some more words behind it, so that it breaks when narrow")
    notes = full.page.notes
    notes.scrollTo(notes.model().index(12, 0), notes.ScrollHint.PositionAtTop)
    for _ in range(2):
        full.press(*_COMPACT)
        full.qtbot.wait(1)
        assert notes.indexAt(notes.viewport().rect().topLeft()).row() == 12


def test_the_newest_note_stays_in_sight(full: LiveDesk) -> None:
    for number in range(40):
        full.note(f"note {number} with some more words behind it, so that it breaks when narrow")
    full.press(*_COMPACT)
    full.qtbot.wait(1)

    bar = full.page.notes.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_the_keys_are_the_same(full: LiveDesk) -> None:
    full.press(*_COMPACT)
    full.wait(60)
    full.press(Key.Key_2, Mod.AltModifier)
    full.press(Key.Key_P, Mod.ControlModifier)
    full.note("+ drew it")
    full.press(Key.Key_0, Mod.AltModifier)

    assert len(full.interview.seen("p1.s2")) == 1
    assert full.interview.timeline.phase == 2
    assert [note.text for note in full.notes] == ["drew it"]
    assert full.page.indicators.concerns_open


def test_a_window_made_narrow_by_hand_is_compact_too(full: LiveDesk) -> None:
    full.page.resize(500, 700)
    assert _is_compact(full)
    assert full.page.size() == QSize(500, 700)
    full.page.resize(900, 700)
    assert not _is_compact(full)


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("asked", ["", "a question and a cue"])
def test_everything_fits_into_360_by_560(
    room: Room, sit: Callable[..., LiveDesk], asked: str, scale: float
) -> None:
    room.desk.theme.set_scale(scale)
    full = sit(prepared(shipped_guide()))
    full.page.resize(360, 560)
    full.type("two lines of text that do not fit into one of them")
    if asked:
        full.page.cue.show()
        full.page.cue.set_message("The candidate’s questions would lose 2:05. Catch up, or go on.")
        full.page.questions.start.call()
    field = full.page.field
    full.qtbot.waitUntil(lambda: field.height() >= field.minimumSizeHint().height())

    assert full.page.size() == QSize(360, 560)
    assert full.page.indicators.isVisible() or (asked and scale > 1)
    parts = (full.page.indicators, full.page.notes, full.page.strip, full.page.field)
    bottom = 0
    for part in [each for each in (*parts, full.page.evidence) if each.isVisible()]:
        top = part.mapTo(full.page, part.rect().topLeft()).y()
        assert top >= bottom
        assert part.height() >= part.minimumSizeHint().height()
        bottom = top + part.height()
    assert bottom <= 560


def test_both_places_of_the_window_are_remembered(room: Room, qtbot: QtBot) -> None:
    session = room.session(prepared(shipped_guide()))
    session.do(start(session.interview, session.now()))
    window = MainWindow(room.desk)
    qtbot.addWidget(window)
    room.desk.store.set_setting("place", str(Place.in_interview(Page.LIVE, session.row)))
    window.resize(1100, 700)
    window.restore()
    window.show()
    page = window.page
    assert isinstance(page, LivePage)
    page.compact.toggle()
    assert window.width() == 360
    window.resize(380, 610)
    page.compact.toggle()
    assert window.size() == QSize(1100, 700)
    page.compact.toggle()
    assert window.size() == QSize(380, 610)
    window.show_first_page()
    assert window.size() == QSize(1100, 700)


def test_it_is_on_top_of_other_windows_only_while_compact(full: LiveDesk) -> None:
    on_top = Qt.WindowType.WindowStaysOnTopHint
    handle = full.page.windowHandle()
    assert handle is not None
    full.press(*_COMPACT)
    assert handle.flags() & on_top
    assert full.page.isVisible()
    full.press(*_COMPACT)
    assert not handle.flags() & on_top


@pytest.mark.parametrize(
    ("platform", "told"), [("wayland", [ON_TOP_IMPOSSIBLE]), ("wayland-egl", [ON_TOP_IMPOSSIBLE]),
                           ("xcb", []), ("windows", [])]
)  # fmt: skip
def test_where_no_window_can_stay_on_top_it_says_so_once(
    full: LiveDesk, platform: str, told: list[str]
) -> None:
    desk, page, said = full.room.desk, full.page, list[str]()
    compact = CompactWindow(desk.theme, desk.settings, page.compact.arrangement, page, platform)
    compact.said.connect(said.append)
    for _ in range(4):
        compact.toggle()

    assert said == told


@pytest.mark.parametrize("width", [360, 700, 900, 1280])
def test_larger_text_turns_the_page_and_keeps_the_open_question_whole(
    full: LiveDesk, width: int
) -> None:
    page = full.page
    page.resize(width, 800)
    full.press(Key.Key_T, Mod.ControlModifier)
    full.room.desk.theme.set_scale(1.5)

    def settled() -> bool:
        strip = page.strip
        fits = page.minimumSizeHint().width() <= page.width()
        return fits and strip.height() == strip.heightForWidth(strip.width())

    full.qtbot.waitUntil(settled)
