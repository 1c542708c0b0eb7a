"""The steps of erasing, whoever runs them: a removal for each interview, a compaction for all."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.store.backups.backups import back_up_daily
from interview_desk.store.privacy.erasure import Erasure, Erasures, Stage
from interview_desk.store.privacy.erasure_requests import ErasureKind, open_requests
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.privacy.test_privacy import told_of, with_name_everywhere
from tests.store.stored_play import begin


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed store with an interview full of the name, two without it, and a backup."""
    with closing(Store.open(path)) as store:
        with_name_everywhere(store)
        begin(store, prepared(uid="second", candidate="Ada"))
        begin(store, prepared(uid="other", candidate="Ada"))
    back_up_daily(path, date(2026, 11, 23))
    return path


def wanted(path: Path, erasures: Erasures, uid: str, kind: ErasureKind) -> Erasure:
    with closing(Store.open(path)) as store:
        row = store.find(uid)
        assert row is not None
        return erasures.add(store.privacy.request(row, kind))


def uids(path: Path) -> set[str]:
    with closing(Store.open(path)) as store:
        return {row.uid for row in store.list()}


def test_each_is_removed_and_one_compaction_is_for_all_of_them(filled: Path) -> None:
    erasures = Erasures(filled)
    both = [wanted(filled, erasures, uid, ErasureKind.ERASE) for uid in ("zyx", "second")]
    steps = [erasures.next_step(), erasures.next_step()]
    assert [step and step.erasure for step in steps] == both
    assert erasures.next_step() is None  # nothing to compact before one of them was run
    for step in steps:
        assert step is not None
        assert step.run()
        erasures.settle()
    assert uids(filled) == {"other"}
    assert len(open_requests(filled)) == 2
    assert erasures.next_step(compact=False) is None
    last = erasures.next_step()
    assert last is not None
    under_way = erasures.compacting
    assert erasures.next_step() is None
    assert last.run()
    erasures.settle()
    assert (under_way, erasures.compacting) == (True, False)
    assert open_requests(filled) == []
    assert told_of(filled.parent) == []


def test_a_compaction_that_gave_way_is_given_once_more(filled: Path) -> None:
    erasures = Erasures(filled)
    wanted(filled, erasures, "zyx", ErasureKind.ERASE)
    assert not erasures.give_way()
    removal = erasures.next_step()
    assert removal is not None
    removal.run()
    first = erasures.next_step()
    assert first is not None
    assert erasures.give_way()
    assert first.run() is False
    erasures.settle()
    assert open_requests(filled) != []
    erasures.run_all()
    assert open_requests(filled) == []
    assert told_of(filled.parent) == []


def test_one_that_fails_keeps_no_other_back_and_is_not_tried_again(filled: Path) -> None:
    erasures = Erasures(filled)
    held = wanted(filled, erasures, "second", ErasureKind.ERASE)
    wanted(filled, erasures, "zyx", ErasureKind.ERASE)
    with closing(Store.open(filled)) as store:
        row = store.find("second")
        assert row is not None
        store.privacy.hold(row, held=True)
    with pytest.raises(UserError, match="held"):
        erasures.run_all()
    assert held.stage is Stage.FAILED
    erasures.run_all()
    assert uids(filled) == {"second", "other"}
    assert open_requests(filled) == []


def test_traces_that_cannot_be_written_over_are_left_to_the_next_start(filled: Path) -> None:
    erasures = Erasures(filled)
    erasure = wanted(filled, erasures, "zyx", ErasureKind.ERASE)
    with closing(sqlite3.connect(filled, isolation_level=None)) as reader:
        removal = erasures.next_step()
        assert removal is not None
        removal.run()
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM interviews").fetchall()
        with pytest.raises(UserError, match="Another program"):
            erasures.run_all()
        assert erasure.stage is Stage.LEFT
        assert erasures.next_step() is None
        assert len(open_requests(filled)) == 1
    next_start = Erasures(filled)
    next_start.resume()
    next_start.run_all()
    assert open_requests(filled) == []
    assert told_of(filled.parent) == []
