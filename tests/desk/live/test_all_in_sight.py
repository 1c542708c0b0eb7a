"""Every indicator of a phase with its key is in sight, in each window and at each size of text."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.live.prompts.area_tabs import AreaTabs
from interview_desk.desk.live.prompts.full_texts import HOLD_MS
from interview_desk.desk.live.prompts.indicator_rows import IndicatorRow
from interview_desk.desk.settings import CUES
from interview_desk.guide.parse.reader import read_guide
from interview_desk.resources import resource
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared, shipped_guide

WINDOWS = [QSize(1280, 800), QSize(1024, 640)]


def _part(widget: QWidget, page: QWidget) -> QRect:
    """What of a widget can be seen, as it lies on the page."""
    region = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(page, region.topLeft()), region.size())


def _shown_whole(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()


def _all_whole(widgets: Sequence[QWidget]) -> bool:
    """Whether nothing of any of them is hidden by an edge or by another."""
    return all(map(_shown_whole, widgets))


def _at(sit: Callable[..., LiveDesk], room: Room, size: QSize, scale: float) -> LiveDesk:
    room.desk.theme.set_scale(scale)
    # In the least room of all a cue goes before the rows, until it is put away.
    room.desk.settings.set(CUES, size.width() > 600 or scale == 1.0)
    live = sit(prepared(shipped_guide()))
    live.page.resize(size)
    return live


@pytest.mark.parametrize(
    ("size", "scale", "phases"),
    [
        (QSize(1280, 800), 1.0, 4),
        (QSize(1280, 800), 1.5, 4),
        (QSize(1024, 640), 1.0, 4),
        (QSize(1024, 640), 1.5, 4),
        (QSize(360, 560), 1.0, 4),
        (QSize(540, 640), 1.5, 4),  # as wide as the key makes it with such a text
    ],
    ids=str,
)
def test_all_of_a_phase_are_seen_with_their_keys(
    room: Room, sit: Callable[..., LiveDesk], size: QSize, scale: float, phases: int
) -> None:
    live = _at(sit, room, size, scale)
    for phase in live.interview.guide.phases[:phases]:
        rows = [live.row(each.key) for each in phase.indicators]
        assert len(rows) >= 9
        live.qtbot.waitUntil(partial(_all_whole, rows))
        spots = {_part(row, live.page).topLeft().toTuple() for row in rows}
        assert len(spots) == len(rows)
        live.run(1)
        live.page.act.next_phase()
    assert live.page.size() == size


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_tab_is_ever_cut(
    room: Room, sit: Callable[..., LiveDesk], size: QSize, scale: float
) -> None:
    live = _at(sit, room, size, scale)
    for _ in range(2):
        live.page.act.next_phase()
    tabs = live.page.indicators.tabs
    assert tabs.count() == 5

    def is_whole() -> bool:
        inside = all(tabs.rect().contains(place) for place in tabs.places())
        return inside and _shown_whole(tabs)

    live.qtbot.waitUntil(is_whole)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.places()[4].center())
    assert tabs.currentIndex() == 4


def test_tabs_that_fit_in_one_row_when_small_stand_in_one(room: Room, qtbot: QtBot) -> None:
    tabs = AreaTabs(room.desk.theme, "Areas")
    qtbot.addWidget(tabs)
    tabs.set_tabs(["Signals", "Data", "Model", "Serving"], [""] * 4)
    full = tabs.sizeHint().width()
    for width, rows in ((full, 1), (full - 1, 1), (full // 2, 2)):
        tabs.set_close(False, width)
        assert len({place.top() for place in tabs._places(width, close=tabs._close)}) == rows
    assert tabs.open_height(full - 1) < tabs.open_height(full)


def test_the_short_forms_find_room_for_all_their_letters(
    room: Room, sit: Callable[..., LiveDesk]
) -> None:
    live = _at(sit, room, QSize(1280, 800), 1.0)
    rows = live.page.findChildren(IndicatorRow)
    labels = {each.label for each in live.interview.guide.indicators.values()}
    assert {row.text().replace("&&", "&") for row in rows} <= labels
    assert not any(row._broken(row.width()).cut for row in rows if row.isVisible())


def test_the_bar_stands_under_the_guides_heading_with_its_example_and_key(
    room: Room, sit: Callable[..., LiveDesk]
) -> None:
    live = _at(sit, room, QSize(1280, 800), 1.0)
    live.page.act.next_phase()
    live.press(Key.Key_Minus, Mod.AltModifier)
    assert [each.indicator for each in live.interview.sightings] == ["p2.b1"]
    row = live.row("p2.b1")
    group = row.parentWidget()
    assert group is not None
    assert row.isChecked()
    said = [each.text() for each in group.findChildren(QLabel)]
    assert said[0].startswith("Principal-level differentiator")
    assert any(text.startswith('"We could shard by location') for text in said)


def test_holding_the_key_shows_the_full_texts_until_it_is_let_go(live: LiveDesk) -> None:
    sheet, field = live.page.held.texts, live.page.field.keys
    QTest.keyPress(field, Key.Key_Alt)
    assert sheet.isHidden()
    live.qtbot.waitUntil(sheet.isVisible, timeout=HOLD_MS + 2000)
    phase = live.interview.guide.phase(1)
    assert sheet.text().split("\n") == [each.text for each in phase.indicators]
    assert live.page.rect().contains(sheet.geometry())
    QTest.keyRelease(field, Key.Key_Alt)
    assert sheet.isHidden()
    assert field.hasFocus()


def test_a_quick_tick_shows_no_sheet(live: LiveDesk) -> None:
    held, field = live.page.held, live.page.field.keys
    QTest.keyPress(field, Key.Key_Alt)
    live.press(Key.Key_1, Mod.AltModifier)
    live.press(Key.Key_A)
    assert not held._timer.isActive()
    assert held.texts.isHidden()


@pytest.mark.parametrize(
    "path", sorted(resource("guides").glob("*.md")), ids=lambda path: path.stem
)
def test_every_guide_that_ships_is_seen_whole_beside_a_call(
    room: Room, sit: Callable[..., LiveDesk], path: Path
) -> None:
    live = sit(prepared(read_guide(path.read_text(encoding="utf-8"))))
    live.page.resize(360, 640)
    for phase in live.interview.guide.phases:
        rows = [live.row(each.key) for each in phase.indicators]
        live.qtbot.waitUntil(partial(_all_whole, rows))
        live.run(1)
        live.page.act.next_phase()


def test_right_to_left_everything_is_seen_too(room: Room, sit: Callable[..., LiveDesk]) -> None:
    live = sit(prepared(shipped_guide()))
    live.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    live.page.resize(360, 560)
    rows = [live.row(each.key) for each in live.interview.guide.phase(1).indicators]
    live.qtbot.waitUntil(partial(_all_whole, rows))
    assert _part(rows[0], live.page).left() > _part(rows[8], live.page).left()
