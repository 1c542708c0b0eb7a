"""What is kept of an interview that is no record of it: the draft, the heartbeat."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from interview_desk.interview.clock import Instant

if TYPE_CHECKING:
    from interview_desk.interview.note_text import Draft

# In the place of a moment that cannot have been: after all that is known of the interview.
_NO_MOMENT = Instant(0, 0, "")


def write_draft(conn: sqlite3.Connection, interview: int, draft: "Draft") -> bool:
    """The draft in the place of the one before; what UTF-8 cannot hold becomes a ``?``.

    False if there is no such interview.
    """
    text = draft.text.encode(errors="replace").decode()
    done = conn.execute(
        "INSERT INTO drafts (interview, text, wall_ms, mono_ms, boot, note)"
        " SELECT pk, ?, ?, ?, ?, ? FROM interviews WHERE pk = ?"
        " ON CONFLICT DO UPDATE SET text = excluded.text,"
        " wall_ms = excluded.wall_ms, mono_ms = excluded.mono_ms, boot = excluded.boot,"
        " note = excluded.note",
        (text, draft.at.wall_ms, draft.at.mono_ms, draft.at.boot, draft.note, interview),
    )
    return done.rowcount == 1


def clear_draft(conn: sqlite3.Connection, interview: int) -> None:
    """No draft any more."""
    conn.execute("DELETE FROM drafts WHERE interview = ?", (interview,))


def read_draft(conn: sqlite3.Connection, interview: int) -> "Draft | None":
    """The draft, or None. Its text counts, whatever has become of its moment."""
    # Imported when a draft is read: the library is on the screen sooner without it.
    from interview_desk.interview.note_text import Draft

    sql = "SELECT text, note, wall_ms, mono_ms, boot FROM drafts WHERE interview = ?"
    row = conn.execute(sql, (interview,)).fetchone()
    if row is None or not isinstance(row[0], str) or not row[0].strip():
        return None
    note = row[1] if isinstance(row[1], int) else None
    return Draft(row[0], _moment(row[2:]) or _NO_MOMENT, note)


def write_beat(conn: sqlite3.Connection, interview: int, at: Instant) -> bool:
    """The heartbeat in the place of the one before; False if there is no such interview."""
    done = conn.execute(
        "INSERT INTO heartbeats (interview, wall_ms, mono_ms, boot)"
        " SELECT pk, ?, ?, ? FROM interviews WHERE pk = ?"
        " ON CONFLICT DO UPDATE SET wall_ms = excluded.wall_ms, mono_ms = excluded.mono_ms,"
        " boot = excluded.boot",
        (at.wall_ms, at.mono_ms, at.boot, interview),
    )
    return done.rowcount == 1


def read_beat(conn: sqlite3.Connection, interview: int) -> Instant | None:
    """The last heartbeat, or None; one at a moment that cannot have been tells nothing."""
    sql = "SELECT wall_ms, mono_ms, boot FROM heartbeats WHERE interview = ?"
    row = conn.execute(sql, (interview,)).fetchone()
    return _moment(row) if row else None


def _moment(row: Sequence[object]) -> Instant | None:
    """The moment in three columns, or None; in a damaged file they may hold anything."""
    wall_ms, mono_ms, boot = row
    if not (isinstance(wall_ms, int) and isinstance(mono_ms, int) and isinstance(boot, str)):
        return None
    at = Instant(wall_ms, mono_ms, boot)
    return at if at.possible else None
