"""The live page with 500 notes: a letter typed, and Enter, each up to its paint.

Prints ten numbers, in ms: a letter in an empty QPlainTextEdit and in the note field, the
slowest letter; Enter without a database and with one, the slowest Enter; a paste of a word as
long as a note may be, and a letter typed after it; a letter without pictures in the list and with
ten of them.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from benchmarks.measure import in_turn
from benchmarks.samples import board, live_sample, shipped_guide
from interview_desk.app import launch, make_application
from interview_desk.desk.context import Desk
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import Scheme, Theme
from interview_desk.interview.actions.notes import add_picture
from interview_desk.interview.interview import Interview
from interview_desk.interview.journal import Journal
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.note_text import TEXT_LIMIT, NoteText
from interview_desk.interview.picture_format import digest_of
from interview_desk.store.store import Store
from interview_desk.system_clock import SystemClock

_WORDS = "+ the candidate said that a canary with approval rate is what they did"
_ROUNDS, _NOTES, _WARM_UP = 12, 40, 5


class _NoStore:
    """Says that everything was saved, and keeps nothing."""

    def __init__(self, interview: Interview) -> None:
        self._interview = interview

    def load(self, _row: int) -> Interview:
        return self._interview

    def load_journal(self, _row: int) -> Journal:
        return Journal()

    def load_draft(self, _row: int) -> None:
        return None

    def save(self, *_args: object, **_more: object) -> None:
        return None

    save_draft = beat = save


def main(folder: Path) -> None:
    """Measure, and print."""
    app = make_application()
    theme = Theme(Scheme.LIGHT)
    theme.apply(app)
    running = launch(theme, folder)
    desk, clock = running.window._desk, SystemClock()  # noqa: SLF001 - the parts of the real one
    interview = live_sample(shipped_guide(), clock.now(), notes=500)
    stored = Session(desk.store, clock, desk.store.create(interview))
    page = _page(desk, stored)
    bare = _page(desk, Session(cast(Store, _NoStore(interview)), clock, 1))
    plain = QPlainTextEdit()
    plain.setFont(theme.font("body"))
    plain.resize(page.field.edit.width(), 60)
    plain.show()
    letters: list[float] = []
    saved: list[float] = []
    keys = in_turn(
        lambda: _type(plain, plain, []),
        lambda: _type(page, page.field.edit, letters),
        _ROUNDS,
    )
    page.field.reset()
    enters = in_turn(
        lambda: _enter(bare, []), lambda: _enter(page, saved), _NOTES, warm_up=_WARM_UP
    )
    pasted = _paste(page)
    pictured = _with_pictures(desk, clock)
    pictures = in_turn(
        lambda: _type(page, page.field.edit, []),
        lambda: _type(pictured, pictured.field.edit, []),
        _ROUNDS,
    )
    slowest = max(letters[len(_WORDS) :]), max(saved[_WARM_UP:])
    found = (*keys, slowest[0], *enters, slowest[1], *pasted, *pictures)
    sys.stdout.write(" ".join(map(str, found)))
    for window in (page, bare, pictured, plain, running.window):
        window.close()
    running.close()


def _page(desk: Desk, session: Session) -> LivePage:
    page = LivePage(desk, session)
    page.resize(1280, 800)
    page.show()
    QApplication.processEvents()
    return page


def _with_pictures(desk: Desk, clock: SystemClock) -> LivePage:
    """The page with ten pictures behind its notes, those in sight drawn."""
    interview = replace(live_sample(shipped_guide(), clock.now(), notes=500), uid="pictured")
    session = Session(desk.store, clock, desk.store.create(interview))
    for number in range(10):
        data = board(1600 + number, 1000)
        text = NoteText(f"Board {number}", NoteKind.PLAIN, ())
        change = add_picture(session.interview, session.now(), text, data)
        session.do(change, pictures={digest_of(data): data})
    page = _page(desk, session)
    QTest.qWait(1_000)
    return page


def _type(window: QWidget, edit: QPlainTextEdit, letters: list[float]) -> float:
    """The median of a sentence's letters."""
    _turn_to(window, edit)
    edit.clear()
    QApplication.processEvents()
    taken = [_timed(partial(QTest.keyClick, edit, letter)) for letter in _WORDS]
    letters += taken
    return median(taken)


def _enter(page: LivePage, saved: list[float]) -> float:
    _turn_to(page, page.field.edit)
    page.field.edit.setPlainText(f"{_WORDS} #depth")
    QApplication.processEvents()
    taken = _timed(lambda: QTest.keyClick(page.field.edit, Qt.Key.Key_Return))
    saved.append(taken)
    return taken


def _paste(page: LivePage) -> tuple[float, float]:
    """The medians of a paste of a very long word, and of a letter after it."""
    clipboard, edit = QApplication.clipboard(), page.field.edit
    clipboard.setText("x" * (TEXT_LIMIT - 100))
    pastes, letters = [], []
    for _ in range(_ROUNDS):
        page.field.reset()
        _turn_to(page, edit)
        pastes.append(_timed(partial(QTest.keySequence, edit, QKeySequence.StandardKey.Paste)))
        letters += [_timed(partial(QTest.keyClick, edit, letter)) for letter in "words"]
    page.field.reset()
    clipboard.clear()
    return median(pastes), median(letters)


def _turn_to(window: QWidget, edit: QWidget) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 300)
    edit.setFocus()
    QApplication.processEvents()


def _timed(press: Callable[[], object]) -> float:
    began = time.perf_counter_ns()
    press()
    QApplication.processEvents()
    return (time.perf_counter_ns() - began) / 1e6


main(Path(sys.argv[1]))
