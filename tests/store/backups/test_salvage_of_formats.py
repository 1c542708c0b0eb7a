"""A file of every format that was ever released comes back from salvage, damaged as it may be."""

import gzip
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from interview_desk.interview.origin import Origin
from interview_desk.interview.packet import read_packet
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.schema.migrations import STEPS
from interview_desk.store.store import Store
from tests.helpers.samples import small_guide

FILES = Path(__file__).parents[1] / "schema" / "files"
RELEASES = sorted(each.name.removesuffix(".db.gz") for each in FILES.glob("*.db.gz"))
NOW = datetime(2026, 11, 23, 10).astimezone()


@pytest.fixture(params=RELEASES)
def release(request: pytest.FixtureRequest, path: Path) -> str:
    """The example of a release, in the store's place."""
    name = str(request.param)
    path.write_bytes(gzip.decompress((FILES / f"{name}.db.gz").read_bytes()))
    return name


def page_of(path: Path, index: str) -> tuple[int, int]:
    """Where the first page of a table or index begins, and how long it is."""
    with closing(sqlite3.connect(path)) as conn:
        (size,) = conn.execute("PRAGMA page_size").fetchone()
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = conn.execute(sql, (index,)).fetchone()
    return (page - 1) * size, size


def test_every_format_has_an_example() -> None:
    assert len(RELEASES) == len(STEPS)


@pytest.mark.parametrize("lost", ["interviews_newest", "setups_role", "heartbeats", "journal"])
def test_what_is_not_damaged_comes_back_whole(path: Path, release: str, lost: str) -> None:
    start, size = page_of(path, lost)
    data = bytearray(path.read_bytes())
    data[start : start + size] = b"\xa5" * size
    path.write_bytes(data)
    told = salvage(path, small_guide(), NOW)
    assert [each.missing for each in told.found] == [()] * len(told.found)
    with closing(Store.open(path)) as store:
        for packet in FILES.glob(f"{release}_*.json"):
            expected = read_packet(packet.read_bytes())
            row = store.find(expected.uid)
            assert row is not None
            assert store.load(row) == expected
            theirs = release >= "0010" and expected.uid == "imported"
            assert store.origin(row) is (Origin.TAKEN_IN if theirs else Origin.OWN)


def test_a_lost_page_of_notes_costs_those_notes_only(path: Path, release: str) -> None:
    start, size = page_of(path, "notes")
    data = bytearray(path.read_bytes())
    data[start : start + size] = b"\xa5" * size
    path.write_bytes(data)
    told = salvage(path, small_guide(), NOW)
    assert {each.uid for each in told.found} == {
        read_packet(packet.read_bytes()).uid for packet in FILES.glob(f"{release}_*.json")
    }
    assert all("note" in missing for each in told.found for missing in each.missing)
