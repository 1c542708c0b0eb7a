"""Packets of colleagues: kept as they came, apart from one's own interviews, and gone with them."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from interview_desk.interview.interview import Interview
from interview_desk.interview.packet import write_packet
from interview_desk.panel.table import OUTCOME
from interview_desk.report.person_file import person_file
from interview_desk.store.backups.backups import back_up_now
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.errors import StoreError, Trouble
from interview_desk.store.panels import ArrivedPacket, PanelNote
from interview_desk.store.privacy.subject_access import held_on
from interview_desk.store.store import Store
from tests.helpers.samples import scored, small_guide

NOW = datetime(2026, 11, 23, 10).astimezone()


def packet(name: str = "Ada Lovelace", uid: str = "theirs", interviewer: str = "Osei") -> bytes:
    """A colleague's packet on somebody of that name."""
    interview = scored().interview
    setup = replace(interview.setup, candidate=name, interviewer=interviewer)
    records = tuple(
        setup if type(each) is type(setup) else each for each in interview.records.values()
    )
    return write_packet(Interview.of(uid, interview.guide, interview.created_ms, records))


def kept_panel(store: Store, name: str = "Ada Lovelace", uid: str = "panel") -> int:
    """A panel with one packet and an outcome."""
    panel = store.panels.create(uid, name, "Engineer", 1)
    arrived = ArrivedPacket(f"{uid}-theirs", name, f"{name}.json", packet(name, f"{uid}-theirs"))
    assert store.panels.add(panel, arrived, 2)
    store.panels.write_note(panel, PanelNote(OUTCOME, f"{name} was told", 3))
    return panel


def everything_in(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())


def test_a_packet_is_kept_byte_for_byte_and_once(store: Store) -> None:
    panel = kept_panel(store)
    (kept,) = store.panels.packets(panel)
    assert kept.data == packet(uid="panel-theirs")
    again = ArrivedPacket("panel-theirs", "Ada Lovelace", "copy.json", kept.data)
    assert not store.panels.add(panel, again, 9)
    other = ArrivedPacket("panel-theirs", "Ada Lovelace", "copy.json", packet(interviewer="Kask"))
    assert store.panels.add(panel, other, 9)
    (row,) = store.panels.list()
    assert (row.candidate, row.packets, row.arrived_ms) == ("Ada Lovelace", 2, 9)
    store.panels.remove_packet(panel, kept.row)
    assert [each.source for each in store.panels.packets(panel)] == ["copy.json"]


def test_what_was_opened_labelled_and_agreed_is_kept(store: Store) -> None:
    panel = kept_panel(store)
    store.panels.mark_opened(panel, 50)
    store.panels.mark_opened(panel, 60)
    (kept,) = store.panels.packets(panel)
    store.panels.label(panel, kept.row, "the second round")
    (kept,) = store.panels.packets(panel)
    assert (kept.opened_ms, kept.label) == (50, "the second round")

    store.panels.write_note(panel, PanelNote("d:2", "Ask about the schema", 7))
    store.panels.write_note(panel, PanelNote("d:2", "Ask about the index", 8))
    assert store.panels.notes(panel)["d:2"] == PanelNote("d:2", "Ask about the index", 8)
    store.panels.write_note(panel, PanelNote("d:2", "  ", 9))
    assert {*store.panels.notes(panel)} == {OUTCOME}


def test_it_is_in_no_list_and_no_search_of_interviews(store: Store) -> None:
    kept_panel(store)
    assert store.list() == []
    assert store.search("Ada") == []
    assert store.past_interviews().interviews == ()


@pytest.mark.parametrize("anonymised", [False, True])
@pytest.mark.parametrize("name", ["ADA LOVELACE", "Ada Lovelace"])
def test_it_goes_with_ones_own_interview_of_the_candidate(
    store: Store, path: Path, name: str, anonymised: bool
) -> None:
    interview = scored().interview
    setup = replace(interview.setup, candidate="Ada Lovelace")
    records = tuple(
        setup if type(each) is type(setup) else each for each in interview.records.values()
    )
    row = store.create(Interview.of("mine", interview.guide, interview.created_ms, records))
    kept_panel(store, name)
    kept_panel(store, "Grace Hopper", "another")
    back_up_now(path, NOW)
    store.privacy.anonymise(row) if anonymised else store.privacy.erase(row)
    assert [each.candidate for each in store.panels.list()] == ["Grace Hopper"]
    left = everything_in(path.parent).lower()
    assert b"lovelace" not in left
    assert b"grace hopper" in left


def test_one_that_is_erased_by_itself_takes_nothing_else(store: Store, path: Path) -> None:
    panel = kept_panel(store)
    interview = scored().interview
    store.create(Interview.of("mine", interview.guide, 1, (*interview.records.values(),)))
    back_up_now(path, NOW)
    store.privacy.erase_panel("panel")
    assert store.panels.list() == []
    assert store.count() == 1
    assert b"Lovelace" not in everything_in(path.parent)
    with pytest.raises(StoreError) as told:
        store.panels.write_note(panel, PanelNote(OUTCOME, "late", 1))
    assert told.value.trouble is Trouble.GONE


def test_it_is_among_everything_held_on_a_person(store: Store, path: Path) -> None:
    kept_panel(store)
    kept_panel(store, "Grace Hopper", "another")
    held = held_on(store, "ada lovelace")
    document = msgspec.json.decode(person_file(held, with_private=False))
    (told,) = document["panels"]
    assert told["agreed"] == ["Ada Lovelace was told"]
    assert told["packets"][0]["uid"] == "panel-theirs"
    assert held_on(store, "Nobody").panels == ()


def test_it_comes_back_from_a_backup_and_from_salvage(store: Store, path: Path) -> None:
    panel = kept_panel(store)
    packets, notes = store.panels.packets(panel), store.panels.notes(panel)
    backup = back_up_now(path, NOW).path
    with closing(Store.look(backup)) as copy:
        assert copy.panels.packets(panel) == packets
    store.close()
    data = bytearray(path.read_bytes())
    data[:16] = b"\xa5" * 16
    salvage(path, small_guide(), NOW)
    with closing(Store.open(path)) as made:
        (row,) = made.panels.list()
        assert [each.data for each in made.panels.packets(row.row)] == [packets[0].data]
        assert made.panels.notes(row.row) == notes
