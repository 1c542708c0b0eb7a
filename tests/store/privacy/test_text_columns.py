"""Every text column is declared where its table is, so that anonymising can miss none."""

import sqlite3
from contextlib import closing
from pathlib import Path

from interview_desk.store.connection import open_file
from interview_desk.store.privacy.candidate_names import CALLED
from interview_desk.store.schema.migrations import text_columns
from interview_desk.store.schema.text_columns import Holds
from interview_desk.store.store import Store
from tests.helpers.samples import scored

# What sqlite-utils keeps for itself: the names of the steps that were taken.
NOT_OURS = "_sqlite_migrations"


def test_every_text_column_says_what_it_holds(path: Path) -> None:
    with closing(open_file(path)) as conn:
        found = conn.execute(
            "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
            " WHERE t.type = 'table' AND t.strict AND c.type NOT IN ('INTEGER', 'REAL')"
        ).fetchall()
    declared = [each for holds in Holds for each in text_columns(holds)]
    assert {each for each in found if each[0] != NOT_OURS} == {*declared}
    assert len({*declared}) == len(declared) > 40


def test_every_column_of_words_has_a_name_to_tell_it_by() -> None:
    assert {*CALLED} == {*text_columns(Holds.WORDS)}


def write(conn: sqlite3.Connection, table: str, column: str, row: int) -> None:
    """The name in the column, in a row of the interview that is made where there is none."""
    info = conn.execute(f"PRAGMA table_info({table})").fetchall()
    binary = {name for _, name, kind, *_ in info if kind == "BLOB"}
    value: str | bytes = '["Zoe Quasimpel"]'
    if column in binary:
        value = b"Zoe Quasimpel"
    if conn.execute(f"SELECT 1 FROM {table} WHERE interview = ?", (row,)).fetchone() is None:
        required = {
            name: b"1" if name in binary else 1 for _, name, _, needed, *_ in info if needed
        }
        columns = required | {"interview": row, column: value}
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
        conn.execute(sql, tuple(columns.values()))
    conn.execute(f"UPDATE {table} SET {column} = ? WHERE interview = ?", (value, row))


def test_a_name_is_gone_from_every_column_that_may_hold_it(path: Path) -> None:
    """Whatever column it is written into: the test knows no list of them."""
    with closing(Store.open(path)) as store:
        row = store.create(scored().interview)
        (rule,) = store._conn.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'clock_events_do_not_change'"
        ).fetchone()
        store._conn.execute("DROP TRIGGER clock_events_do_not_change")
        for holds in (Holds.WORDS, Holds.ANYTHING, Holds.NAME):
            for table, column in text_columns(holds):
                write(store._conn, table, column, row)
        store._conn.execute(rule)
        store._conn.execute("UPDATE setups SET candidate = 'Zoe Quasimpel'")
        store.privacy.anonymise(row)
    with closing(sqlite3.connect(path)) as conn:
        left = [each for each in conn.iterdump() if "Quasimpel" in each]
    assert left == []
    assert b"Quasimpel" not in path.read_bytes()
