"""A calibration session by files between three laptops: sent round, rated blind, compared."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from interview_desk.desk.calibration.own_answer import begin_answer
from interview_desk.desk.navigation import Page, Place
from interview_desk.desk.panels.page import PanelsPage
from interview_desk.desk.session import Session
from interview_desk.desk.settings import INTERVIEWER
from interview_desk.interview.actions import scoring
from interview_desk.interview.actions.notes import add_note
from interview_desk.interview.note_text import NoteText
from interview_desk.interview.packet import write_packet
from interview_desk.panel.case import OpenCase, write_case
from interview_desk.panel.case_reference import reference_of, sealed, write_reference
from interview_desk.report.case_file import read_case_file
from tests.helpers.cases import small_open_case
from tests.helpers.rooms import Room, make_room
from tests.report.pdf_tools import faults_of, run, text_of

REASON = "Asks first who it is for"


def rate(room: Room, row: int, *levels: str) -> Session:
    """The answer with these levels, a quote for the first dimension, and locked."""
    session = Session(room.desk.store, room.clock, row, room.desk.theme)
    quote = NoteText("“who it is for”", dimensions=(1,))
    assert session.do(add_note(session.interview, session.now(), quote))
    for number, level in enumerate(levels, 1):
        assert session.do(scoring.rate(session.interview, number, level))
    assert session.do(scoring.give_reason(session.interview, 1, REASON))
    assert session.do(scoring.lock(session.interview, session.now()))
    return session


def drop(page: PanelsPage, *paths: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(300, 300), copy, files, left, none))


def words(page: PanelsPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def answer_of(folder: Path, who: str, file: Path, *levels: str) -> Path:
    """What a member on a laptop of their own mails back."""
    room = make_room(folder / who)
    desk = room.desk._replace(new_uid=lambda: f"uid-of-{len(who)}-{levels[0]}")
    room.desk.settings.set(INTERVIEWER, who)
    row = begin_answer(desk, read_case_file(file))
    session = rate(room, row, *levels)
    back = folder / f"{who}.json"
    back.write_bytes(write_packet(session.interview))
    room.desk.store.close()
    return back


def panels(qtbot: QtBot, room: Room) -> PanelsPage:
    page = PanelsPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    return page


def test_answers_stay_closed_until_ones_own_is_finished(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    file = tmp_path / "Case.json"
    file.write_bytes(write_case(small_open_case().case))
    row = begin_answer(room.desk, small_open_case())
    page = panels(qtbot, room)
    drop(
        page,
        answer_of(tmp_path, "Dana Osei", file, "Exceeds", "Meets"),
        answer_of(tmp_path, "Ravi Iyer", file, "Below", "Meets"),
    )
    qtbot.waitUntil(lambda: "2 answers wait" in page.panel.words.text(), timeout=20_000)
    assert "Dana Osei: finished" in words(page)
    assert not any(hidden in words(page) for hidden in ("Exceeds", "Below", REASON))
    with qtbot.waitSignal(page.go) as asked:
        page.panel.act_button.click()
    assert asked.args == [Place.in_interview(Page.CASE, row)]

    rate(room, row, "Meets", "Meets")
    page.refresh()
    qtbot.waitUntil(lambda: "apart. Read" in words(page))
    assert "Recommendations" not in words(page)
    assert "Change to the guide" in words(page)


def test_the_reference_is_revealed_last_and_the_sheet_names_nobody(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    case = small_open_case()
    file = tmp_path / "Case.json"
    file.write_bytes(write_case(case.case))
    session = rate(room, begin_answer(room.desk, case), "Meets", "Meets")
    page = panels(qtbot, room)
    drop(page, answer_of(tmp_path, "Dana Osei", file, "Below", "Meets"))
    qtbot.waitUntil(lambda: "Dana Osei" in words(page), timeout=20_000)
    kept = tmp_path / "Reference.json"
    kept.write_bytes(write_reference(reference_of(session.interview, case.case, "salt")))
    page.cases.reveal_from("case1", kept)
    qtbot.waitUntil(lambda: "Reference" in words(page))
    assert "was not sealed before the case was sent round" in words(page)

    path = tmp_path / "sheet.pdf"
    sheet = page.panel.document()
    assert sheet is not None
    page.panel.sheet.save(sheet, path)
    qtbot.waitUntil(path.exists, timeout=30_000)
    said = text_of(path)
    assert not any(word in said for word in ("Osei", "Recommendation"))
    assert all(word in said for word in ("Calibration sheet", "Reference", REASON))
    run("qpdf", "--check", path)
    assert faults_of(path, "ua1") == []
    assert faults_of(path, "3a") == []


def test_a_case_file_that_is_dropped_is_rated_and_never_twice(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    file = tmp_path / "Case.json"
    file.write_bytes(write_case(small_open_case().case))
    page = PanelsPage(room.desk)
    qtbot.addWidget(page)
    page.show()
    for _ in range(2):
        with qtbot.waitSignal(page.go, timeout=20_000) as asked:
            drop(page, file)
        assert asked.args[0].page is Page.CASE
    assert len(room.desk.store.list()) == 1


def test_a_reference_that_was_sealed_is_known_again_and_another_is_told(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    case = small_open_case()
    row = begin_answer(room.desk, case)
    answer = rate(room, row, "Meets", "Meets").interview
    reference = reference_of(answer, case.case, "salt")
    later = OpenCase(sealed(case.case, reference), case.guide)
    assert begin_answer(room.desk, later) == row, "the same version, now with its seal"
    bent = OpenCase(sealed(case.case, reference_of(answer, case.case, "bent")), case.guide)
    assert begin_answer(room.desk, bent) == row, "a seal that is there stays"
    page = PanelsPage(room.desk)
    qtbot.addWidget(page)
    page.show()
    for salt, told in (("salt", "is the one that was sealed"), ("bent", "is not the one that was")):
        path = tmp_path / f"{salt}.json"
        path.write_bytes(write_reference(reference_of(answer, case.case, salt)))
        page.cases.reveal_from("case1", path)
        assert told in words(page)


def test_an_example_shows_its_own_reference(qtbot: QtBot, room: Room) -> None:
    page = PanelsPage(room.desk)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.go) as asked:
        page.cases.rate_example("backend-system-design")
    row = asked.args[0].row
    session = Session(room.desk.store, room.clock, row, room.desk.theme)
    best = session.interview.guide.dimension(1).levels[0]
    session.do(scoring.rate(session.interview, 1, best.name))
    session.do(scoring.lock(session.interview, session.now()))
    page.refresh()
    page.panel.reveal_button.click()
    assert "is the one that was sealed with the case" in words(page)
