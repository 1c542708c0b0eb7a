"""The window fits the screens that there are: at the first start, restored, and when they change.

Each start is a program of its own, for which Qt is told of the screens to have.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_desk.desk.screen_fit import ScreenFit, bring_back, fitted, is_within
from interview_desk.desk.window import MainWindow

_PROGRAM = Path(__file__).parent / "window_on_screens.py"
_ROOT = Path(__file__).parents[2]
_SMALL, _LAPTOP, _LARGE = (0, 0, 1024, 600), (0, 0, 1366, 768), (0, 0, 1920, 1080)
_BESIDE = (1024, 0, 1920, 1080)


class Told(NamedTuple):
    """What the program saw."""

    window: QRect
    least: QSize
    rooms: list[QRect]

    @property
    def fits(self) -> bool:
        """Whether all of the window is on the screens."""
        return is_within(self.window, self.rooms)


def _opened(
    folder: Path,
    *screens: tuple[int, int, int, int],
    scale: str = "1",
    page: str = "library",
    moved: int = 0,
) -> Told:
    file = folder / "screens.json"
    described = [
        {"name": f"screen {number}", "x": x, "y": y, "width": width, "height": height,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for number, (x, y, width, height) in enumerate(screens)
    ]  # fmt: skip
    file.write_text(json.dumps({"windowFrameMargins": True, "screens": described}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCALE_FACTOR": scale,
        "PYTHONPATH": os.pathsep.join((str(_ROOT), str(_ROOT / "src"))),
    }
    done = subprocess.run(
        [sys.executable, _PROGRAM, folder / "data", page, str(moved)],
        env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=60,
    )  # fmt: skip
    told = json.loads(done.stdout)
    rooms = [QRect(*each) for each in told["rooms"]]
    return Told(QRect(*told["window"]), QSize(*told["least"]), rooms)


@pytest.mark.parametrize(
    ("screen", "scale", "full"),
    [
        (_SMALL, "1", False),
        (_LARGE, "1", True),
        (_LAPTOP, "1.5", False),
        (_SMALL, "1.5", False),  # 683 by 400 is left: less than the window's least height
    ],
)
def test_the_first_window_fits_the_screen(
    tmp_path: Path, screen: tuple[int, int, int, int], scale: str, full: bool
) -> None:
    told = _opened(tmp_path, screen, scale=scale, page="live")

    assert told.fits
    inside = told.window.size()
    assert inside.width() >= min(1280, told.rooms[0].width() - 10)
    assert (inside.height() >= 800) == full
    assert inside.height() >= min(800, told.rooms[0].height() - 60)
    assert told.least.width() == 360
    assert told.least.height() == min(480, told.rooms[0].height() - 40)


@pytest.mark.parametrize("page", ["live", "compact"])
def test_a_window_left_on_a_screen_that_is_gone_comes_back_on_the_one_that_is_left(
    tmp_path: Path, page: str
) -> None:
    _opened(tmp_path, _SMALL, _BESIDE, page=page, moved=1100)
    there = _opened(tmp_path, _SMALL, _BESIDE, page=page)
    assert there.fits
    assert there.window.left() >= 1024
    assert _opened(tmp_path, _SMALL, page=page).fits


def test_a_window_restored_at_another_scale_fits_too(tmp_path: Path) -> None:
    _opened(tmp_path, _LARGE, moved=600)
    assert _opened(tmp_path, _LAPTOP, scale="1.5").fits


def test_when_the_screens_change_the_window_comes_back_to_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    screen = QGuiApplication.primaryScreen()
    window.setGeometry(screen.geometry().right() - 20, 40, 700, 600)
    QApplication.processEvents()
    assert not screen.availableGeometry().contains(window.frameGeometry())

    screen.availableGeometryChanged.emit(screen.availableGeometry())
    qtbot.waitUntil(lambda: screen.availableGeometry().contains(window.frameGeometry()))
    assert window.size() == QSize(700, 600)


def test_a_window_that_fills_its_screen_is_left_alone(window: MainWindow) -> None:
    window.showMaximized()
    QApplication.processEvents()
    before = window.geometry()
    bring_back(window)
    assert window.geometry() == before
    assert window.isMaximized()


def test_the_screens_are_watched_until_the_window_is_gone(window: MainWindow) -> None:
    (fit,) = window.findChildren(ScreenFit)
    fit.fit()
    assert window.minimumSize() == QSize(360, 480)


_SIDES = st.integers(1, 4000)
_PLACES = st.integers(-6000, 6000)
_RECTS = st.builds(QRect, _PLACES, _PLACES, _SIDES, _SIDES)


@given(_RECTS, _RECTS, st.builds(QMargins, *(st.integers(0, 60) for _ in range(4))))
def test_whatever_is_wanted_fits_and_what_fits_stays_as_it_is(
    wanted: QRect, room: QRect, frame: QMargins
) -> None:
    found = fitted(wanted, room, frame)
    inside = room.marginsRemoved(frame)
    if inside.width() > 0 and inside.height() > 0:
        assert inside.contains(found)
        assert found.size() == wanted.size().boundedTo(inside.size())
        if inside.contains(wanted):
            assert found == wanted


def test_a_window_on_two_screens_at_a_time_is_within_them() -> None:
    left, right = QRect(0, 0, 1024, 600), QRect(1024, 0, 1366, 768)
    across = QRect(900, 20, 400, 400)
    assert is_within(across, [left, right])
    assert not is_within(across, [left])
    assert not is_within(across, [])
