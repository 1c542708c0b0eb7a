"""The steps from one released format to the next, and what is done around taking them.

sqlite-utils runs the steps and records their names. It is imported only when there is one
to take: at every other start the names are read as they stand, which costs nothing.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.schema import (
    first_release,
    folded_search,
    guides_as_understood,
    lineage,
    origin,
    panel_choices,
    panels,
    past_cues,
    pictures,
    preparation,
    prepared_search,
    resumes,
)
from interview_desk.store.schema.first_release import APPEND_ONLY, SEARCH, TABLES
from interview_desk.store.schema.guides_as_understood import keep_guides_as_understood
from interview_desk.store.schema.text_columns import Holds, TextColumns

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = tuple[str, "Callable[[Database], None]"]

_SET = "interview-desk"


class _Format(NamedTuple):
    """A released format: its name, the step that leads to it, and what its text columns hold."""

    name: str
    step: "str | Callable[[Database], None]"
    text_columns: TextColumns


# In the order they were released; what was released is never changed or moved.
_FORMATS = (
    _Format("0001_first_release", TABLES + APPEND_ONLY + SEARCH, first_release.TEXT_COLUMNS),
    _Format(
        "0002_guides_as_understood", keep_guides_as_understood, guides_as_understood.TEXT_COLUMNS
    ),
    _Format("0003_lineage", lineage.LINEAGE, lineage.TEXT_COLUMNS),
    _Format("0004_past_cues", past_cues.PAST_CUES, past_cues.TEXT_COLUMNS),
    _Format("0005_folded_search", folded_search.FOLDED_SEARCH, folded_search.TEXT_COLUMNS),
    _Format("0006_preparation", preparation.PREPARATION, preparation.TEXT_COLUMNS),
    _Format("0007_pictures", pictures.PICTURES, pictures.TEXT_COLUMNS),
    _Format("0008_resumes", resumes.RESUMES, resumes.TEXT_COLUMNS),
    _Format("0009_prepared_search", prepared_search.PREPARED_SEARCH, prepared_search.TEXT_COLUMNS),
    _Format("0010_origin", origin.ORIGIN, origin.TEXT_COLUMNS),
    _Format("0011_panels", panels.PANELS, panels.TEXT_COLUMNS),
    _Format("0012_panel_choices", panel_choices.PANEL_CHOICES, panel_choices.TEXT_COLUMNS),
)


def text_columns(holds: Holds) -> list[tuple[str, str]]:
    """The columns that hold such texts, each with its table before it."""
    return [
        (table, column)
        for each in _FORMATS
        for table, texts in each.text_columns.items()
        for column, held in texts.items()
        if held is holds
    ]


def statements(script: str) -> list[str]:
    """The statements of a script one by one: run as a script they would end the transaction."""
    found, lines = [], ""
    for line in script.splitlines(keepends=True):
        lines += line
        if sqlite3.complete_statement(lines):
            found.append(lines)
            lines = ""
    return found


def _step(step: "str | Callable[[Database], None]") -> "Callable[[Database], None]":
    """A script of statements as a function, as sqlite-utils asks for."""
    if not isinstance(step, str):
        return step

    def execute(db: "Database") -> None:
        for statement in statements(step):
            db.execute(statement)

    return execute


STEPS: tuple[Step, ...] = tuple((each.name, _step(each.step)) for each in _FORMATS)


def pending(conn: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> list[str]:
    """The names of the steps not taken yet.

    Raises StoreError if others were, in a newer file, or none though there are tables.
    """
    known = [name for name, _ in steps]
    taken = _taken(conn)
    if not taken and conn.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StoreError(Trouble.DAMAGED, path)
    if not set(taken) <= set(known):
        raise StoreError(Trouble.NEWER, path)
    return [name for name in known if name not in taken]


def migrate(conn: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> None:
    """Takes the pending steps, each in its transaction.

    A file that has data is copied to ``backups`` first; when a step fails, the copy is put
    back, so that the program that wrote the file can still open it.
    """
    if not _taken(conn):
        take(conn, steps)
        return
    # Seldom needed, and the window waits for this file.
    from interview_desk.store.backups.backups import BackupKind, copy_to, keep_newest, place_for

    first = pending(conn, path, steps)[0]
    copy = place_for(path, f"before-{first}")
    copy_to(conn, copy)
    keep_newest(path, BackupKind.BEFORE_UPDATE, 1)
    try:
        take(conn, steps)
    except BaseException:
        with closing(sqlite3.connect(copy)) as kept:
            kept.backup(conn)
        raise


def _taken(conn: sqlite3.Connection) -> list[str]:
    there = "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    if conn.execute(there).fetchone() is None:
        return []
    rows = conn.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (_SET,)
    )
    return [name for (name,) in rows]


def take(conn: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Takes those of the steps that were not taken yet, each in its transaction."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations(_SET)
    for name, step in steps:
        migrations(name=name)(step)
    migrations.apply(Database(conn, execute_plugins=False, strict=True))
