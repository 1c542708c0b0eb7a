"""Columns of widgets that are made anew when what they show changes."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout

from interview_desk.desk.score.line_button import LineButton


def clear(column: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def lines_in(column: QVBoxLayout) -> Iterator[LineButton]:
    """The lines of a column, from the top."""
    for number in range(column.count()):
        item = column.itemAt(number)
        widget = item.widget() if item is not None else None
        if isinstance(widget, LineButton):
            yield widget
