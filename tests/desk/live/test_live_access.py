"""Everything on the live page has a name, fits, and can be reached by Tab."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from interview_desk.desk.widgets.check_row import CheckRow
from tests.helpers.faces import Face
from tests.helpers.fit import clipped
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.longer import lengthen, longer_guide
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared, shipped_guide


def _focusable(page: QWidget) -> list[QWidget]:
    return [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isVisible()
    ]


def test_everything_that_takes_the_focus_has_a_name(sit: Callable[..., LiveDesk]) -> None:
    live = sit(prepared(shipped_guide()))

    unnamed = [each for each in _focusable(live.page) if not each.accessibleName()]
    assert [each for each in unnamed if not isinstance(each, QAbstractScrollArea)] == []
    assert all(each.accessibleName() for each in (live.page.notes, live.page.field.edit))


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 640), (360, 560)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("face", Face, ids=Face.told, indirect=True)
@pytest.mark.parametrize("long", [False, True], ids=["as it is", "texts twice as long"])
def test_nothing_is_clipped(  # noqa: PLR0917 - every combination counts
    room: Room, sit: Callable[..., LiveDesk], width: int, height: int, scale: float, long: bool
) -> None:
    room.desk.theme.set_scale(scale)
    guide = longer_guide(shipped_guide()) if long else shipped_guide()
    live = sit(prepared(guide))
    for _ in range(2):
        live.press(Key.Key_P, Mod.ControlModifier)  # the phase that has most to show
    live.note("a note that was written, so that there is one #depth")
    live.type("+ two lines in a narrow window, of which one is enough in a wide one")
    if long:
        lengthen(live.page)
    live.page.resize(width, height)
    for _ in range(5):  # one layout after the other, from within outwards
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert (live.page.width(), live.page.height()) == (width, height)
    assert clipped(live.page) == []


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (360, 560)])
@pytest.mark.parametrize("face", Face, ids=Face.told, indirect=True)
def test_large_text_at_the_worst_moment_cuts_neither_the_clock_nor_the_note(
    room: Room, sit: Callable[..., LiveDesk], width: int, height: int
) -> None:
    room.desk.theme.set_scale(1.5)
    live = sit(prepared(shipped_guide()))
    live.press(Key.Key_P, Mod.ControlModifier)
    live.page.resize(width, height)
    live.wait(13 * 60)  # over, so that a cue is shown; and the laptop slept
    assert live.page.cue.text()
    assert live.asked
    if width > height:
        live.page.banner.show_message("Interview Desk was closed for 4:00; the clock counted on.")
    live.type("word " * 60)
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    page = live.page
    assert (page.width(), page.height()) == (width, height)
    for part in (page.clock, page._small_clock, page.field, page.header):
        assert not part.isVisible() or clipped(part) == []
    field, bottom = page.field, page.field.edit.geometry().bottom()
    assert bottom < field.stamp.geometry().top()


@pytest.mark.parametrize("height", [560, 720])
@pytest.mark.parametrize("scale", [1.0, 1.3, 1.5])
def test_what_is_asked_beside_a_call_is_whole(
    room: Room, sit: Callable[..., LiveDesk], height: int, scale: float
) -> None:
    room.desk.theme.set_scale(scale)
    live = sit(prepared(shipped_guide()))
    live.press(Key.Key_P, Mod.ControlModifier)
    live.page.resize(360, height)
    live.wait(13 * 60)
    live.type("a note that takes a second line where the window is narrow")
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert live.asked
    assert [each for each in clipped(live.page.strip) if "KeyCap" not in each] == []
    assert clipped(live.page.field) == []


def test_tab_goes_through_every_part_in_reading_order(live: LiveDesk) -> None:
    parts = (
        live.page.controls.next, live.page.guide.findChildren(CheckRow)[0], live.page.notes,
        live.page.field.edit, live.page.indicators.tabs, live.row("p1.s1"), live.row("p1.r1"),
        live.page.indicators.button,
    )  # fmt: skip
    live.page.controls.next.setFocus()
    reached = []
    for _ in range(30):
        reached.append(live.page.focusWidget())
        live.press(Key.Key_Tab)

    places = [reached.index(part) for part in parts]
    assert places == sorted(places)


def test_in_the_compact_window_tab_goes_from_the_top_down_too(live: LiveDesk) -> None:
    live.page.resize(400, 700)
    parts = (
        live.row("p1.s1"), live.page.indicators.button, live.page.notes, live.page.field.edit,
        live.page.buttons.clock, live.page.buttons.wide,
    )  # fmt: skip
    live.row("p1.s1").setFocus()
    reached = []
    for _ in range(20):
        reached.append(live.page.focusWidget())
        live.press(Key.Key_Tab)

    places = [reached.index(part) for part in parts]
    assert places == sorted(places)
