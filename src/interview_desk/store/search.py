"""Search as one types: over what names an interview and over everything written in it.

Each word must begin, or be, a word of the text, or stand within what is written without spaces;
case and accents do not count. With one letter only names, roles and questions are looked through:
every note has nearly every letter.
"""

import sqlite3
from collections.abc import Generator, Sequence
from enum import StrEnum
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

from interview_desk.interview.clock import WALL_LIMIT_MS
from interview_desk.interview.folded_text import Span
from interview_desk.store.search_words import Finder, Word, words_of

# Around what was found in a snippet; no text that we keep has these characters.
HIT_START, HIT_END = "\x02", "\x03"
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
    PREPARED = "prepared"
    BEFORE = "before note"


class Hit(NamedTuple):
    """One place that matches, in the interview ``row``.

    ``snippet`` is a few words around it, with HIT_START and HIT_END around each match. A hit in
    a note has the note's id, one in a reason the number of the dimension, and one in a prepared
    question the id of that.
    """

    row: int
    candidate: str
    created_ms: int
    where: Where
    snippet: str
    note: int | None = None
    dimension: int | None = None
    question: int | None = None


class _Index(NamedTuple):
    """The full-text index of a table; ``item`` is what a hit in it points to."""

    table: str
    key: str
    text: str
    where: Where
    item: str


