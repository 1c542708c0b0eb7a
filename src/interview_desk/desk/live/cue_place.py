"""The one fixed place for a cue, and which cue is in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.callout import Callout
from interview_desk.interview.clock import Instant
from interview_desk.interview.cues import Cue, CueKind, CueSettings, cues
from interview_desk.interview.interview import Interview

_ORDER = list(CueKind)


class CueWatch:
    """Which cue to show, each only once while the page is open."""

    def __init__(self, settings: CueSettings) -> None:
        self._settings = settings
        self._spent: set[str] = set()
        self._shown: Cue | None = None

    def look(self, interview: Interview, now: Instant) -> Cue | None:
        """The cue for this moment. One that no longer holds does not come again."""
        cue = cues(interview, now, self._settings, self._spent)
        before, self._shown = self._shown, cue
        if before is not None and _is_over(before, cue):
            self._spent.add(before.key)
        return cue

    def dismiss(self) -> None:
        """The cue that is shown was read, and is wanted no more."""
        if self._shown is not None:
            self._spent.add(self._shown.key)
            self._shown = None


def _is_over(before: Cue, after: Cue | None) -> bool:
    """Whether a cue is gone for good, and not for a more pressing one to be shown first."""
    return after is None or _ORDER.index(after.kind) > _ORDER.index(before.kind)


class CuePlace(Callout):
    """Shows one cue; a click puts it away. Empty it takes no room."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.hide()

    def show_cue(self, cue: Cue | None) -> None:
        """Show this cue, or none."""
        if cue is not None:
            self.set_message(cue.text)
        if self.isHidden() != (cue is None):
            self.setVisible(cue is not None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.dismissed.emit()
