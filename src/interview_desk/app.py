"""The composition root: the only place that builds all the parts and puts them together."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLoggingCategory, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from interview_desk import bug_log
from interview_desk.desk.background.erasure_jobs import ErasureJobs
from interview_desk.desk.background.garbage import collect_here
from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.background.recovery import Recovery
from interview_desk.desk.context import Desk
from interview_desk.desk.settings import TEXT_SIZE, THEME, Settings
from interview_desk.desk.shortcuts.bindings import read_keys
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.window import MainWindow
from interview_desk.errors import UserError
from interview_desk.interview.clock import Clock
from interview_desk.paths import data_directory, store_file
from interview_desk.qt_start import refuse_open_platforms, starting
from interview_desk.resources import resource
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.folder_lock import FolderLock
from interview_desk.store.guides import GuideFiles
from interview_desk.store.reserve import Reserve
from interview_desk.store.store import Store
from interview_desk.system_clock import SystemClock
from interview_desk.words import local

if TYPE_CHECKING:
    from interview_desk.store.backups.backups import Backup

_PATIENCE_MS = 250  # what is typed stays on the screen and is tried again
_KEPT_APART = (
    "Beside {file} lay the log of other records: a synchronised folder brought it, or the file was "
    "put there by hand. It was not mixed in, and is kept as {kept}. If something is missing here, "
    "put the file that belongs to it back beside it."
)
_PAINTED_MS = 100  # by then the window is on the screen
_FOLD_MS = 5_000


class Running(NamedTuple):
    """The window with what it stands on, to be closed in the opposite order."""

    window: MainWindow
    store: Store
    lock: FolderLock
    erasures: ErasureJobs

    def close(self) -> None:
        """Let go of the records, for the next start."""
        self.erasures.finish()
        # A file left on the clipboard by the window would outlive what made it.
        QApplication.clipboard().clear()
        try:
            self.store.close()
        finally:
            self.lock.release()


def run(data_dir: Path | None = None) -> int:
    """Open the window and stay until it is closed; the exit status.

    Raises UserError when there is no display. What goes wrong with the data after that is
    told in a window.
    """
    require_display()
    app = make_application()
    theme = Theme()
    theme.apply(app)
    said = ""
    while True:
        try:
            running = launch(theme, data_dir)
        except UserError as error:
            recovery = _tell_trouble(app, theme, error, said)
            if recovery is None:
                return 1
        else:
            if said:
                running.window.first_page.banner.show_message(said)
            status = app.exec()
            recovery = _close(running, app, theme)
            running.window.deleteLater()
            if recovery is None:
                return status
        said = _do(recovery, data_dir)


def _close(running: Running, app: QApplication, theme: Theme) -> Recovery | None:
    """Let go of the records; what is to be done if they are not where they belong."""
    store = running.store
    try:
        running.close()
    except UserError as error:
        recovery = _tell_trouble(app, theme, error, "")
        with suppress(UserError):
            store.close()  # there may be room by now
        return recovery
    recovery = running.window.recovery
    if store.beside and recovery is None:
        beside = StoreError(Trouble.BESIDE, store.path, str(store.beside))
        return _tell_trouble(app, theme, beside, "")
    return recovery


def _tell_trouble(app: QApplication, theme: Theme, error: UserError, said: str) -> Recovery | None:
    """Say why the records cannot be opened; what the user wants to be done about it, if anything.

    ``said`` is what became of the last such wish.
    """
    from interview_desk.desk.background.recovery_window import RecoveryWindow
    from interview_desk.store.backups.backups import list_backups

    sys.stderr.write(f"{error}\n")
    backups: Sequence[Backup] = ()
    if isinstance(error, StoreError):
        with suppress(UserError):
            backups = list_backups(error.file)
    trouble = RecoveryWindow(theme, error, backups, said)
    trouble.show()
    app.exec()
    return trouble.recovery


def _do(recovery: Recovery, data_dir: Path | None) -> str:
    """Do what is asked for with the records while no window has them; how it went."""
    from datetime import datetime

    folder = data_directory(data_dir)
    try:
        lock = _only_one(folder)
        try:
            now = datetime.now().astimezone()
            return recovery.run(store_file(folder), GuideFiles.beside(folder), now)
        finally:
            lock.release()
    except UserError as error:
        return str(error)


def launch(theme: Theme, data_dir: Path | None) -> Running:
    """The window on show, where it was left. Raises UserError if the records cannot be opened."""
    folder, clock = data_directory(data_dir), SystemClock()
    log = bug_log.log_to(folder, lambda: clock.now().wall_ms)
    bug_log.on_bug(log)
    lock = _only_one(folder)
    try:
        store, kept = _open_store(store_file(folder), clock)
    except BaseException:
        lock.release()
        raise
    store.wait_at_most(_PATIENCE_MS)
    settings = Settings(store, log, theme)
    theme.set_scheme(Scheme(settings.get(THEME)))
    theme.set_scale(settings.get(TEXT_SIZE) / 100)
    guides = GuideFiles.beside(folder)
    desk = make_desk(store, guides, settings, clock, theme, _documents())
    desk.erasures.take_up()
    window = MainWindow(desk)
    store.when_put_back(lambda done: window.warn(done.told))
    window.restore()
    window.show()
    if kept:
        window.warn(kept)
    QTimer.singleShot(_PAINTED_MS, window, partial(_furnish, window, desk))
    # What the start made stays as long as the window does, and need never be looked through.
    gc.freeze()
    collect_here()
    return Running(window, store, lock, desk.erasures)


def _open_store(path: Path, clock: Clock) -> tuple[Store, str]:
    """The store, and what is to be told of a log that was not its own. Raises UserError."""
    try:
        return Store.open(path), ""
    except StoreError as error:
        if error.trouble is not Trouble.FOREIGN_LOG:
            raise
    from interview_desk.store.foreign_log import set_log_aside

    kept = set_log_aside(path, local(clock.now().wall_ms, None))
    return Store.open(path), _KEPT_APART.format(file=path, kept=", ".join(map(str, kept)))


def _furnish(window: MainWindow, desk: Desk) -> None:
    """What the window is given once it is on the screen: its icon, and who looks after the file."""
    from PySide6.QtGui import QIcon

    from interview_desk.desk.background.daily_check import DailyCheck

    # Where a desktop entry is installed the desktop has it from there.
    window.setWindowIcon(QIcon(str(resource("icons", "interview-desk.svg"))))
    clock, page = desk.clock, window.first_page
    daily_check = DailyCheck(
        desk.store.path, lambda: local(clock.now().wall_ms, None).date(), desk.jobs, window
    )
    daily_check.damaged.connect(page.tell_damage)
    daily_check.failed.connect(page.say)
    daily_check.begin_soon()
    # Nothing wakes an idle window for that: it is looked after when somebody comes to it.
    window.windowHandle().activeChanged.connect(daily_check.come_back)
    QTimer.singleShot(_FOLD_MS, window, partial(_fold_texts, desk, window))


def _fold_texts(desk: Desk, window: MainWindow) -> None:
    from interview_desk.desk.background.search_folding import SearchFolding

    SearchFolding(desk.store.path, desk.jobs, window).go_on()


def make_application() -> QApplication:
    """The Qt application with its name and icon set; none may exist yet.

    Where Qt cannot start the process ends in one line. Raises UserError where it must not.
    """
    refuse_open_platforms()
    # Qt complains of every script that a font lacks, although it then takes another font or boxes.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    # The widgets paint themselves as Fusion's neighbours. Asking the application for its style
    # would import all that PySide knows of styles, which takes 5 ms.
    with starting():
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("interview-desk")
    app.setApplicationDisplayName("Interview Desk")
    app.setDesktopFileName("interview-desk")
    # Nothing moves that need not, and a blinking caret wakes the laptop twice a second.
    app.setCursorFlashTime(0)
    return app


def make_desk(  # noqa: PLR0917 - it is here that all parts meet
    store: Store,
    guides: GuideFiles,
    settings: Settings,
    clock: Clock,
    theme: Theme,
    documents: Path,
) -> Desk:
    """Everything the pages need, from a store and a clock."""
    keymap = Keymap(read_keys(settings), theme)
    jobs = Jobs(theme)
    erasures = ErasureJobs(store, jobs, theme)
    return Desk(store, clock, theme, keymap, settings, guides, new_uid, documents, jobs, erasures)


def new_uid() -> str:
    """An identity for an interview that no other laptop gives out."""
    import uuid  # here, because it brings much with it that the first paint does without

    return uuid.uuid4().hex


def require_display() -> None:
    """Raise UserError where Qt would abort the process for want of a display."""
    asked = os.environ.get("QT_QPA_PLATFORM")
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not asked and not shown:
        raise UserError(
            "There is no display to open a window on. Start Interview Desk from a desktop "
            "session, or run “interview-desk rehearse --out DIR” to try it without one."
        )


def _only_one(folder: Path) -> FolderLock:
    """The lock on the folder. Raises UserError; on a full disk the reserve makes room for it."""
    try:
        return FolderLock(folder)
    except StoreError as error:
        if error.trouble is not Trouble.FULL or not Reserve(store_file(folder)).give_up():
            raise
        return FolderLock(folder)


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()
