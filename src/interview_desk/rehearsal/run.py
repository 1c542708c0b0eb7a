"""A rehearsal from an empty folder to the files it leaves."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from interview_desk import bug_log
from interview_desk.app import make_application, make_desk
from interview_desk.desk.settings import Settings
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.desk.window import MainWindow
from interview_desk.durable_files import make_folder
from interview_desk.errors import UserError
from interview_desk.paths import data_directory, store_file
from interview_desk.rehearsal.player import Player, ScriptClock
from interview_desk.rehearsal.script import read_script
from interview_desk.resources import resource
from interview_desk.store.guides import GuideFiles
from interview_desk.store.store import Store

_WAIT_MS = 5_000
# A laptop's window: the screen that Qt makes up where there is none is smaller.
_SIZE = QSize(1280, 800)


def rehearse_into(out: Path) -> list[Path]:
    """Play the sample interview in a real window; the files left in ``out``.

    The records it makes are in a folder of its own and gone afterwards. Raises UserError
    when the folder cannot be written.
    """
    try:
        make_folder(out)
    except OSError as error:
        raise UserError(f"{out} cannot be made: {error.strerror}.") from error
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # On a real screen other windows could take the keys that are meant for this one.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = make_application()
    with tempfile.TemporaryDirectory(prefix="interview-desk-") as folder:
        return _play(app, Path(folder), out)


def _play(app: QApplication, folder: Path, out: Path) -> list[Path]:
    with rehearsal(app, folder, out) as player:
        return player.play()


@contextmanager
def rehearsal(app: QApplication, folder: Path, out: Path) -> Iterator[Player]:
    """A window on records of its own in ``folder``, and who plays the sample interview in it.

    Raises UserError where other programs keep the window from the front.
    """
    script = read_script(resource("sample", "interview.toml"))
    clock = ScriptClock(datetime.fromisoformat(script.setup.scheduled).astimezone())
    theme = Theme(Scheme.LIGHT)
    theme.apply(app)
    store = Store.open(store_file(data_directory(folder)))
    guides = GuideFiles.beside(folder)
    settings = Settings(store, bug_log.log_to(out, lambda: clock.now().wall_ms), theme)
    window = MainWindow(make_desk(store, guides, settings, clock, theme, out))
    try:
        window.resize(_SIZE)
        window.show()
        window.activateWindow()
        # Keys reach the active window only.
        if not QTest.qWaitForWindowActive(window, _WAIT_MS):
            raise UserError("The window could not be brought to the front; close other programs.")
        yield Player(window, script, clock, out)
    finally:
        window.close()
        window.deleteLater()
        store.close()
