"""A command, or another program, at an interview that a window has open and running."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from interview_desk.store.privacy.privacy import Privacy
from interview_desk.store.store import Store
from tests.helpers.live import LiveDesk

Key, Mod = Qt.Key, Qt.KeyboardModifier


def command(live: LiveDesk, deed: Callable[[Privacy, int], object]) -> None:
    """What a command does: it opens the records by itself."""
    with closing(Store.open(live.room.desk.store.path)) as store:
        deed(store.privacy, live.session.row)


@pytest.mark.parametrize("meanwhile", ["typing", "after a note"])
def test_what_is_typed_outlives_an_erased_interview_and_it_is_said(
    live: LiveDesk, meanwhile: str
) -> None:
    if meanwhile == "after a note":
        live.note("the first")
    live.type("half a thought")
    command(live, Privacy.erase)
    live.press(Key.Key_Return)
    assert live.text == "half a thought"
    assert "erased meanwhile" in live.page.banner.text()
    live.type(" and more")
    live.page.flush()
    live.run(20)
    assert live.text == "half a thought and more"
    assert "erased meanwhile" in live.page.banner.text()
    assert live.room.desk.store.count() == 0


def test_a_name_taken_out_meanwhile_stays_out_and_the_note_is_kept_by_a_second_press(
    live: LiveDesk,
) -> None:
    live.note("asked Ada for more")
    live.type("drew a queue")
    command(live, Privacy.anonymise)
    live.press(Key.Key_Return)
    assert "changed meanwhile" in live.page.banner.text()
    assert live.text == "drew a queue"
    assert live.session.interview.setup.candidate == ""
    live.press(Key.Key_Return)
    assert live.text == ""
    assert live.page.banner.text() == ""
    assert live.interview.setup.candidate == ""
    texts = [note.text for note in live.notes]
    assert texts[-1] == "drew a queue"
    assert "Ada" not in texts[0]
    # The step before is not there to bring the name back.
    live.press(Key.Key_Z, Mod.ControlModifier)
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert "Ada" not in live.interview.notes[0].text


def test_a_step_that_no_longer_fits_is_told_and_not_undone(live: LiveDesk) -> None:
    live.note("drew a queue")
    with closing(sqlite3.connect(live.room.desk.store.path)) as conn, conn:
        conn.execute("UPDATE notes SET text = 'drew two queues'")
    live.leave()
    again = live.room.again(live.session)
    said: list[str] = []
    again.failed.connect(said.append)
    assert again.undo() is None
    assert "cannot be taken back" in said[0]
    assert [note.text for note in again.interview.notes] == ["drew two queues"]
    assert again.undo() is None
    assert len(said) == 1


def test_an_undo_that_cannot_be_written_is_not_told_as_nothing_to_undo(live: LiveDesk) -> None:
    live.note("drew a queue")
    live.break_disk()
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert "read-only" in live.page.banner.text()
    live.mend_disk()
