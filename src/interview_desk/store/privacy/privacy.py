"""How long interviews are kept, and how they, or the person in them, are made to go."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from interview_desk.errors import UserError
from interview_desk.interview.folded_text import folded
from interview_desk.store.errors import StoreError, Trouble, in_users_words
from interview_desk.store.privacy.erase_everywhere import HELD, CleanedCopies
from interview_desk.store.privacy.erasure import Erasures
from interview_desk.store.privacy.erasure_requests import ErasureKind, ErasureRequest, write_down
from interview_desk.store.privacy.retention import Retention, count_due, read_due, read_retention
from interview_desk.store.transaction import Writer

_PUT = """
INSERT INTO keepings (interview, {column}) VALUES (?, ?)
ON CONFLICT DO UPDATE SET {column} = excluded.{column}
"""


class Privacy:
    """For one open store. Raises StoreError as the store does, and UserError for what is held.

    ``months`` is always how long the settings keep an interview; 0 is for good.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._path = writer.path
        self._write = writer.write

    @property
    def _conn(self) -> sqlite3.Connection:
        return self._writer.conn

    def keeping(self, row: int, months: int) -> Retention:
        """How long the interview is kept."""
        with in_users_words(self._path):
            found = read_retention(self._conn, row, months)
        if found is None:
            raise StoreError(Trouble.MISSING, self._path)
        return found

    def keep_until(self, row: int, until: date | None) -> None:
        """A date of its own for the interview; None for what the settings say of all."""
        self._put(row, "keep_until", until.isoformat() if until else None)

    def hold(self, row: int, held: bool) -> None:
        """Keeps the interview from being erased or changed for as long as it is held."""
        self._put(row, "held", int(held))

    def due(
        self, today: date, months: int, limit: int | None = None, offset: int = 0
    ) -> Sequence[Retention]:
        """The interviews whose date has come, the oldest first; nothing is done to them.

        ``limit`` of them (None: all) after the first ``offset``.
        """
        with in_users_words(self._path):
            return read_due(self._conn, today, months, limit, offset)

    def count_due(self, today: date, months: int) -> int:
        """How many interviews there are whose date has come."""
        with in_users_words(self._path):
            return count_due(self._conn, today, months)

    def named(self, name: str) -> tuple[int, ...]:
        """The interviews with a candidate of that name as `folded` gives it, the newest first."""
        with in_users_words(self._path):
            sql = (
                "SELECT pk, candidate FROM setups JOIN interviews ON pk = interview"
                " ORDER BY created_ms DESC, pk DESC"
            )
            rows = self._conn.execute(sql).fetchall()
        return tuple(row for row, candidate in rows if folded(candidate) == name)

    def request(self, row: int, kind: ErasureKind) -> ErasureRequest:
        """Writes down, outside the store, what is to become of the interview; it is still there.

        What is written down is done sooner or later: at the next start, if not before.
        """
        if self.keeping(row, 0).held:
            raise UserError(HELD)
        self._writer.check_place()
        with in_users_words(self._path):
            sql = "SELECT uid FROM interviews WHERE pk = ?"
            (uid,) = self._conn.execute(sql, (row,)).fetchone()
            request = ErasureRequest(kind, uid)
            write_down(self._path, request)
        return request

    def request_panel(self, uid: str) -> ErasureRequest:
        """Likewise for the panel with that identity, and nothing else of its candidate."""
        self._writer.check_place()
        with in_users_words(self._path):
            request = ErasureRequest(ErasureKind.ERASE, uid)
            write_down(self._path, request)
        return request

    def erase_panel(self, uid: str) -> CleanedCopies:
        """The panel gone, from the file and from every backup, to its last byte."""
        return self._at_once(self.request_panel(uid))

    def erasures(self) -> Erasures:
        """What does, step by step, what `request` has written down."""
        return Erasures(self._path)

    def erase(self, row: int) -> CleanedCopies:
        """The interview gone, from the file and from every backup, to its last byte."""
        return self._at_once(self.request(row, ErasureKind.ERASE))

    def anonymise(self, row: int, also: Iterable[str] = ()) -> CleanedCopies:
        """The candidate's name and contact gone likewise, and other words; the rest stays."""
        return self._at_once(self.request(row, ErasureKind.ANONYMISE), also)

    def _at_once(self, request: ErasureRequest, also: Iterable[str] = ()) -> CleanedCopies:
        erasures = self.erasures()
        erasure = erasures.add(request, also)
        erasures.run_all()
        return erasure.cleaned

    def _put(self, row: int, column: str, value: str | int | None) -> None:
        self.keeping(row, 0)
        self._write(lambda: self._conn.execute(_PUT.format(column=column), (row, value)))
