"""A kind of document is one entry: everything that asks for documents finds a new one there."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from interview_desk.cli.main import cli
from interview_desk.desk.report.page import ReportPage
from interview_desk.paths import data_directory, store_file
from interview_desk.report.document import Document, Facts, Prose, Section
from interview_desk.report.documents import registry
from interview_desk.report.documents.kind import (
    ContentsSummary,
    DocumentKind,
    MailTemplate,
    Source,
)
from interview_desk.store.store import Store
from tests.helpers.report_pages import save, wait_for_pdf
from tests.helpers.rooms import Room
from tests.helpers.samples import scored


def thanks(source: Source) -> Document:
    name = source.interview.setup.candidate
    said = (Section("Thanks", (Prose(f"It was good to meet you, {name}."),)),)
    return Document(
        "A word of thanks", name, "Us", None, "", Facts(()), said, "For the candidate.", 0
    )


LETTER = DocumentKind(
    key="letter",
    title="Letter of thanks",
    heading="A word of thanks",
    file_name="Letter",
    contents=thanks,
    summary=lambda _interview, _options: ContentsSummary(("A word of thanks",), ("All else",)),
    mail=MailTemplate("Thanks, {candidate}", "Hello!\n"),
)


@pytest.fixture(autouse=True)
def one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "DOCUMENTS", (*registry.DOCUMENTS, LETTER))


def test_the_report_page_offers_it_and_says_and_mails_what_it_says(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    page = ReportPage(room.desk, room.session(scored().interview))
    qtbot.addWidget(page)
    page.show()
    page.side.document.choice.setCurrentText("Letter of thanks")
    wait_for_pdf(qtbot, page)
    assert page.side.name.text() == "Letter - Ada - 2026-11-23.pdf"
    assert page.side.leaving.inside.lines == ("A word of thanks",)
    assert page.side.leaving.left_out.lines == ("All else",)
    assert not page.side.choices.packet.isVisible()
    assert save(qtbot, page, tmp_path / "letter.pdf").startswith(b"%PDF")
    assert page.hand_over.mail.subject.text() == "Thanks, Ada"


def test_the_command_line_knows_it_by_its_key(tmp_path: Path) -> None:
    store = Store.open(store_file(data_directory(tmp_path)))
    store.create(scored().interview)
    store.close()
    run, out = CliRunner(), tmp_path / "letter.md"
    words = ["--data-dir", str(tmp_path), "export", "1", "--kind", "letter", "--out", str(out)]
    assert run.invoke(cli, words).exit_code == 0
    assert "It was good to meet you, Ada." in out.read_text(encoding="utf-8")
    assert "letter" in run.invoke(cli, ["export", "--help"]).output
