"""What the file itself holds to, whoever writes to it, and what other programs find in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given

from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import Draft
from interview_desk.store.store import Store
from tests.helpers.actions import GUIDE, NOTES, SCORING, Step, steps
from tests.helpers.samples import prepared
from tests.store.stored_play import begin

SEARCHED = ("notes", "setups", "ratings", "verdicts", "preparations", "prepared_questions")


def check_indexes(conn: sqlite3.Connection) -> None:
    """Has FTS5 compare each search index with its table; it raises where they differ."""
    for index in (f"{table}_fts" for table in SEARCHED):
        conn.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


@pytest.fixture
def conn(store: Store, path: Path) -> Iterator[sqlite3.Connection]:
    """Another program with the file open, and a played interview in it."""
    played = begin(store)
    played.start()
    played.undo()
    played.redo()
    note = played.note("+ compares “sharding” with one instance #technical #problem")
    played.sight("p1.s1", note)
    store.save_draft(played.row, Draft("half", played.clock.now()))
    store.beat(played.row, played.clock.now())
    store.create(Interview.of("other", prepared().guide, created_ms=1))
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        yield conn


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM clock_events",
        "UPDATE clock_events SET wall_ms = 0",
        "UPDATE clock_events SET pk = pk + 100",
        "DELETE FROM clock_retractions",
        "UPDATE clock_retractions SET event = event + 1",
    ],
)
def test_clock_events_are_only_ever_appended(conn: sqlite3.Connection, statement: str) -> None:
    before = conn.execute("SELECT * FROM clock_events").fetchall()
    assert len(before) == 2
    with pytest.raises(sqlite3.IntegrityError, match="only ever appended"):
        conn.execute(statement)
    assert conn.execute("SELECT * FROM clock_events").fetchall() == before


def test_erasing_an_interview_takes_everything_of_it_along(conn: sqlite3.Connection) -> None:
    conn.execute("DELETE FROM interviews WHERE uid = 'sample'")
    tables = [
        name
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%STRICT%'")
        if name not in ("guides", "interviews", "settings", "lineage", "_sqlite_migrations")
    ]
    assert len(tables) >= 15
    left = {name: conn.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    assert left == dict.fromkeys(tables, 0)
    assert conn.execute("SELECT uid FROM interviews").fetchall() == [("other",)]
    check_indexes(conn)


def test_every_table_is_strict(conn: sqlite3.Connection) -> None:
    rows = conn.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    strict = {name: bool(value) for name, value in rows if not name.startswith("sqlite_")}
    assert {name for name, value in strict.items() if not value} == set()


def test_any_program_can_ask_for_the_evidence_of_a_dimension(conn: sqlite3.Connection) -> None:
    rows = conn.execute(
        "SELECT candidate, text FROM note_dimensions"
        " JOIN notes ON notes.pk = note JOIN setups USING (interview) WHERE dimension = 2"
    )
    assert rows.fetchall() == [("Ada", "compares “sharding” with one instance")]


@pytest.mark.parametrize("words", ["shard*", "SHARDING", "one with", "instançe"])
def test_notes_are_found_by_their_words(conn: sqlite3.Connection, words: str) -> None:
    sql = "SELECT text FROM notes_fts WHERE notes_fts MATCH ?"
    assert conn.execute(sql, (words,)).fetchall() == [("compares “sharding” with one instance",)]


@given(script=steps((*NOTES, *SCORING, "set up", "undo", "redo")))
def test_the_search_index_holds_what_the_tables_hold(shared: Store, script: list[Step]) -> None:
    played = begin(shared, prepared(GUIDE, uid=f"indexed-{shared.count()}"))
    for step in script:
        played.take(step)
    check_indexes(shared._conn)
    assert shared._conn.execute("PRAGMA foreign_key_check").fetchall() == []
