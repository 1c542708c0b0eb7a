"""A foreign document as it is, each block with its role in the margin."""

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from interview_desk.desk.guides.role_menu import ROLE_KEYS, RoleMenu
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.painted import Themed, focus_ring, mirrored, rounded
from interview_desk.desk.widgets.panel import SlimScrollBar
from interview_desk.desk.widgets.text_painting import Paragraph, direction, draw_line, tip
from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.proposal import Proposal
from interview_desk.guide.importer.roles import Role

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_MARGIN, _PAD, _INDENT, _DOT, _ABOVE = 124, 10, 14, 16, 5
_MOST_LINES = 8
_QUIET = (Role.READING, Role.NOTHING, Role.SECTION)


class BlockModel(QAbstractListModel):
    """The blocks of a proposal's document; what changes between two proposals is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal: Proposal | None = None
        self._doubts: dict[int, str] = {}

    def show_proposal(self, proposal: Proposal) -> None:
        """Show a proposal: another document, or other roles for the same."""
        before = self.proposal
        doubts = {each.block: str(each) for each in proposal.doubts if each.block >= 0}
        if before is None or before.document is not proposal.document:
            self.beginResetModel()
            self.proposal, self._doubts = proposal, doubts
            self.endResetModel()
            return
        old = self._doubts
        self.proposal, self._doubts = proposal, doubts
        for number, (was, now) in enumerate(zip(before.roles, proposal.roles, strict=True)):
            if was != now or old.get(number) != doubts.get(number):
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def doubt(self, number: int) -> str:
        """What is doubtful about a block, empty if nothing is."""
        return self._doubts.get(number, "")

    def rowCount(self, parent: _Index = _NONE) -> int:
        inside = parent.isValid() or self.proposal is None
        return 0 if inside or self.proposal is None else len(self.proposal.roles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if self.proposal is None or not index.isValid():
            return None
        number = index.row()
        block, given = self.proposal.document.blocks[number], self.proposal.roles[number]
        doubt = self.doubt(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = ", chosen by you" if given.chosen else ""
            told = f", doubtful: {doubt}" if doubt else ""
            return f"{given.role.value}{chosen}{told}: {block.text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{given.role.value}: {given.reason}", *filter(None, (doubt,)))
        return None


class DocumentList(Themed, QListView):
    """The blocks to look through; ``role_asked`` carries a role, or None for the proposed one.

    Several can be selected, as in any list. A letter gives a role, Enter opens the menu of them.
    """

    role_asked = Signal(object)
    doubt_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.blocks = BlockModel(self)
        self._delegate = _BlockPainter(theme, self)
        self.setModel(self.blocks)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("The document, each part with its role")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self._restyle()

    def chosen_numbers(self) -> tuple[int, ...]:
        """The blocks that are selected, in order."""
        return tuple(sorted(index.row() for index in self.selectedIndexes()))

    def go_to(self, number: int) -> None:
        """Make a block the only one selected, and show it."""
        index = self.blocks.index(number)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def open_menu(self) -> None:
        """The roles, beside the current block."""
        index = self.currentIndex()
        if index.isValid():
            spot = self.visualRect(index)
            self._open_menu_at(self.viewport().mapToGlobal(spot.bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers, key = event.modifiers(), event.key()
        shift = Qt.KeyboardModifier.ShiftModifier
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        letter = event.text().upper()
        if letter == "N" and (plain or modifiers == shift):
            self.doubt_asked.emit(-1 if modifiers == shift else 1)
        elif plain and letter in ROLE_KEYS:
            self.role_asked.emit(ROLE_KEYS[letter])
        elif plain and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.role_asked.emit(None)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._open_menu_at(event.globalPos())
        else:
            self.open_menu()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _open_menu_at(self, spot: QPoint) -> None:
        proposal, numbers = self.blocks.proposal, self.chosen_numbers()
        if proposal is not None and numbers:
            menu = RoleMenu(self._theme, proposal.roles[numbers[0]].role, self)
            menu.picked.connect(self.role_asked)
            menu.popup(spot)

    def _restyle(self) -> None:
        self._delegate.forget()
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, self._theme.colour("surface"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()


class _BlockPainter(QStyledItemDelegate):
    """Paints a block: its role at the leading side, its words beside it."""

    def __init__(self, theme: Theme, view: DocumentList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._broken: dict[tuple[Block, int], Paragraph] = {}

    def forget(self) -> None:
        """The letters are others."""
        self._broken.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        tall = self._words(self._block(index), width).height + 2 * self._theme.px(_ABOVE)
        return QSize(self._theme.px(96), max(self._theme.px(28), tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        proposal = self._view.blocks.proposal
        if proposal is None:
            return
        theme, frame = self._theme, QRect(option.rect)
        block, given = self._block(index), proposal.roles[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.selectionModel().isSelected(index):
            rounded(painter, frame, theme.px(6), theme.colour("accentbg"))
        if self._view.hasFocus() and index == self._view.currentIndex():
            focus_ring(painter, theme, frame, theme.px(6))
        self._paint_role(painter, frame, given.role, bool(self._view.blocks.doubt(index.row())),
                         chosen=given.chosen)  # fmt: skip
        words = self._words(block, frame.width())
        left = theme.px(_MARGIN) + self._indent(block)
        spot = QRect(left, frame.top(), frame.width() - left - theme.px(_PAD), words.height)
        spot.translate(frame.left(), (frame.height() - words.height) // 2)
        painter.setPen(theme.colour("ink2" if given.role in _QUIET else "ink"))
        reading = self._view.layoutDirection()
        sides = Qt.AlignmentFlag
        own = direction(block.text) == reading
        side = sides.AlignLeading if own else sides.AlignTrailing
        words.draw(painter, QPointF(mirrored(spot, frame, reading).topLeft()), self._view, side)
        painter.restore()

    def _paint_role(
        self, painter: QPainter, frame: QRect, role: Role, doubtful: bool, *, chosen: bool
    ) -> None:
        theme, reading = self._theme, self._view.layoutDirection()
        line = QRect(frame.left(), frame.top(), theme.px(_MARGIN), theme.px(28))
        if doubtful:
            dot = QRect(line.left() + theme.px(4), line.top() + theme.px(6), *[theme.px(_DOT)] * 2)
            dot = mirrored(dot, frame, reading)
            rounded(painter, QRectF(dot), dot.width() / 2, theme.colour("warn"))
            painter.setFont(theme.font("key"))
            painter.setPen(theme.colour("surface"))
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter.value, "?")
        words = line.adjusted(theme.px(8 + _DOT), 0, -theme.px(6), 0)
        painter.setFont(theme.font("small-strong" if chosen else "small"))
        quiet = role in _QUIET and not chosen
        painter.setPen(theme.colour("warn" if doubtful else "ink3" if quiet else "accent"))
        draw_line(painter, mirrored(words, frame, reading), role.value, self._view)

    def _block(self, index: _Index) -> Block:
        proposal = self._view.blocks.proposal
        assert proposal is not None  # there are no rows without one
        return proposal.document.blocks[index.row()]

    def _indent(self, block: Block) -> int:
        deep = min(block.level, 4) if block.kind is BlockKind.ITEM else 0
        return self._theme.px(_INDENT * deep)

    def _words(self, block: Block, width: int) -> Paragraph:
        key = (block, width)
        if key not in self._broken:
            theme = self._theme
            strong = block.kind is BlockKind.HEADING or block.is_bold or block.head
            room = width - theme.px(_MARGIN + _PAD) - self._indent(block)
            font = theme.font("strong" if strong else "body")
            self._broken[key] = Paragraph(_shown(block), font, room, _MOST_LINES)
        return self._broken[key]


def _shown(block: Block) -> str:
    if block.kind is BlockKind.ROW:
        return "  |  ".join(cell for cell in block.cells if cell)
    if block.kind is BlockKind.ITEM:
        return f"{block.mark}. {block.text}" if block.mark.isdigit() else f"• {block.text}"
    return block.text
