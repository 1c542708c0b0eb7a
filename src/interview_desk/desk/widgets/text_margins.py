"""Widgets with a margin of their own around their words, in line with the others of a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

QUIET = 8  # design pixels beside the word of a quiet button


def overhang(inside: QWidget | QLayout, by: int) -> QHBoxLayout:
    """A row that reaches ``by`` px over both ends of its place: what is around must have room."""
    row = QHBoxLayout()
    row.setSpacing(0)
    # A layout takes no margin below none, but a space it does.
    row.addSpacing(-by)
    if isinstance(inside, QWidget):
        row.addWidget(inside, 1)
    else:
        row.addLayout(inside, 1)
    row.addSpacing(-by)
    return row


def quiet_row(theme: Theme, *buttons: QWidget) -> FlowRow:
    """Quiet buttons side by side, the word of the first where the lines of the column begin."""
    return FlowRow(*buttons, overhang=theme.px(QUIET))
