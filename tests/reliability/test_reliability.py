"""The short form of `make reliability`: each check, with few rounds; and that each can fail."""

from pathlib import Path

import pytest

from interview_desk.paths import data_directory, store_file
from interview_desk.store.backups.backups import back_up_now, list_backups
from interview_desk.store.store import Store
from tests.reliability.acknowledged import Acknowledged
from tests.reliability.checks import CHECKS, Check
from tests.reliability.durable_checks import BACKUP
from tests.reliability.durable_operations import BACKED_UP_AT
from tests.reliability.promise import NotHereError


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.module)
def test_every_promise_is_kept(check: Check, tmp_path: Path) -> None:
    try:
        tally = check.keep(check.short, seed=1, folder=tmp_path)
    except NotHereError as reason:
        pytest.skip(str(reason))
    assert not tally.broken
    assert sum(tally.counts.values()) > 0, "something was tried"


def heard(*lines: str) -> Acknowledged:
    told = Acknowledged()
    for line in lines:
        told.hear(line)
    return told


def test_a_record_that_was_told_and_is_not_there_is_a_broken_promise() -> None:
    told = heard('{"kept": {"Note 1": "drew", "Note 2": "queue"}, "ms": 1}\n')
    assert told.faults_of({"Note 1": "drew", "Note 2": "queue"}, "") == []
    assert told.faults_of({"Note 1": "drew"}, "") == ["Note 2 was told as queue, and is None"]
    assert told.faults_of({"Note 1": "drew", "Note 2": "qu"}, "") != []


def test_what_was_about_to_be_saved_is_there_whole_or_not_at_all() -> None:
    def told() -> Acknowledged:
        return heard(
            '{"kept": {"Note 1": "drew"}, "ms": 1}\n',
            '{"about": {"Note 1": "drew it", "Tick 2": "x"}, "clears": false, "ms": 2}\n',
            '{"kept": {"Note 1": "cut o',
        )

    assert told().faults_of({"Note 1": "drew"}, "") == []
    assert told().faults_of({"Note 1": "drew it", "Tick 2": "x"}, "") == []
    assert told().faults_of({"Note 1": "drew it"}, "") != []


def test_a_draft_is_a_second_old_at_most() -> None:
    def told() -> Acknowledged:
        return heard(
            '{"typed": "+ dr", "ms": 100}\n',
            '{"typed": "+ drew", "ms": 900}\n',
            '{"alive": true, "ms": 1200}\n',
        )

    assert told().faults_of({}, "+ dre") == []
    assert told().faults_of({"Note 1": "drew"}, "") == []
    assert told().faults_of({}, "+ d") != []
    assert told().faults_of({}, "") != []


def test_what_is_restored_after_a_power_cut_is_the_backup_that_was_made(tmp_path: Path) -> None:
    path = store_file(data_directory(tmp_path))
    Store.open(path).close()
    back_up_now(path, BACKED_UP_AT)
    assert BACKUP in [each.name for each in list_backups(path)]
