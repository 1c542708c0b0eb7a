"""The guide beside the set-up, to read before the interview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.guides.reading_view import ReadingView
from interview_desk.desk.theme.theme import L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.panel import Panel
from interview_desk.desk.widgets.rule import Rule
from interview_desk.desk.widgets.section_label import SectionLabel
from interview_desk.guide.model import Guide
from interview_desk.guide.render.document import book_of


class GuidePanel(Panel):
    """A guide set in type. ``closed`` asks for the set-up alone again."""

    closed = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg", parent)
        self.view = ReadingView(theme, "Guide", "bg")
        self.view.show_blocks(book_of(guide))
        self.close_button = TextButton(theme, "Close", ButtonKind.QUIET, "Esc")
        self.setFocusProxy(self.view)
        head = QHBoxLayout()
        head.setContentsMargins(M, S, S, 0)
        head.addWidget(SectionLabel(theme, "Guide"), 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout()
        column.setContentsMargins(S, S, 0, 0)
        column.setSpacing(L)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        row.addLayout(column, 1)
        self.close_button.clicked.connect(self.closed)
