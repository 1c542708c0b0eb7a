"""Every page: what takes the focus has a name and a role, and nothing is cut off at any size."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.faces import Face
from tests.helpers.fit import clipped
from tests.helpers.longer import lengthen, longer_guide
from tests.helpers.pages import PAGES, visit
from tests.helpers.rooms import Room
from tests.helpers.samples import shipped_guide

# The picture of a field, which becomes one when it has the focus; and Qt's own viewer.
_WITHOUT_ROLE = {"Search", "The PDF"}


def _focusable(window: QWidget) -> list[QWidget]:
    return [
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not each.focusProxy()
        and each.isVisible()
    ]


def _said(widget: QWidget) -> tuple[str, str, str]:
    """Role, name and description, as a screen reader is given them."""
    told, text = QAccessible.queryAccessibleInterface(widget), QAccessible.Text
    return told.role().name, told.text(text.Name), told.text(text.Description)


@pytest.mark.parametrize("page", PAGES)
def test_whatever_takes_the_focus_says_what_it_is(room: Room, qtbot: QtBot, page: str) -> None:
    window = visit(page, room, qtbot, shipped_guide(), (1280, 800))
    said = {widget: _said(widget) for widget in _focusable(window)}

    assert said
    assert [widget for widget, (_, name, _) in said.items() if not name.strip()] == []
    vague = {name for role, name, _ in said.values() if role in ("NoRole", "Client")}
    assert vague <= _WITHOUT_ROLE
    assert [each for each in said.values() if "<p>" in each[2]] == []
    assert [each for each, times in Counter(said.values()).items() if times > 1] == []


class Windows(QObject):
    """Every window that is shown, however shortly."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("page", PAGES)
def test_no_part_of_it_is_a_window_of_its_own_for_a_moment(
    room: Room, qtbot: QtBot, page: str
) -> None:
    windows = Windows()
    visit(page, room, qtbot, shipped_guide(), (1280, 800))
    assert windows.shown == ["MainWindow"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (360, 560)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("face", Face, ids=Face.told, indirect=True)
def test_nothing_is_clipped(
    room: Room, qtbot: QtBot, page: str, size: tuple[int, int], scale: float
) -> None:
    room.desk.theme.set_scale(scale)
    window = visit(page, room, qtbot, shipped_guide(), size)
    _settle()

    assert (window.width(), window.height()) == size
    _wait_until_nothing_is_clipped(window, qtbot)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("face", Face, ids=Face.told, indirect=True)
def test_nothing_is_clipped_where_texts_are_twice_as_long(
    room: Room, qtbot: QtBot, page: str, size: tuple[int, int], scale: float
) -> None:
    room.desk.theme.set_scale(scale)
    window = visit(page, room, qtbot, longer_guide(shipped_guide()), size)
    lengthen(window)
    window.resize(size[0] + 1, size[1])  # for what lays itself out
    window.resize(*size)
    _settle()

    assert (window.width(), window.height()) == size
    _wait_until_nothing_is_clipped(window, qtbot)


def _wait_until_nothing_is_clipped(window: QWidget, qtbot: QtBot) -> None:
    def nothing_is_clipped() -> None:
        assert clipped(window) == []

    # A page may still be about to show what a worker has just made.
    qtbot.waitUntil(nothing_is_clipped)


def _settle() -> None:
    """One layout after the other, from within outwards."""
    for _ in range(6):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("page", ["prepare", "live", "score", "report"])
@pytest.mark.parametrize("face", Face, ids=Face.told, indirect=True)
def test_the_largest_text_fits_beside_a_call(room: Room, qtbot: QtBot, page: str) -> None:
    room.desk.theme.set_scale(1.5)
    window = visit(page, room, qtbot, shipped_guide(), (360, 560))
    _settle()

    assert window.page.minimumSizeHint().width() <= 360
