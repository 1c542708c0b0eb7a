"""Erasing cut short, erasing while others write, and the copies that a restore set aside."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import Draft
from interview_desk.store.backups.backups import back_up_daily, list_backups, place_for
from interview_desk.store.backups.restore import restore
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.privacy.erase_everywhere import erase_everywhere, merge_indexes
from interview_desk.store.privacy.erasure import Compaction, Erasures
from interview_desk.store.privacy.erasure_requests import (
    ErasureKind,
    ErasureRequest,
    open_requests,
    write_down,
)
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import prepared, small_guide
from tests.store.privacy.test_privacy import told_of, with_name_everywhere
from tests.store.stored_play import begin

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - a local time, as file names have it
ROUNDS = 10
PAGE = 4096

Damage = Callable[[bytearray], None]


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed store with an interview full of the name, another without it, and a backup."""
    with closing(Store.open(path)) as store:
        with_name_everywhere(store)
        begin(store, prepared(uid="other", candidate="Ada")).note("drew a stack")
    back_up_daily(path, DAY)
    return path


def found(path: Path) -> dict[str, Interview]:
    with closing(Store.open(path)) as store:
        return {row.uid: store.load(row.row) for row in store.list()}


def finish(path: Path) -> None:
    """What the next start does with all that is still wanted."""
    erasures = Erasures(path)
    erasures.resume()
    erasures.run_all()


# Cut short


@pytest.mark.parametrize("kind", ["erase", "anonymise"])
def test_killed_at_any_moment_it_is_as_before_or_done_and_can_be_finished(
    filled: Path, tmp_path: Path, kind: str
) -> None:
    chance, before = random.Random(7), found(filled)
    keep = tmp_path.with_name(f"{tmp_path.name}-kept")
    shutil.copytree(filled.parent, keep)
    for _ in range(ROUNDS):
        shutil.rmtree(filled.parent)
        shutil.copytree(keep, filled.parent)
        begun = _kill_while(kind, filled, chance.uniform(0, 0.12))
        theirs = found(filled).get("zyx")
        untouched = theirs == before["zyx"]
        if kind == "erase":
            assert theirs is None or untouched
        else:
            assert theirs is not None
            assert untouched or theirs.setup.candidate == ""
        finish(filled)
        if begun or not untouched:
            assert told_of(filled.parent) == []
        assert found(filled)["other"] == before["other"]


