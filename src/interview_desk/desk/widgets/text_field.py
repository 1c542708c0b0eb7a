"""A field for some lines of text, which grows with them."""

from math import ceil

from PySide6.QtCore import QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.paint import field_frame, painter_on
from interview_desk.desk.widgets.scroll_bar import SlimScrollBar

_PAD_X, _PAD_Y = 12, 8


class _Editor(QPlainTextEdit):
    """The place of the words; tells when it has the keyboard."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()


class TextField(QWidget):
    """Lines of plain text in a rounded frame, as tall as the text within bounds.

    ``edit`` is Qt's own editor; no Python runs between a key and its letter. ``body`` is the
    layout inside the frame, for what else belongs there, such as a line of hints.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        *,
        min_lines: int = 1,
        max_lines: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` says what it holds, for screen readers. Beyond ``max_lines`` it scrolls."""
        super().__init__(parent)
        self._theme = theme
        self._min_lines, self._max_lines = min_lines, max_lines
        editor = _Editor(self)
        self.edit: QPlainTextEdit = editor
        editor.setAccessibleName(name)
        editor.setPlaceholderText(placeholder)
        editor.setFrameShape(QFrame.Shape.NoFrame)
        editor.setTabChangesFocus(True)
        editor.setVerticalScrollBar(SlimScrollBar(theme))
        editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.document().setDocumentMargin(0)
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body = QVBoxLayout(self)
        self.body.addWidget(editor)
        self._restyle()
        editor.document().documentLayout().documentSizeChanged.connect(self._grow)
        editor.textChanged.connect(self.changed)
        editor.focused.connect(self.update)
        theme.changed.connect(self._restyle)

    def text(self) -> str:
        """What is in it."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put ``text`` in place of what was there; the caret stays if nothing changes."""
        if text != self.edit.toPlainText():
            self.edit.setPlainText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        field_frame(painter, self._theme, self, self.edit.hasFocus())
        painter.end()

    @Slot()
    @Slot(QSizeF)
    def _grow(self) -> None:
        # A plain text document measures its height in lines.
        lines = ceil(self.edit.document().size().height())
        shown = min(max(lines, self._min_lines), self._max_lines)
        self.edit.setFixedHeight(shown * self.edit.fontMetrics().lineSpacing() + 2)
        fits = lines <= self._max_lines
        policy = Qt.ScrollBarPolicy
        self.edit.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAlwaysOn
        )

    @Slot()
    def _restyle(self) -> None:
        theme, editor = self._theme, self.edit
        palette = editor.palette()
        roles = QPalette.ColorRole
        # An opaque ground: the frame is not painted again for each letter and blink.
        for role, colour in (
            (roles.Base, theme.colour("surface")),
            (roles.Text, theme.colour("ink")),
            (roles.PlaceholderText, theme.colour("ink3")),
            (roles.Highlight, theme.colour("accent")),
            (roles.HighlightedText, theme.colour("on_accent")),
        ):
            palette.setColor(role, colour)
        editor.setPalette(palette)
        editor.setFont(theme.font("body"))
        x, y = theme.px(_PAD_X), theme.px(_PAD_Y)
        self.body.setContentsMargins(x, y, x, y)
        self.body.setSpacing(y)
        self._grow()
        self.update()
