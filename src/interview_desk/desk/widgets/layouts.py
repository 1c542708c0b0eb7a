"""Rows and columns: widgets that go on in a row below, words in line, and taking widgets out."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

from interview_desk.desk.theme.theme import XS, Theme
from interview_desk.desk.widgets.painted import mirrored


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout.

    Hidden at once, because Qt deletes it only when it comes round to it, and until then it
    would stand under what takes its place.
    """
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class FlowRow(QLayout):
    """As wide as the widgets ask for, in as many rows as that takes; each begins at the left.

    ``overhang`` px reach over the left end, for buttons with a margin around their words.
    """

    def __init__(self, *widgets: QWidget, gap: int = XS, overhang: int = 0) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._overhang = overhang
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        tallest = max((size.height() for size in sizes), default=0)
        return QSize(max(0, width - self._overhang), tallest)

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in least), default=0)
        tallest = max((size.height() for size in least), default=0)
        return QSize(max(0, width - self._overhang), tallest)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((spot.bottom() + 1 for _, spot in self._placed(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        owner = self.parentWidget()
        for item, spot in self._placed(rect.width()):
            seen = spot.translated(rect.topLeft())
            if owner is not None:
                seen = mirrored(seen, rect, owner.layoutDirection())
            # Not the item: Qt lets none begin before its owner does, and makes it narrower.
            if (widget := item.widget()) is not None:
                widget.setGeometry(seen)
            else:
                item.setGeometry(seen)

    def _placed(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Where each goes in that width, from the left."""
        start, room = -self._overhang, width + self._overhang
        placed: list[tuple[QLayoutItem, QRect]] = []
        left = top = tallest = 0
        for item in self._shown():
            size = item.sizeHint()
            if left and left + size.width() > room:
                left, top, tallest = 0, top + tallest + self._gap, 0
            spot = QRect(QPoint(start + left, top), QSize(min(size.width(), room), size.height()))
            placed.append((item, spot))
            left += size.width() + self._gap
            tallest = max(tallest, size.height())
        return placed

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


QUIET = 8  # design pixels beside the word of a quiet button


def overhang(inside: QWidget | QLayout, by: int) -> QHBoxLayout:
    """A row that reaches ``by`` px over both ends of its place: what is around must have room."""
    row = QHBoxLayout()
    row.setSpacing(0)
    # A layout takes no margin below none, but a space it does.
    row.addSpacing(-by)
    if isinstance(inside, QWidget):
        row.addWidget(inside, 1)
    else:
        row.addLayout(inside, 1)
    row.addSpacing(-by)
    return row


def outdented(inside: QWidget, by: int) -> QHBoxLayout:
    """A row that begins ``by`` px before its place, and ends with it."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(-by)
    row.addWidget(inside, 1)
    return row


def quiet_row(theme: Theme, *buttons: QWidget) -> FlowRow:
    """Quiet buttons side by side, the word of the first where the lines of the column begin."""
    return FlowRow(*buttons, overhang=theme.px(QUIET))
