"""An interview whose texts are as long as may be opens on every page as any other does.

Laying one such word out whole takes Qt minutes: what is counted here is what was laid out.
"""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from interview_desk.desk.live.notes.note_painter import NoteLayout
from interview_desk.desk.live.notes.note_rows import NoteRow
from interview_desk.desk.navigation import Page
from interview_desk.desk.score.outline import AFTER, CONCERNS, FEEDBACK, dimension_key
from interview_desk.desk.score.page import ScorePage
from interview_desk.desk.widgets.label import ElidedLabel, Label
from interview_desk.desk.widgets.line_button import StyledLines, StyledText
from interview_desk.desk.widgets.text_painting import MOST_SHOWN, Paragraph, tip
from interview_desk.desk.window import MainWindow
from interview_desk.interview.checks import Part
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import TEXT_LIMIT
from interview_desk.interview.records import (
    ClockEvent,
    Feedback,
    Note,
    Rating,
    Record,
    Review,
    Setup,
    Verdict,
)
from tests.helpers.rooms import Room
from tests.helpers.samples import scored

LONG = "x" * TEXT_LIMIT


def lengthened(record: Record) -> Record:
    match record:
        case Note():
            return replace(record, text=LONG)
        case Setup():
            return replace(record, candidate=LONG, role=LONG, interviewer=LONG, question=LONG)
        case Rating() | ClockEvent():
            return replace(record, reason=LONG)
        case Review():
            return replace(record, remark=LONG)
        case Verdict():
            return replace(record, summary=LONG)
        case Feedback():
            return replace(record, text=LONG)
        case _:
            return record


def settle(window: QWidget) -> None:
    QApplication.processEvents()
    for editor in window.findChildren(QPlainTextEdit):
        block = editor.document().begin()
        while block.isValid():
            assert block.length() < MOST_SHOWN
            block = block.next()
    # A line of 3,000 letters fills a page; one of 200,000 would be as tall as a house.
    tall = [each for each in window.findChildren(QWidget) if each.height() > 60_000]
    assert tall == []


def test_every_page_of_an_interview_of_nothing_but_long_words_opens(
    room: Room, window: MainWindow
) -> None:
    done = scored().interview
    records = tuple(lengthened(each) for each in done.records.values())
    row = room.desk.store.create(Interview.of("long", done.guide, done.created_ms, records))
    window.show_first_page()
    settle(window)
    for page in (Page.PREPARE, Page.LIVE, Page.SCORE):
        window.open_row(row)
        window.go(page)
        settle(window)
    score = window.page
    assert isinstance(score, ScorePage)
    for entry in (dimension_key(1), CONCERNS, FEEDBACK, AFTER):
        score.open_entry(entry)
        settle(window)
    note = done.notes[0]
    score.show_part(Part.NOTE, note.id)
    settle(window)
    assert score.views.note.words.text() == LONG, "a note is shown whole where it is edited"


@pytest.mark.parametrize("text", [LONG, "word " * (TEXT_LIMIT // 5), "1" * TEXT_LIMIT])
def test_of_what_is_only_shown_the_beginning_is_laid_out(room: Room, text: str) -> None:
    theme = room.desk.theme
    short = text[: MOST_SHOWN + 1]
    runs = StyledLines(theme, [StyledText(text)], 300)
    assert runs.height <= StyledLines(theme, [StyledText(short)], 300).height
    whole = Paragraph(text, theme.font("body"), 300)
    assert whole.cut
    assert whole.height <= Paragraph(short, theme.font("body"), 300).height
    note = replace(next(iter(scored().interview.notes)), text=text)
    assert NoteLayout(theme, NoteRow(note, "1:00", (), 0, ()), 300).cut
    assert len(tip(text)) < 2 * MOST_SHOWN


def test_a_label_shows_no_more_than_can_be_read(room: Room) -> None:
    theme = room.desk.theme
    label: QLabel = Label(theme, "1" * TEXT_LIMIT, wrap=True)
    assert label.text().endswith("…")
    assert len(label.text()) < TEXT_LIMIT // 5
    line = ElidedLabel(theme, "w" * TEXT_LIMIT)
    assert line.sizeHint().width() <= ElidedLabel(theme, "w" * 4000).sizeHint().width()
    for each in (label, line):
        each.deleteLater()
