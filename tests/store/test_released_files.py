"""A file of every format that was ever released is opened, and says what it said then.

Each example in ``files`` was written by its release and is never written again; the packets
beside it say what is in it.
"""

import gzip
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.interview.draft import Draft
from interview_desk.interview.packet import read_packet
from interview_desk.interview.summary import summarise_interview
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.stored_play import StoredPlay

FILES = Path(__file__).with_name("files")
RELEASES = ("0001",)


def unpacked(release: str, path: Path) -> Store:
    """The example of a release, opened by this one."""
    path.write_bytes(gzip.decompress((FILES / f"{release}.db.gz").read_bytes()))
    return Store.open(path)


@pytest.mark.parametrize("release", RELEASES)
def test_every_interview_of_an_earlier_release_is_read_as_it_was(path: Path, release: str) -> None:
    packets = [read_packet(each.read_bytes()) for each in FILES.glob(f"{release}_*.json")]
    with closing(unpacked(release, path)) as store:
        assert len(packets) == store.count() == 2
        for packet in packets:
            row = store.find(packet.uid)
            assert row is not None
            assert store.load(row) == packet
        assert {row.summary for row in store.list()} == {*map(summarise_interview, packets)}


@pytest.mark.parametrize("release", RELEASES)
def test_work_begun_in_an_earlier_release_goes_on(path: Path, release: str) -> None:
    with closing(unpacked(release, path)) as store:
        row = store.find("live")
        assert row is not None
        journal, last = store.load_journal(row), store.load(row).clock_events[-1]
        assert [entry.change.label for entry in journal.undone] == ["Feedback"]
        assert len(journal.done) == 17
        assert store.load_draft(row) == Draft("half a thought", last.at, note=2)
        assert store.last_beat(row) == last.at
        assert store.setting("theme") == "dark"
        played = StoredPlay(store, row)
        while played.journal.done:
            played.undo()
        assert store.load(row).records.keys() == prepared().records.keys()
