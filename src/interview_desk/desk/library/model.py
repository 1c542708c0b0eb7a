"""The library's lines for Qt's list, read from the store as they come into view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from interview_desk.desk.context import Desk
from interview_desk.desk.library.rows import Heading, Line, Liner
from interview_desk.desk.widgets.text_painting import tip
from interview_desk.errors import UserError
from interview_desk.store.library import Row
from interview_desk.words import count

if TYPE_CHECKING:
    from interview_desk.desk.library.views import Sight
    from interview_desk.store.store import Store

LINE = Qt.ItemDataRole.UserRole
_RECENT = 200
_PAGE = 100
_PAGES_KEPT = 20

_Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QAbstractListModel):
    """The newest interviews in groups, then all earlier ones by date, a page at a time.

    With a sight of the user's choice it is those interviews, without groups.

    ``failed`` carries a message when the store cannot be read.
    """

    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sight: Sight | None = None
        self._front: list[Heading | Row] = []
        self._earlier = 0
        self._pages: dict[int, Sequence[Row | Line]] = {}
        self._liner = Liner(desk.clock.now().wall_ms, desk.zone)

    def reload(self) -> None:
        """Read anew what is there."""
        self.beginResetModel()
        self._pages.clear()
        self._liner = Liner(self._desk.clock.now().wall_ms, self._desk.zone)
        if self._sight is None:
            self._group()
        else:
            self._earlier = self._count(self._sight)
            found = count(self._earlier, "interview") if self._earlier else self._sight.nothing
            self._front = [Heading(found)]
        self.endResetModel()

    def look_at(self, sight: Sight | None) -> None:
        """Show those interviews and no others; None for all of them in their groups."""
        self._sight = sight
        self.reload()

    def _group(self) -> None:
        rows = self._read(_RECENT, 0)
        more = len(rows) == _RECENT
        self._earlier = max(0, self._count(self._desk.store) - len(rows)) if more else 0
        self._front = self._liner.grouped(rows)
        if self._earlier:
            self._front.append(Heading("Earlier"))

    def entry(self, number: int) -> Heading | Line | None:
        """What stands at a place of the list; None if the store could not be read."""
        if number < len(self._front):
            found = self._front[number]
            return found if isinstance(found, Heading) else self._line(found)
        page, place = divmod(number - len(self._front), _PAGE)
        rows = self._page(page)
        row = rows[place] if place < len(rows) else None
        return self._line(row) if isinstance(row, Row) else row

    def _line(self, row: Row) -> Line:
        line, doing = self._liner.line(row), self._desk.erasures.word(row.row)
        return line._replace(state=doing, tone="ink2", action="") if doing else line

    def place_of(self, row: int, near: int) -> int | None:
        """Where an interview stands, by its number in the store.

        One that is in no group is looked for only around ``near``, where it was before.
        """
        for number, entry in enumerate(self._front):
            if isinstance(entry, Row) and entry.row == row:
                return number
        for number in range(max(0, near - 2), min(near + 3, self.rowCount())):
            line = self.entry(number)
            if isinstance(line, Line) and line.row == row:
                return number
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._front) + self._earlier

    def flags(self, index: _Index) -> Qt.ItemFlag:
        front = index.row() < len(self._front)
        if front and isinstance(self._front[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if role == LINE or entry is None:
            return entry
        if isinstance(entry, Heading):
            said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return entry.text if role in said else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return entry.told()
            case Qt.ItemDataRole.ToolTipRole:
                told = (entry.candidate, entry.subject, entry.ratings())
                return tip(*told)
        return None

    def _page(self, number: int) -> Sequence[Row | Line]:
        if number not in self._pages:
            self._pages[number] = self._read_page(number * _PAGE)
            if len(self._pages) > _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
        return self._pages[number]

    def _read_page(self, offset: int) -> Sequence[Row | Line]:
        if self._sight is None:
            return self._read(_PAGE, _RECENT + offset)
        try:
            return self._sight.page(_PAGE, offset)
        except UserError as error:
            self.failed.emit(str(error))
            return []

    def _read(self, limit: int, offset: int) -> list[Row]:
        try:
            return [*self._desk.store.list(limit, offset)]
        except UserError as error:
            self.failed.emit(str(error))
            return []

    def _count(self, counted: Store | Sight) -> int:
        try:
            return counted.count()
        except UserError as error:
            self.failed.emit(str(error))
            return 0
