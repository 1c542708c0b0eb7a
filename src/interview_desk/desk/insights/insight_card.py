"""One insight: its sentence, its picture, and the same as a table for whoever cannot see that."""

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.insights.picture_view import PictureView
from interview_desk.desk.theme.theme import S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.read_text import ReadText
from interview_desk.insights.insight import Insight, Table
from interview_desk.words import day

_AS_TABLE, _NO_TABLE = "As a table", "Without the table"
_TABLE_HEIGHT = 180


class InsightCard(QWidget):
    """``opened`` carries the row of an interview that is to be opened."""

    opened = Signal(int)

    def __init__(self, theme: Theme, insight: Insight) -> None:
        super().__init__()
        self.insight = insight
        self.picture: PictureView | None = None
        self.table: ReadText | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(Label(theme, insight.title, "label"))
        column.addWidget(Label(theme, insight.sentence, wrap=True))
        if insight.picture is None:
            return
        self.picture = PictureView(theme, insight, insight.picture)
        self.picture.opened.connect(self.opened)
        column.addWidget(self.picture)
        if insight.table is not None:
            self._add_table(theme, insight.table, column)

    def _add_table(self, theme: Theme, table: Table, column: QVBoxLayout) -> None:
        self.table = ReadText(theme, f"{self.insight.title}, as a table")
        self.table.setPlainText("\n".join(_lines(table)))
        self.table.setFixedHeight(theme.px(_TABLE_HEIGHT))
        self.table.hide()
        self.table_button = TextButton(theme, _AS_TABLE, ButtonKind.QUIET)
        self.table_button.setAccessibleName(f"{self.insight.title}: {_AS_TABLE.lower()}")
        self.table_button.clicked.connect(self._turn)
        column.addLayout(FlowRow(self.table_button))
        column.addWidget(self.table)

    @Slot()
    def _turn(self) -> None:
        assert self.table is not None
        self.table.setVisible(self.table.isHidden())
        self.table_button.set_text(_AS_TABLE if self.table.isHidden() else _NO_TABLE)


def _lines(table: Table) -> Iterator[str]:
    """A row a line, its cells a tab apart, as another program takes them over."""
    when = ("When",) if table.is_of_interviews else ()
    yield "\t".join((*when, *table.columns))
    for row in table.rows:
        at = (day(row.when_ms, None),) if row.row is not None else ()
        yield "\t".join((*at, *row.cells))
