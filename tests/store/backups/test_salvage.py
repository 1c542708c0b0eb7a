"""A database damaged in a hundred ways: never a crash, never a loss of what can be read."""

import random
import shutil
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import Draft
from interview_desk.store.backups.backups import back_up_daily, place_for
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.backups.salvage import Salvaged, salvage
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import prepared, scored, small_guide
from tests.store.stored_play import begin

NOW = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - a local time, as file names have it
MANY = 12


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Interview]]:
    """A store with interviews of every state, and what is in it."""
    path = tmp_path_factory.mktemp("sound") / "interviews.db"
    with closing(Store.open(path)) as store:
        for number in range(MANY):
            played = scored()
            for extra in range(20):
                played.note(f"+ note {extra} of {number}: words and more words #problem")
            whole = played.interview
            store.create(Interview.of(f"u{number}", whole.guide, whole.created_ms,
                                      tuple(whole.records.values())))  # fmt: skip
        played_live = begin(store, prepared(uid="live"))
        played_live.start()
        store.save_draft(played_live.row, Draft("half a thought", HandClock().now()))
        store.privacy.hold(1, held=True)
        store.set_setting("theme", "dark")
        there = {row.uid: store.load(row.row) for row in store.list()}
    return path, there


def rescued(path: Path) -> tuple[Salvaged, dict[str, Interview]]:
    """What salvage says, and what the new store holds after it."""
    told = salvage(path, small_guide(), NOW)
    with closing(Store.open(path)) as store:
        return told, {row.uid: store.load(row.row) for row in store.list()}


def used(path: Path) -> None:
    """All that a start and a look around do."""
    with closing(Store.open(path)) as store:
        for row in store.list():
            store.load(row.row)
            store.load_journal(row.row)
            store.load_draft(row.row)
            store.privacy.keeping(row.row, 24)
        store.queries.list()
        store.queries.choices()
        store.search("words")
        store.setting("theme")


def test_a_sound_store_comes_through_as_it_was(
    sound: tuple[Path, dict[str, Interview]], path: Path
) -> None:
    shutil.copy(sound[0], path)
    told, there = rescued(path)
    assert there == sound[1]
    assert not any(each.missing for each in told.found)
    assert told.told[0] == f"{MANY + 1} interviews could be read whole."
    with closing(Store.open(path)) as store:
        row = store.find("live")
        assert row is not None
        assert store.load_draft(row) == Draft("half a thought", HandClock().now())
        assert store.privacy.keeping(1, 24).held
        assert store.setting("theme") == "dark"


