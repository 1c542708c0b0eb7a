"""What is being typed is on disk within a second, without Enter."""

from interview_desk.desk.live.page import LivePage
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.rooms import Room


def test_typed_text_is_on_disk_within_a_second_with_its_stamp(live: LiveDesk) -> None:
    live.wait(42)
    live.type("half a thought")
    live.qtbot.waitUntil(lambda: live.draft is not None, timeout=1000)

    assert live.draft is not None
    assert live.draft.text == "half a thought"
    assert live.interview.timeline.elapsed(live.draft.at) == 42_000


def test_a_page_opened_anew_goes_on_with_the_draft(live: LiveDesk, room: Room) -> None:
    live.wait(42)
    live.type("half a thought")
    live.qtbot.waitUntil(lambda: live.draft is not None, timeout=1000)

    again = LiveDesk(room, room.again(live.session), live.qtbot)
    again.wait(60)
    assert again.text == "half a thought"
    again.note(", whole now")

    (note,) = again.notes
    assert note.text == "half a thought, whole now"
    assert again.interview.timeline.elapsed(note.at) == 42_000
    again.leave()


def test_an_edit_in_progress_is_still_an_edit_after_a_restart(live: LiveDesk, room: Room) -> None:
    live.note("drew a queue")
    live.press(Key.Key_Up)
    live.type("again")
    live.page.flush()

    again = LiveDesk(room, room.again(live.session), live.qtbot)
    again.press(Key.Key_Return)
    assert [note.text for note in again.notes] == ["drew a queue again"]
    again.leave()


def test_a_saved_note_leaves_no_draft(live: LiveDesk) -> None:
    live.type("half")
    live.page.flush()
    live.press(Key.Key_Return)

    assert live.draft is None


def test_leaving_the_page_saves_what_was_typed_last(live: LiveDesk) -> None:
    live.type("half")
    live.page.flush()

    assert live.draft is not None
    assert live.draft.text == "half"
    assert live.said == "Saved 10:00:00"


def test_a_draft_that_could_not_be_kept_is_kept_once_the_disk_is_well(live: LiveDesk) -> None:
    live.break_disk()
    live.type("half")
    live.page.flush()
    assert live.said == "Not saved"
    live.mend_disk()
    live.wait(11)  # the heartbeat finds the disk well again

    assert live.draft is not None
    assert live.draft.text == "half"


def test_a_draft_survives_the_note_it_edited(live: LiveDesk) -> None:
    live.note("drew a queue")
    live.press(Key.Key_Up)
    live.type("of events")
    live.page.notes.remove_asked.emit(live.notes[0].id)
    live.press(Key.Key_Return)

    assert [note.text for note in live.notes] == ["drew a queue of events"]


def test_the_field_is_empty_without_a_draft(room: Room, live: LiveDesk) -> None:
    page = LivePage(room.desk, room.again(live.session))
    live.qtbot.addWidget(page)

    assert page.field.text() == ""
    assert not page.field.undo_typing()
    page.ticker.stop()


def test_control_z_in_the_field_undoes_typing_first(live: LiveDesk) -> None:
    live.note("drew a queue")
    live.type("abc")
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert live.text == ""
    assert [note.text for note in live.notes] == ["drew a queue"]
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert not live.notes
