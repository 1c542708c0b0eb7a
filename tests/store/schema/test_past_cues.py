"""Cues that the settings remembered before the fourth format come with their interview."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.store.connection import open_file
from interview_desk.store.schema.migrations import STEPS
from interview_desk.store.store import Store
from tests.store.schema.test_released_files import unpacked


def brought_up_to_date(path: Path, kept: str) -> Store:
    """A file of the third format with that in its settings, opened."""
    with closing(sqlite3.connect(unpacked("0003", path))) as conn, conn:
        conn.execute("INSERT INTO settings VALUES ('cues spent', ?)", (kept,))
    return Store.open(path)


def cues_of(store: Store, uid: str) -> frozenset[str]:
    row = store.find(uid)
    assert row is not None
    return store.load(row).past_cues


def test_they_are_kept_with_the_interview_they_belong_to(path: Path) -> None:
    kept = {"interview": "live", "spent": ["no evidence 2", "no follow-up", "no follow-up"]}
    with closing(brought_up_to_date(path, json.dumps(kept))) as store:
        assert cues_of(store, "live") == {"no evidence 2", "no follow-up"}
        assert cues_of(store, "finished") == set()
        assert store.setting("cues spent") is None


@pytest.mark.parametrize(
    "kept",
    [
        "", "{", "[]", "7", "null", '"a"', "[" * 100_000, "{}", '{"interview": "live"}',
        '{"interview": "live", "spent": 3}', '{"interview": "live", "spent": "a"}',
        '{"interview": "live", "spent": [3, null, true, [], {}, ""]}',
        '{"interview": "live", "spent": ["\\ud800", "\\u0000", "a\\nb", "é"]}',
        '{"interview": "gone", "spent": ["a"]}', '{"interview": 7, "spent": ["a"]}',
        '{"interview": null, "spent": ["a"]}', '{"interview": ["live"], "spent": ["a"]}',
        json.dumps({"interview": "live", "spent": ["x" * 61]}),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_no_cue_and_keeps_no_file_from_being_opened(
    path: Path, kept: str
) -> None:
    with closing(brought_up_to_date(path, kept)) as store:
        assert cues_of(store, "live") == cues_of(store, "finished") == set()
        assert store.setting("cues spent") is None


def test_no_more_are_taken_over_than_were_ever_kept(path: Path) -> None:
    kept = {"interview": "live", "spent": [f"cue {number}" for number in range(60_000)]}
    with closing(brought_up_to_date(path, json.dumps(kept))) as store:
        assert len(cues_of(store, "live")) == 200


def test_a_file_without_any_is_brought_up_to_date_too(path: Path) -> None:
    with closing(open_file(path, STEPS[:3])) as conn:
        assert conn.execute("SELECT count(*) FROM settings").fetchone() == (0,)
    with closing(Store.open(path)) as store:
        assert store.count() == 0
