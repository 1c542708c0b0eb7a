"""The line above the note field: a text, and answers that never take the focus by themselves."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStyle, QWidget

from interview_desk.desk.live.line import Line
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.keycap import KeyCap
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.line_field import LineField
from interview_desk.desk.widgets.paint import painter_on, rounded

_PAD_X, _PAD_Y, _GAP = 12, 6, 6
_TEXT_LIMIT = 200
_FIELD = 150
