"""Backups from the window: listed, made, gone back to; a damaged file noticed and saved from."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_desk.desk.background.daily_check import DailyCheck
from interview_desk.desk.background.recovery import Recovery
from interview_desk.desk.background.recovery_window import RecoveryWindow
from interview_desk.desk.navigation import Page
from interview_desk.desk.settings_page.page import SettingsPage
from interview_desk.desk.window import MainWindow
from interview_desk.store.backups.backups import Backup, back_up_now, list_backups
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.store import Store
from tests.helpers.rooms import Room
from tests.helpers.samples import prepared

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.go(Page.SETTINGS)
    assert isinstance(window.page, SettingsPage)
    return window.page


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    """What a daily_check belongs to, gone with its timer when the test is."""
    made = QObject()
    yield made
    made.deleteLater()


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def names(path: Path) -> list[str]:
    store = Store.open(path)
    found = [row.summary.candidate for row in store.list()]
    store.close()
    return found


def test_a_backup_is_made_and_listed_with_its_date_and_size(
    page: SettingsPage, qtbot: QtBot
) -> None:
    assert page.backups.rows == []
    click(page.backups.now)
    qtbot.waitUntil(lambda: len(page.backups.rows) == 1)
    assert page.backups.now.isEnabled()
    label = page.backups.rows[0].restore.accessibleName()
    assert label.startswith("Restore the backup of ")


def test_going_back_says_what_will_happen_and_closes_the_window_for_it(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    click(page.backups.now)
    qtbot.waitUntil(lambda: len(page.backups.rows) == 1)
    click(page.backups.rows[0].restore)
    assert "set aside first" in page.backups.confirmation.words
    click(page.backups.confirmation.no)
    assert not window.isHidden()
    click(page.backups.rows[0].restore)
    click(page.backups.confirmation.yes)
    assert window.recovery is not None
    assert window.recovery.backup is not None
    assert window.isHidden()


def test_the_records_of_the_backup_come_back_and_the_others_are_set_aside(room: Room) -> None:
    store = room.desk.store
    store.create(prepared(uid="a", candidate="Ada"))
    backup = back_up_now(store.path, datetime(2026, 11, 23, 10, 15, tzinfo=UTC))
    store.create(prepared(uid="b", candidate="Bea"))
    path = store.path
    store.close()
    said = Recovery(backup).run(path, room.desk.guides, NOON)
    assert names(path) == ["Ada"]
    aside = [each for each in list_backups(path) if each.name in said and each.path != backup.path]
    assert [names(each.path) for each in aside] == [["Bea", "Ada"]]


def test_the_watchman_makes_the_days_backup_once(room: Room, owner: QObject, qtbot: QtBot) -> None:
    room.desk.store.create(prepared())
    jobs = room.desk.jobs
    daily_check = DailyCheck(room.desk.store.path, lambda: date(2026, 11, 23), jobs, owner)
    daily_check.begin()
    daily_check.begin()
    jobs.finish()
    assert [each.kind.value for each in list_backups(room.desk.store.path)] == ["daily"]


def test_a_window_open_for_days_is_looked_after_when_somebody_comes_back(
    room: Room, owner: QObject
) -> None:
    days = [date(2026, 11, 23)]
    room.desk.store.create(prepared())
    jobs = room.desk.jobs
    daily_check = DailyCheck(room.desk.store.path, lambda: days[-1], jobs, owner)
    daily_check.come_back()  # the start comes first
    assert daily_check._day is None
    daily_check.begin()
    daily_check.come_back()
    days.append(date(2026, 11, 25))
    daily_check.come_back()
    daily_check.come_back()
    jobs.finish()
    named = sorted(each.name for each in list_backups(room.desk.store.path))
    assert [day in name for day, name in zip(("11-23", "11-25"), named, strict=True)] == [True] * 2


def test_the_watchman_tells_of_damage_and_the_window_offers_a_way_out(
    room: Room, window: MainWindow, owner: QObject, qtbot: QtBot
) -> None:
    store = room.desk.store
    for number in range(60):
        store.create(prepared(uid=f"u{number}", candidate=f"No. {number}"))
    store._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with store.path.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(b"\xff" * 4096 * 3)
    daily_check = DailyCheck(store.path, lambda: date(2026, 11, 23), room.desk.jobs, owner)
    daily_check.damaged.connect(window.first_page.tell_damage)
    with qtbot.waitSignal(daily_check.damaged):
        daily_check.begin()
    assert "damaged" in window.first_page.banner.text()
    assert list_backups(store.path) == []
    window.first_page.banner.acted.emit(0)
    assert window.recovery == Recovery()


TROUBLES = [
    (Trouble.DAMAGED, True, True),
    (Trouble.FOREIGN, True, True),
    (Trouble.EMPTY, False, True),
    (Trouble.LOG_ALONE, False, True),
    (Trouble.BESIDE, False, True),
    (Trouble.NEWER, False, False),
    (Trouble.LOCKED, False, False),
]


@pytest.mark.parametrize(("trouble", "saves", "restores"), TROUBLES)
def test_the_window_of_trouble_offers_what_helps_and_nothing_else(
    room: Room, qtbot: QtBot, trouble: Trouble, saves: bool, restores: bool
) -> None:
    store = room.desk.store
    backup = back_up_now(store.path, datetime(2026, 11, 23, 10, 15, tzinfo=UTC))
    shown = show_trouble(room, qtbot, StoreError(trouble, store.path), [backup])
    assert (shown.salvage is not None, len(shown.restore)) == (saves, int(restores))
    assert "interview-desk" not in shown.words()
    click(shown.restore[0] if restores else shown.close_button)
    assert shown.recovery == (Recovery(backup) if restores else None)
    assert shown.isHidden()


def test_an_emptied_file_without_a_backup_can_be_begun_anew(room: Room, qtbot: QtBot) -> None:
    shown = show_trouble(room, qtbot, StoreError(Trouble.EMPTY, room.desk.store.path), [])
    assert shown.salvage is not None
    click(shown.salvage)
    assert shown.recovery == Recovery()


def show_trouble(
    room: Room, qtbot: QtBot, error: StoreError, backups: list[Backup]
) -> RecoveryWindow:
    shown = RecoveryWindow(room.desk.theme, error, backups)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown
