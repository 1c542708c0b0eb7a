"""A file of every format that was ever released is opened, and says what it said then.

Each example in ``files`` was written by its release and is never written again; the packets
beside it say what is in it.
"""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from interview_desk.interview.note_text import Draft
from interview_desk.interview.origin import Origin
from interview_desk.interview.packet import read_packet
from interview_desk.interview.summary import summarise_interview
from interview_desk.store.connection import open_file
from interview_desk.store.panels import PacketChoice
from interview_desk.store.schema.migrations import STEPS
from interview_desk.store.store import Store
from tests.helpers.samples import prepared
from tests.store.stored_play import StoredPlay

FILES = Path(__file__).with_name("files")
RELEASES = tuple(f"{number:04}" for number in range(1, 13))
NEWEST = RELEASES[-1]


def schema(conn: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every table, index, view and trigger, as it was made."""
    return conn.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def unpacked(release: str, path: Path) -> Path:
    """The example of a release, ready to be opened."""
    path.write_bytes(gzip.decompress((FILES / f"{release}.db.gz").read_bytes()))
    return path


@pytest.mark.parametrize("release", RELEASES)
def test_every_interview_of_an_earlier_release_is_read_as_it_was(path: Path, release: str) -> None:
    packets = [read_packet(each.read_bytes()) for each in FILES.glob(f"{release}_*.json")]
    with closing(Store.open(unpacked(release, path))) as store:
        assert len(packets) == store.count() >= 2
        for packet in packets:
            row = store.find(packet.uid)
            assert row is not None
            assert store.load(row) == packet
        assert {row.summary for row in store.list()} == {*map(summarise_interview, packets)}


def test_the_newest_example_says_whose_an_interview_is(path: Path) -> None:
    with closing(Store.open(unpacked(NEWEST, path))) as store:
        taken_in = [row.uid for row in store.list() if store.origin(row.row) is Origin.TAKEN_IN]
        assert taken_in == ["imported"]


def test_the_newest_example_has_a_panel(path: Path) -> None:
    with closing(Store.open(unpacked(NEWEST, path))) as store:
        (panel,) = store.panels.list()
        (packet,) = store.panels.packets(panel.row)
        assert (panel.candidate, panel.packets) == ("Ada Lovelace", 1)
        assert read_packet(packet.data).uid == "colleague"
        assert (packet.source, packet.label, packet.opened_ms) == ("osei.json", "Osei", 3)
        assert packet.choice == PacketChoice.DRAFT
        assert store.panels.notes(panel.row)["outcome"].text == "Offer made"


@pytest.mark.parametrize("number", range(len(RELEASES)))
def test_what_a_step_makes_is_what_it_made_when_it_was_released(
    path: Path, tmp_path: Path, number: int
) -> None:
    then = sqlite3.connect(unpacked(RELEASES[number], tmp_path / "then.db"))
    with closing(then), closing(open_file(path, STEPS[: number + 1])) as now:
        assert schema(then) == schema(now)


@pytest.mark.parametrize("release", RELEASES)
def test_work_begun_in_an_earlier_release_goes_on(path: Path, release: str) -> None:
    with closing(Store.open(unpacked(release, path))) as store:
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
