"""The list of notes: grouped by phase, at its end, and only what changed is told to Qt."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QRect, Qt

from interview_desk.desk.live.notes.note_painter import NoteLayout
from interview_desk.desk.live.notes.note_rows import HeadingRow, NoteRow, NoteRows, NotesModel
from interview_desk.interview.actions import running
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.rooms import Room
from tests.helpers.samples import Played, prepared, shipped_guide


def _texts(model: QAbstractItemModel) -> list[str]:
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def _enter(played: Played, phase: int) -> None:
    played.do(running.enter_phase(played.interview, phase, played.clock.now()))


def test_notes_stand_under_the_phase_of_their_stamp() -> None:
    played = Played()
    played.note("before we begin")
    played.clock.advance(30)
    played.start()
    played.clock.advance(61)
    played.note("+ asks who #problem")
    played.clock.advance(60)
    _enter(played, 2)
    played.clock.advance(5)
    played.note("- no schema")
    played.clock.advance(60)
    _enter(played, 1)

    rows = [row.spoken() for row in NoteRows().rows(played.interview)]
    assert rows == [
        "1 Opening",
        "0:00, before we begin",
        "1:01, strength: asks who, Problem",
        "2 Design & Depth, from 2:01",
        "2:06, concern: no schema",
        "1 Opening, from 3:06",
    ]


def test_notes_before_the_start_have_a_heading_of_their_own() -> None:
    played = Played()
    played.note("arrived early")

    assert [row.spoken() for row in NoteRows().rows(played.interview)] == [
        "Before the start",
        "0:00, arrived early",
    ]


def test_a_corrected_start_moves_every_stamp() -> None:
    played, maker = Played(), NoteRows()
    played.start()
    played.clock.advance(90)
    played.note("asks who")
    assert maker.rows(played.interview)[1].spoken() == "1:30, asks who"
    played.do(running.really_started(played.interview, -60_000, played.clock.now()))

    assert maker.rows(played.interview)[1].spoken() == "2:30, asks who"


def test_a_new_note_is_one_inserted_row_and_an_edit_touches_no_other() -> None:
    played, model = Played(), NotesModel()
    played.start()
    for number in range(5):
        played.clock.advance(10)
        played.note(f"note {number}")
    model.show_interview(played.interview)
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _p, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _p, first, last: told.append(("out", first, last)))
    played.clock.advance(10)
    played.note("note 5")
    model.show_interview(played.interview)
    model.show_interview(played.interview)

    assert told == [("in", 6, 6)]
    assert _texts(model)[-1] == "1:00, note 5"


def _with_notes(count: int) -> Interview:
    played = Played(prepared(shipped_guide()))
    played.start()
    records = dict(played.interview.records)
    for number in range(count):
        at = played.clock.advance(5)
        records[(Note, 1000 + number)] = Note(1000 + number, at, f"note {number} " + "word " * 20)
    start = played.interview
    return Interview.of(start.uid, start.guide, start.created_ms, tuple(records.values()))


def test_a_page_of_500_notes_opens_at_its_end_and_stays_there(
    sit: Callable[..., LiveDesk],
) -> None:
    full = sit(_with_notes(500), started=False)
    bar = full.page.notes.verticalScrollBar()
    full.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    before = bar.maximum()
    full.note("one more")
    full.qtbot.waitUntil(lambda: bar.maximum() > before and bar.value() == bar.maximum())


def test_one_who_scrolled_up_is_left_in_peace(sit: Callable[..., LiveDesk]) -> None:
    full = sit(_with_notes(80), started=False)
    bar = full.page.notes.verticalScrollBar()
    full.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    bar.setValue(100)
    before = bar.maximum()
    full.note("one more")
    full.qtbot.waitUntil(lambda: bar.maximum() > before)

    assert bar.value() == 100


def test_a_double_click_and_enter_edit_a_note_and_delete_removes_it(live: LiveDesk) -> None:
    live.note("drew a queue")
    view = live.page.notes
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus()
    live.press(Key.Key_Return)
    assert live.text == "drew a queue "
    live.press(Key.Key_Return)
    view.setFocus()
    live.press(Key.Key_Delete)
    assert live.notes == ()
    live.page.field.setFocus()
    live.press(Key.Key_Z, Mod.ControlModifier)
    assert live.said == "Undone: Note removed"
    assert len(live.notes) == 1


def test_a_note_of_100_kilobytes_takes_a_dozen_lines(room: Room) -> None:
    played = Played()
    played.start()
    note = played.note("word " * 20_000)
    layout = NoteLayout(room.desk.theme, NoteRow(note, "0:00", (), 0), 400)

    assert layout.cut
    assert layout.height <= 12 * layout.line


def test_tags_follow_the_text_on_the_side_of_its_direction(room: Room) -> None:
    played = Played()
    played.start()

    def placed(text: str) -> QRect:
        row = NoteRow(played.note(text), "0:00", ("Depth",), 0)
        return NoteLayout(room.desk.theme, row, 400).tags[0][1]

    assert placed("short").left() < 200
    assert placed("قصير").left() > 200


def test_headings_cannot_be_selected(live: LiveDesk) -> None:
    live.note("drew a queue")
    model = live.page.notes.model()

    selectable = Qt.ItemFlag.ItemIsSelectable
    assert [bool(model.index(n, 0).flags() & selectable) for n in range(2)] == [False, True]
    assert isinstance(NoteRows().rows(live.interview)[0], HeadingRow)
