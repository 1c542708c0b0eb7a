"""The lines of the note field: what the keys among the letters ask for."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit

from interview_desk.desk.live.notes.dimension_completer import (
    HASHES,
    DimensionCompleter,
    tag_being_typed,
)
from interview_desk.desk.live.notes.given_pictures import (
    has_picture,
    picture_files,
    picture_itself,
)
from interview_desk.desk.widgets.editor import ENTER, Editor

_LONGEST_TAG = 80
_STEERING = (*ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class NoteEdit(Editor):
    """Takes words, and tells what other keys mean. Knows nothing of notes.

    ``begun`` tells of the first letter of an input method in an empty field. Esc has to be
    pressed twice for ``clear_asked``; ``warned`` tells whether it was pressed once. Where nothing
    is to be cleared it is ``leave_asked``. ``pictures_given`` carries what was pasted or dropped.
    ``command_steered`` carries a key for the list of commands, while ``list_is_open``.

    ``plain`` is true while a letter is typed that is just one more of some words: no tag is
    before it, nor begun by it. Whoever looks at the text says so in ``in_words``.
    """

    # No event filter, and no override of `event`: Python would then run seven times a letter.

    begun = Signal()
    submitted = Signal()
    edit_last_asked = Signal()
    clear_asked = Signal()
    leave_asked = Signal()
    pictures_given = Signal(object)
    take_back_asked = Signal()
    warned = Signal(bool)
    command_steered = Signal(object)

    def __init__(self, completer: DimensionCompleter) -> None:
        """``completer`` is the list that the keys steer while it is open."""
        super().__init__()
        self._completer = completer
        self._warned = False
        self.plain = self.in_words = False
        self.list_is_open = False  # of commands

    def is_empty(self) -> bool:
        """Whether nothing is in it, nor about to come from an input method."""
        return self.document().isEmpty() and not self.is_composing()

    def typed_tag(self) -> str | None:
        """The letters of the tag that the caret stands behind; None if there is no tag."""
        cursor = self.textCursor()
        end = cursor.positionInBlock()
        return tag_being_typed(cursor.block().text()[max(0, end - _LONGEST_TAG) : end])

    def put_tag(self, tag: str) -> None:
        """Make the tag that is being typed this one, or add it where the caret is."""
        cursor, typed = self.textCursor(), self.typed_tag()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if typed is not None:
            back = QTextCursor.MoveOperation.Left
            cursor.movePosition(back, QTextCursor.MoveMode.KeepAnchor, len(typed) + 1)
        space = "" if typed is not None or not before or before[-1].isspace() else " "
        cursor.insertText(f"{space}#{tag} ")
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        warned = self._warned
        if warned:
            self._warn(False)
        text = event.text()
        # Nearly all keys are letters: their way is kept short.
        if text and text.isprintable() and event.modifiers() in _TYPING:
            self.plain = self.in_words and text not in HASHES
            if self.plain and self._words.characterCount() < self.limit:
                QPlainTextEdit.keyPressEvent(self, event)  # an editor's look at its keys costs time
            else:
                super().keyPressEvent(event)
            self.plain = False
            return
        self.in_words = False  # the caret may go elsewhere
        if not (self._means(event, warned) or self._commands(event)):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        has_words = source.hasText() or source.hasHtml()
        given = picture_files(source) or (() if has_words else picture_itself(source))
        if given:
            self.pictures_given.emit(given)
        else:
            super().insertFromMimeData(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or has_picture(source)

    def take_picture(self, source: QMimeData) -> None:
        self.pictures_given.emit(picture_itself(source))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.in_words = False
        super().mousePressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt asks here, before it lets the key press through.
        if self.list_is_open:
            self.command_steered.emit(Qt.Key.Key_Down if forward else Qt.Key.Key_Up)
            return True
        if forward and self._completer.current:
            self._take_marked()
            return True
        return super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.preeditString() and self.is_empty():
            self.begun.emit()
        super().inputMethodEvent(event)

    def _means(self, event: QKeyEvent, warned: bool) -> bool:
        """Act on a key that means something here; whether it did."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        # What an input method has is not to be cut off by what the key means for the note.
        if key in (*ENTER, Qt.Key.Key_Escape) and self.end_composition(keep=key in ENTER):
            return True
        if self.list_is_open and key in _STEERING:
            self.command_steered.emit(key)
            return True
        if self._completer.current and self._steer(key):
            return True
        if key in ENTER:
            self._take_marked()
            self.submitted.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape(warned)
        elif key == Qt.Key.Key_Up and self.is_empty():
            self.edit_last_asked.emit()
        elif key == Qt.Key.Key_Backspace and self.is_empty():
            if not event.isAutoRepeat():  # held, it was to empty the field
                self.take_back_asked.emit()
        else:
            return False
        return True

    def _commands(self, event: QKeyEvent) -> bool:
        """Run the command that has this key; whether there is one.

        Qt's editor claims keys such as Ctrl+Right before shortcuts are looked at.
        """
        if event.modifiers() in _TYPING:
            return False
        keys = QKeySequence(event.keyCombination())
        for action in self._actions_around():
            if keys in action.shortcuts() and action.isEnabled():
                if action.autoRepeat() or not event.isAutoRepeat():
                    action.trigger()
                return True
        return False

    def _actions_around(self) -> Iterator[QAction]:
        around = self.parentWidget()
        while around is not None:
            yield from around.actions()
            around = around.parentWidget()

    def _steer(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._completer.move_by(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            self._completer.hide()
        else:
            return False
        return True

    def _take_marked(self) -> None:
        """Make the tag that is being typed the dimension marked in the list, if it is open."""
        if self._completer.current:
            self.put_tag(self._completer.current)
            self._completer.hide()

    def _escape(self, warned: bool) -> None:
        if warned:
            self.clear_asked.emit()
        elif not self.is_empty():
            self._warn(True)
        else:
            self.leave_asked.emit()

    def _warn(self, warned: bool) -> None:
        if warned != self._warned:
            self._warned = warned
            self.warned.emit(warned)
