"""How long interviews are kept; and that what is erased is in no byte of any file."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.interview.actions import notes, preparation, running, scoring
from interview_desk.interview.note_text import Draft, NoteText
from interview_desk.store.backups.backups import BackupKind, back_up_daily, list_backups, place_for
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.schema.test_schema import check_indexes
from tests.store.stored_play import StoredPlay, begin

NAME = "Zyxaline Quorgwell"
DAY = date(2026, 11, 23)


def told_of(folder: Path) -> list[str]:
    """The files in which a part of the name stands in any byte, in whatever case."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        path.name
        for path in files
        if any(part.lower().encode() in path.read_bytes().lower() for part in NAME.split())
    ]


def with_name_everywhere(store: Store, uid: str = "zyx") -> StoredPlay:
    """An interview with the name in every place that takes words."""
    played = begin(store, prepared(uid=uid, candidate=NAME))
    setup = replace(played.interview.setup, question=f"Ask Zyxaline about {NAME}'s feed")
    played.do(running.set_up(played.interview, setup))
    played.do(preparation.prepare_question(played.interview, f"Why did {NAME} leave?"))
    played.do(preparation.write_preparation(played.interview, "Quorgwell写过缓存"))
    played.start()
    played.note("+ Zyxaline drew a queue, write to zyx@quorgwell.example #problem")
    gone = played.note("quorgwell was late")
    played.do(notes.remove_note(played.interview, gone.id))
    played.do(running.pause(played.interview, played.clock.advance(9), f"{NAME}'s call dropped"))
    played.do(running.finish(played.interview, played.clock.advance(60)))
    played.do(scoring.rate(played.interview, 1, "Exceeds"))
    played.do(scoring.give_reason(played.interview, 1, "ZYXALINE framed it"))
    played.do(scoring.look_at(played.interview, "d1", observed=True, remark="Quorgwell was rude"))
    played.do(scoring.summarise(played.interview, "Zyxaline dives little"))
    played.do(scoring.write_feedback(played.interview, "Dear Zyxaline"))
    store.save_draft(played.row, Draft("Quorgwell said", played.clock.now()))
    return played


@pytest.fixture
def other(store: Store) -> StoredPlay:
    """An interview that has nothing to do with it."""
    played = begin(store, prepared(uid="other", candidate="Ada"))
    played.note("drew a stack")
    return played


# Erasing


@pytest.mark.parametrize("kind", ["erase", "anonymise"])
def test_the_name_is_in_no_byte_of_any_file(
    store: Store, path: Path, other: StoredPlay, kind: str
) -> None:
    played = with_name_everywhere(store)
    back_up_daily(path, DAY)
    back_up_daily(path, date(2026, 11, 24))
    assert {*told_of(path.parent)} >= {"interviews.db-wal", "interviews-2026-11-23.db"}
    getattr(store.privacy, kind)(played.row)
    assert told_of(path.parent) == []
    assert store.load(other.row) == other.interview
    check_indexes(store._conn)
    store.close()
    assert told_of(path.parent) == []


def test_an_erased_interview_is_nowhere_and_the_others_are_everywhere(
    store: Store, path: Path, other: StoredPlay
) -> None:
    played = with_name_everywhere(store)
    back_up_daily(path, DAY)
    assert store.privacy.erase(played.row).cleaned == ("interviews-2026-11-23.db",)
    assert [row.row for row in store.list()] == [other.row]
    assert store.search("queue") == []
    with closing(Store.open(list_backups(path)[0].path)) as backup:
        assert [row.uid for row in backup.list()] == ["other"]
        assert backup.load(1) == other.interview


def test_what_was_said_and_scored_stays_when_the_name_goes(store: Store) -> None:
    played = with_name_everywhere(store)
    before = store.load(played.row)
    store.privacy.anonymise(played.row)
    after = store.load(played.row)
    assert after.setup.candidate == ""
    (note,) = after.notes
    assert note.text == "the candidate drew a queue, write to [contact removed]"
    assert note.dimensions == before.notes[0].dimensions
    assert after.rating(1) == replace(before.rating(1), reason="the candidate framed it")
    assert after.timeline.start == before.timeline.start
    assert [event.reason for event in after.clock_events][1] == "the candidate's call dropped"
    assert after.records.keys() == before.records.keys()
    assert [hit.row for hit in store.search("queue")] == [played.row]
    draft = store.load_draft(played.row)
    assert draft is not None
    assert draft.text == "the candidate said"
    assert store.load_journal(played.row).done == ()


def test_clock_events_cannot_be_changed_after_a_name_went_either(store: Store) -> None:
    played = with_name_everywhere(store)
    store.privacy.anonymise(played.row)
    with pytest.raises(sqlite3.IntegrityError, match="only ever appended"):
        store._conn.execute("UPDATE clock_events SET reason = 'x'")


