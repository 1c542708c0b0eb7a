"""The command as it is typed, up to the library's first paint or its rows.

Given are the figure that is wanted, when the process was started, and the words typed.
"""

import sys

from interview_desk.__main__ import main
from interview_desk.cli import window as way_in

figure, started_ns, *words = sys.argv[1:]
really_start = way_in.start_quickly


def start_and_watch() -> None:
    """Start, and have the window watched from the moment that its application runs."""
    really_start()
    # What the window loads next anyway.
    from PySide6.QtWidgets import QApplication, QTableView, QWidget

    run = QApplication.exec

    def run_watched(_app: QApplication) -> int:
        from watch import FirstPaint

        from interview_desk.desk.window import MainWindow

        shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        window = next(shown)
        assert isinstance(window, MainWindow)
        watched: QWidget = window.rail
        if figure == "rows":
            table = window.findChild(QTableView)
            assert table is not None
            assert table.model().rowCount()
            watched = table.viewport()
        watch = FirstPaint(figure, int(started_ns), watched)
        status = run()
        del watch
        return status

    QApplication.exec = run_watched  # type: ignore[method-assign, assignment]


way_in.start_quickly = start_and_watch
sys.argv[1:] = words
main()