def _kill_while(kind: str, path: Path, seconds: float) -> bool:
    """Kills a process so long after it began with the kind; whether it left something to do."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from interview_desk.store.store import Store\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "row = store.find('zyx')\n"
        "print('begin', flush=True)\n"
        f"store.privacy.{kind}(row)\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "begin\n"
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
    child.stdout.close()
    return bool(open_requests(path))


@pytest.mark.parametrize("kind", [*ErasureKind])
def test_to_finish_twice_does_no_harm(filled: Path, kind: ErasureKind) -> None:
    for _ in range(2):
        write_down(filled, ErasureRequest(kind, "zyx"))
        finish(filled)
        assert told_of(filled.parent) == []
    assert "other" in found(filled)


def test_what_could_not_be_begun_is_not_done_later(filled: Path) -> None:
    with closing(Store.open(filled)) as store:
        row = store.find("zyx")
        assert row is not None
        store.privacy.request(row, ErasureKind.ERASE)
        store.privacy.hold(row, held=True)
    with pytest.raises(UserError, match="held"):
        erase_everywhere(filled, ErasureRequest(ErasureKind.ERASE, "zyx"))
    assert open_requests(filled) == []
    assert "zyx" in found(filled)


@pytest.mark.parametrize("text", [b"", b"erase", b"burn\nzyx", b"\xff\xfe"])
def test_a_file_beside_the_store_that_is_no_wish_of_ours_does_nothing(
    filled: Path, text: bytes
) -> None:
    filled.with_name(f"{filled.name}-wanted-0123").write_bytes(text)
    finish(filled)
    assert "zyx" in found(filled)


# While others write


def test_a_scrub_gives_way_and_can_be_done_again(filled: Path) -> None:
    erase_everywhere(filled, ErasureRequest(ErasureKind.ERASE, "zyx"))
    scrub = Compaction(filled)
    scrub.give_way()
    assert scrub.run() is False
    assert Compaction(filled).run() is True
    assert told_of(filled.parent) == []


def test_a_write_that_finds_the_file_locked_asks_for_way_once(filled: Path) -> None:
    """So a note that is typed while the file is written anew is saved all the same."""
    at = HandClock().now()
    with (
        closing(Store.open(filled)) as store,
        closing(sqlite3.connect(filled, isolation_level=None)) as locking,
    ):
        store.wait_at_most(1)
        locking.execute("BEGIN IMMEDIATE")
        asked: list[str] = []

        def refuse() -> bool:
            asked.append("refused")
            return False

        def let_go() -> bool:
            asked.append("let go")
            locking.execute("ROLLBACK")
            return True

        store.when_locked(refuse)
        with pytest.raises(UserError, match="Another program"):
            store.save_draft(1, Draft("half a thought", at))
        store.when_locked(let_go)
        store.save_draft(1, Draft("half a thought", at))
        assert asked == ["refused", "let go"]
        assert store.load_draft(1) == Draft("half a thought", at)


def test_a_backup_that_a_command_made_meanwhile_is_cleaned_too(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def back_up_first(conn: sqlite3.Connection) -> None:
        shutil.copy(aside, place_for(filled, "2026-11-24"))
        merge_indexes(conn)

    aside = filled.with_name("elsewhere")
    shutil.copy(filled, aside)
    monkeypatch.setattr(
        "interview_desk.store.privacy.erase_everywhere.merge_indexes", back_up_first
    )
    cleaned = erase_everywhere(filled, ErasureRequest(ErasureKind.ERASE, "zyx"))
    aside.unlink()
    Compaction(filled).run()
    assert set(cleaned.cleaned) == {"interviews-2026-11-23.db", "interviews-2026-11-24.db"}
    assert told_of(filled.parent) == []


# What was set aside


def test_what_a_restore_set_aside_is_cleaned_too(filled: Path) -> None:
    restore(filled, list_backups(filled)[0], NOW)
    assert len(list_backups(filled)) == 2
    with closing(Store.open(filled)) as store:
        row = store.find("zyx")
        assert row is not None
        cleaned = store.privacy.erase(row)
    assert len(cleaned.cleaned) == 2
    assert told_of(filled.parent) == []
    for backup in list_backups(filled):
        restore(filled, backup, NOW)
        assert list(found(filled)) == ["other"]


def _head(data: bytearray) -> None:
    data[:100] = bytes(100)


def _table_page(data: bytearray) -> None:
    at = data.index(b"drew a queue") // PAGE * PAGE
    data[at : at + PAGE] = b"\xff" * PAGE


def _identities(data: bytearray) -> None:
    at = data.index(b"zyx") // PAGE * PAGE
    data[at + 8 : at + 12] = b"\0\0\0\0"


def _cut(data: bytearray) -> None:
    del data[len(data) * 2 // 3 :]


def _letters(data: bytearray) -> None:
    """The identity is another: nothing in the copy says whose the rest is."""
    while (at := data.find(b"zyx")) >= 0:
        data[at : at + 3] = b"qqq"


@pytest.mark.parametrize("damage", [_head, _table_page, _identities, _cut, _letters])
def test_a_damaged_copy_that_a_salvage_set_aside_holds_no_name_after_it(
    filled: Path, damage: Damage
) -> None:
    data = bytearray(filled.read_bytes())
    damage(data)
    filled.write_bytes(data)
    told = salvage(filled, small_guide(), NOW)
    assert told.aside is not None
    assert any(name == told.aside.name for name in told_of(filled.parent))
    with closing(Store.open(filled)) as store:
        for row in store.list():
            if row.summary.candidate != "Ada":
                store.privacy.erase(row.row)
    assert told_of(filled.parent) == []


def test_an_erased_person_does_not_come_back_when_the_file_is_damaged_later(filled: Path) -> None:
    restore(filled, list_backups(filled)[0], NOW)
    with closing(Store.open(filled)) as store:
        row = store.find("zyx")
        assert row is not None
        store.privacy.erase(row)
    filled.write_bytes(bytes(filled.stat().st_size))
    told = salvage(filled, small_guide(), NOW)
    assert told.from_backup == ("Ada",)
    assert list(found(filled)) == ["other"]
    assert told_of(filled.parent) == []


def test_a_wish_outlives_a_restore_and_a_salvage(filled: Path) -> None:
    """It is written down beside the store, which these put another in the place of."""
    write_down(filled, ErasureRequest(ErasureKind.ERASE, "zyx"))
    restore(filled, list_backups(filled)[0], NOW)
    salvage(filled, small_guide(), NOW)
    assert "zyx" in found(filled)
    finish(filled)
    assert told_of(filled.parent) == []


def test_the_log_of_a_copy_that_is_gone_goes_too(filled: Path) -> None:
    stray = place_for(filled, "set-aside-2026-01-01-101010")
    stray.with_name(f"{stray.name}-wal").write_bytes(b"Zyxaline")
    erase_everywhere(filled, ErasureRequest(ErasureKind.ERASE, "zyx"))
    Compaction(filled).run()
    assert told_of(filled.parent) == []
