"""The clock of an interview that is under way, in the corner of every other page."""

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget
from shiboken6 import isValid

from interview_desk.desk.clock_guard import ClockGuard
from interview_desk.desk.live.clock.figures import Figures
from interview_desk.desk.live.clock.ticker import Ticker, ms_to_next_edge
from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import S, Theme
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.painted import Painted
from interview_desk.desk.widgets.status_line import StatusLine
from interview_desk.interview.pace import pace
from interview_desk.interview.summary import UNNAMED
from interview_desk.interview.timeline import ClockState
from interview_desk.words import minutes


class CornerClock(Painted, QAbstractButton):
    """Whose interview is on, and what is left of its phase; pressed, it leads back there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._who = ElidedLabel(theme, "", "small", "ink2")
        self._time = Figures(theme)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(S, 0, S, 0)
        row.setSpacing(S)
        for part in (self._who, self._time):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)

    def show_phase(self, candidate: str, phase: str, left_s: int, *, paused: bool) -> None:
        """Show this, what is left in seconds; negative is over."""
        if candidate != self._who.text():
            self._who.setText(candidate)
        over = left_s < 0
        word = "over" if over else "left"
        self._time.set_standing(paused)
        self._time.show_time(
            phase,
            minutes(1000 * abs(left_s)),
            f"{word}, paused" if paused else word,
            "warn" if over else "ink2",
        )
        # Not told every second: only what a listener would ask for.
        name = f"Back to the interview with {candidate}, {phase}{', paused' if paused else ''}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip(name)

    def said(self) -> str:
        """What it shows, in one text."""
        return f"{self._who.text()} {self._time.text()}"

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize()

    def draw(self, painter: QPainter) -> None:
        self._ring(painter, self.rect(), self._theme.px(4))


class RunningClock(QObject):
    """Shows the clock of an interview that is under way in the status line of the page on show.

    ``asked`` carries the row of the interview that the user wants back. It looks once a second
    while the clock runs, and not at all where none is under way.
    """

    asked = Signal(int)

    def __init__(self, theme: Theme, clocks: ClockGuard, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clocks = clocks
        self._line: StatusLine | None = None
        self._row: int | None = None
        self._clock: CornerClock | None = None
        self._session: Session | None = None
        self._ticker = Ticker(self._wait, self)
        self._ticker.ticked.connect(self._show)

    @property
    def clock(self) -> CornerClock | None:
        """What is shown, if anything is."""
        return self._clock

    def move_to(self, line: StatusLine | None, row: int | None) -> None:
        """Another page is shown, about the interview with that row, or none; None shows nothing.

        The clock that was in the line of the page before has gone with it, or is taken out.
        """
        if self._clock is not None and line is not self._line:
            self._drop()
        self._line, self._row = line, row
        self.look()

    @Slot()
    def look(self) -> None:
        """An interview may have started, paused or ended."""
        self._session = self._clocks.under_way(self._row) if self._line is not None else None
        if self._session is None:
            self._ticker.stop()
            if self._clock is not None:
                self._drop()
            return
        if self._clock is None and self._line is not None:
            self._clock = CornerClock(self._theme)
            self._clock.clicked.connect(self._ask)
            self._line.add(self._clock)
            self._clock.show()  # at once, not when the layout comes to it
        self._show()
        self._ticker.arm()

    def _drop(self) -> None:
        clock, self._clock = self._clock, None
        if clock is not None and isValid(clock):
            clock.hide()
            clock.deleteLater()

    @Slot()
    def _show(self) -> None:
        session, clock = self._session, self._clock
        if session is None or clock is None:
            return
        interview = session.interview
        on = pace(interview, session.now()).phase
        if on is not None:
            candidate = interview.setup.candidate or UNNAMED
            phase = f"{on.number} {interview.guide.phase(on.number).brief}"
            paused = interview.timeline.state is ClockState.PAUSED
            clock.show_phase(candidate, phase, on.left_s, paused=paused)

    @Slot()
    def _ask(self) -> None:
        if self._session is not None:
            self.asked.emit(self._session.row)

    def _wait(self) -> int | None:
        session = self._session
        if session is None or not session.is_running:
            return None
        return ms_to_next_edge(session.interview, session.now())
