"""The place of the words in a field: what is put in, how much of it, and what it takes to show."""

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from interview_desk.desk.widgets.long_text import (
    BLOCK,
    MARK,
    breaks_in,
    cut,
    laid_out,
    plain,
    read_back,
)
from interview_desk.desk.widgets.messages import (
    forget_left_out,
    full_words,
    pasted_words,
    tell_left_out,
)
from interview_desk.errors import UserError
from interview_desk.interview.note_text import TEXT_LIMIT

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_SEPARATOR = "\u2028"
_NEVER = (-2, 0)
_CLIPBOARD, _ELSEWHERE = "on the clipboard", "where it came from"


class Editor(QPlainTextEdit):
    """Qt's editor for texts of any length up to ``limit`` characters; tells of focus and width.

    What does not fit is left out before it is put in, and the page says so. A long line takes
    several blocks of the document: only `toPlainText` tells the text as it is.
    """

    focused = Signal()
    resized = Signal()
    lines_share_blocks = True  # where there are very many

    def __init__(self, limit: int = TEXT_LIMIT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit = limit
        self._words = self.document()
        self._long = False  # whether a line goes over several blocks
        self._was = 0
        self._dropped = False
        self._told = ""
        self._counted = _NEVER  # how long the document was when what fits was counted, and that

    def size_of(self, text: str) -> int:
        """How much of the limit a text takes."""
        return len(text)

    def first_part(self, text: str, room: int) -> str:
        """As much of the beginning of a text as there is room for."""
        return cut(text, room)

    def most(self) -> str:
        """How much it holds, in words."""
        return f"{self.limit:,} characters"

    def tell(self, words: str) -> None:
        """Let the page say it, until there is another text."""
        self._told = words
        tell_left_out(self, words)

    # The text, as it is

    def toPlainText(self) -> str:
        return read_back(self._words.toRawText())

    def setPlainText(self, text: str) -> None:
        # Without a limit: what was stored is shown as it is, and no more can be added to it.
        forget_left_out(self, self._told)
        self._counted = _NEVER
        self._follow_marks(False)
        laid = laid_out(plain(text), together=self.lines_share_blocks)
        super().setPlainText(laid)
        self._follow_marks(MARK in laid)

    def insertPlainText(self, text: str) -> None:
        self.insert(text)

    def insert(self, text: str, source: str = "") -> None:
        """Put a text where the caret is, in place of what is selected, as far as it fits.

        ``source`` says where the whole of it still is, for what is told if it does not.
        """
        room = self.room()
        # No more is looked at than may fit: of two characters that end a line one is kept.
        whole = len(text) <= 2 * room
        ready = plain(text if whole else text[: 2 * room])
        kept = self.first_part(ready, room)
        if kept:
            self._put(kept)
        if kept != ready or not whole:
            total = len(ready) if whole else len(text)
            self.tell(pasted_words(len(kept), total, source or _ELSEWHERE))

    def room(self) -> int:
        """How much more fits, what is selected given up."""
        held = self.size_of(self.toPlainText())
        chosen = self.size_of(read_back(self.textCursor().selectedText()))
        return max(0, self.limit - held + chosen)

    def goes_on(self, block: QTextBlock) -> bool:
        """Whether a block goes on with the line of the one before it."""
        return self._long and self._words.characterAt(block.position()) == MARK

    def line_of(self, block: QTextBlock) -> int:
        """The number of the line that a block is of, counted from 1."""
        number, each = block.blockNumber() + 1, self._words.begin()
        while self._long and each.blockNumber() < block.blockNumber():
            each = each.next()
            number -= self.goes_on(each)
        return number

    def block_of_line(self, number: int) -> QTextBlock:
        """The block that a line begins with; an invalid one where there is no such line."""
        if not self._long:
            return self._words.findBlockByNumber(number - 1)
        block, left = self._words.begin(), number - 1
        while block.isValid() and left:
            block = block.next()
            left -= not self.goes_on(block)
        return block

    @Slot()
    def keep_blocks_short(self) -> None:
        """Break the block that was typed in if it has become too long to be laid out at once."""
        block = self.textCursor().block()
        if block.length() > 2 * BLOCK:
            cursor = QTextCursor(self._words)
            cursor.joinPreviousEditBlock()
            self._break(block)
            cursor.endEditBlock()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        try:
            text = source.text() or _words_in(source.html())
        except UserError as error:
            self.tell(f"Nothing was put in. {error}")
            return
        if text:
            self.insert(text, _ELSEWHERE if self._dropped else _CLIPBOARD)
        elif source.hasImage():
            self.take_picture(source)

    def take_picture(self, _source: QMimeData) -> None:
        """A picture was put in, and no words with it: it is of no use here, and that is said."""
        self.tell("Nothing was put in: what was copied is a picture, and this takes words only.")

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(read_back(self.textCursor().selectedText()))
        return copied

    def is_composing(self) -> bool:
        """Whether an input method has letters here that are not yet part of the text."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def end_composition(self, *, keep: bool = True) -> bool:
        """Let the input method put in what it has, or drop it; False if it has nothing."""
        if not self.is_composing():
            return False
        method = QGuiApplication.inputMethod()
        method.commit() if keep else method.reset()
        return True

    # What asks for it

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropped = True
        super().dropEvent(event)
        self._dropped = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.end_composition():
            return
        if self._words.characterCount() > self.limit and self._is_full_for(event):
            self.tell(full_words(self.most()))
            return
        if self._long and event.key() in _ERASING:
            self._step_over_mark(back=event.key() == Qt.Key.Key_Backspace)
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        coming = event.commitString()
        if self._words.characterCount() + len(coming) > self.limit and coming:
            kept = self.first_part(coming, self.room())
            if kept != coming:
                event.setCommitString(kept, event.replacementStart(), event.replacementLength())
                self.tell(full_words(self.most()))
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def _is_full_for(self, event: QKeyEvent) -> bool:
        """Whether the key would add to a text that can have no more."""
        keys = QKeySequence.StandardKey
        breaks = (keys.InsertParagraphSeparator, keys.InsertLineSeparator)
        adds = event.text().isprintable() and event.text() and not self._is_command(event)
        return bool(adds or any(map(event.matches, breaks))) and self._left_after_typing() < 1

    def _left_after_typing(self) -> int:
        """How much more fits; counted anew only where it was not a letter that was added."""
        size = self._words.characterCount()
        before, left = self._counted
        if size - before in (0, 1) and not self.textCursor().hasSelection():
            left -= size - before
        else:
            left = self.room()
        self._counted = size, left
        return left

    @staticmethod
    def _is_command(event: QKeyEvent) -> bool:
        held = event.modifiers()
        return bool(held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))

    # Blocks and marks

    def _put(self, text: str) -> None:
        """Put a `plain` text in; every block is short before Qt lays any of it out."""
        laid = laid_out(text, together=self.lines_share_blocks)
        self._counted = _NEVER
        cursor = self.textCursor()
        start = cursor.selectionStart()
        cursor.beginEditBlock()
        cursor.insertText(laid)
        for block in (cursor.block(), self._words.findBlock(start)):
            if block.length() > 2 * BLOCK:
                self._break(block)
        cursor.endEditBlock()
        if MARK in laid:
            self._follow_marks(True)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _break(self, block: QTextBlock) -> None:
        """Break a block into shorter ones; the caller has begun the step that it belongs to."""
        text, start = block.text(), block.position()
        cursor = QTextCursor(self._words)
        for place in reversed(breaks_in(text)):
            cursor.setPosition(start + len(text[:place].encode("utf-16-le")) // 2)
            if text[place - 1] == _SEPARATOR:
                cursor.deletePreviousChar()
                cursor.insertText("\n")
            else:
                cursor.insertText(f"\n{MARK}")
                self._follow_marks(True)

    def _follow_marks(self, follow: bool) -> None:
        """Keep the caret off the marks, as long as there are any."""
        if follow != self._long:
            self._long = follow
            if follow:
                self.cursorPositionChanged.connect(self._leave_mark)
            else:
                self.cursorPositionChanged.disconnect(self._leave_mark)

    @Slot()
    def _leave_mark(self) -> None:
        """The caret stands before a mark or behind it, never between a mark and its line."""
        cursor = self.textCursor()
        at = cursor.position()
        if cursor.atBlockStart() and self._words.characterAt(at) == MARK:
            mode = QTextCursor.MoveMode
            keep = mode.KeepAnchor if cursor.hasSelection() else mode.MoveAnchor
            cursor.setPosition(at - 1 if self._was == at + 1 and at else at + 1, keep)
            at = cursor.position()
            self.setTextCursor(cursor)
        self._was = at

    def _step_over_mark(self, *, back: bool) -> None:
        """Where a block goes on with the line, erasing takes a letter, not what joins the two."""
        cursor = self.textCursor()
        at = cursor.position()
        if cursor.hasSelection():
            return
        if back and at > 1 and self._words.characterAt(at - 1) == MARK:
            cursor.setPosition(at - 2)
        elif not back and cursor.atBlockEnd() and self._words.characterAt(at + 1) == MARK:
            cursor.setPosition(at + 2)
        self.setTextCursor(cursor)


def _words_in(html: str) -> str:
    """The words of a page or a rich text, a line for each paragraph. Raises UserError."""
    if not html:
        return ""
    # Needed only where a program copies no plain text along.
    from interview_desk.guide.importer.html import read_html

    return "\n".join(block.text for block in read_html(html).blocks)
