"""Interview Desk started as its users start it, up to the library's first paint or its rows."""

# ruff: noqa: E402 - what comes before the imports belongs to the start

import sys
from pathlib import Path

from interview_desk.cli.window import start_quickly

start_quickly()

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from watch import FirstPaint

from interview_desk.app import launch, make_application
from interview_desk.desk.library.row_painter import RowPainter
from interview_desk.desk.theme.theme import Theme


class TellingPainter(RowPainter):
    """Tells that rows are being painted."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        watch.seen()
        super().paint(painter, option, index)


app = make_application()
theme = Theme()
theme.apply(app)
running = launch(theme, Path(sys.argv[3]))
figure, window = sys.argv[1], running.window
watch = FirstPaint(figure, int(sys.argv[2]), None if figure == "rows" else window.rail)
if figure == "rows":
    window.library.list.setItemDelegate(TellingPainter(theme, window.library.list))
app.exec()
running.close()
