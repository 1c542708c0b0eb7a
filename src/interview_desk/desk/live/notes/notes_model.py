"""The note rows as a Qt model that tells its view only what has changed."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from interview_desk.desk.live.notes.note_rows import HeadingRow, NoteRow, NoteRows, Row
from interview_desk.interview.interview import Interview

_Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """Headings and notes, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maker = NoteRows()
        self._rows: list[Row] = []

    def show_interview(self, interview: Interview) -> None:
        """Take over the notes as they are now."""
        old, new = self._rows, self._maker.rows(interview)
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        top = QModelIndex()
        if head < len(old) - tail:
            self.beginRemoveRows(top, head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if head < len(new) - tail:
            self.beginInsertRows(top, head, len(new) - tail - 1)
            self._rows = new
            self.endInsertRows()

    def row(self, number: int) -> Row:
        """The row of that number, from 0."""
        return self._rows[number]

    def number_of(self, note_id: int) -> int | None:
        """The row that a note is in, or None."""
        for number, row in enumerate(self._rows):
            if isinstance(row, NoteRow) and row.note.id == note_id:
                return number
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._rows[index.row()].spoken()
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], HeadingRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _common(one: list[Row], other: list[Row]) -> int:
    """How many rows both begin with."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a is not b and a != b:
            return number
    return min(len(one), len(other))
