"""A text to read, with the places marked where something was replaced."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout

from interview_desk.assistant.replacing import Piece
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.long_text import plain
from interview_desk.desk.widgets.read_text import ReadText
from interview_desk.interview.folded_text import Span
from interview_desk.words import count


class MarkedText(ReadText):
    """Places are marked by their ground and by a line under them, not by colour alone."""

    def __init__(self, theme: Theme, name: str) -> None:
        self._spans: list[Span] = []
        super().__init__(theme, name)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show another text."""
        self._spans = []
        texts, at = [], 0
        for piece in pieces:
            texts.append(plain(piece.text))
            end = at + len(texts[-1])
            if piece.was:
                self._spans.append((at, end))
            at = end
        self.setPlainText("".join(texts))
        self.setAccessibleDescription(f"{count(len(self._spans), 'place')} replaced")
        self._mark()

    @property
    def marked(self) -> list[str]:
        """What stands in the marked places."""
        text = self.toPlainText()
        return [text[first:last] for first, last in self._spans]

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("accentbg"))
        look.setForeground(self._theme.colour("accent"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        for block, first in self._blocks():
            block.layout().setFormats([*_ranges(block, first, self._spans, look)])
        self._words.markContentsDirty(0, self._words.characterCount())

    def _blocks(self) -> Iterator[tuple[QTextBlock, int]]:
        """Each block, and where in the text its first character stands."""
        block, at = self._words.begin(), 0
        while block.isValid():
            # Where a line goes on in another block, that begins with a mark of the editor's own.
            yield block, at - self.goes_on(block)
            at += len(block.text()) - self.goes_on(block)
            block = block.next()
            at += block.isValid() and not self.goes_on(block)

    @Slot()
    def _restyle(self) -> None:
        super()._restyle()
        self._mark()


def _ranges(
    block: QTextBlock, begins: int, spans: Sequence[Span], look: QTextCharFormat
) -> Iterator[QTextLayout.FormatRange]:
    text = block.text()
    for first, last in spans:
        start, end = max(0, first - begins), min(len(text), last - begins)
        if start < end:
            found = QTextLayout.FormatRange()
            # Qt counts as UTF-16 does.
            found.start = len(text[:start].encode("utf-16-le")) // 2
            found.length = len(text[start:end].encode("utf-16-le")) // 2
            found.format = look
            yield found
