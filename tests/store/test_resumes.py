"""A resume stays with its interview, goes with it, and leaves no other way."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from interview_desk.interview.packet import write_packet
from interview_desk.interview.resume import Resume, ResumeKind
from interview_desk.report.person_file import person_file
from interview_desk.store.backups.backups import back_up_now, list_backups
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.errors import StoreError
from interview_desk.store.privacy.subject_access import held_on
from interview_desk.store.store import Store
from tests.helpers.samples import prepared, small_guide

NOW = datetime(2026, 11, 23, 10).astimezone()
MARK = b"Wrote the first program 1843"
RESUME = Resume("ada.pdf", ResumeKind.PDF, MARK * 500, "Wrote the first program")


@pytest.fixture
def row(store: Store) -> int:
    row = store.create(prepared())
    store.save_resume(row, RESUME)
    return row


def test_it_is_kept_replaced_and_removed(store: Store, row: int) -> None:
    assert store.load_resume(row) == RESUME
    assert store.resume_name(row) == "ada.pdf"
    other = Resume("b.txt", ResumeKind.TEXT, b"b", "b")
    store.save_resume(row, other)
    assert store.load_resume(row) == other
    store.save_resume(row, None)
    assert (store.load_resume(row), store.resume_name(row)) == (None, "")
    with pytest.raises(StoreError):
        store.save_resume(row + 1, other)


def test_it_goes_with_another_guide(store: Store, row: int) -> None:
    past = store.load(row)
    new = store.replace_unstarted(row, past, prepared(uid="other"))
    assert store.load_resume(new) == RESUME


@pytest.mark.parametrize("how", ["erase", "anonymise"])
def test_nothing_of_it_is_left_in_the_file_or_a_copy(
    store: Store, row: int, path: Path, how: str
) -> None:
    back_up_now(path, NOW)
    getattr(store.privacy, how)(row)
    store.close()
    files = [each for each in path.parent.rglob("*") if each.is_file()]
    assert list_backups(path)
    assert not [each.name for each in files if MARK in each.read_bytes()]


def test_everything_held_has_it_and_a_packet_never(store: Store, row: int) -> None:
    held = held_on(store, "Ada")
    assert held.interviews[0].resume == RESUME
    assert b"ada.pdf" in person_file(held, with_private=False)
    assert b"ada.pdf" not in write_packet(store.load(row))


def test_it_comes_back_from_salvage(store: Store, row: int, path: Path) -> None:
    uid = store.load(row).uid
    store.close()
    salvage(path, small_guide(), NOW)
    with closing(Store.open(path)) as again:
        found = again.find(uid)
        assert found is not None
        assert again.load_resume(found) == RESUME
