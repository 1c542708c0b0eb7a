"""Plays the written-out interview in the window, page by page."""

from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from interview_desk.desk.live.clock.questions import REASONS
from interview_desk.desk.live.page import LivePage
from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.score.outline import (
    AFTER,
    CONCERNS,
    FEEDBACK,
    RECOMMENDATION,
    dimension_key,
)
from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.window import MainWindow
from interview_desk.interview.clock import Instant
from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.rehearsal.keyboard import Hands, NotThereError
from interview_desk.rehearsal.script import Preparation, Script, ScriptVerdict, Step
from interview_desk.report.files import write_new

P = TypeVar("P", bound=QWidget)
_SECOND_MS = 1000
_BEFORE_SCORING_S = 240
_PICTURED = 5  # the dimension on the score page's picture


class ScriptClock:
    """Starts at a moment and stands still until it is moved on."""

    def __init__(self, start: datetime) -> None:
        """``start`` is an aware datetime."""
        self._wall_ms = round(start.timestamp() * 1000)
        self._mono_ms = 0

    def now(self) -> Instant:
        """Where the clock stands."""
        return Instant(self._wall_ms + self._mono_ms, self._mono_ms, "rehearsal")

    def move_on(self, ms: int) -> None:
        """Let so much time pass at once."""
        self._mono_ms += ms

    @property
    def seconds(self) -> int:
        """Whole seconds since it started."""
        return self._mono_ms // 1000


class Player:
    """One window, one script, one clock; every method is a stage, in the order below."""

    def __init__(self, window: MainWindow, script: Script, clock: ScriptClock, out: Path) -> None:
        self.window = window
        self.hands = Hands(window)
        self._script = script
        self._clock = clock
        self._out = out
        self.pictures: list[Path] = []

    def play(self) -> list[Path]:
        """The whole interview; the files that it left."""
        self.prepare(self._script.setup)
        self.run()
        self.score()
        rubric = self._out / "rubric.pdf"
        self.report(rubric)
        packet = self._out / "packet.json"
        write_new(packet, write_packet(self._interview), replace=True)
        self.hands.press("Ctrl+W")
        self.picture("library.png")
        return [*self.pictures, rubric, packet]

    def prepare(self, setup: Preparation) -> None:
        """Fill in the set-up of a new interview."""
        hands = self.hands
        hands.press("Ctrl+N")
        guide = self._interview.guide
        for name, text in (
            ("Candidate", setup.candidate),
            ("Role", setup.role),
            ("Interviewer", setup.interviewer),
            ("Date and time", setup.scheduled),
        ):
            hands.write(QLineEdit, name, text)
        hands.write(QPlainTextEdit, "Question", guide.questions[setup.question].text)
        for area in setup.areas:
            hands.check(guide.areas[area].title)
        for item in setup.prepared:
            hands.check(guide.checklist_items[item].text)
        self.picture("prepare.png")

    def run(self) -> None:
        """Start, and do each step when the clock has come to it."""
        self.hands.press("Ctrl+Return")
        for step in self._script.step:
            self._wait_until(step.seconds)
            self._do(step)

    def score(self) -> None:
        """Rate every dimension, look at the concerns, recommend."""
        page, hands = self._page(ScorePage), self.hands
        self._clock.move_on(_BEFORE_SCORING_S * _SECOND_MS)
        hands.press("Down")  # letters rate for one who looks at the page
        for rating in self._script.rating:
            page.open_entry(dimension_key(rating.dimension))
            hands.press("Esc")
            hands.press(rating.level[0])
            hands.write(QPlainTextEdit, "Why this rating", rating.reason)
        self._decide(page, self._script.verdict)
        page.open_entry(dimension_key(_PICTURED))
        hands.press("Esc")
        self.picture("score.png")
        hands.press("Ctrl+Return")
        if self.window.page is page:
            hands.press("Ctrl+Return")  # something is missing, and may be

    def _decide(self, page: ScorePage, verdict: ScriptVerdict) -> None:
        hands, guide = self.hands, self._interview.guide
        page.open_entry(CONCERNS)
        for word, keys in (("Observed", verdict.observed), ("Not observed", verdict.not_observed)):
            for key in keys:
                hands.check(word, about=guide.indicators[key].text)
        page.open_entry(FEEDBACK)
        hands.write(QPlainTextEdit, "Feedback for the candidate", verdict.feedback)
        page.open_entry(AFTER)
        for item in verdict.after:
            hands.check(guide.checklist_items[item].text)
        page.open_entry(RECOMMENDATION)
        hands.check(verdict.step)
        hands.write(QPlainTextEdit, "Summary", verdict.summary)

    def report(self, path: Path) -> None:
        """Save the PDF that the report page shows, in the place of an earlier rehearsal's."""
        path.unlink(missing_ok=True)
        self._page(ReportPage).save_to(path)

    def _wait_until(self, seconds: int) -> None:
        """Let the clock run to a moment of the interview, the window looking once a second."""
        page = self._page(LivePage)
        while (now := self._clock.seconds) < seconds:
            self._clock.move_on(min(_SECOND_MS, (seconds - now) * _SECOND_MS))
            page.ticker.tick()

    def _do(self, step: Step) -> None:
        if step.press:
            self.hands.press(step.press)
        if step.reason:
            self._give_reason(step.reason)
        if step.type:
            half = len(step.type) * 2 // 3
            self.hands.type_text(step.type[:half])
            if step.picture:
                self.picture(step.picture)
            self.hands.type_text(step.type[half:])
            self.hands.press("Return")

    def _give_reason(self, reason: str) -> None:
        """Say in own words why the interview is paused, in the line above the note."""
        self.hands.press("Ctrl+J")
        self.hands.press(str(len(REASONS) + 1))
        self.hands.type_text(reason)
        self.hands.press("Return")

    def _page(self, kind: type[P]) -> P:
        page = self.window.page
        if not isinstance(page, kind):
            raise NotThereError(f"the window shows {type(page).__name__}, not {kind.__name__}")
        return page

    def picture(self, name: str) -> None:
        """Keep the window as it looks now, under that name."""
        QApplication.processEvents()
        path = self._out / name
        picture = QBuffer()
        self.window.grab().save(picture, "PNG")
        write_new(path, bytes(picture.data().data()), replace=True)
        self.pictures.append(path)

    @property
    def _interview(self) -> Interview:
        session = self.window.session
        if session is None:
            raise NotThereError("no interview is open")
        return session.interview
