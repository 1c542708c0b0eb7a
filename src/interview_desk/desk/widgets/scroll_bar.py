"""A slim scroll bar, without arrows, in the colours of the theme."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollBar, QWidget

from interview_desk.desk.theme.theme import Theme

# A sheet on the bar alone costs nothing that could be measured at the start; a bar painted by
# hand would run Python for each scrolled pixel.
_SHEET = """
QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {handle}; border-radius: {radius}px;
    min-height: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {hover}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class SlimScrollBar(QScrollBar):
    """Upright; hand it to ``QAbstractScrollArea.setVerticalScrollBar``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        tokens = self._theme.tokens
        self.setStyleSheet(_SHEET.format(width=10, radius=3, handle=tokens.line, hover=tokens.ink3))