_INSIDE = (
    _Index("notes", "pk", "text", Where.NOTE, "t.id"),
    _Index("ratings", "pk", "reason", Where.REASON, "t.dimension"),
    _Index("verdicts", "interview", "summary", Where.SUMMARY, "NULL"),
    _Index("prepared_questions", "pk", "text", Where.PREPARED, "t.id"),
    _Index("preparations", "interview", "text", Where.BEFORE, "NULL"),
)
_FOUND = "i.pk, s.candidate, i.created_ms, {item}, t.{text}"
# The joins cannot be put in another order.
_FROM = """
FROM {table}_fts AS f CROSS JOIN {table} AS t ON t.{key} = f.rowid
CROSS JOIN interviews AS i ON i.pk = t.interview
LEFT JOIN setups AS s ON s.interview = i.pk
WHERE {table}_fts MATCH ? {together}
"""
# Rows were added as interviews were made, so their own order is by age: FTS5 then stops at the
# limit.
_NEWEST = f"SELECT -i.created_ms, {_FOUND} {_FROM} ORDER BY f.rowid DESC LIMIT ?"
_BEST = f"""
SELECT * FROM (
    SELECT bm25({{table}}_fts) AS badness, {_FOUND} {_FROM} ORDER BY f.rowid DESC LIMIT {_RANKED}
) ORDER BY badness LIMIT ?
"""  # noqa: S608 - of constants
_TOGETHER = " AND instr((SELECT {text} FROM {table}_folded AS d WHERE d.{key} = t.{key}), ?) > 0"
_NAMES = """
SELECT i.pk, i.created_ms, s.candidate, s.role, s.question
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
    names = _names(conn, words, limit)
    # A last letter is the beginning of a word that the next key will tell.
    begun = not words[-1].says_little
    known = words if begun else words[:-1]
    inside = _inside(conn, known, begun, limit, ranked) if known else []
    kept = names[: max(limit // 2, limit - len(inside))]
    return [*kept, *inside[: limit - len(kept)]]


def _match(words: Sequence[Word], *, begun: bool) -> str:
    """The words as an FTS5 query; ``begun``: the last need not be typed to its end."""
    whole = (_pieces(word, begun=False) for word in words[:-1])
    return " AND ".join([*whole, *(_pieces(word, begun=begun) for word in words[-1:])])


def _pieces(word: Word, *, begun: bool) -> str:
    # A letter by itself is the first of two, or the last of a sentence.
    begun = begun or not (word.spaced or len(word.pieces) > 1)
    return " AND ".join(f'"{piece}"' for piece in word.pieces) + "*" * begun


def _names(conn: sqlite3.Connection, words: Sequence[Word], limit: int) -> list[Hit]:
    hits = []
    finder = Finder(words, begun=True)
    for row, made, *texts in conn.execute(_NAMES, (_match(words, begun=True), limit)):
        # The words may be spread over the three; the first that has one is shown.
        for where, text in zip(_NAMED, texts, strict=True):
            if places := finder.places(text):
                hits.append(Hit(row, texts[0], _moment(made), where, _marked(text, places)))
                break
    return hits


def _moment(made_ms: int) -> int:
    """When an interview was made; the beginning of time for what no calendar reaches."""
    return made_ms if 0 <= made_ms <= WALL_LIMIT_MS else 0


def _inside(
    conn: sqlite3.Connection, words: Sequence[Word], begun: bool, limit: int, ranked: bool
) -> list[Hit]:
    """The best of all indexes; a row of one is only made when those before it are used up."""
    match = _match(words, begun=begun)
    last = typed_so_far(conn, words[-1]) if begun else _match(words[-1:], begun=False)
    before = f"{_match(words[:-1], begun=False)} AND " if len(words) > 1 else ""
    matches = (before + last, *(match,) * (len(_INSIDE) - 1))  # of notes there are the most
    # What stands without spaces is found by its pairs, which may be anywhere in the text.
    runs = [" ".join(word.pieces) for word in words if len(word.pieces) > 1]
    sql = (_BEST if ranked else _NEWEST).replace("{together}", _TOGETHER * len(runs))
    rows = [
        _rows(conn, index, sql, (wanted, *runs, limit))
        for index, wanted in zip(_INSIDE, matches, strict=True)
    ]
    try:
        best = sorted(islice(merge(*rows, key=_first), limit), key=_first)
    finally:
        # A query that is not read to its end, as where another met damage, keeps the file open.
        for each in rows:
            each.close()
    finder = Finder(words, begun=begun)
    return [
        Hit(
            row,
            candidate or "",
            _moment(made),
            where,
            snippet,
            item if where is Where.NOTE else None,
            item if where is Where.REASON else None,
            item if where is Where.PREPARED else None,
        )
        for _, where, row, candidate, made, item, text in best
        if (snippet := _snippet(finder, text))
    ]


def _rows(
    conn: sqlite3.Connection, index: _Index, sql: str, values: Sequence[str | int]
) -> Generator[tuple[Any, ...]]:
    for rank, *rest in conn.execute(sql.format(**index._asdict()), values):
        yield rank, index.where, *rest


# Of this length a beginning is in the index itself.
_INDEXED = 5
_MOST = 30
_AFTER = "\x01"  # before every character that a word can go on with


def typed_so_far(conn: sqlite3.Connection, word: Word) -> str:
    """The FTS5 query for the words in notes that begin so."""
    # Other letters may be folded by SQLite once more.
    if len(word.letters) > _INDEXED and word.letters.isascii():
        found = _words(conn, word.letters)
        # Without any, or with too many to name, the beginning itself costs little.
        if 0 < len(found) <= _MOST:
            return f"({' OR '.join(found)})"
    return _pieces(word, begun=True)


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


_LEAD, _LENGTH = 40, 140  # characters of a snippet: before its first match, and all
_PART, _OVERLAP = 4_000, 200


def _snippet(finder: Finder, text: str) -> str:
    """The words of a text around the place that has the most of what is looked for, marked."""
    # A long text need not be looked through to its end.
    for start in range(0, max(1, len(text)), _PART):
        part = text[max(0, start - _OVERLAP) : start + _PART] if len(text) > _PART else text
        if places := finder.places(part):
            return _cut(part, places, start > _OVERLAP, start + _PART < len(text))
    return ""


def _cut(text: str, places: Sequence[Span], more_before: bool, more_after: bool) -> str:
    if len(text) <= _LENGTH and not (more_before or more_after):
        return _marked(text, places)

    def held(place: Span) -> int:
        return sum(place[0] <= first < place[0] + _LENGTH - _LEAD for first, _ in places)

    best = max(places, key=held)
    first = 0 if best[0] <= _LEAD else best[0] - _LEAD
    last = max(best[1], first + _LENGTH)
    if first:
        first = text.find(" ", first, best[0]) + 1 or first
    if last < len(text):
        space = text.rfind(" ", best[1], last)
        last = space if space > 0 else last
    inside = [(a - first, min(b, last) - first) for a, b in places if first <= a < last]
    before = "…" * (more_before or first > 0)
    return before + _marked(text[first:last], inside) + "…" * (more_after or last < len(text))


def _marked(text: str, places: Sequence[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for first, last in places:
        pieces.append(f"{text[done:first]}{HIT_START}{text[first:last]}{HIT_END}")
        done = last
    return "".join(pieces) + text[done:]