def test_what_is_in_the_log_alone_is_rescued_too(path: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with closing(Store.open(path)) as store:
        store.create(prepared())
        for side in ("", "-wal"):
            shutil.copy(f"{path}{side}", crashed)
    _, there = rescued(crashed / path.name)
    assert list(there) == ["sample"]


def test_a_log_that_was_set_aside_by_a_salvage_cut_short_is_rescued_too(
    path: Path, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed" / path.name
    crashed.parent.mkdir()
    with closing(Store.open(path)) as store:
        store.create(prepared())
        aside = place_for(crashed, "set-aside-2026-11-23-095900")
        for place in (crashed, aside):
            place.write_bytes(b"\xff" * 100 + path.read_bytes()[100:])
        shutil.copy(f"{path}-wal", f"{aside}-wal")
    _, there = rescued(crashed)
    assert list(there) == ["sample"]


def test_a_lost_page_of_notes_costs_those_notes_alone(
    sound: tuple[Path, dict[str, Interview]], path: Path
) -> None:
    shutil.copy(sound[0], path)
    data = bytearray(path.read_bytes())
    page = data.index(b"note 7 of 3") // 4096
    data[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    told, there = rescued(path)
    assert there.keys() == sound[1].keys()
    partly = [each for each in told.found if each.missing]
    assert 0 < len(partly) < MANY
    assert any("notes of 22" in words for each in partly for words in each.missing)
    assert all(told.told)


def test_a_lost_head_costs_nothing(sound: tuple[Path, dict[str, Interview]], path: Path) -> None:
    data = sound[0].read_bytes()
    path.write_bytes(b"\0" * 100 + data[100:])
    _, there = rescued(path)
    assert there == sound[1]


def test_an_interview_whose_guide_is_lost_gets_one_that_stands_in(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.create(scored().interview)
        store._conn.execute("UPDATE guides SET text = 'gone', understood = '{}'")
    told, there = rescued(path)
    assert there["sample"] == scored().interview
    assert told.found[0].missing == ("its guide: the shipped one stands in",)


def test_a_guide_whose_text_is_damaged_says_what_was_understood_of_it(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.create(scored().interview)
        store._conn.execute("UPDATE guides SET text = 'no guide any more'")
    told, there = rescued(path)
    assert there["sample"].records == scored().interview.records
    assert told.found[0].missing == ()
    assert replace(there["sample"].guide, source="") == replace(small_guide(), source="")


def test_what_cannot_be_read_comes_from_the_backup(
    sound: tuple[Path, dict[str, Interview]], path: Path
) -> None:
    shutil.copy(sound[0], path)
    back_up_daily(path, date(2026, 11, 22))
    size = path.stat().st_size
    path.write_bytes(b"\0" * size)
    told, there = rescued(path)
    assert there == sound[1]
    assert told.found == []
    assert len(told.from_backup) == MANY + 1
    assert "came from the backup of" in " ".join(told.told)


def test_a_store_that_is_open_is_not_salvaged(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.create(prepared())
        with pytest.raises(UserError, match="Another program"):
            salvage(path, small_guide(), NOW)
        assert store.load(1) == prepared()
    assert {each.name for each in path.parent.iterdir()} <= {
        "interviews.db", "interviews.db-reserve", "backups"
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(100))
def test_a_store_damaged_in_any_way_never_crashes_and_is_never_lost(
    sound: tuple[Path, dict[str, Interview]], path: Path, seed: int
) -> None:
    damaged = hurt(sound[0].read_bytes(), random.Random(seed))
    path.write_bytes(damaged)
    with suppress(UserError):
        used(path)
    faults_in(path)
    path.write_bytes(damaged)
    for side in ("-wal", "-shm"):
        path.with_name(path.name + side).unlink(missing_ok=True)
    told, there = rescued(path)
    assert told.aside is not None
    assert told.aside.read_bytes() == damaged
    assert faults_in(path) == ()
    used(path)
    for each in told.found:
        assert each.missing or there[each.uid].uid == each.uid


def hurt(data: bytes, chance: random.Random) -> bytes:
    """The file with damage of one kind or another."""
    spoilt = bytearray(data)
    pages = len(data) // 4096
    kind = chance.choice(("bytes", "head", "page", "pages", "cut", "swap", "shift"))
    if kind in {"bytes", "head"}:
        for _ in range(chance.randint(1, 200)):
            spoilt[chance.randrange(100 if kind == "head" else len(spoilt))] = chance.randrange(256)
    elif kind in {"page", "pages"}:
        for _ in range(1 if kind == "page" else pages // 2):
            start = chance.randrange(pages) * 4096
            spoilt[start : start + 4096] = chance.choice((b"\0" * 4096, chance.randbytes(4096)))
    elif kind == "cut":
        del spoilt[chance.randrange(len(spoilt)) :]
    elif kind == "swap":
        one, other = (chance.randrange(1, pages) * 4096 for _ in range(2))
        spoilt[one : one + 4096], spoilt[other : other + 4096] = (
            spoilt[other : other + 4096], spoilt[one : one + 4096],
        )  # fmt: skip
    else:
        at = chance.randrange(100, len(spoilt))
        spoilt[at:at] = chance.randbytes(chance.randint(1, 100))
    return bytes(spoilt)
