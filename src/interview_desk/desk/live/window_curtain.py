"""The curtain over a page without a note to type: it shows the clock of what runs meanwhile."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.clock_guard import ClockGuard
from interview_desk.desk.context import Desk
from interview_desk.desk.live.clock.clock_text import Standing
from interview_desk.desk.live.clock.ticker import Ticker, ms_to_next_edge
from interview_desk.desk.live.curtain import Curtain
from interview_desk.desk.session import Session


class WindowCurtain(Curtain):
    """Looks at the clock by itself while it is drawn; no figures where no interview runs."""

    def __init__(self, desk: Desk, window: QWidget, clocks: ClockGuard) -> None:
        super().__init__(desk.theme, desk.keymap, window)
        self._desk = desk
        self._clocks = clocks
        self._session: Session | None = None
        self.ticker = Ticker(self._wait, self)
        self.ticker.ticked.connect(self._look)

    @Slot()
    def toggle(self) -> None:
        super().toggle()
        self.ticker.stop()
        if self.is_drawn:
            self._look()

    @Slot()
    def _look(self) -> None:
        session = self._session = self._clocks.running
        self.figures.setVisible(session is not None)
        if session is not None:
            now = session.now()
            self.show_standing(Standing(session.interview, now, self._desk.zone, None))
            self.ticker.arm()

    def _wait(self) -> int | None:
        if self._session is None:
            return None
        return ms_to_next_edge(self._session.interview, self._session.now())
