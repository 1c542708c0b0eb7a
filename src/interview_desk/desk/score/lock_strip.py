"""The line over a finished interview: when it was finished, and the way to amend it."""

from datetime import tzinfo

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.theme.theme import XL, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.line_field import LineField
from interview_desk.desk.widgets.panel import Panel
from interview_desk.words import clock_time, day


class LockStrip(Panel):
    """Hidden until the interview is finished. An amendment needs a reason before anything else."""

    def __init__(self, theme: Theme, scorer: Scorer, zone: tzinfo | None) -> None:
        super().__init__(theme, "sunk")
        self._scorer = scorer
        self._zone = zone
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
        scorer.editable_changed.connect(self.refresh)
        self.refresh()

    @property
    def _buttons(self) -> tuple[TextButton, ...]:
        return self.amend_button, self.start_button, self.cancel_button, self.done_button

    @Slot()
    def refresh(self) -> None:
        """Show how the interview stands: free, finished, or being amended."""
        lock, reason = self._scorer.interview.lock, self._scorer.reason
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
        self._words.setText("Printed beside each change:")
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
        if self.reason.text().strip():
            self._scorer.amend(self.reason.text())

    @Slot()
    def _stop(self) -> None:
        self._scorer.amend("")
