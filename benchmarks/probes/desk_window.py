"""Interview Desk started as its users start it, up to the library's first paint or its rows."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView
from watch import FirstPaint

from interview_desk.app import launch, make_application
from interview_desk.desk.theme.theme import Theme

app = make_application()
theme = Theme()
theme.apply(app)
running = launch(theme, Path(sys.argv[3]))
figure = sys.argv[1]
rows = running.window.library.findChild(QAbstractItemView).viewport()
watch = FirstPaint(figure, int(sys.argv[2]), rows if figure == "rows" else None)
app.exec()
running.close()
