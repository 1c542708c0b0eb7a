"""The lock on a finished interview: it lets nothing through but amendments, which need a reason."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from interview_desk.desk.session import Session
from interview_desk.desk.theme.theme import XL, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.panel import Panel
from interview_desk.interview.actions.notes import tag_note
from interview_desk.interview.change import Change
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note
from interview_desk.words import clock_time, day


class ScoringSession(QObject):
    """A session as the score page uses it: free, finished, or being amended for a reason."""

    editable_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._reason = ""

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk."""
        return self.session.interview

    @property
    def reason(self) -> str:
        """Why a finished interview is being amended; empty while it is not."""
        return self._reason

    @property
    def editable(self) -> bool:
        """Whether ratings and texts can be changed now."""
        return self.interview.lock is None or bool(self._reason)

    def note(self, note_id: int) -> Note | None:
        """The note with that id; None if it is gone, undone from elsewhere."""
        found = self.interview.records.get((Note, note_id))
        return found if isinstance(found, Note) else None

    def toggle_tag(self, note_id: int, dimension: int) -> None:
        """Make a note evidence for a dimension, or no more; nothing if the note is gone."""
        note = self.note(note_id)
        if note is not None:
            tagged = set(note.dimensions) ^ {dimension}
            self.do(tag_note(self.interview, note_id, tuple(sorted(tagged))))

    def amend(self, reason: str) -> None:
        """Let changes to a finished interview in, as amendments for this reason; empty: no more."""
        self._reason = reason.strip()
        self.editable_changed.emit()

    def do(self, change: Change | None) -> bool:
        """Write a change; False if it could not be, or the interview is finished."""
        return self.editable and self.session.do(change, reason=self._reason)


class LockStrip(Panel):
    """Hidden until the interview is finished. An amendment needs a reason before anything else."""

    def __init__(
        self,
        theme: Theme,
        scoring: ScoringSession,
        zone: tzinfo | None,
        after: Callable[[], str] = str,
    ) -> None:
        """``after`` says what was read of others by now, which each change then tells."""
        super().__init__(theme, "sunk")
        self._scoring = scoring
        self._zone = zone
        self._after = after
        self._words = ElidedLabel(theme, "", "body", "ink2")
        self.amend_button = TextButton(theme, "Amend…")
        self.reason = LineField(theme, "Reason for the amendment", "Why is it changed now?")
        self.start_button = TextButton(theme, "Start amending")
        self.cancel_button = TextButton(theme, "Cancel", ButtonKind.QUIET)
        self.done_button = TextButton(theme, "Done amending")
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, S, XL, S)
        row.setSpacing(S)
        row.addWidget(self._words)
        row.addWidget(self.reason, 1)
        for button in self._buttons:
            row.addWidget(button)
        self.amend_button.clicked.connect(self._ask)
        self.reason.textChanged.connect(self._weigh)
        self.reason.returnPressed.connect(self._start)
        self.start_button.clicked.connect(self._start)
        self.cancel_button.clicked.connect(self.refresh)
        self.done_button.clicked.connect(self._stop)
        scoring.editable_changed.connect(self.refresh)
        self.hide()  # shown before it is on its page it would be a window of its own

    @property
    def _buttons(self) -> tuple[TextButton, ...]:
        return self.amend_button, self.start_button, self.cancel_button, self.done_button

    @Slot()
    def refresh(self) -> None:
        """Show how the interview stands: free, finished, or being amended."""
        lock, reason = self._scoring.interview.lock, self._scoring.reason
        self.setVisible(lock is not None)
        if lock is None:
            return
        at = lock.at.wall_ms
        finished = f"Finished {day(at, self._zone)} {clock_time(at, self._zone)}."
        self._words.setText(
            f"{finished} Amending: {reason}"
            if reason
            else f"{finished} Changes are amendments, with their date and reason."
        )
        self._show_only(self.done_button if reason else self.amend_button)
        self.reason.hide()

    def _show_only(self, *buttons: TextButton) -> None:
        for button in self._buttons:
            button.setVisible(button in buttons)

    @Slot()
    def _ask(self) -> None:
        read = self._after()
        self._words.setText(f"Printed beside each change{f', with “{read}”' if read else ''}:")
        self._show_only(self.start_button, self.cancel_button)
        self.reason.clear()
        self._weigh("")
        self.reason.show()
        self.reason.setFocus()

    @Slot(str)
    def _weigh(self, text: str) -> None:
        self.start_button.setEnabled(bool(text.strip()))

    @Slot()
    def _start(self) -> None:
        reason, read = self.reason.text().strip(), self._after()
        if reason:
            self._scoring.amend(f"{reason} ({read})" if read else reason)

    @Slot()
    def _stop(self) -> None:
        self._scoring.amend("")
