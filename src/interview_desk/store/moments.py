"""What is kept of an interview that is no record of it: the draft, the heartbeat."""

import sqlite3
from typing import TYPE_CHECKING

from interview_desk.interview.clock import Instant

if TYPE_CHECKING:
    from interview_desk.interview.draft import Draft


def write_draft(conn: sqlite3.Connection, interview: int, draft: "Draft") -> None:
    """The draft in the place of the one before; what UTF-8 cannot hold becomes a ``?``."""
    text = draft.text.encode(errors="replace").decode()
    conn.execute(
        "INSERT INTO drafts (interview, text, wall_ms, mono_ms, boot, note)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text,"
        " wall_ms = excluded.wall_ms, mono_ms = excluded.mono_ms, boot = excluded.boot,"
        " note = excluded.note",
        (interview, text, draft.at.wall_ms, draft.at.mono_ms, draft.at.boot, draft.note),
    )


def clear_draft(conn: sqlite3.Connection, interview: int) -> None:
    """No draft any more."""
    conn.execute("DELETE FROM drafts WHERE interview = ?", (interview,))


def read_draft(conn: sqlite3.Connection, interview: int) -> "Draft | None":
    """The draft, or None."""
    # Imported when a draft is read: the library is on the screen sooner without it.
    from interview_desk.interview.draft import Draft

    sql = "SELECT text, note, wall_ms, mono_ms, boot FROM drafts WHERE interview = ?"
    row = conn.execute(sql, (interview,)).fetchone()
    return Draft(row[0], Instant(*row[2:]), row[1]) if row else None


def write_beat(conn: sqlite3.Connection, interview: int, at: Instant) -> None:
    """The heartbeat in the place of the one before."""
    conn.execute(
        "INSERT INTO heartbeats (interview, wall_ms, mono_ms, boot) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET wall_ms = excluded.wall_ms, mono_ms = excluded.mono_ms,"
        " boot = excluded.boot",
        (interview, at.wall_ms, at.mono_ms, at.boot),
    )


def read_beat(conn: sqlite3.Connection, interview: int) -> Instant | None:
    """The last heartbeat, or None."""
    sql = "SELECT wall_ms, mono_ms, boot FROM heartbeats WHERE interview = ?"
    row = conn.execute(sql, (interview,)).fetchone()
    return Instant(*row) if row else None
