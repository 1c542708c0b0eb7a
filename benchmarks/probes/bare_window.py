"""The floor of a start: a main window with nothing in it."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow
from watch import FirstPaint

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
window.show()
watch = FirstPaint(sys.argv[1], int(sys.argv[2]), window)
app.exec()
