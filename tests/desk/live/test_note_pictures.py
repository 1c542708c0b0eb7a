"""A picture that is pasted or dropped is a note at once, and its caption is asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from interview_desk.desk.live.notes.note_rows import NoteRow
from interview_desk.interview.actions.notes import edit_note
from interview_desk.interview.actions.scoring import lock
from interview_desk.interview.note_text import read_note
from interview_desk.interview.picture_format import ALL_BYTES, shape_of
from tests.helpers.drawn import drawn, jpeg, packed, png
from tests.helpers.live import Key, LiveDesk, Mod, twenty_minutes
from tests.helpers.pictured import add_note_with_picture

CTRL, CTRL_SHIFT = Mod.ControlModifier, Mod.ControlModifier | Mod.ShiftModifier
ASKED = "What does the picture show? Enter leaves it without words."


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """A clipboard that holds nothing afterwards."""
    yield qapp.clipboard()
    qapp.clipboard().clear()


def files(*paths: Path) -> QMimeData:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return source


def data_of(form: str, data: bytes) -> QMimeData:
    source = QMimeData()
    source.setData(form, QByteArray(data))
    return source


def paste(live: LiveDesk, source: QMimeData | QImage) -> None:
    clipboard = QApplication.clipboard()
    if isinstance(source, QImage):
        clipboard.setImage(source)
    else:
        clipboard.setMimeData(source)
    live.press(Key.Key_V, CTRL)


def pictured(live: LiveDesk, count: int) -> None:
    """Wait until so many pictures are on disk, and the page knows of them."""
    live.qtbot.waitUntil(lambda: len(live.session.interview.all_pictures) == count, timeout=20_000)
    assert len(live.interview.all_pictures) == count


def texts(live: LiveDesk) -> list[str]:
    return [note.text for note in live.notes]


@pytest.mark.parametrize(
    "source",
    [
        lambda: drawn(200, 100),
        lambda: data_of("image/png", png(200, 100)),
        lambda: data_of("image/jpeg", jpeg(200, 100)),
    ],
    ids=["pixels", "png", "jpeg"],
)
@pytest.mark.usefixtures("clipboard")
def test_a_pasted_picture_is_a_note_and_what_is_typed_next_its_caption(
    live: LiveDesk, source: Callable[[], QMimeData | QImage]
) -> None:
    live.run(20)
    paste(live, source())
    live.run(5)
    pictured(live, 1)
    (note,) = live.notes
    assert note.text == "Picture"
    assert live.interview.timeline.elapsed(note.at) == 20_000, "stamped when it was pasted"
    assert live.page.field.keys.placeholderText() == ASKED
    assert live.stamp.startswith("caption of 0:20")

    live.note("+ the queue before the workers #technical")
    (note,) = live.notes
    assert note.text == "the queue before the workers"
    assert note.dimensions
    assert live.text == ""
    assert live.page.field.keys.placeholderText() != ASKED
    live.note("another")
    assert texts(live) == ["the queue before the workers", "another"]
    data = live.room.desk.store.load_with_pictures(live.session.row).pictures
    assert [shape[1:] for each in data.values() if (shape := shape_of(each))] == [(200, 100)]


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_no_caption_need_be_given(live: LiveDesk, key: Qt.Key) -> None:
    paste(live, drawn(90, 60))
    pictured(live, 1)
    live.press(key)
    live.note("something else")
    assert texts(live) == ["Picture", "something else"]
    assert len(live.interview.all_pictures) == 1


@pytest.mark.usefixtures("clipboard")
def test_words_in_the_field_are_the_caption_and_are_gone_on_with(live: LiveDesk) -> None:
    live.type("two replicas")
    live.run(10)
    paste(live, drawn(90, 60))
    pictured(live, 1)
    assert texts(live) == ["two replicas"], "on disk before Enter"
    live.type(" and a lease")
    live.page.flush()
    assert live.draft is not None
    assert live.draft.note == live.notes[0].id
    live.press(Key.Key_Return)
    assert texts(live) == ["two replicas and a lease"]
    assert live.interview.timeline.elapsed(live.notes[0].at) == 0, "the stamp of its first letter"


@pytest.mark.usefixtures("clipboard")
def test_one_picture_after_another(live: LiveDesk) -> None:
    for number in range(3):
        paste(live, drawn(90 + number, 60))
        pictured(live, number + 1)
        if number != 1:
            live.type(f"board {number}")
    live.press(Key.Key_Return)
    assert texts(live) == ["board 0", "Picture", "board 2"]


@pytest.mark.usefixtures("clipboard")
def test_a_note_that_is_edited_gets_the_picture(live: LiveDesk) -> None:
    live.note("as on the board")
    live.press(Key.Key_Up)
    paste(live, drawn(90, 60))
    pictured(live, 1)
    live.press(Key.Key_Return)
    (note,) = live.notes
    assert live.interview.picture(note.id) is not None

    live.press(Key.Key_Z, CTRL)
    assert live.interview.all_pictures == ()
    assert texts(live) == ["as on the board"]
    live.press(Key.Key_Z, CTRL_SHIFT)
    assert live.interview.picture(note.id) is not None
    assert live.room.desk.store.load_with_pictures(live.session.row).pictures


@pytest.mark.usefixtures("clipboard")
def test_undo_takes_the_picture_and_leaves_the_words(live: LiveDesk) -> None:
    live.type("half a tho")
    paste(live, drawn(90, 60))
    pictured(live, 1)
    live.press(Key.Key_Z, CTRL)
    assert live.notes == ()
    assert live.text == "half a tho"
    live.type("ught")
    live.press(Key.Key_Return)
    assert texts(live) == ["half a thought"]


@pytest.mark.usefixtures("clipboard")
def test_undo_of_one_without_words_leaves_an_empty_field(live: LiveDesk) -> None:
    paste(live, drawn(90, 60))
    pictured(live, 1)
    live.press(Key.Key_Z, CTRL)
    assert live.notes == ()
    assert live.text == ""
    assert live.stamp == ""


def test_an_emptied_caption_is_none(live: LiveDesk) -> None:
    add_note_with_picture(live.session, "the wrong words")
    live.press(Key.Key_Up)
    live.press(Key.Key_A, CTRL)
    live.press(Key.Key_Backspace)
    live.press(Key.Key_Return)
    assert texts(live) == ["Picture"]
    live.press(Key.Key_Up)
    assert live.text == "", "it is no word of theirs"
    live.press(Key.Key_Escape)
    assert live.stamp == ""


def drop(live: LiveDesk, source: QMimeData) -> None:
    place = live.page.notes.viewport()
    event = QDropEvent(
        QPointF(place.rect().center()), Qt.DropAction.CopyAction, source,
        Qt.MouseButton.LeftButton, Mod.NoModifier,
    )  # fmt: skip
    live.page.notes.dropEvent(event)
    assert event.isAccepted()


def test_files_are_dropped_on_the_notes(live: LiveDesk, tmp_path: Path) -> None:
    paths = [tmp_path / "whiteboard 1.JPG", tmp_path / "Tafel ä.png"]
    paths[0].write_bytes(jpeg(300, 200))
    paths[1].write_bytes(png(200, 300))
    drop(live, files(*paths))
    pictured(live, 2)
    shapes = {(each.width, each.height) for each in live.interview.all_pictures}
    assert shapes == {(300, 200), (200, 300)}


@pytest.mark.usefixtures("clipboard")
def test_a_file_is_pasted_but_other_files_are_words(live: LiveDesk, tmp_path: Path) -> None:
    path = tmp_path / "board.png"
    path.write_bytes(png(90, 60))
    paste(live, files(path))
    pictured(live, 1)
    live.press(Key.Key_Return)
    paste(live, files(tmp_path / "plan.txt"))
    assert "plan.txt" in live.text


@pytest.mark.usefixtures("clipboard")
def test_words_go_before_the_picture_of_them(live: LiveDesk) -> None:
    source = data_of("image/png", png(90, 60))
    source.setText("cells of a sheet")
    paste(live, source)
    assert live.text == "cells of a sheet"
    assert live.interview.all_pictures == ()


def test_what_is_no_picture_is_refused_in_words(live: LiveDesk, tmp_path: Path) -> None:
    path = tmp_path / "IMG_0042.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic" + bytes(500))
    drop(live, files(path))
    live.qtbot.waitUntil(lambda: "IMG_0042.heic" in live.said, timeout=20_000)
    assert "Save it as PNG or JPEG" in live.said
    assert live.notes == ()


def noise(number: int) -> QImage:
    """A picture that no packing makes small."""
    bits = Random(number).randbytes(3 * 700 * 700)
    return QImage(bits, 700, 700, 3 * 700, QImage.Format.Format_RGB888).copy()


def test_a_full_interview_takes_no_more(live: LiveDesk) -> None:
    number = size = 0
    while size < ALL_BYTES - 1_500_000:
        add_note_with_picture(live.session, f"{number}", packed(noise(number), "png"))
        number, size = number + 1, sum(each.size for each in live.interview.all_pictures)
    drop(live, data_of("image/png", packed(noise(number), "png")))
    drop(live, data_of("image/png", packed(noise(number + 1), "png")))
    live.qtbot.waitUntil(lambda: "15 MB together" in live.said, timeout=20_000)
    assert sum(each.size for each in live.interview.all_pictures) <= ALL_BYTES


@pytest.mark.usefixtures("clipboard")
def test_a_picture_that_cannot_be_written_is_kept_until_it_can(live: LiveDesk) -> None:
    live.break_disk()
    paste(live, drawn(90, 60))
    live.qtbot.waitUntil(lambda: "not saved yet" in live.said, timeout=20_000)
    assert live.page.banner.text()
    live.mend_disk()
    live.type("the board")
    live.page.flush()
    pictured(live, 1)
    live.press(Key.Key_Return)
    assert texts(live) == ["the board"]


def test_nothing_is_added_once_it_is_locked(live: LiveDesk) -> None:
    live.session.do(lock(live.session.interview, live.session.now()))
    drop(live, data_of("image/png", png(90, 60)))
    assert live.said.startswith("Scoring is finished")


def test_a_key_shows_them_large_and_others_with_page_up(live: LiveDesk) -> None:
    first = add_note_with_picture(live.session, "first board", png(120, 90))
    add_note_with_picture(live.session, "second board", png(90, 120))
    place = live.page.pictures.place
    live.press(Key.Key_G, CTRL_SHIFT)
    assert place.panel is not None
    view = place.panel.view
    assert "second board" in view.accessibleName()
    live.qtbot.waitUntil(lambda: view.is_read, timeout=20_000)
    assert live.page.field.edit.hasFocus()
    live.press(Key.Key_PageUp)
    live.press(Key.Key_PageUp)
    assert "first board" in view.accessibleName()
    live.qtbot.waitUntil(lambda: view.is_read, timeout=20_000)

    words = read_note("the first of all", ())
    live.session.do(edit_note(live.session.interview, first.id, words))
    assert "the first of all" in view.accessibleName()
    live.note("typed on")
    assert "typed on" in texts(live)
    live.press(Key.Key_Escape)
    assert place.panel.isHidden()
    live.type("/look")
    live.press(Key.Key_Return)
    assert place.panel.isVisible()
    live.press(Key.Key_G, CTRL_SHIFT)
    assert place.panel.isHidden()


def test_without_any_the_key_says_where_they_come_from(live: LiveDesk) -> None:
    live.press(Key.Key_G, CTRL_SHIFT)
    assert live.said.startswith("No note has a picture")


def test_the_small_one_is_drawn_in_the_list_and_clicked(live: LiveDesk) -> None:
    add_note_with_picture(live.session, "the board", png(240, 160))
    notes = live.page.notes
    model = notes.model()
    number = model.rowCount() - 1
    row = notes._notes.row(number)
    assert isinstance(row, NoteRow)
    assert "with a picture" in row.spoken()
    frame = notes.visualRect(model.index(number, 0))
    spot = frame.topLeft() + QPoint(live.page.desk.theme.px(120), frame.height() - 30)
    teal = drawn(240, 160).pixelColor(40, 80)

    def is_drawn() -> bool:
        image = notes.viewport().grab().toImage()
        return any(image.pixelColor(x, spot.y() - 10) == teal for x in range(60, 260))

    live.qtbot.waitUntil(is_drawn, timeout=20_000)
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, spot)
    panel = live.page.pictures.place.panel
    assert panel is not None
    assert panel.isVisible()


def test_it_is_there_after_a_restart(sit: Callable[..., LiveDesk], tmp_path: Path) -> None:
    desk = sit(twenty_minutes())
    path = tmp_path / "board.png"
    path.write_bytes(png(90, 60))
    drop(desk, files(path))
    pictured(desk, 1)
    desk.type("a caption on its w")
    desk.page.flush()
    again = LiveDesk(desk.room, desk.room.again(desk.session), desk.qtbot)
    assert again.text == "a caption on its w"
    assert again.stamp.startswith("caption of")
    again.type("ay")
    again.press(Key.Key_Return)
    assert texts(again) == ["a caption on its way"]
    again.leave()
