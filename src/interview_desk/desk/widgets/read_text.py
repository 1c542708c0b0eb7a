"""Text of any length to read and to select, with the mouse or with Shift and arrows."""

from PySide6.QtCore import SIGNAL, SLOT, QObject, Qt, Slot
from PySide6.QtGui import QPalette

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.editor import Editor
from interview_desk.desk.widgets.panel import SlimScrollBar


class ReadText(Editor):
    """An editor in which nothing can be changed; Tab leaves it."""

    def __init__(self, theme: Theme, name: str) -> None:
        """``name`` says what it holds, for screen readers."""
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(Editor.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self._restyle()
        # By name: PySide would keep a slot that a subclass overrides past its widget.
        QObject.connect(theme, SIGNAL("changed()"), self, SLOT("_restyle()"))

    @Slot()
    def _restyle(self) -> None:
        palette, roles = self.palette(), QPalette.ColorRole
        for role, colour in (
            (roles.Base, self._theme.colour("surface")),
            (roles.Text, self._theme.colour("ink")),
            (roles.Highlight, self._theme.colour("accent")),
            (roles.HighlightedText, self._theme.colour("on_accent")),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)
        self.setFont(self._theme.font("body"))
