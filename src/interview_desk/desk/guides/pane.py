"""One guide on the page: what can be done with it, and what it says or lacks."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.guides.reading_view import ReadingView
from interview_desk.desk.guides.shelf import Book
from interview_desk.desk.theme.theme import M, S, Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.guide.faults import Fault
from interview_desk.guide.render.blocks import Block, Span, Style
from interview_desk.guide.render.document import book_of

_CONTENTS, _WITH_CONTENTS = 180, 790


class GuidePane(QWidget):
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

    def show_book(self, book: Book, *, usual: bool) -> None:
        """Show a guide; ``usual`` if it is the one for new interviews."""
        entry = book.entry
        usable = entry.guide is not None and not book.archived
        self.start.setVisible(usable)
        self.usual.setVisible(usable and not usual)
        self.edit.setVisible(entry.own and not book.archived)
        self.archive.setVisible(entry.own or book.archived)
        self.archive.set_text("Bring back" if book.archived else "Archive")
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
