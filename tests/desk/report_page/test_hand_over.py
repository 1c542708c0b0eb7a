"""Handing a saved report over: every way carries the very file, and nothing says it was sent."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.report.page import ReportPage
from interview_desk.desk.session import Session
from interview_desk.interview.actions.notes import keep_private
from tests.helpers.report_pages import Desktop, save, wait_for_pdf
from tests.helpers.rooms import Room


@pytest.fixture
def saved(qtbot: QtBot, page: ReportPage, tmp_path: Path) -> Path:
    """Where the rubric was saved; the page offers to hand it over."""
    path = tmp_path / page.side.name.text()
    save(qtbot, page, path)
    assert page.side.currentWidget() is page.hand_over
    return path


def draft(qtbot: QtBot, page: ReportPage, path: Path) -> EmailMessage:
    page.hand_over.mail.draft_button.click()
    qtbot.waitUntil(lambda: page.status.text().startswith("The draft is"), timeout=10_000)
    message = message_from_bytes(path.with_suffix(".eml").read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_file_its_folder_and_the_draft_are_opened_by_the_desktop(
    qtbot: QtBot, page: ReportPage, saved: Path, desktop: Desktop
) -> None:
    page.hand_over.open_button.click()
    page.hand_over.folder_button.click()
    draft(qtbot, page, saved)
    assert [Path(url.toLocalFile()) for url in desktop.opened] == [
        saved,
        saved.parent,
        saved.with_suffix(".eml"),
    ]


@pytest.mark.usefixtures("desktop")
def test_a_copied_or_dragged_file_is_the_file_that_was_saved(page: ReportPage, saved: Path) -> None:
    page.hand_over.copy_button.click()
    url = QUrl.fromLocalFile(str(saved))
    assert QGuiApplication.clipboard().mimeData().urls() == [url]
    assert page.hand_over.card.carried().urls() == [url]


@pytest.mark.usefixtures("desktop")
def test_a_draft_carries_the_saved_pdf_and_the_users_own_words(
    qtbot: QtBot, page: ReportPage, saved: Path
) -> None:
    page.hand_over.mail.wording_button.click()
    page.hand_over.mail.subject.setText("About {candidate}")
    page.hand_over.mail.body.set_text("See {file}.")
    message = draft(qtbot, page, saved)
    assert message["Subject"] == "About Ada"
    body = message.get_body(("plain",))
    assert body is not None
    assert str(body.get_content()).strip() == f"See {saved.name}."
    [attached] = message.iter_attachments()
    assert attached.get_filename() == saved.name
    assert attached.get_content() == saved.read_bytes()


@pytest.mark.usefixtures("desktop")
def test_the_fields_show_the_mail_as_it_will_be_and_a_change_is_for_this_one(
    qtbot: QtBot, page: ReportPage, saved: Path
) -> None:
    mail = page.hand_over.mail
    assert mail.subject.text() == "Interview: Ada"
    assert "{" not in mail.body.text()
    mail.subject.setText("Ada, {as} she said")
    assert draft(qtbot, page, saved)["Subject"] == "Ada, {as} she said"
    mail.wording_button.click()
    assert mail.subject.text() == "Interview: {candidate}"
    mail.wording_button.click()
    assert mail.subject.text() == "Interview: Ada"


@pytest.mark.usefixtures("desktop")
def test_the_words_of_a_mail_are_kept_for_documents_of_their_kind(
    qtbot: QtBot, room: Room, session: Session, page: ReportPage, saved: Path
) -> None:
    page.hand_over.mail.wording_button.click()
    page.hand_over.mail.subject.setText("My words")
    page.put_away()
    again = ReportPage(room.desk, session)
    qtbot.addWidget(again)
    wait_for_pdf(qtbot, again)
    save(qtbot, again, saved.with_name("second.pdf"))
    assert again.hand_over.mail.subject.text() == "My words"
    again.hand_over.mail.wording_button.click()
    again.hand_over.mail.reset_button.click()
    assert again.hand_over.mail.subject.text() == "Interview: {candidate}"
    again.hand_over.back_button.click()
    again.side.document.choice.setCurrentIndex(2)
    wait_for_pdf(qtbot, again)
    save(qtbot, again, saved.with_name("third.pdf"))
    assert again.hand_over.mail.subject.text() == "Feedback on your interview"


@pytest.mark.usefixtures("desktop")
def test_a_draft_that_is_there_already_is_asked_about(
    qtbot: QtBot, page: ReportPage, saved: Path
) -> None:
    mine = saved.with_suffix(".eml")
    mine.write_text("mine", encoding="utf-8")
    page.hand_over.mail.draft_button.click()
    qtbot.waitUntil(lambda: "is there already" in page.banner.text(), timeout=10_000)
    assert mine.read_text(encoding="utf-8") == "mine"
    page.banner.acted.emit(0)
    qtbot.waitUntil(lambda: page.status.text().startswith("The draft is"), timeout=10_000)
    assert mine.read_bytes().startswith(b"Subject:")


def test_a_mail_without_attachment_has_the_same_words(
    page: ReportPage, saved: Path, desktop: Desktop
) -> None:
    page.hand_over.mail.subject.setText("A & B: Ada")
    page.hand_over.mail.body.set_text(f"100% of {saved.name}")
    page.hand_over.mail.mailto_button.click()
    [url] = desktop.opened
    asked = parse_qs(urlsplit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)).query)
    assert asked == {"subject": ["A & B: Ada"], "body": [f"100% of {saved.name}"]}
    assert "attach the PDF" in page.status.text()


def test_a_change_after_saving_leads_back_to_the_choices(
    qtbot: QtBot, page: ReportPage, session: Session, saved: Path
) -> None:
    session.do(keep_private(session.interview, session.interview.notes[0].id, private=True))
    assert page.side.currentWidget() is not page.hand_over
    wait_for_pdf(qtbot, page)
    assert saved.exists()


def test_a_question_about_an_old_pdf_is_taken_back_when_the_choices_change(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    path = tmp_path / "mine.pdf"
    path.write_text("mine", encoding="utf-8")
    page.save_as(str(path))
    qtbot.waitUntil(lambda: "is there already" in page.banner.text(), timeout=10_000)
    page.side.choices.packet.click()
    assert page.banner.text() == ""
    page.banner.acted.emit(0)
    wait_for_pdf(qtbot, page)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("saved")
def test_nothing_on_the_page_claims_that_anything_was_sent(page: ReportPage) -> None:
    said = [each.text() for each in page.findChildren(QLabel)]
    said += [each.text() for each in page.findChildren(QAbstractButton)]
    assert len(said) > 20
    assert not [text for text in said if "sent" in text.casefold().split()]


@pytest.mark.usefixtures("saved")
def test_what_takes_the_focus_after_saving_has_a_name_and_is_on_show(page: ReportPage) -> None:
    assert page.hand_over.open_button.hasFocus()
    page.hand_over.back_button.click()
    assert page.side.save_button.hasFocus()
    assert all(each.accessibleName() for each in fields(page))


def fields(page: ReportPage) -> list[QWidget]:
    mail = page.hand_over.mail
    return [mail.subject, mail.body.edit, page.hand_over.card, mail.draft_button]
