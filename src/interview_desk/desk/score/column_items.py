"""What stands in a column of widgets."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout

from interview_desk.desk.score.line_button import LineButton


def lines_in(column: QVBoxLayout) -> Iterator[LineButton]:
    """The lines of a column, from the top."""
    for number in range(column.count()):
        item = column.itemAt(number)
        widget = item.widget() if item is not None else None
        if isinstance(widget, LineButton):
            yield widget
