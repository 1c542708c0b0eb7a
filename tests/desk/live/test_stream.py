"""One stream: a sighting is a line among the notes, can be given words, and can be taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from interview_desk.desk.live.notes.note_rows import NoteRow, NoteRows, NotesModel, SightingRow
from interview_desk.desk.theme.theme import Theme
from interview_desk.interview.actions import notes
from interview_desk.interview.actions.watching import remove_sighting
from tests.helpers.live import Key, LiveDesk, Mod
from tests.helpers.samples import Played, prepared, shipped_guide


def _rows(live: LiveDesk) -> list[str]:
    model = live.page.notes.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def _see(live: LiveDesk, key: Qt.Key = Key.Key_1) -> None:
    live.press(key, Mod.AltModifier)


def _offered(live: LiveDesk) -> str:
    return live.page.field._legend.accessibleName().partition("Enter")[0]


@pytest.fixture
def full(sit: Callable[..., LiveDesk]) -> LiveDesk:
    return sit(prepared(shipped_guide()))


def test_a_sighting_stands_among_the_notes_at_its_moment(full: LiveDesk) -> None:
    full.wait(10)
    full.note("before")
    full.wait(20)
    _see(full)
    _see(full, Key.Key_6)
    full.wait(10)
    full.note("after")

    assert _rows(full)[1:] == [
        "0:10, before",
        "0:25, strong signal seen: Goals and metrics",
        "0:25, red flag seen: Jumps to design",
        "0:40, after",
    ]


def test_a_sighting_is_one_inserted_row_and_taken_back_one_removed() -> None:
    played, model = Played(), NotesModel()
    played.start()
    for number in range(5):
        played.clock.advance(10)
        played.note(f"note {number}")
    model.show_interview(played.interview)
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _p, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _p, first, last: told.append(("out", first, last)))
    model.modelReset.connect(lambda: told.append(("reset", 0, 0)))
    played.clock.advance(10)
    seen = played.sight("p1.s1")
    model.show_interview(played.interview)
    played.do(remove_sighting(played.interview, seen.id))
    model.show_interview(played.interview)

    assert told == [("in", 6, 6), ("out", 6, 6)]


def test_the_text_typed_next_becomes_its_proof_by_one_key(full: LiveDesk) -> None:
    full.wait(30)
    _see(full)
    full.wait(2)
    assert "evidence of" not in _offered(full)
    full.type("Asks what a missed fraud costs")
    assert _offered(full) == "Ctrl L: evidence of Goals and metrics, "
    full.press(Key.Key_L, Mod.ControlModifier)
    assert "✓ evidence of" in _offered(full)
    full.press(Key.Key_Return)

    assert "evidence of" not in _offered(full)
    assert _rows(full)[1:] == [
        "0:25, strong signal seen: Goals and metrics",
        "0:32, Asks what a missed fraud costs, evidence of Goals and metrics",
    ]


def test_a_note_without_the_key_is_no_proof_and_ends_the_offer(full: LiveDesk) -> None:
    _see(full)
    full.note("something else")
    full.type("more")

    assert _offered(full) == ""
    assert full.interview.sightings[0].note is None


def test_a_note_right_below_is_joined_and_one_elsewhere_wears_the_label() -> None:
    played = Played()
    played.start()
    played.clock.advance(10)
    first = played.sight("p1.s1")
    played.clock.advance(2)
    below = played.note("right below")
    played.clock.advance(10)
    far = played.note("elsewhere")
    second = played.sight("p1.r1")
    maker = NoteRows()
    maker.rows(played.interview)
    for sighting, note in ((first, below), (second, far)):
        played.do(notes.link_sighting(played.interview, sighting, note.id))
    stamped = [
        row for row in maker.rows(played.interview) if isinstance(row, NoteRow | SightingRow)
    ]
    joined = {row.id: row.joined for row in stamped}
    marks = {row.id: row.marks for row in stamped if isinstance(row, NoteRow)}

    assert (joined[first.id], joined[second.id]) == (True, True)
    assert (marks[below.id], marks[far.id]) == ((), ())
    played.clock.advance(10)
    third = played.sight("p1.s1")
    played.do(notes.link_sighting(played.interview, third, below.id))
    last = [row for row in maker.rows(played.interview) if isinstance(row, SightingRow)][-1]
    assert (last.id, last.joined) == (third.id, False)


@pytest.mark.parametrize(("seconds", "left"), [(0, 0), (4.9, 0), (5.1, 1), (60, 1)])
def test_backspace_in_the_empty_field_takes_it_back_for_five_seconds(
    live: LiveDesk, seconds: float, left: int
) -> None:
    live.wait(30)
    _see(live)
    live.wait(seconds)
    live.press(Key.Key_Backspace)

    assert len(live.interview.sightings) == left
    if not left:
        assert live.said == "Undone: Seen: Asks what the goal is"
        live.press(Key.Key_Z, Mod.ControlModifier | Mod.ShiftModifier)
        assert len(live.interview.sightings) == 1


def test_backspace_takes_back_one_after_the_other_and_never_a_note(live: LiveDesk) -> None:
    live.note("kept")
    _see(live)
    _see(live, Key.Key_2)
    for _ in range(4):
        live.press(Key.Key_Backspace)

    assert live.interview.sightings == ()
    assert [note.text for note in live.notes] == ["kept"]


def test_what_was_done_since_stays(live: LiveDesk) -> None:
    _see(live)
    live.note("kept")
    live.press(Key.Key_Backspace)

    assert live.interview.sightings == ()
    assert [note.text for note in live.notes] == ["kept"]


def test_backspace_in_a_text_is_the_texts(live: LiveDesk) -> None:
    _see(live)
    live.type("ab")
    live.press(Key.Key_Backspace)

    assert live.text == "a"
    assert len(live.interview.sightings) == 1


def test_one_held_to_empty_the_field_stops_there(live: LiveDesk) -> None:
    _see(live)
    edit = live.page.field.keys
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Backspace, Mod.NoModifier, "\b", autorep=True)
    QApplication.sendEvent(edit, held)

    assert len(live.interview.sightings) == 1


def test_delete_in_the_list_takes_a_sighting_away(live: LiveDesk) -> None:
    _see(live)
    view = live.page.notes
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus()
    live.press(Key.Key_Delete)

    assert live.interview.sightings == ()


def test_a_red_flag_differs_from_a_signal_without_colours(full: LiveDesk) -> None:
    _see(full)
    _see(full, Key.Key_6)
    view = full.page.notes

    def drawn(row: int) -> bytes:
        """The box and its sign as black and white."""
        size = QSize(view.viewport().width(), 30)
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, size.width(), 22)
        view.itemDelegate().paint(painter, option, view.model().index(row, 0))
        painter.end()
        px: Callable[[float], int] = full.page.desk.theme.px
        mark = image.copy(QRect(px(50), 0, px(16), 22))
        return bytes(mark.convertToFormat(QImage.Format.Format_Mono).constBits())

    assert drawn(1) != drawn(2)


def test_its_line_is_lower_than_a_note(full: LiveDesk) -> None:
    theme: Theme = full.page.desk.theme
    full.wait(10)
    _see(full)
    full.note("words")
    view = full.page.notes
    heights = [view.sizeHintForIndex(view.model().index(n, 0)).height() for n in (1, 2)]
    assert heights[0] == theme.px(22) < heights[1]
