"""The short list of dimensions that opens over the note field while a tag is typed."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.painted import Painted, rounded
from interview_desk.guide.model import Dimension

HASHES = "#＃"  # the second is what East Asian keyboards type
# What a tag being typed is: a # at the start of a word, and what follows it up to the caret.
_TYPED = re.compile(rf"(?<!\S)[{HASHES}]([^\s{HASHES}]*)$")


class DimensionCompleter(Painted, QWidget):
    """Lies over the page and never takes the focus: the note field keeps it and steers.

    ``chosen`` carries the tag of a dimension that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, dimensions: Sequence[Dimension], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._page = parent
        self._dimensions = tuple(dimensions)
        self._list = NavList(theme, "Dimensions")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        margin = theme.px(5)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self._list)
        self._list.itemClicked.connect(self._clicked)
        self.hide()

    @property
    def current(self) -> str:
        """The tag that Enter would take; empty while the list is not open."""
        return (self._list.current() or "") if not self.isHidden() else ""

    def offer(self, typed: str | None, above: QPoint) -> None:
        """Open for these letters, with its lower edge at ``above``; close for none that fit.

        ``above`` is in the coordinates of the parent. A tag typed in full needs no list.
        """
        found = matching(typed, self._dimensions) if typed is not None else []
        if not found or (len(found) == 1 and found[0].tag == typed):
            self.hide()
            return
        self._list.set_rows([NavRow(each.tag, each.title, status=f"#{each.tag}") for each in found])
        self._list.set_current(found[0].tag)
        self._place(above)
        self.show()
        self.raise_()

    def move_by(self, rows: int) -> None:
        """Go up (negative) or down, round from one end to the other."""
        self._list.setCurrentRow((self._list.currentRow() + rows) % self._list.count())

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        ground, line = theme.colour("surface"), theme.colour("line")
        rounded(painter, self.rect(), theme.px(8), ground, line)

    def _place(self, above: QPoint) -> None:
        room = self._page.rect()
        size = self.sizeHint()
        size.setWidth(min(self._theme.px(380), room.width()))
        left = max(0, min(above.x(), room.width() - size.width()))
        self.setGeometry(left, max(0, above.y() - size.height()), size.width(), size.height())

    @Slot()
    def _clicked(self) -> None:
        self.chosen.emit(self.current)
        self.hide()


def tag_being_typed(before_caret: str) -> str | None:
    """The letters after a ``#`` that the caret stands behind; None if there is no such tag."""
    if "#" not in before_caret and "＃" not in before_caret:
        return None
    found = _TYPED.search(before_caret)
    return found[1] if found else None


def matching(typed: str, dimensions: Sequence[Dimension]) -> list[Dimension]:
    """The dimensions the letters may mean, the likeliest first; all of them for no letters.

    A tag that begins so comes before a word of the title that does, and both before letters
    that are merely found in this order.
    """
    word = typed.casefold()
    ranked = [(rank, each) for each in dimensions if (rank := _rank(word, each)) is not None]
    return [each for _, each in sorted(ranked, key=lambda pair: (pair[0], pair[1].number))]


def _rank(word: str, dimension: Dimension) -> int | None:
    tag, title = dimension.tag.casefold(), dimension.title.casefold()
    if tag.startswith(word):
        return 0
    if any(part.startswith(word) for part in re.split(r"\W+", title)):
        return 1
    if _in_order(word, tag):
        return 2
    return 3 if _in_order(word, title) else None


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
