"""Random keys, clicks, pastes and page changes in the real window: nothing typed is lost.

The window runs in a process of its own, so that its crash is told as any other broken promise.
Besides crashes, Python's exceptions and Qt's warnings are broken promises, and so are memory
that grows and words that were in the note field and are neither there nor in the records.
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from interview_desk.desk.live.page import LivePage
from interview_desk.desk.shortcuts.keymap import COMMANDS
from interview_desk.desk.shortcuts.panel import KeysPanel
from interview_desk.desk.window import MainWindow
from tests.helpers.monkey import Monkey, resident, settle
from tests.helpers.rooms import Room, make_room
from tests.helpers.samples import Played, prepared, scored, shipped_guide
from tests.reliability.promise import Tally

Key = Qt.Key
# What each may cost in bytes of memory; the slack is for what is made when it is first shown.
_COSTS = {"notes": 40_000, "page changes": 2_000, "letters pasted": 12}
_SLACK = 60_000_000
_LOOK_EVERY, _DIALOG_MS = 50, 20
_ROOT = Path(__file__).parents[2]
# They open windows of the system, or are there to take words away.
_NOT_PRESSED = ("library.packet", "guides.import", "report.save")
_NOT_CLICKED = re.compile(
    r"Erase|Anonymise|Restore|Replace|Take out|Choose|Import|Export|Save|Print|Show in|Open|Mail|"
    r"Create mail|Copy file|Everything held|Take from|Archive|Reset|Remove|Back to the first"
)
_ERASING = (Key.Key_Backspace, Key.Key_Delete, Key.Key_Escape, "edit.undo", "edit.redo")
_PASTES = (
    "a line of words from elsewhere\n", "x" * 5_000, "日本語" * 2_000, "one\ntwo\n\n" * 200,
    "word " * 60_000, "y" * 300_000,
)  # fmt: skip
_RARELY = _PASTES[-2:]
_KNOWN = re.compile("^This plugin does not support ")


def keep(rounds: int, seed: int, folder: Path) -> Tally:
    """``rounds`` keys, clicks, pastes and page changes, drawn from the seed."""
    command = [
        sys.executable,
        "-m",
        "tests.reliability.random_keys",
        str(rounds),
        str(seed),
        str(folder),
    ]
    shown = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=_ROOT, env=shown
    )
    try:
        counts, broken = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        end = done.stderr.strip().splitlines()[-1:] or ["nothing was said"]
        return Tally("random keys", {}, [f"the window died ({done.returncode}): {end[0]}"])
    if done.returncode:
        broken.append(f"the window died at the end ({done.returncode})")
    return Tally("random keys", counts, broken)


class WindowMonkey(Monkey):
    """Goes through every page, and watches that words which were typed are somewhere."""

    def __init__(self, room: Room, window: MainWindow, seed: int) -> None:
        names = [each.name for each in COMMANDS if each.name not in _NOT_PRESSED]
        names += 3 * [name for name in names if name.startswith(("live.", "edit."))]
        super().__init__(window, room.desk.keymap, tuple(names), seed)
        self.counts: Counter[str] = Counter()
        self.lost: list[str] = []
        self._room = room
        self._main = window

    def acts(self) -> Mapping[Callable[[], None], int]:
        return {**super().acts(), self.paste: 3, self.change_page: 3, self.go_live: 12}

    def step(self) -> None:
        """One thing more; what stood in the note field before is somewhere after it."""
        if QApplication.activeWindow() is None:  # as a desktop does when a dialog was closed
            self._main.activateWindow()
            QApplication.processEvents()
        page = self._main.page
        before = page.field.text() if isinstance(page, LivePage) else ""
        row = self._main.session.row if self._main.session else 0
        super().step()
        self.counts["keys, clicks and pastes"] += 1
        now = self._main.page
        after = now.field.text() if isinstance(now, LivePage) else ""
        # What is put in may part a word; all else leaves each as it is, here or on disk.
        if before.strip() and self.last not in _ERASING and len(after) <= len(before):
            missing = _words(before) - _words(after) - self._on_disk(row)
            if missing:
                self.lost.append(f"{sorted(missing)[:3]} by {self.last}")

    def paste(self) -> None:
        text = self.chance.choice(_PASTES)
        if text in _RARELY and self.chance.random() < 0.9:
            text = _PASTES[0]
        QApplication.clipboard().setText(text)
        self.last = "paste"
        self.hands.press("Ctrl+V")
        self.counts["letters pasted"] += len(text)

    def change_page(self) -> None:
        self.last = keys = self.chance.choice(("Ctrl+1", "Ctrl+3", "Ctrl+4", "Ctrl+W", "Ctrl+G"))
        self.hands.press(keys)
        self.counts["page changes"] += 1

    def go_live(self) -> None:
        """Back to where notes are typed, whatever is open over it."""
        self.last = "to the live page"
        if self._main.is_covered:
            self.hands.press(self.keymap.sequence("live.curtain").toString())
        keys = self._main.findChild(KeysPanel)
        if keys is not None and keys.isVisible():
            self.hands.press(self.keymap.sequence("window.keys").toString())
        session = self._main.session
        if session is None:
            rows = self._room.desk.store.list(5, 0)
            self._main.open_row(self.chance.choice(rows).row)
        elif session.interview.lock is not None:  # nothing can be noted any more
            self._main.new_interview()
        self.hands.press("Ctrl+2")
        self.counts["page changes"] += 1
        self.counts["times at the live page"] += isinstance(self._main.page, LivePage)

    def let_pass(self, seconds: float) -> None:
        self._room.clock.advance(seconds)
        page = self._main.page
        if isinstance(page, LivePage):
            page.ticker.tick()

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        if key not in (Key.Key_Space, Key.Key_Return) or focus is None or self.may_click(focus):
            super().press(key)

    def may_click(self, hit: QWidget) -> bool:
        """Not where a program of the system is asked for, nor where words are to be taken away."""
        around: QWidget | None = hit
        while around is not None and not isinstance(around, QAbstractButton):
            around = around.parentWidget()
        said = f"{around.text()} {around.accessibleName()}" if around is not None else ""
        return _NOT_CLICKED.search(said) is None

    def differences(self) -> list[str]:
        """What is on show that is not on disk."""
        session = self._main.session
        if session is None or session.is_gone:
            return []
        stored = self._room.desk.store.load(session.row).records
        same = stored == session.interview.records
        return [] if same else [f"interview {session.row} is another on disk after {self.last}"]

    def costs(self) -> Counter[str]:
        """What memory may be held for."""
        conn = self._room.desk.store._conn
        notes = int(conn.execute("SELECT count(*) FROM notes").fetchone()[0])
        return Counter({**self.counts, "notes": notes})

    def _on_disk(self, row: int) -> set[str]:
        store = self._room.desk.store
        draft = store.load_draft(row)
        notes = " ".join(note.text for note in store.load(row).notes)
        return _words(f"{notes} {draft.text if draft else ''}")


def _words(text: str) -> set[str]:
    """The words of a text but for marks and tags, which a note keeps in another way."""
    return set(re.findall(r"[^\s#+\-?\\]{4,}", re.sub(r"[#＃]\S+", " ", text)))


class Watch(QObject):
    """Hears of what goes wrong without a word to whoever presses the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._close_dialogs)
        self._timer.start(_DIALOG_MS)
        qInstallMessageHandler(self._qt)
        sys.excepthook = self._python
        for scheme in ("file", "mailto", "https", "http"):
            QDesktopServices.setUrlHandler(scheme, self, "leave")  # type: ignore[arg-type]

    @Slot(QUrl)
    def leave(self, _url: QUrl) -> None:
        """Nothing of the system is opened."""

    def _qt(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not _KNOWN.search(text):
            self.heard.append(f"Qt: {text}")

    def _python(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        place = ""
        while trace is not None:
            place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
            trace = trace.tb_next
        self.heard.append(f"{kind.__name__}: {error} at {place}")

    @Slot()
    def _close_dialogs(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()


def _play(rounds: int, seed: int, folder: Path) -> Tally:
    """All of it, in this process."""
    app = QApplication(["random keys"])
    room = make_room(folder / "data")
    room.desk.theme.apply(app)
    watch = Watch()
    monkey = WindowMonkey(room, _opened(room), seed)
    broken: list[str] = []
    grown_from, then = 0, Counter[str]()
    for number in range(rounds):
        monkey.step()
        if number % _LOOK_EVERY == 0:
            settle()
            broken += monkey.differences()
        if number == rounds // 3:
            settle()
            grown_from, then = resident(), monkey.costs()
        if broken or watch.heard or monkey.lost:
            break
    settle()
    broken += [*monkey.differences(), *_growth(resident() - grown_from, monkey.costs() - then)]
    broken += [*watch.heard, *(f"typed, and gone: {each}" for each in monkey.lost)]
    counts = {**monkey.counts, "notes": monkey.costs()["notes"]}
    monkey.window.close()
    room.desk.erasures.finish()
    room.desk.store.close()
    app.clipboard().clear()
    return Tally("random keys", counts, broken)


def _opened(room: Room) -> MainWindow:
    """The window at an interview that runs, with two others in the library."""
    running = Played(prepared(shipped_guide(), uid="running"), room.clock)
    running.start()
    for other in (scored().interview, prepared(uid="next")):
        room.desk.store.create(other)
    window = MainWindow(room.desk)
    window.show()
    window.activateWindow()
    window.open_row(room.desk.store.create(running.interview))
    return window


def _growth(grown: int, since: Counter[str]) -> list[str]:
    room = sum(each * since[what] for what, each in _COSTS.items()) + _SLACK
    return [f"memory grew by {grown:,} bytes, and not by {room:,}"] if grown > room else []


if __name__ == "__main__":
    told = _play(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    sys.stdout.write(json.dumps([dict(told.counts), list(told.broken)]) + "\n")
