"""What the middle of the score page shows for one entry of the list."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from interview_desk.desk.score.scorer import Scorer
from interview_desk.desk.theme.theme import XL, S, Theme
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.interview.change import Change

_WIDEST = 760


class ScoreView(ScrollColumn):
    """A column that scrolls, with a heading. Text keeps to a width that can be read."""

    def __init__(self, theme: Theme, scorer: Scorer, title: str = "") -> None:
        super().__init__(theme, "surface")
        self.theme = theme
        self.scorer = scorer
        self.over = Label(theme, "", "body", "ink2")
        self.title = Label(theme, title, "heading", wrap=True)
        self.column.setSpacing(S)
        self.column.addWidget(self.over)
        self.column.addWidget(self.title)
        self.over.hide()

    def show_all(self) -> None:
        """Show the interview as it is now; called before the view comes to the front."""

    def show_change(self, change: Change) -> None:
        """Redraw what the change touches; called while the view is in front."""

    def set_editable(self, editable: bool) -> None:
        """Let its fields be changed, or only read."""

    def flush(self) -> None:
        """Save what is still being typed."""

    def entry_field(self) -> QWidget | None:
        """Where Return takes the keyboard: the first thing to type into, if there is one."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = self.viewport().width() - 2 * XL - self.theme.px(_WIDEST)
        self.column.setContentsMargins(XL, XL, XL + max(0, spare), XL)
