"""The resume beside an interview's records: no record of it, and no step to undo."""

import sqlite3

from interview_desk.interview.resume import Resume, ResumeKind


def write_resume(conn: sqlite3.Connection, interview: int, resume: Resume) -> bool:
    """The resume in the place of the one before; False if there is no such interview."""
    done = conn.execute(
        "INSERT INTO resumes (interview, name, kind, text, data)"
        " SELECT pk, ?, ?, ?, ? FROM interviews WHERE pk = ?"
        " ON CONFLICT DO UPDATE SET name = excluded.name, kind = excluded.kind,"
        " text = excluded.text, data = excluded.data",
        (resume.name, resume.kind.value, resume.text, resume.data, interview),
    )
    return done.rowcount == 1


def clear_resume(conn: sqlite3.Connection, interview: int) -> None:
    """No resume any more, nor any trace of its bytes in the file."""
    conn.execute("PRAGMA secure_delete = ON")
    conn.execute("DELETE FROM resumes WHERE interview = ?", (interview,))


def move_resume(conn: sqlite3.Connection, before: int, after: int) -> None:
    """The resume of one interview is that of another."""
    conn.execute("UPDATE resumes SET interview = ? WHERE interview = ?", (after, before))


def read_resume(conn: sqlite3.Connection, interview: int) -> Resume | None:
    """The resume, or None; a row that makes no sense is none."""
    sql = "SELECT name, kind, data, text FROM resumes WHERE interview = ?"
    return resume_of(conn.execute(sql, (interview,)).fetchone())


def resume_of(row: tuple[object, ...] | None) -> Resume | None:
    """The resume in a row of name, kind, data and text; None if it makes no sense."""
    match row:
        case (str(name), str(kind), bytes(data), str(text)) if kind in [*ResumeKind]:
            return Resume(name, ResumeKind(kind), data, text)
    return None


def read_resume_name(conn: sqlite3.Connection, interview: int) -> str:
    """What its file is called; empty where there is none. Its bytes are not read."""
    sql = "SELECT name FROM resumes WHERE interview = ?"
    row = conn.execute(sql, (interview,)).fetchone()
    return (str(row[0]) or "resume") if row else ""
