"""A guide to read: set in type from its blocks, and on its page with what can be done with it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from interview_desk.desk.theme.fonts import FontRole
from interview_desk.desk.theme.theme import XL, XXL, L, M, S, Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.panel import Ground, ScrollColumn, SlimScrollBar
from interview_desk.desk.widgets.text_painting import line_height
from interview_desk.guide.faults import Fault
from interview_desk.guide.render.blocks import Block, Span, Style
from interview_desk.guide.render.document import book_of

if TYPE_CHECKING:
    from interview_desk.desk.guides.collection import ListedGuide

_WIDEST = 640
_ENDLESS = 4_000  # blocks; a guide of the largest size has a few times as many
_TOO_LONG = "What follows is too much to be shown here. Nothing of it is lost: it is in the text."

# Font, colour, and the space above and below.
_LOOKS: dict[Style, tuple[FontRole, Tone, int, int]] = {
    Style.TITLE: ("heading", "ink", 0, S),
    Style.CHAPTER: ("title", "ink", XXL, S),
    Style.SECTION: ("strong", "ink", XL, S // 2),
    Style.GOOD: ("label", "good", M, S // 2),
    Style.BAD: ("label", "bad", M, S // 2),
    Style.LABEL: ("label", "ink2", M, S // 2),
    Style.BODY: ("body", "ink", 0, S),
    Style.QUOTE: ("body", "accent", S, S),
    Style.ITEM: ("body", "ink", 0, S // 2),
}
_CONTENTS, _WITH_CONTENTS = 180, 790


class ReadingView(QTextEdit):
    """Blocks in a column of a width that is easy to read. Chapters can be gone to by number."""

    def __init__(
        self, theme: Theme, name: str, ground: Ground = "surface", parent: QWidget | None = None
    ) -> None:
        """``name`` says what is read, for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self._ground: Ground = ground
        self._blocks: tuple[Block, ...] = ()
        self._chapters: list[int] = []
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these, from the top if they begin with another title than before."""
        new = tuple(blocks[:_ENDLESS])
        if len(blocks) > _ENDLESS:
            new = (*new, Block.of(Style.BODY, _TOO_LONG))
        if new == self._blocks:
            return
        place = self.verticalScrollBar().value() if new[:1] == self._blocks[:1] else 0
        self._blocks = new
        self._set()
        self.verticalScrollBar().setValue(place)

    def chapters(self) -> list[str]:
        """The titles of the chapters, in their order."""
        return [each.text for each in self._blocks if each.style is Style.CHAPTER]

    def go_to_chapter(self, number: int) -> None:
        """Bring a chapter, counted from 0, to the top."""
        block = self.document().findBlockByNumber(self._chapters[number])
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        """Leave free what is wider than a line should be."""
        side = self._theme.px(M)
        spare = max(side, width - self._theme.px(_WIDEST) - side)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.rightMargin() != spare or form.leftMargin() != side:
            form.setLeftMargin(side)
            form.setRightMargin(spare)
            form.setBottomMargin(self._theme.px(XXL))
            frame.setFrameFormat(form)

    def _set(self) -> None:
        document = self.document()
        document.clear()
        document.setDocumentMargin(0)
        self._chapters = []
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            if number:
                cursor.insertBlock()
            if block.style is Style.CHAPTER:
                self._chapters.append(number)
            self._set_block(cursor, block, number == 0)
        cursor.endEditBlock()
        self._fit(self.viewport().width())
        self.setTextCursor(QTextCursor(document))

    def _set_block(self, cursor: QTextCursor, block: Block, first: bool) -> None:
        theme = self._theme
        role, tone, above, below = _LOOKS[block.style]
        form = QTextBlockFormat()
        form.setTopMargin(0 if first else theme.px(above))
        form.setBottomMargin(theme.px(below))
        # At least: the letters of another script may be taller.
        least = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        form.setLineHeight(line_height(theme.font(role)), least)
        cursor.setBlockFormat(form)
        item = block.style is Style.ITEM
        # An item's are those of the dot before it, which is not to outweigh the words.
        cursor.setBlockCharFormat(self._letters(role, "ink3" if item else tone))
        if item:
            self._make_item(cursor, block.depth)
        for span in block.spans:
            letters = self._letters("strong" if span.strong else role, tone)
            cursor.insertText(span.text.replace("\n", "\u2028"), letters)

    def _letters(self, role: FontRole, tone: Tone) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setFont(self._theme.font(role))
        letters.setForeground(self._theme.colour(tone))
        return letters

    def _make_item(self, cursor: QTextCursor, depth: int) -> None:
        form = QTextListFormat()
        form.setStyle(QTextListFormat.Style.ListDisc)
        form.setIndent(depth + 1)
        cursor.createList(form)

    @Slot()
    def _restyle(self) -> None:
        theme, roles = self._theme, QPalette.ColorRole
        palette = self.palette()
        for role in (roles.Base, roles.Window):
            palette.setColor(role, theme.colour(self._ground))
        palette.setColor(roles.Text, theme.colour("ink"))
        palette.setColor(roles.Highlight, theme.colour("accent"))
        palette.setColor(roles.HighlightedText, theme.colour("on_accent"))
        self.setPalette(palette)
        self.document().setIndentWidth(theme.px(L))
        self._set()


class GuideView(QWidget):
    """A guide to read, its chapters beside it, and buttons over it."""

    interview_asked = Signal()
    usual_asked = Signal()
    edit_asked = Signal()
    copy_asked = Signal()
    export_asked = Signal()
    archive_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 0
        self.start = TextButton(theme, "New interview", ButtonKind.PRIMARY)
        self.usual = TextButton(theme, "Make it the usual one")
        self.edit = TextButton(theme, "Edit")
        self.copy = TextButton(theme, "Copy and edit")
        self.export = TextButton(theme, "Export…", ButtonKind.QUIET)
        self.archive = TextButton(theme, "Archive", ButtonKind.QUIET)
        self.view = ReadingView(theme, "Guide")
        self.contents = NavList(theme, "Chapters of the guide", lines=2)
        self._lay_out()
        self.setFocusProxy(self.view)
        for button, asked in (
            (self.start, self.interview_asked),
            (self.usual, self.usual_asked),
            (self.edit, self.edit_asked),
            (self.copy, self.copy_asked),
            (self.export, self.export_asked),
            (self.archive, self.archive_asked),
        ):
            button.clicked.connect(asked)
        self.contents.chosen.connect(self._go_to)
        self.contents.itemClicked.connect(self._go_to_current)

    def show_guide(self, listed: "ListedGuide", *, usual: bool) -> None:
        """Show a guide; ``usual`` if it is the one for new interviews."""
        entry = listed.entry
        usable = entry.guide is not None and not listed.archived
        self.start.setVisible(usable)
        self.usual.setVisible(usable and not usual)
        self.edit.setVisible(entry.own and not listed.archived)
        self.archive.setVisible(entry.own or listed.archived)
        self.archive.set_text("Bring back" if listed.archived else "Archive")
        self._fit_buttons()
        blocks = book_of(entry.guide) if entry.guide else faulty(entry.title, entry.faults)
        self.view.show_blocks(blocks)
        rows = [NavRow(str(n), title) for n, title in enumerate(self.view.chapters())]
        self.contents.set_rows(rows)
        self.contents.set_current(None)

    def fit(self, width: int) -> None:
        """The chapters where there is room for them, and as few rows of buttons as that takes."""
        self._width = width
        self._beside.setVisible(width >= self._theme.px(_WITH_CONTENTS))
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        every = (self.start, self.edit, self.copy, self.usual, self.export, self.archive)
        shown = [button.sizeHint().width() for button in every if not button.isHidden()]
        needed = sum(shown) + len(shown) * S + 2 * M
        one_row, directions = self._width >= needed, QBoxLayout.Direction
        self._buttons.setDirection(directions.LeftToRight if one_row else directions.TopToBottom)

    @Slot(str)
    def _go_to(self, key: str) -> None:
        self.view.go_to_chapter(int(key))

    @Slot()
    def _go_to_current(self) -> None:
        if (key := self.contents.current()) is not None:
            self._go_to(key)

    def _lay_out(self) -> None:
        theme = self._theme
        bar = QWidget()
        bar.setMinimumWidth(1)  # one row of buttons would hold the page to its width for good
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, bar)
        self._buttons.setSpacing(S)
        self._buttons.setContentsMargins(M, 0, M, S)
        first, second = QHBoxLayout(), QHBoxLayout()
        for button in (self.start, self.edit, self.copy):
            first.addWidget(button)
        for button in (self.usual, self.export, self.archive):
            second.addWidget(button)
        second.addStretch(1)
        first.addStretch(1)
        self._buttons.addLayout(first)
        self._buttons.addLayout(second, 1)
        self._beside = ScrollColumn(theme)
        self._beside.setFixedWidth(theme.px(_CONTENTS))
        self._beside.column.addWidget(self.contents)
        self._beside.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.view, 1)
        row.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(S, 0, 0, 0)
        column.addWidget(bar)
        column.addLayout(row, 1)


def faulty(title: str, faults: tuple[Fault, ...]) -> list[Block]:
    """What is read in the place of a guide that has faults."""
    blocks = [
        Block.of(Style.TITLE, title),
        Block.of(Style.BODY, "This is not a guide yet. What is to be put right:"),
    ]
    for fault in faults:
        where = f"Line {fault.line}: " if fault.line else ""
        spans = (Span(f"{where}{fault.message}. ", strong=True), Span(fault.remedy))
        blocks.append(Block(Style.ITEM, spans))
    return blocks
