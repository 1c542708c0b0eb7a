"""A note's words broken into lines, with its tags behind the last one."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from interview_desk.desk.live.notes.note_rows import NoteRow
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.chip import tag_size
from interview_desk.desk.widgets.text_painting import Paragraph, direction, line_height

# What of a very long note is shown; the note itself keeps all of it.
_MOST_LINES, _MOST_CHARACTERS = 12, 3000


class NoteLayout:
    """Where everything of one note goes, in pixels from the top left of its text.

    The text begins on the side of its own direction; so do its tags, behind its last line.
    """

    def __init__(self, theme: Theme, row: NoteRow, width: int) -> None:
        self.width = max(1, width)
        self.line = line_height(theme.font("body"))
        self._rtl = direction(row.note.text) == Qt.LayoutDirection.RightToLeft
        self._paragraphs, self.cut = _broken(row.note.text, theme, self.width)
        lines = sum(max(1, len(each.lines)) for each in self._paragraphs)
        self.tags, below = self._place_tags(theme, row.marks, lines)
        self.height = (lines + below) * self.line

    def draw(self, painter: QPainter, origin: QPointF, owner: QWidget) -> None:
        """Draw the words with the pen of ``painter``; tags are the caller's."""
        y = origin.y()
        mirrored = self._rtl != (owner.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        side = Qt.AlignmentFlag.AlignTrailing if mirrored else Qt.AlignmentFlag.AlignLeading
        for paragraph in self._paragraphs:
            paragraph.draw(painter, QPointF(origin.x(), y), owner, side)
            y += max(1, len(paragraph.lines)) * self.line

    def _place_tags(
        self, theme: Theme, tags: tuple[str, ...], lines: int
    ) -> tuple[tuple[tuple[str, QRect], ...], int]:
        """Each tag with its place, and how many lines they need below the text's own."""
        if not tags:
            return (), 0
        gap, below = theme.px(5), 0
        last = self._paragraphs[-1].lines[-1:]
        x = theme.metrics("body").horizontalAdvance(last[0]) + gap if last else 0
        placed = []
        for tag in tags:
            size = tag_size(theme, tag)
            if x and x + size.width() > self.width:
                x, below = 0, below + 1
            width = min(size.width(), self.width)
            top = (lines - 1 + below) * self.line + (self.line - size.height()) // 2
            left = self.width - x - width if self._rtl else x
            placed.append((tag, QRect(left, top, width, size.height())))
            x += width + gap
        return tuple(placed), below


def _broken(text: str, theme: Theme, width: int) -> tuple[list[Paragraph], bool]:
    """The lines of the text as paragraphs, as many as are shown; tell if there are more."""
    font = theme.font("body")
    room = _MOST_LINES
    shown: list[Paragraph] = []
    cut = len(text) > _MOST_CHARACTERS
    pieces = text[:_MOST_CHARACTERS].split("\n")
    if cut:
        pieces[-1] += "…"
    for piece in pieces:
        if room <= 0:
            return shown, True
        paragraph = Paragraph(piece, font, width, room)
        shown.append(paragraph)
        room -= max(1, len(paragraph.lines))
        cut = cut or paragraph.cut
    return shown, cut