@pytest.mark.parametrize("kind", ["erase", "anonymise"])
def test_a_window_that_had_it_open_cannot_bring_the_name_back(
    store: Store, path: Path, kind: str
) -> None:
    played = with_name_everywhere(store)
    with closing(Store.open(path)) as elsewhere:
        getattr(elsewhere.privacy, kind)(played.row)
    with pytest.raises(StoreError) as caught:
        played.note("typed too late")
    gone = {"erase": Trouble.GONE, "anonymise": Trouble.CHANGED}
    assert caught.value.trouble is gone[kind]


def test_a_backup_that_cannot_be_cleaned_is_removed_and_told(store: Store, path: Path) -> None:
    played = with_name_everywhere(store)
    broken = place_for(path, "set-aside-2026-01-01")
    broken.write_bytes(b"torn " + NAME.encode())
    store.privacy.anonymise(with_name_everywhere(store, "second").row)
    assert not broken.exists()
    broken.write_bytes(b"torn again " + NAME.encode())
    cleaned = store.privacy.erase(played.row)
    assert (cleaned.cleaned, cleaned.removed) == ((), (broken.name,))
    assert told_of(path.parent) == []


def test_a_backup_keeps_its_date_when_it_is_cleaned(store: Store, path: Path) -> None:
    played = with_name_everywhere(store)
    back_up_daily(path, DAY)
    before = list_backups(path)[0]
    store.privacy.erase(played.row)
    after = list_backups(path)[0]
    assert (after.made_ms, after.kind) == (before.made_ms, BackupKind.DAILY)


def test_while_another_program_writes_nothing_is_half_erased(store: Store, path: Path) -> None:
    played = with_name_everywhere(store)
    store._conn.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            store.privacy.erase(played.row)
        writer.execute("ROLLBACK")
    assert caught.value.trouble is Trouble.LOCKED
    assert store.load(played.row) == played.interview


# Keeping


def test_an_interview_is_kept_as_long_as_the_settings_say(store: Store) -> None:
    made = int(datetime(2024, 2, 29, 12, tzinfo=UTC).timestamp() * 1000)
    row = store.create(replace(prepared(), created_ms=made))
    kept = store.privacy.keeping(row, 24)
    assert (kept.until, kept.own, kept.held) == (date(2026, 2, 28), False, False)
    assert store.privacy.keeping(row, 0).until is None
    assert store.privacy.keeping(row, 999_999).until is None


def test_an_interview_may_have_a_date_of_its_own_and_lose_it_again(store: Store) -> None:
    row = store.create(prepared())
    store.privacy.keep_until(row, date(2030, 1, 2))
    assert store.privacy.keeping(row, 24).until == date(2030, 1, 2)
    assert store.privacy.keeping(row, 24).own
    store.privacy.keep_until(row, None)
    assert not store.privacy.keeping(row, 24).own


def test_what_is_due_is_listed_and_nothing_goes_by_itself(store: Store) -> None:
    rows = [store.create(prepared(uid=uid, candidate=uid)) for uid in ("a", "b", "c")]
    store.privacy.keep_until(rows[1], date(2026, 11, 22))
    store.privacy.keep_until(rows[2], date(2026, 11, 22))
    store.privacy.hold(rows[2], held=True)
    assert [kept.candidate for kept in store.privacy.due(DAY, 24)] == ["b"]
    assert [kept.candidate for kept in store.privacy.due(date(2028, 11, 23), 24)] == ["a", "b"]
    assert [kept.candidate for kept in store.privacy.due(date(2028, 11, 23), 0)] == ["b"]
    assert store.count() == 3


@pytest.mark.parametrize("kind", ["erase", "anonymise"])
def test_what_is_held_is_neither_erased_nor_changed(store: Store, kind: str) -> None:
    played = with_name_everywhere(store)
    store.privacy.hold(played.row, held=True)
    with pytest.raises(UserError, match="held"):
        getattr(store.privacy, kind)(played.row)
    assert store.load(played.row) == played.interview
    store.privacy.hold(played.row, held=False)
    getattr(store.privacy, kind)(played.row)


def test_there_is_no_caring_for_what_is_not_there(store: Store) -> None:
    for kind in (
        lambda: store.privacy.erase(9),
        lambda: store.privacy.anonymise(9),
        lambda: store.privacy.hold(9, held=True),
        lambda: store.privacy.keep_until(9, DAY),
        lambda: store.privacy.keeping(9, 24),
    ):
        with pytest.raises(StoreError) as caught:
            kind()
        assert caught.value.trouble is Trouble.MISSING


def test_work_goes_on_after_the_name_went(store: Store) -> None:
    played = with_name_everywhere(store)
    store.privacy.anonymise(played.row)
    again = StoredPlay(store, played.row)
    again.do(notes.add_note(again.interview, again.clock.now(), NoteText("one more")))
    assert store.load(played.row) == again.interview
