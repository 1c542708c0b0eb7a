"""A file of an earlier format is folded while it is open, and search finds more and more."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.background.search_folding import SearchFolding
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note
from interview_desk.store.connection import connect
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.stored_play import begin

NOTES = 250


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with notes that have all yet to be folded."""
    with closing(Store.open(tmp_path / "interviews.db")) as made:
        played = begin(made)
        at = played.clock.now()
        notes = [Note(1_000 + number, at, f"缓存一致性 {number}") for number in range(NOTES)]
        many = prepared(uid="many")
        records = (*many.records.values(), *notes)
        made.create(Interview.of("many", many.guide, many.created_ms, records))
        with closing(connect(made.path)) as conn:
            conn.execute("DELETE FROM notes_folded")
            conn.execute("INSERT INTO search_waiting (source, row) SELECT 'notes', pk FROM notes")
        yield made


def test_what_waits_is_folded_while_notes_are_typed(store: Store, qtbot: QtBot) -> None:
    jobs = Jobs()
    folding = SearchFolding(store.path, jobs, jobs)
    assert store.search("一致性") == []
    folding.go_on()
    qtbot.waitUntil(lambda: len(store.search("一致性", 1_000)) > 0)
    store.set_setting("theme", "dark")
    qtbot.waitUntil(lambda: len(store.search("一致性", 1_000)) == NOTES)
    jobs.finish()
    delete(jobs)
