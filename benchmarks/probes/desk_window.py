"""Interview Desk started as its users start it, up to the library's first paint or its rows."""

# ruff: noqa: E402 - what comes before the imports belongs to the start

import gc
import sys
from pathlib import Path

gc.disable()  # as cli.window does

from PySide6.QtWidgets import QApplication
from watch import FirstPaint

from interview_desk.app import launch, make_application
from interview_desk.desk.library.row_painter import RowPainter
from interview_desk.desk.theme.theme import Theme

app: QApplication = make_application()
theme = Theme()
theme.apply(app)
running = launch(theme, Path(sys.argv[3]))
figure = sys.argv[1]
watch = FirstPaint(figure, int(sys.argv[2]), None if figure == "rows" else running.window.rail)
paint = RowPainter.paint


def paint_row(*arguments: object) -> None:
    """Paint a row of the library, and tell that rows are painted now."""
    watch.seen()
    paint(*arguments)


if figure == "rows":
    RowPainter.paint = paint_row
app.exec()
running.close()
