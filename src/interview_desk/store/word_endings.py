"""The words that begin as one is being typed: how a long beginning is found quickly.

The index has the first two to five letters of every word as words of their own. For a longer
beginning FTS5 would gather every note of every word that begins so, and sort them, to give
the newest few; the words themselves, asked for as alternatives, are read newest first.
"""

import sqlite3

# Of this length a beginning is in the index itself.
_INDEXED = 5
_MOST = 30
_AFTER = "\x01"  # before every character that a word can go on with


def typed_so_far(conn: sqlite3.Connection, word: str) -> str:
    """The FTS5 query for the words in notes that begin so."""
    # Other letters are folded by SQLite's own tables, which are not ours to repeat.
    if len(word) <= _INDEXED or not word.isascii():
        return f'"{word}"*'
    found = _words(conn, word.lower())
    # Without any, or with too many to name, the beginning itself costs little.
    return f"({' OR '.join(found)})" if 0 < len(found) <= _MOST else f'"{word}"*'


def _words(conn: sqlite3.Connection, beginning: str) -> list[str]:
    """The words, quoted; one more than _MOST if there are more."""
    conn.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.notes_words"
        " USING fts5vocab (main, notes_fts, instance)"
    )
    # Each is found by itself: to list them all SQLite would read every place that has them.
    sql = "SELECT term FROM temp.notes_words WHERE term >= ? LIMIT 1"
    found: list[str] = []
    least = beginning
    while len(found) <= _MOST:
        row = conn.execute(sql, (least,)).fetchone()
        if row is None or not row[0].startswith(beginning):
            break
        found.append(f'"{row[0]}"')
        least = row[0] + _AFTER
    return found
