"""Pictures in the file: beside the records, never read with them, gone when nothing needs them."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from interview_desk.interview.actions.notes import add_picture, remove_note
from interview_desk.interview.note_text import read_note
from interview_desk.store.backups.backups import back_up_now
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.pictures import load_picture
from interview_desk.store.store import Store
from tests.helpers.drawn import jpeg, png
from tests.helpers.samples import prepared, small_guide
from tests.store.stored_play import StoredPlay, begin

NOW = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - a local time, as file names have it
BOARD = png(120, 90)


def pictured(store: Store, data: bytes = BOARD, uid: str = "zoe") -> StoredPlay:
    """An interview with a picture of Zoe's."""
    played = begin(store, prepared(uid=uid))
    played.start()
    add(played, data)
    return played


def add(played: StoredPlay, data: bytes) -> str:
    """A note with a picture, saved; the picture's digest."""
    text = read_note("the cache stands before the queue #technical", small_guide().dimensions)
    change = add_picture(played.interview, played.clock.now(), text, data)
    after, journal = played.interview.apply(change), played.journal.record(change)
    digest = after.all_pictures[-1].digest
    played.store.save(played.row, after, change, journal, pictures={digest: data})
    played.interview, played.journal = after, journal
    return digest


def kept(path: Path) -> int:
    with closing(sqlite3.connect(path)) as conn:
        (number,) = conn.execute("SELECT count(*) FROM picture_files").fetchone()
    return int(number)


def test_the_bytes_are_read_when_they_are_asked_for(store: Store) -> None:
    played = pictured(store)
    (picture,) = store.load(played.row).all_pictures
    assert not store.load(played.row).pictures
    assert load_picture(store.path, played.row, picture.digest) == BOARD
    assert store.load_with_pictures(played.row).pictures == {picture.digest: BOARD}
    assert load_picture(store.path, played.row, "0" * 64) is None
    assert [hit.row for hit in store.search("cache queue")] == [played.row]


def test_a_picture_stays_as_long_as_it_can_come_back(store: Store, path: Path) -> None:
    played = pictured(store)
    played.do(remove_note(played.interview, played.interview.notes[0].id))
    assert kept(path) == 1
    played.undo()
    assert store.load_with_pictures(played.row).pictures
    played.undo()
    assert not store.load(played.row).all_pictures
    add(played, jpeg(50, 40))  # what was undone can no longer be done again
    assert kept(path) == 1


def test_a_made_interview_has_its_pictures(store: Store) -> None:
    there = store.load_with_pictures(pictured(store).row)
    other = replace(there, uid="other")
    row = store.create(other)
    assert store.load_with_pictures(row).pictures == there.pictures


def test_what_a_picture_shows_goes_with_the_name_and_with_the_interview(
    store: Store, path: Path
) -> None:
    played, other = pictured(store), pictured(store, jpeg(70, 50), "other")
    back_up_now(path, NOW)
    store.privacy.anonymise(played.row)
    assert not store.load(played.row).all_pictures
    assert [note.text for note in store.load(played.row).notes]
    assert kept(path) == 1
    store.privacy.erase(other.row)
    assert kept(path) == 0
    for file in path.parent.rglob("*"):
        if file.is_file():
            held = file.read_bytes()
            assert BOARD[60:160] not in held, file
            assert jpeg(70, 50)[-100:] not in held, file


def test_salvage_brings_sound_pictures_and_tells_of_others(store: Store, path: Path) -> None:
    sound, harmed = pictured(store), pictured(store, jpeg(70, 50), "other")
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("UPDATE picture_files SET data = x'00' WHERE interview = ?", (harmed.row,))
        uids = dict(conn.execute("SELECT pk, uid FROM interviews").fetchall())
    store.close()
    told = salvage(path, small_guide(), NOW)
    with closing(Store.open(path)) as made:
        rows = {number: made.find(uid) for number, uid in uids.items()}
        there, without = rows[sound.row], rows[harmed.row]
        assert there is not None
        assert without is not None
        assert [*made.load_with_pictures(there).pictures.values()] == [BOARD]
        assert not made.load(without).all_pictures
        assert made.load(without).notes == harmed.interview.notes
    assert "1 picture" in str(told)
