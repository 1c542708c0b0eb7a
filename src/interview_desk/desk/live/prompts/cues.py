"""The one fixed place for a cue, and which cue is in it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.session import Session
from interview_desk.desk.settings import CUE_KINDS, CUES, Settings
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.messages import Callout, announce
from interview_desk.interview.actions.watching import end_cue
from interview_desk.interview.cues import Cue, CueKind, CueSettings, cues
from interview_desk.interview.timeline import ClockState

_ORDER = list(CueKind)


def wanted_cues(settings: Settings) -> CueSettings:
    """Which cues the settings ask for."""
    off = frozenset(kind for kind in CueKind if not settings.get(CUE_KINDS[kind.value]))
    return CueSettings(settings.get(CUES), off)


class CueWatch(QObject):
    """Which cue to show, each only once in an interview, over restarts too."""

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._past: set[str] = set()  # those too that could not be written
        self._shown: Cue | None = None
        self._wanted = wanted_cues(settings)
        settings.changed.connect(self._read)

    def look(self) -> Cue | None:
        """The cue for this moment. One that no longer holds does not come again."""
        interview = self._session.interview
        past = interview.past_cues | self._past
        cue = cues(interview, self._session.now(), self._wanted, past)
        before, self._shown = self._shown, cue
        # A pause hides a cue and does not end it.
        running = interview.timeline.state is ClockState.RUNNING
        if running and before is not None and _is_over(before, cue):
            self._end(before)
        return cue

    def dismiss(self) -> None:
        """The cue that is shown was read, and is wanted no more."""
        if self._shown is not None:
            ended, self._shown = self._shown, None
            self._end(ended)

    def _end(self, cue: Cue) -> None:
        self._past.add(cue.key)
        self._session.do(end_cue(self._session.interview, cue.key))

    @Slot()
    def _read(self) -> None:
        self._wanted = wanted_cues(self._settings)


def _is_over(before: Cue, after: Cue | None) -> bool:
    """Whether a cue is gone for good, and not for a more pressing one to be shown first."""
    return after is None or _ORDER.index(after.kind) > _ORDER.index(before.kind)


class CuePlace(Callout):
    """Shows one cue; a click puts it away. Empty it takes no room."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._announced = ""
        self.hide()

    def set_keys(self, keys: str) -> None:
        """The key that puts it away, told by its tool tip."""
        self.setToolTip(f"Click here or press {keys} to put it away")
        self.setAccessibleDescription(self.toolTip())

    def show_cue(self, cue: Cue | None) -> None:
        """Show this cue, or none."""
        if cue is not None:
            self.set_message(cue.text)
            # Once: the figures in a cue may change with every look at the clock.
            if cue.key != self._announced:
                self._announced = cue.key
                announce(self, cue.text)
        if self.isHidden() != (cue is None):
            self.setVisible(cue is not None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.dismissed.emit()
