"""Undo in a field, as long as there is typing to take back; then it is the page's."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_Field = QLineEdit | QPlainTextEdit


class FieldUndo(QObject):
    """An event filter for one field, its parent.

    Qt's fields keep the keys of undo and redo to themselves even when they have nothing to
    take back; with this filter such a key goes on to the page.
    """

    def __init__(self, field: _Field) -> None:
        super().__init__(field)
        self._field = field

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undoes = event.matches(QKeySequence.StandardKey.Undo)
        redoes = event.matches(QKeySequence.StandardKey.Redo)
        if (undoes and not self._can_undo()) or (redoes and not self._can_redo()):
            event.ignore()
            return True
        return False

    def _can_undo(self) -> bool:
        field = self._field
        if isinstance(field, QLineEdit):
            return field.isUndoAvailable()
        return field.document().isUndoAvailable()

    def _can_redo(self) -> bool:
        field = self._field
        if isinstance(field, QLineEdit):
            return field.isRedoAvailable()
        return field.document().isRedoAvailable()
