"""The documents on the report page: each says what it carries before it leaves."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.session import Session
from interview_desk.interview.actions.notes import keep_private
from interview_desk.interview.actions.running import set_up
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Amendment
from interview_desk.report.documents.feedback import FEEDBACK
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.documents.scorecard import SCORECARD
from interview_desk.report.documents.short import SHORT
from tests.helpers.report_pages import save, wait_for_pdf
from tests.helpers.rooms import Room
from tests.report.written_interview import written


def choose(qtbot: QtBot, page: ReportPage, kind: DocumentKind) -> None:
    page.side.document.choice.setCurrentText(kind.title)
    wait_for_pdf(qtbot, page)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (RUBRIC, "Interview - Ada - 2026-11-23.pdf"),
        (SHORT, "Interview on one page - Ada - 2026-11-23.pdf"),
        (FEEDBACK, "Interview feedback - Ada - 2026-11-23.pdf"),
    ],
)
def test_each_document_has_its_name_and_offers_only_what_it_can_carry(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, kind: DocumentKind, name: str
) -> None:
    session = page.session
    session.do(keep_private(session.interview, session.interview.notes[0].id, private=True))
    choose(qtbot, page, kind)
    assert page.side.name.text() == name
    assert page.side.choices.packet.isVisible() is kind.carries_packet
    assert page.side.choices.private.isVisible() is kind.carries_packet
    with pikepdf.open(BytesIO(save(qtbot, page, tmp_path / name))) as pdf:
        assert len(pdf.attachments) == int(kind is not FEEDBACK)


def test_the_preview_follows_the_document_that_was_chosen_last(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    for kind in (*DOCUMENTS, RUBRIC, SCORECARD):
        page.side.document.choice.setCurrentText(kind.title)
    assert page.side.facts.text() == "Making the PDF…"
    wait_for_pdf(qtbot, page)
    assert page.side.name.text().startswith("Blank scorecard - ")
    data = save(qtbot, page, tmp_path / "card.pdf")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "scorecard" in str(pdf.docinfo["/Title"]).casefold()
        assert page.preview is not None
        assert page.preview.pages == len(pdf.pages)
        assert page.side.facts.text().startswith(f"{len(pdf.pages)} page")


def test_characters_without_a_font_are_counted_before_the_pdf_leaves(
    qtbot: QtBot, page: ReportPage, session: Session
) -> None:
    assert not page.side.missing.isVisible()
    setup = session.interview.setup
    odd = replace(setup, role=f"{setup.role} \ue000\ue001\ue000")
    session.do(set_up(session.interview, odd))
    wait_for_pdf(qtbot, page)
    assert (
        page.side.missing.text()
        == "2 characters have no font on this computer and are printed as [U+XXXX]"
    )
    assert page.side.missing.isVisible()


def test_the_document_is_copied_as_text_for_systems_that_take_no_pdf(
    qtbot: QtBot, page: ReportPage
) -> None:
    clipboard = QGuiApplication.clipboard()
    for form, begins in (("Markdown", "# Ada"), ("Plain text", "Ada"), ("HTML", "Ada")):
        clipboard.clear()
        next(each for each in page.side.copy.menu.actions() if each.text() == form).trigger()
        qtbot.waitUntil(lambda: bool(clipboard.text()), timeout=10_000)
        assert clipboard.text().startswith(begins)
        assert clipboard.mimeData().hasHtml() is (form == "HTML")
    assert "<h1" in clipboard.mimeData().html()
    assert page.status.text() == "The text is copied."
    clipboard.clear()


def test_a_copied_text_leaves_out_what_the_document_leaves_out(
    qtbot: QtBot, page: ReportPage
) -> None:
    choose(qtbot, page, FEEDBACK)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    page.side.copy.button.click()
    qtbot.waitUntil(lambda: bool(clipboard.text()), timeout=10_000)
    assert "asked who it is for" not in clipboard.text()
    clipboard.clear()


def test_the_page_fits_a_narrow_window(qtbot: QtBot, room: Room, session: Session) -> None:
    page = ReportPage(room.desk, session)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show()
    wait_for_pdf(qtbot, page)
    assert page.side.width() == room.desk.theme.px(300)
    page.resize(360, 560)
    assert page.width() == 360


def test_a_long_name_does_not_widen_the_page(
    qtbot: QtBot, page: ReportPage, session: Session, tmp_path: Path
) -> None:
    setup = session.interview.setup
    session.do(set_up(session.interview, replace(setup, candidate="Long" * 15)))
    wait_for_pdf(qtbot, page)
    save(qtbot, page, tmp_path / f"{'name' * 20}.pdf")
    assert page.minimumSizeHint().width() < 360
    assert page.hand_over.column.minimumSize().width() < page.side.sizeHint().width()


def test_the_heading_says_whether_it_was_finished_and_amended(
    qtbot: QtBot, room: Room, page: ReportPage
) -> None:
    assert "Report, scoring not finished" in heading(page)
    amended = written()
    for interview, stands in (
        (before_amendment(amended), "Report, finished 23 Nov 2026"),
        (amended, "Report, amended 24 Nov 2026"),
    ):
        shown = ReportPage(room.desk, room.session(interview))
        qtbot.addWidget(shown)
        assert stands in heading(shown)
        wait_for_pdf(qtbot, shown)


def heading(page: ReportPage) -> list[str]:
    return [label.text() for label in page.header.findChildren(QLabel)]


def before_amendment(interview: Interview) -> Interview:
    kept = tuple(each for each in interview.records.values() if not isinstance(each, Amendment))
    return Interview.of("before", interview.guide, interview.created_ms, kept)
