"""The guide's list of what is left to do after the interview."""

from PySide6.QtCore import QSignalMapper, Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.score.view import ScoreView
from interview_desk.desk.theme.theme import M, Theme
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.interview.actions.watching import tick
from interview_desk.interview.change import Change
from interview_desk.interview.records import Tick


class AfterView(ScoreView):
    """Things to tick off. They say nothing about the candidate, so a lock leaves them free."""

    def __init__(self, theme: Theme, scorer: Scorer) -> None:
        super().__init__(theme, scorer, "After the interview")
        self._keys = [item.key for item in scorer.interview.guide.after]
        self.rows = [
            CheckRow(theme, item.text, max_lines=None) for item in scorer.interview.guide.after
        ]
        self._mapper = QSignalMapper(self)
        self.column.addSpacing(M)
        for number, row in enumerate(self.rows):
            self.column.addWidget(row)
            self._mapper.setMapping(row, number)
            row.clicked.connect(self._mapper.map)
        self.column.addStretch(1)
        self._mapper.mappedInt.connect(self._tick)

    def show_all(self) -> None:
        for key, row in zip(self._keys, self.rows, strict=True):
            row.setChecked(self.scorer.interview.ticked(key))

    def show_change(self, change: Change) -> None:
        if change.touches(Tick):
            self.show_all()

    def entry_field(self) -> QWidget | None:
        return self.rows[0] if self.rows else None

    @Slot(int)
    def _tick(self, number: int) -> None:
        session = self.scorer.session
        session.do(tick(session.interview, self._keys[number], session.now()))
        self.show_all()
