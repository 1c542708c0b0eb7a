"""Everything on the live page has a name, fits, and can be reached by Tab."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from interview_desk.desk.widgets.check_row import CheckRow
from tests.helpers.live import Key, LiveDesk
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


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 640)])
def test_the_page_fits_without_clipping(
    sit: Callable[..., LiveDesk], width: int, height: int
) -> None:
    live = sit(prepared(shipped_guide()))
    live.page.resize(width, height)

    hint = live.page.minimumSizeHint()
    assert (hint.width() <= width, hint.height() <= height) == (True, True)
    for each in (live.page.controls, live.page.field, live.page.indicators, live.page.evidence):
        spot = each.rect().translated(each.mapTo(live.page, each.rect().topLeft()))
        assert live.page.rect().contains(spot)


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
