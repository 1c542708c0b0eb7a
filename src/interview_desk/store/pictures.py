"""The bytes of pictures: put beside the records of an interview, and read when one is shown."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from interview_desk.store.connection import connect
from interview_desk.store.errors import in_users_words

_PUT = "INSERT OR IGNORE INTO picture_files (interview, digest, data) VALUES (?, ?, ?)"
_UNUSED = """
DELETE FROM picture_files AS f WHERE interview = ?1
AND digest NOT IN (SELECT digest FROM pictures WHERE interview = ?1)
AND NOT EXISTS (SELECT 1 FROM journal WHERE interview = ?1 AND instr(change, f.digest))
"""


def write_pictures(conn: sqlite3.Connection, interview: int, pictures: Mapping[str, bytes]) -> None:
    """Keeps the bytes by their digests; those that are there stay as they are."""
    conn.executemany(_PUT, [(interview, *each) for each in pictures.items()])


def remove_unused(conn: sqlite3.Connection, interview: int) -> None:
    """Takes out what no picture has and no step of the journal can bring back."""
    conn.execute(_UNUSED, (interview,))


def read_picture(conn: sqlite3.Connection, interview: int, digest: str) -> bytes | None:
    """The bytes with that digest, or None."""
    sql = "SELECT data FROM picture_files WHERE interview = ? AND digest = ?"
    found = conn.execute(sql, (interview, digest)).fetchone()
    return bytes(found[0]) if found else None


def read_pictures(conn: sqlite3.Connection, interview: int) -> dict[str, bytes]:
    """The bytes of all pictures of the interview's notes by their digests."""
    sql = (
        "SELECT digest, data FROM picture_files WHERE interview = ?1"
        " AND digest IN (SELECT digest FROM pictures WHERE interview = ?1)"
    )
    return {str(digest): bytes(data) for digest, data in conn.execute(sql, (interview,))}


def load_pictures(records: Path, interview: int) -> dict[str, bytes]:
    """Likewise, on a connection of its own: any thread may ask. Raises StoreError."""
    with in_users_words(records), closing(connect(records)) as conn:
        return read_pictures(conn, interview)


def load_picture(records: Path, interview: int, digest: str) -> bytes | None:
    """The bytes with that digest, or None; likewise."""
    with in_users_words(records), closing(connect(records)) as conn:
        return read_picture(conn, interview, digest)
