"""The field that owns the keyboard of the live page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from interview_desk.desk.keymap import COMMANDS, Keymap
from interview_desk.desk.live.dimension_completer import DimensionCompleter
from interview_desk.desk.live.dimension_match import tag_being_typed
from interview_desk.desk.live.key_legend import KeyLegend
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.theme.tokens import Tone
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.rule import Rule
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.guide.model import Dimension
from interview_desk.interview.note_text import TEXT_LIMIT, read_note
from interview_desk.interview.records import NoteKind

_LEGEND = (
    ("Enter", "save"),
    ("+", "strength"),
    ("−", "concern"),
    ("?", "come back"),
    ("#", "dimension"),
)
_MARK_WITHIN, _LONGEST_TAG = 20, 80
_NEXT = QTextCursor.MoveOperation.NextCharacter
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_TONES: dict[NoteKind, Tone] = {
    NoteKind.STRENGTH: "good",
    NoteKind.CONCERN: "bad",
    NoteKind.COME_BACK: "accent",
}


class NoteField(TextField):
    """Takes words, and tells what the keys among them ask for. Knows nothing of notes.

    ``begun`` tells of the first keystroke, or the first letter of an input method, in an
    empty field; ``typed`` of a text that is another. Esc has to be pressed twice for
    ``clear_asked``; ``warned`` tells whether it was pressed once.
    """

    begun = Signal()
    typed = Signal()
    submitted = Signal()
    edit_last_asked = Signal()
    clear_asked = Signal()
    warned = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        keymap: Keymap,
        dimensions: Sequence[Dimension],
        over: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """``over`` is the widget that the list of dimensions lies on."""
        super().__init__(theme, "Note", "What did they say or do?", max_lines=6, parent=parent)
        self._start = ""
        self._warned = False
        self._commands = {keymap.sequence(each.name).toString() for each in COMMANDS}
        self._over = over
        self.completer = DimensionCompleter(theme, dimensions, over)
        self.stamp = Label(theme, "", "small", "ink3")
        self._lay_out(theme)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._changed)
        self.edit.cursorPositionChanged.connect(self._offer)
        self.completer.chosen.connect(self.put_tag)
        theme.changed.connect(self._colour_kind)

    def is_empty(self) -> bool:
        """Whether nothing is in it, nor about to come from an input method."""
        if not self.edit.document().isEmpty():
            return False
        return not self.edit.textCursor().block().layout().preeditAreaText()

    def reset(self, text: str = "") -> None:
        """Hold this text, with nothing to undo and the caret at its end."""
        self.edit.setPlainText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def put_tag(self, tag: str) -> None:
        """Make the tag that is being typed this one, or add it where the caret is."""
        cursor = self.edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        typed = tag_being_typed(before)
        if typed is not None:
            back = QTextCursor.MoveOperation.Left
            cursor.movePosition(back, QTextCursor.MoveMode.KeepAnchor, len(typed) + 1)
        space = "" if typed is not None or not before or before[-1].isspace() else " "
        cursor.insertText(f"{space}#{tag} ")
        self.edit.setTextCursor(cursor)

    def take_key(self, event: QKeyEvent) -> None:
        """Take over a key that was pressed elsewhere on the page."""
        self.edit.setFocus()
        self.edit.keyPressEvent(event)

    def undo_typing(self) -> bool:
        """Take back some typing; False if there was none."""
        return self._step(self.edit.document().isUndoAvailable, self.edit.undo)

    def redo_typing(self) -> bool:
        """Type again what was taken back; False if there was nothing."""
        return self._step(self.edit.document().isRedoAvailable, self.edit.redo)

    def _step(self, available: Callable[[], bool], go: Callable[[], None]) -> bool:
        """One step that changes words: Qt counts other fonts and the like as steps, too."""
        before = self.text()
        while available() and self.text() == before:
            go()
        return self.text() != before

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._leave_to_commands(event)
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            if event.preeditString() and self.is_empty():
                self.begun.emit()
        elif kind == QEvent.Type.FocusOut:
            self.completer.hide()
        return False

    def _leave_to_commands(self, event: QKeyEvent) -> bool:
        """Keep Qt's editor from taking keys such as Ctrl+Right for itself; whether it did so."""
        if event.modifiers() in _TYPING:
            return False
        event.ignore()
        return QKeySequence(event.keyCombination()).toString() in self._commands

    def _take(self, event: QKeyEvent) -> bool:
        """Act on a key that means something here; whether it did."""
        warned = self._warned
        self._warn(False)
        if event.text().isprintable() and event.text():
            return False  # the way of nearly all keys, kept short
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if self.completer.current and self._steer(key):
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape(warned)
        elif key == Qt.Key.Key_Up and self.is_empty():
            self.edit_last_asked.emit()
        else:
            return False
        return True

    def _steer(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.completer.move_by(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.put_tag(self.completer.current)
            self.completer.hide()
        elif key == Qt.Key.Key_Escape:
            self.completer.hide()
        else:
            return False
        return True

    def _escape(self, warned: bool) -> None:
        if warned:
            self.clear_asked.emit()
        elif not self.is_empty():
            self._warn(True)

    def _warn(self, warned: bool) -> None:
        if warned != self._warned:
            self._warned = warned
            self.warned.emit(warned)

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(KeyLegend(theme, _LEGEND), 1)
        row.addWidget(self.stamp)
        self.body.addWidget(Rule(theme))
        self.body.addLayout(row)

    @Slot()
    def _changed(self) -> None:
        self._trim()
        start = self.edit.document().begin().text()[:_MARK_WITHIN]
        if start != self._start:
            self._start = start
            self._colour_kind()
        self.typed.emit()

    def _trim(self) -> None:
        """Keep to the length that a note may have."""
        extra = self.edit.document().characterCount() - 1 - TEXT_LIMIT
        if extra > 0:
            cursor = QTextCursor(self.edit.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setPosition(cursor.position() - extra, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    @Slot()
    def _colour_kind(self) -> None:
        """Give the mark in front the colour of the kind it makes the note."""
        tone = _TONES.get(read_note(self._start, ()).kind)
        if tone is None:
            if self.edit.extraSelections():
                self.edit.setExtraSelections([])
            return
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(len(self._start) - len(self._start.lstrip()))
        cursor.movePosition(_NEXT, QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)
        mark.cursor = cursor
        mark.format.setForeground(self._theme.colour(tone))
        self.edit.setExtraSelections([mark])

    @Slot()
    def _offer(self) -> None:
        """Open, change or close the list of dimensions for what is before the caret."""
        cursor = self.edit.textCursor()
        end = cursor.positionInBlock()
        typed = tag_being_typed(cursor.block().text()[max(0, end - _LONGEST_TAG) : end])
        if typed is None and self.completer.isHidden():
            return
        corner = self.edit.mapTo(self._over, QPoint(self.edit.cursorRect().left(), 0))
        self.completer.offer(typed, QPoint(corner.x(), corner.y() - self._theme.px(4)))
