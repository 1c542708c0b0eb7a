"""The report page: what is shown is what is saved, and nothing is lost on the way."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.navigation import Page
from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.session import Session
from interview_desk.interview.actions.notes import keep_private
from interview_desk.interview.packet import read_packet
from interview_desk.report.files import FileExistsAlreadyError
from tests.helpers.drawn import png
from tests.helpers.pictured import add_note_with_picture
from tests.helpers.report_pages import save, wait_for_pdf, wait_for_saved
from tests.helpers.rooms import Room
from tests.helpers.scoring import press
from tests.report.pdf_tools import run


def test_the_preview_shows_the_pages_of_the_pdf_that_is_saved(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    data = save(qtbot, page, tmp_path / "rubric.pdf")
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = len(pdf.pages)
        assert list(pdf.attachments) == ["interview.json"]
    assert page.preview is not None
    assert page.preview.pages == pages
    assert page.side.facts.text().startswith(f"{pages} page")


def test_the_preview_is_drawn_on_paper_not_left_blank(page: ReportPage) -> None:
    assert page.preview is not None
    image = page.preview.view.grab().toImage()
    middle = image.pixelColor(image.width() // 2, 60).lightness()
    assert middle == 255
    assert image.pixelColor(2, 60) == page.desk.theme.colour("sunk")


def test_the_page_is_there_before_the_pdf_is(qtbot: QtBot, room: Room, session: Session) -> None:
    page = ReportPage(room.desk, session)
    qtbot.addWidget(page)
    assert page.preview is None
    assert page.side.facts.text() == "Making the PDF…"
    assert page.side.name.text() == "Interview - Ada - 2026-11-23.pdf"
    wait_for_pdf(qtbot, page)


def test_a_file_to_save_is_written_once_the_pdf_is_made(
    qtbot: QtBot, room: Room, session: Session, tmp_path: Path
) -> None:
    page = ReportPage(room.desk, session)
    qtbot.addWidget(page)
    assert save(qtbot, page, tmp_path / "early.pdf").startswith(b"%PDF")


def test_a_rehearsal_saves_without_a_dialog_and_finds_the_file(
    qtbot: QtBot, room: Room, session: Session, tmp_path: Path
) -> None:
    page = ReportPage(room.desk, session)
    qtbot.addWidget(page)
    page.save_to(tmp_path / "rubric.pdf")
    assert (tmp_path / "rubric.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(FileExistsAlreadyError):
        page.save_to(tmp_path / "rubric.pdf")


def test_an_existing_file_is_kept_until_the_user_says_otherwise(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    path = tmp_path / "mine.pdf"
    path.write_text("mine", encoding="utf-8")
    page.save_as(str(path))
    qtbot.waitUntil(lambda: "is there already" in page.banner.text(), timeout=10_000)
    assert path.read_text(encoding="utf-8") == "mine"
    page.banner.acted.emit(0)
    wait_for_saved(qtbot, page, path)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_gone_is_told_in_words(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    page.save_as(str(tmp_path / "gone" / "rubric.pdf"))
    qtbot.waitUntil(lambda: "the folder is not there" in page.banner.text(), timeout=10_000)


def test_saving_proposes_the_name_in_the_documents_folder(
    qtbot: QtBot, page: ReportPage, room: Room
) -> None:
    press(page, "Ctrl+S")
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    proposed = room.desk.documents / "Interview - Ada - 2026-11-23.pdf"
    assert dialog.selectedFiles() == [str(proposed)]
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.fileSelected.emit(str(proposed))
    dialog.reject()
    wait_for_saved(qtbot, page, proposed)


def test_private_notes_stay_out_unless_they_are_chosen(
    qtbot: QtBot, room: Room, session: Session, tmp_path: Path
) -> None:
    session.do(keep_private(session.interview, session.interview.notes[0].id, private=True))
    page = ReportPage(room.desk, session)
    qtbot.addWidget(page)
    wait_for_pdf(qtbot, page)
    assert "1 note" in page.side.leaving.inside.lines
    assert [*page.side.leaving.left_out.lines] == ["1 private note"]
    assert b"asked who it is for" not in packet_of(save(qtbot, page, tmp_path / "without.pdf"))
    page.side.choices.private.click()
    wait_for_pdf(qtbot, page)
    assert "2 notes, 1 of them private" in page.side.leaving.inside.lines
    assert [*page.side.leaving.left_out.lines] == []
    page.banner.clear()
    assert b"asked who it is for" in packet_of(save(qtbot, page, tmp_path / "with.pdf"))


def test_pictures_are_in_it_unless_they_are_left_out(
    qtbot: QtBot, room: Room, session: Session, tmp_path: Path
) -> None:
    add_note_with_picture(session)
    page = ReportPage(room.desk, session)
    qtbot.addWidget(page)
    page.show()
    wait_for_pdf(qtbot, page)
    assert page.side.choices.pictures.isVisible()
    assert "1 picture, with the captions" in page.side.leaving.inside.lines
    path = tmp_path / "with.pdf"
    (digest, data), *others = read_packet(packet_of(save(qtbot, page, path))).pictures.items()
    assert (data, others) == (png(120, 90), [])
    assert "120" in run("pdfimages", "-list", path)
    page.side.choices.pictures.click()
    wait_for_pdf(qtbot, page)
    assert "1 picture; the captions stay" in page.side.leaving.left_out.lines
    page.banner.clear()
    path = tmp_path / "without.pdf"
    packet = packet_of(save(qtbot, page, path))
    assert digest.encode() not in packet
    assert b"the board" in packet
    assert run("pdfimages", "-list", path).count("\n") <= 2


def test_without_pictures_there_is_nothing_to_choose(page: ReportPage) -> None:
    assert page.side.choices.pictures.isHidden()


def packet_of(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.attachments["interview.json"].get_file().read_bytes()


def test_the_data_can_be_left_out(qtbot: QtBot, page: ReportPage, tmp_path: Path) -> None:
    page.side.choices.packet.click()
    wait_for_pdf(qtbot, page)
    with pikepdf.open(BytesIO(save(qtbot, page, tmp_path / "bare.pdf"))) as pdf:
        assert len(pdf.attachments) == 0
    assert "The interview file, for a panel (interview.json)" in page.side.leaving.left_out.lines


def test_paper_is_remembered_for_the_next_report(
    qtbot: QtBot, room: Room, page: ReportPage, session: Session, tmp_path: Path
) -> None:
    page.side.choices.paper.segments[1].click()
    wait_for_pdf(qtbot, page)
    with pikepdf.open(BytesIO(save(qtbot, page, tmp_path / "letter.pdf"))) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]
    again = ReportPage(room.desk, session)
    qtbot.addWidget(again)
    assert again.side.choices.paper.current() == 1
    wait_for_pdf(qtbot, again)


def test_what_is_undone_is_gone_from_the_preview(
    qtbot: QtBot, page: ReportPage, session: Session, tmp_path: Path
) -> None:
    session.do(keep_private(session.interview, session.interview.notes[0].id, private=True))
    page.undo()
    wait_for_pdf(qtbot, page)
    assert b"asked who it is for" in packet_of(save(qtbot, page, tmp_path / "all.pdf"))


def test_leaving_while_the_pdf_is_made_is_quiet(qtbot: QtBot, room: Room, session: Session) -> None:
    for _ in range(3):
        page = ReportPage(room.desk, session)
        page.show()
        page.close()
        page.deleteLater()
    last = ReportPage(room.desk, session)
    qtbot.addWidget(last)
    wait_for_pdf(qtbot, last)


def test_the_way_back_to_scoring(qtbot: QtBot, page: ReportPage) -> None:
    with qtbot.waitSignal(page.go) as gone:
        page.scoring_button.click()
    assert gone.args == [Page.SCORE]


def test_all_that_takes_the_focus_has_a_name(page: ReportPage) -> None:
    nameless = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page)
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.accessibleName()
    ]
    assert nameless == []
