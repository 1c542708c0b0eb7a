"""The store: every interview of this laptop in one SQLite file.

Statements go straight to SQLite, not through sqlite-utils, which brings the file from one
format to the next: importing it takes longer than opening the file and listing what is there,
and a note typed in an interview should wait for the disk alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from interview_desk.interview.origin import Origin
from interview_desk.store import drafts, library
from interview_desk.store.connection import look_at_store_alone, open_file
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.library import Row
from interview_desk.store.reserve import Reserve
from interview_desk.store.transaction import Writer

# What reads and writes interviews is imported by the methods that do so: the library, which only
# lists them, is on the screen sooner without it.
if TYPE_CHECKING:
    from interview_desk.guide.model import Guide
    from interview_desk.interview.change import Change
    from interview_desk.interview.clock import Instant
    from interview_desk.interview.interview import Interview
    from interview_desk.interview.journal import Journal
    from interview_desk.interview.note_text import Draft
    from interview_desk.interview.resume import Resume
    from interview_desk.store.interviews import KeptGuide
    from interview_desk.store.panels import Panels
    from interview_desk.store.past_interviews import PastInterviews
    from interview_desk.store.privacy.privacy import Privacy
    from interview_desk.store.put_back import PutBack
    from interview_desk.store.queries import Queries
    from interview_desk.store.search import Hit

# After the store's name, in that of each file beside it that says what is to be erased.
ERASURE_REQUEST = "-wanted-"


class Store:
    """One open file, for the thread that opened it. What has returned is on the disk.

    Every method raises StoreError for what goes wrong in the user's world (disk full, locked,
    damaged, no such interview); nothing of a write that failed is left.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection, reserve: Reserve) -> None:
        self._path = path
        self._reserve = reserve
        self._writer = Writer(path, conn, reserve)
        self._write = self._writer.write
        self._guides: dict[KeptGuide, Guide] = {}

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in that file, made new if there is none; its folder must be there."""
        reserve = Reserve(path)
        try:
            conn = open_file(path)
        except StoreError as error:
            if error.trouble is not Trouble.FULL or not reserve.give_up():
                raise
            conn = open_file(path)
        reserve.make()
        return cls(path, conn, reserve)

    @classmethod
    def look(cls, path: Path) -> Self:
        """The file as it is without the log beside it, to read only: nothing is changed.

        Raises StoreError for what is no whole store of this release's format.
        """
        store = cls(path, look_at_store_alone(path), Reserve(path))
        store._writer.looks_only = True
        return store

    def wait_at_most(self, ms: int) -> None:
        """How long a write waits for another program before it fails as locked.

        A window that waited as long as a command may would stand still meanwhile.
        """
        self._writer.wait_at_most(ms)

    def when_put_back(self, tell: Callable[[PutBack], None]) -> None:
        """Tells when the file was gone from its place and the records had to be put back."""
        self._writer.tell = tell

    @property
    def beside(self) -> Path | None:
        """Where the records are if another file was put in their place meanwhile, else None."""
        return self._writer.beside

    def when_locked(self, make_way: Callable[[], bool]) -> None:
        """Asks ``make_way`` before a write fails as locked: True if there is a way now."""
        self._writer.make_way = make_way

    def close(self) -> None:
        """Lets go of the file. Raises StoreError if the records are not where they belong."""
        self._writer.close()

    @property
    def _conn(self) -> sqlite3.Connection:
        return self._writer.conn

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    # Whole interviews

    def create(self, interview: Interview, origin: Origin = Origin.OWN) -> int:
        """Keeps a new interview, its guide once by content. Returns its row."""
        return self._write(lambda: self._insert(interview, origin))

    def origin(self, row: int) -> Origin:
        """Whether the interview is one's own, or taken in from a colleague."""
        from interview_desk.store.interviews import read_origin

        return self._writer.read(lambda: read_origin(self._conn, row))

    def replace_unstarted(self, row: int, past: Interview, interview: Interview) -> int:
        """Keeps a new interview in the place of ``past``, which has not started. Returns its row.

        Raises StoreError CHANGED if that one has started, or was changed since it was loaded.
        """

        def work() -> int:
            from interview_desk.store.interviews import read_origin
            from interview_desk.store.resumes import move_resume

            new = self._insert(interview, read_origin(self._conn, row))
            move_resume(self._conn, row, new)
            sql = "DELETE FROM interviews WHERE pk = ? AND revision = ? AND status = 'prepared'"
            if self._conn.execute(sql, (row, past.revision)).rowcount != 1:
                raise StoreError(Trouble.CHANGED, self._path)
            return new

        return self._write(work)

    def load(self, row: int) -> Interview:
        """The interview as it was last saved.

        Raises StoreError UNREADABLE if it cannot be read whole.
        """
        from interview_desk.store.interviews import read_interview

        return self._writer.read(lambda: read_interview(self._conn, row, self._path, self._guides))

    def load_with_pictures(self, row: int) -> Interview:
        """The interview with the bytes of its pictures: for what leaves the laptop, or moves."""
        from dataclasses import replace

        from interview_desk.store.pictures import read_pictures

        interview = self.load(row)
        if not interview.all_pictures:
            return interview
        pictures = self._writer.read(lambda: read_pictures(self._conn, row))
        return replace(interview, pictures=pictures)

    def load_journal(self, row: int) -> Journal:
        """What can be undone and redone in the interview."""
        from interview_desk.store.journal import read_journal

        return self._writer.read(lambda: read_journal(self._conn, row))

    def save(
        self,
        row: int,
        after: Interview,
        change: Change,
        journal: Journal,
        *,
        clear_draft: bool = False,
        pictures: Mapping[str, bytes] | None = None,
    ) -> None:
        """Keeps one change: ``after`` is the interview and ``journal`` the journal with it.

        ``pictures`` are the bytes of those that come with the change, by their digests.
        One transaction, and only what differs is written. Raises StoreError CHANGED if the stored
        interview is not the one that the change was made upon, and GONE if it is erased.
        """
        from interview_desk.interview.records import Picture
        from interview_desk.store.interviews import write_change
        from interview_desk.store.journal import write_journal
        from interview_desk.store.pictures import remove_unused, write_pictures

        def work() -> None:
            if not write_change(self._conn, row, after, change):
                raise StoreError(Trouble.CHANGED if self._has(row) else Trouble.GONE, self._path)
            write_journal(self._conn, row, journal)
            if change.touches(Picture):
                write_pictures(self._conn, row, pictures or {})
                remove_unused(self._conn, row)
            if clear_draft:
                drafts.clear_draft(self._conn, row)

        self._write(work)

    # Beside the records

    def save_draft(self, row: int, draft: Draft | None) -> None:
        """Keeps what is being typed; None clears it.

        Raises ValueError for a blank draft: an emptied field must not take the place of text
        by accident. Raises StoreError GONE if the interview is erased.
        """
        if draft is None:
            self._write(lambda: drafts.clear_draft(self._conn, row))
        elif not draft.text.strip():
            raise ValueError("a blank draft is cleared with None")
        else:
            self._write(lambda: self._there(drafts.write_draft(self._conn, row, draft)))

    def load_draft(self, row: int) -> Draft | None:
        """What was being typed, or None."""
        return self._writer.read(lambda: drafts.read_draft(self._conn, row))

    def save_resume(self, row: int, resume: Resume | None) -> None:
        """Keeps the candidate's resume in place of the one before; None removes it.

        Raises StoreError GONE if the interview is erased.
        """
        from interview_desk.store.resumes import clear_resume, write_resume

        if resume is None:
            self._write(lambda: clear_resume(self._conn, row))
        else:
            self._write(lambda: self._there(write_resume(self._conn, row, resume)))

    def load_resume(self, row: int) -> Resume | None:
        """The candidate's resume, or None."""
        from interview_desk.store.resumes import read_resume

        return self._writer.read(lambda: read_resume(self._conn, row))

    def resume_name(self, row: int) -> str:
        """What the resume is called, without reading it; empty if there is none."""
        from interview_desk.store.resumes import read_resume_name

        return self._writer.read(lambda: read_resume_name(self._conn, row))

    def beat(self, row: int, at: Instant) -> None:
        """Notes that the interview's clock ran at that moment. Raises GONE like `save_draft`."""
        self._write(lambda: self._there(drafts.write_beat(self._conn, row, at)))
        self._reserve.make()

    def last_beat(self, row: int) -> Instant | None:
        """When the interview's clock was last known to run, or None."""
        return self._writer.read(lambda: drafts.read_beat(self._conn, row))

    # The library

    def list(self, limit: int | None = None, offset: int = 0) -> Sequence[Row]:
        """Interviews, newest first, ``limit`` of them (None: all) after the first ``offset``."""
        return self._writer.read(lambda: library.read_rows(self._conn, limit, offset))

    def count(self) -> int:
        """How many interviews there are."""
        sql = "SELECT count(*) FROM interviews"
        return int(self._writer.read(lambda: self._conn.execute(sql).fetchone())[0])

    def find(self, uid: str) -> int | None:
        """The row of the interview with that identity, or None."""
        sql = "SELECT pk FROM interviews WHERE uid = ?"
        row = self._writer.read(lambda: self._conn.execute(sql, (uid,)).fetchone())
        return int(row[0]) if row else None

    def search(self, query: str, limit: int = 50, *, ranked: bool = False) -> Sequence[Hit]:
        """Where the words of ``query`` are, the last perhaps not typed to its end.

        What names an interview first, then what is inside, newest first. ``ranked`` puts the
        best matches first, which takes up to a tenth of a second: not in the window's thread.
        """
        from interview_desk.store.search import search

        return self._writer.read(lambda: search(self._conn, query, limit, ranked=ranked))

    def past_interviews(self) -> PastInterviews:
        """What insights look at of every finished interview of one's own, without opening each."""
        from interview_desk.store.past_interviews import read_past_interviews

        return self._writer.read(lambda: read_past_interviews(self._conn, self._path))

    @property
    def queries(self) -> Queries:
        """The library sorted and filtered, and what there is to choose from."""
        from interview_desk.store.queries import Queries

        return Queries(self._path, self._conn)

    @property
    def panels(self) -> Panels:
        """What several interviewers found of one candidate."""
        from interview_desk.store.panels import Panels

        return Panels(self._writer)

    @property
    def privacy(self) -> Privacy:
        """How long interviews are kept; erasing them, and making them anonymous."""
        from interview_desk.store.privacy.privacy import Privacy

        return Privacy(self._writer)

    def has_erasure_requests(self) -> bool:
        """Whether something that is to be erased was written down, and is not gone yet.

        To read what it is brings much that a start does without.
        """
        return any(self._path.parent.glob(f"{self._path.name}{ERASURE_REQUEST}*"))

    # Settings

    def setting(self, key: str) -> str | None:
        """The value of a setting, or None if it was never set."""
        sql = "SELECT value FROM settings WHERE name = ?"
        row = self._writer.read(lambda: self._conn.execute(sql, (key,)).fetchone())
        return str(row[0]) if row else None

    def set_setting(self, key: str, value: str) -> None:
        """Keeps the value of a setting."""
        sql = (
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET value = excluded.value"
        )
        self._write(lambda: self._conn.execute(sql, (key, value)))

    def _insert(self, interview: Interview, origin: Origin) -> int:
        from interview_desk.store.interviews import insert_interview

        return insert_interview(self._conn, interview, origin)

    def _has(self, row: int) -> bool:
        found = self._conn.execute("SELECT 1 FROM interviews WHERE pk = ?", (row,)).fetchone()
        return found is not None

    def _there(self, written: bool) -> None:
        if not written:
            raise StoreError(Trouble.GONE, self._path)
