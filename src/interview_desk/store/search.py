"""Search as one types: over what names an interview and over everything written in it.

Each word must begin, or be, a word of the text; case and accents do not count. With one
letter only names, roles and questions are looked through: every note has nearly every letter.
"""

import sqlite3
import unicodedata
from collections.abc import Generator, Sequence
from enum import StrEnum
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

from interview_desk.interview.clock import WALL_LIMIT_MS

# Around what was found in a snippet; no text that we keep has these characters.
HIT_START, HIT_END = "\x02", "\x03"
_WORDS = 16
_LONGEST_QUERY = 200
_MOST_WORDS = 12
# Ranking looks at the newest of what matches: for a common word all of it would take a second.
_RANKED = 5_000


class Where(StrEnum):
    """What of an interview a hit was found in."""

    CANDIDATE = "candidate"
    ROLE = "role"
    QUESTION = "question"
    SUMMARY = "summary"
    REASON = "reason"
    NOTE = "note"


class Hit(NamedTuple):
    """One place that matches, in the interview ``row``.

    ``snippet`` is a few words around it, with HIT_START and HIT_END around each match. A hit in
    a note has the note's id, one in a reason the number of the dimension.
    """

    row: int
    candidate: str
    created_ms: int
    where: Where
    snippet: str
    note: int | None = None
    dimension: int | None = None


class _Index(NamedTuple):
    """One full-text index; ``item`` is what a hit in it points to, as an SQL expression."""

    name: str
    where: Where
    join: str
    item: str


_INSIDE = (
    _Index("notes_fts", Where.NOTE, "JOIN notes AS t ON t.pk = f.rowid", "t.id"),
    _Index("ratings_fts", Where.REASON, "JOIN ratings AS t ON t.pk = f.rowid", "t.dimension"),
    _Index("verdicts_fts", Where.SUMMARY, "JOIN verdicts AS t ON t.interview = f.rowid", "NULL"),
)
# Rows were added as interviews were made, so their own order is by age: FTS5 then stops at the
# limit. The joins cannot be put in another order.
_NEWEST = """
SELECT -i.created_ms, i.pk, s.candidate, i.created_ms, {item},
    snippet({name}, 0, ?, ?, '…', {words})
FROM {name} AS f CROSS {join} CROSS JOIN interviews AS i ON i.pk = t.interview
LEFT JOIN setups AS s ON s.interview = i.pk
WHERE {name} MATCH ? ORDER BY f.rowid DESC LIMIT ?
"""
_BEST = """
SELECT * FROM (
    SELECT bm25({name}) AS badness, i.pk, s.candidate, i.created_ms, {item},
        snippet({name}, 0, ?, ?, '…', {words})
    FROM {name} AS f CROSS {join} CROSS JOIN interviews AS i ON i.pk = t.interview
    LEFT JOIN setups AS s ON s.interview = i.pk
    WHERE {name} MATCH ? ORDER BY f.rowid DESC LIMIT {ranked}
) ORDER BY badness LIMIT ?
"""
_NAMES = """
SELECT i.pk, s.candidate, i.created_ms, highlight(setups_fts, 0, ?, ?),
    highlight(setups_fts, 1, ?, ?), highlight(setups_fts, 2, ?, ?)
FROM setups_fts AS f CROSS JOIN interviews AS i ON i.pk = f.rowid
CROSS JOIN setups AS s ON s.interview = i.pk
WHERE setups_fts MATCH ? ORDER BY f.rowid DESC LIMIT ?
"""
_first = itemgetter(0)
_NAMED = (Where.CANDIDATE, Where.ROLE, Where.QUESTION)


def search(conn: sqlite3.Connection, query: str, limit: int, *, ranked: bool) -> Sequence[Hit]:
    """At most ``limit`` hits: first in what names an interview, then inside, newest first.

    Names take no more than half of the places while there are others to fill them. ``ranked``
    puts what is inside in the order of relevance, among the newest matches.
    """
    words = words_of(query)
    if not words:
        return []
    names = _names(conn, _match(words, begun=True), limit)
    # A last letter is the beginning of a word that the next key will tell.
    begun = len(words[-1]) > 1
    known = words if begun else words[:-1]
    inside = _inside(conn, known, begun, limit, ranked) if known else []
    kept = names[: max(limit // 2, limit - len(inside))]
    return [*kept, *inside[: limit - len(kept)]]


def words_of(query: str) -> list[str]:
    """The words of a query, taken apart no more coarsely than the index does it."""
    spaced = "".join(char if _in_word(char) else " " for char in query[:_LONGEST_QUERY])
    # A mark by itself is a word to nobody.
    return [word for word in spaced.split() if any(map(str.isalnum, word))][:_MOST_WORDS]


def _in_word(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LN" or category in {"Co", "Mn", "Mc"}


def _match(words: Sequence[str], *, begun: bool) -> str:
    """The words as an FTS5 query, each quoted; ``begun``: the last need not be typed to its end."""
    return " AND ".join(f'"{word}"' for word in words) + "*" * begun


def _names(conn: sqlite3.Connection, match: str, limit: int) -> list[Hit]:
    marks = (HIT_START, HIT_END)
    hits = []
    for row, candidate, made, *texts in conn.execute(_NAMES, (*marks * 3, match, limit)):
        # The words may be spread over the three; the first that has one is shown.
        for where, text in zip(_NAMED, texts, strict=True):
            if text and HIT_START in text:
                hits.append(Hit(row, candidate, _moment(made), where, text))
                break
    return hits


def _moment(made_ms: int) -> int:
    """When an interview was made; the beginning of time for what no calendar reaches."""
    return made_ms if 0 <= made_ms <= WALL_LIMIT_MS else 0


def _inside(
    conn: sqlite3.Connection, words: Sequence[str], begun: bool, limit: int, ranked: bool
) -> list[Hit]:
    """The best of all indexes; a row of one is only made when those before it are used up."""
    match = _match(words, begun=begun)
    last = typed_so_far(conn, words[-1]) if begun else _match(words[-1:], begun=False)
    before = f"{_match(words[:-1], begun=False)} AND " if len(words) > 1 else ""
    matches = (before + last, match, match)
    rows = [
        _rows(conn, index, wanted, limit, ranked)
        for index, wanted in zip(_INSIDE, matches, strict=True)
    ]
    try:
        best = sorted(islice(merge(*rows, key=_first), limit), key=_first)
    finally:
        # A query that is not read to its end, as where another met damage, keeps the file open.
        for each in rows:
            each.close()
    return [
        Hit(
            row,
            candidate or "",
            _moment(made),
            where,
            snippet,
            item if where is Where.NOTE else None,
            item if where is Where.REASON else None,
        )
        for _, where, row, candidate, made, item, snippet in best
    ]


def _rows(
    conn: sqlite3.Connection, index: _Index, match: str, limit: int, ranked: bool
) -> Generator[tuple[Any, ...]]:
    sql = (_BEST if ranked else _NEWEST).format(**index._asdict(), words=_WORDS, ranked=_RANKED)
    for rank, *rest in conn.execute(sql, (HIT_START, HIT_END, match, limit)):
        yield rank, index.where, *rest


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
