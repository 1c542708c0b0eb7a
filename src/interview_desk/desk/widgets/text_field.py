"""A field for some lines of text, which grows with them."""

from math import ceil

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.editor import Editor
from interview_desk.desk.widgets.painted import Painted, field_frame
from interview_desk.desk.widgets.panel import SlimScrollBar

_PAD_X, _PAD_Y = 12, 8


class TextField(Painted, QWidget):
    """Lines of plain text in a rounded frame, as tall as the text within bounds.

    ``edit`` is Qt's own editor, and paints itself. ``body`` is the layout inside the frame, for
    what else belongs there, such as a line of hints.
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
        editor: Editor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` says what it holds, for screen readers. Beyond ``max_lines`` it scrolls.

        ``editor`` takes the place of the plain one.
        """
        super().__init__(theme, parent)
        self._min_lines, self._max_lines = min_lines, max_lines
        self._lines = self._paragraphs = 0
        editor = editor or Editor()
        self.edit = editor
        self._document = editor.document()
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
        # Qt tells of new paragraphs, but not of a paragraph that takes another line.
        editor.textChanged.connect(self._edited)
        editor.textChanged.connect(self.changed)
        editor.resized.connect(self._grow)
        editor.focused.connect(self.update)

    def text(self) -> str:
        """What is in it."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put ``text`` in place of what was there; the caret stays if nothing changes."""
        if text != self.edit.toPlainText():
            self.edit.setPlainText(text)

    def line_height(self) -> int:
        """Of a line of its own font, in pixels: Qt lays lines out in whole ones."""
        return ceil(QFontMetricsF(self.edit.font()).height())

    def grown(self) -> int:
        """How much higher it is than its least lines, in pixels."""
        return self.edit.minimumHeight() - self._height(self._min_lines)

    def set_max_lines(self, lines: int) -> None:
        """How tall it may get before it scrolls."""
        if lines != self._max_lines:
            self._max_lines = lines
            self._paragraphs = 0  # it was counted no further than could be seen
            self._lines = self._count_lines()
            self._resize()

    def draw(self, painter: QPainter) -> None:
        field_frame(painter, self._theme, self, self.edit.hasFocus())

    @Slot()
    def _edited(self) -> None:
        """The text is another one."""
        self.edit.keep_blocks_short()
        self._grow()

    @Slot()
    def _grow(self) -> None:
        self._lines = self._count_lines()
        self._resize()

    def _resize(self) -> None:
        lines = self._lines
        shown = min(max(lines, self._min_lines), self._max_lines)
        self.edit.setFixedHeight(self._height(shown))
        fits = lines <= self._max_lines
        policy = Qt.ScrollBarPolicy
        self.edit.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAlwaysOn
        )

    def _height(self, lines: int) -> int:
        """What it takes to show the first lines; those of another script may be higher."""
        high, left, block = 0.0, lines, self._document.begin()
        while block.isValid() and left:
            layout = block.layout()
            laid = min(left, layout.lineCount())
            high += sum(layout.lineAt(number).height() for number in range(laid))
            left -= laid
            block = block.next()
        # Without the one more Qt takes the last line for hidden, and scrolls the first away.
        return ceil(high) + left * self.line_height() + 1

    def _count_lines(self) -> int:
        """How many lines the text breaks into; counted no further than it can be seen."""
        document = self._document
        paragraphs, before = document.blockCount(), self._paragraphs
        self._paragraphs = paragraphs
        if paragraphs == before == 1:
            return document.lineCount()  # Qt has broken it anew already: the way of most keys
        layout, block, lines = document.documentLayout(), document.begin(), 0
        while block.isValid() and lines <= self._max_lines:
            layout.blockBoundingRect(block)  # Qt breaks a paragraph only when it is asked to
            lines += block.layout().lineCount()
            block = block.next()
        return lines

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
        self._lines = self._count_lines()
        self._resize()
        self.update()
