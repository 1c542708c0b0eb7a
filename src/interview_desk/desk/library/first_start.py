"""What the library says while there is no interview yet: what will happen, step by step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.theme.theme import XL, XXL, L, M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.panel import ScrollColumn

_STEPS = (
    ("Prepare", "Name the candidate, pick a question, and see how the minutes fall."),
    ("Interview", "Write what they say and do; each note keeps its moment."),
    ("Score", "Rate each dimension beside its evidence, and say why."),
    ("Report", "Read the PDF as others will, then save it and hand it on."),
)


class FirstStart(ScrollColumn):
    """A heading, the four steps of an interview, and the buttons that begin or practise one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        theme = desk.theme
        self.new = TextButton(theme, "New interview", ButtonKind.PRIMARY)
        desk.keymap.follow(self.new, "library.new", self.new.set_keys)
        self.practise = TextButton(theme, "Practise for three minutes")
        self.practise.setToolTip(_PRACTICE)
        self.practise.setAccessibleDescription(_PRACTICE)
        self.setFocusProxy(self.new)
        middle = QWidget()
        middle.setLayout(self._lay_out(desk.theme))
        middle.setMaximumWidth(theme.px(560))
        row = QHBoxLayout()
        row.setContentsMargins(XXL, XL, XXL, XL)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self.column.addLayout(row)

    def _lay_out(self, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(S))
        column.addStretch(2)
        column.addWidget(Label(theme, "Your first interview", "heading", wrap=True))
        column.addWidget(Label(theme, _INTRO, "body", "ink2", wrap=True))
        column.addSpacing(theme.px(L))
        column.addLayout(_steps(theme))
        column.addSpacing(theme.px(XL))
        column.addLayout(FlowRow(self.new, self.practise, gap=theme.px(S)))
        column.addSpacing(theme.px(M))
        column.addWidget(Label(theme, _PRIVATE, "small", "ink3", wrap=True))
        column.addStretch(3)
        return column


def _steps(theme: Theme) -> QGridLayout:
    steps = QGridLayout()
    steps.setHorizontalSpacing(theme.px(L))
    steps.setVerticalSpacing(theme.px(M))
    steps.setColumnStretch(2, 1)
    for number, (name, sentence) in enumerate(_STEPS):
        steps.addWidget(Label(theme, str(number + 1), "strong", "accent"), number, 0, _TOP)
        steps.addWidget(Label(theme, name, "strong"), number, 1, _TOP)
        steps.addWidget(Label(theme, sentence, "body", "ink2", wrap=True), number, 2)
    return steps


_TOP = Qt.AlignmentFlag.AlignTop
_INTRO = "The desk keeps the clock, the guide and your notes, so that you can listen."
_PRACTICE = "A made-up candidate talks, you take notes. Nothing of it is kept."
_PRIVATE = "Each word is kept as you type it, in one file on this laptop. Nothing is sent anywhere."
