"""The editor takes what fits, says what does not, and holds long lines as if they were short."""

import random
from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QClipboard, QDropEvent, QImage, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_desk.desk.guides.source_edit import SourceEdit
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.editor import Editor
from interview_desk.desk.widgets.fields import LineField
from interview_desk.desk.widgets.long_text import BLOCK
from interview_desk.desk.widgets.messages import Banner
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.interview.note_text import TEXT_LIMIT

Key, Mod = Qt.Key, Qt.KeyboardModifier
W = TypeVar("W", bound=QWidget)


class Page(QWidget):
    """A page with a banner, as all are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.banner = Banner(theme, self)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.banner)
        self.resize(500, 400)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    made = Page(theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """A clipboard that holds nothing afterwards."""
    yield qapp.clipboard()
    qapp.clipboard().clear()


def shown(page: Page, widget: W) -> W:
    page.column.addWidget(widget)
    page.show()
    widget.setFocus()
    return widget


def paste(editor: QWidget) -> None:
    QTest.keyClick(editor, Key.Key_V, Mod.ControlModifier)


def laid_out_at_once(editor: Editor) -> int:
    """How many characters Qt has broken into lines: its work, and what a frame is spent on."""
    done, block = 0, editor.document().begin()
    while block.isValid():
        done += block.length() if block.layout().lineCount() else 0
        block = block.next()
    return done


def longest_block(editor: Editor) -> int:
    longest, block = 0, editor.document().begin()
    while block.isValid():
        longest, block = max(longest, block.length()), block.next()
    return longest


@pytest.mark.parametrize(
    ("text", "total"),
    [
        pytest.param("chargeback labels lag\n" * 11_400, "250,800", id="250 kB"),
        pytest.param("x" * 1_048_576, "1,048,576", id="1 MB without a space"),
        pytest.param("日本語" * 400_000, "1,200,000", id="a script without spaces"),
        pytest.param("\n" * 500_000, "500,000", id="nothing but lines"),
        pytest.param("x" * 32_000_000, "32,000,000", id="32 MB"),
    ],
)
def test_a_paste_too_long_is_cut_first_and_told(
    page: Page, theme: Theme, clipboard: QClipboard, text: str, total: str
) -> None:
    field = shown(page, TextField(theme, "Note", max_lines=6))
    clipboard.setText(text)
    changes: list[int] = []
    field.changed.connect(lambda: changes.append(field.edit.document().characterCount()))
    paste(field.edit)

    assert field.text() == text[:TEXT_LIMIT]
    assert len(changes) == 1, "it was put in whole and cut after"
    assert page.banner.text() == (
        f"Pasted 200,000 of {total} characters: the rest is left out; it is still on the clipboard."
    )
    QApplication.processEvents()
    assert longest_block(field.edit) <= 2 * BLOCK
    assert laid_out_at_once(field.edit) < 8 * BLOCK
    assert field.edit.document().blockCount() < 1000


def test_a_key_after_a_long_word_costs_the_layout_of_one_block(
    page: Page, theme: Theme, clipboard: QClipboard
) -> None:
    field = shown(page, TextField(theme, "Note", max_lines=6))
    clipboard.setText("x" * (TEXT_LIMIT - 10_000))
    paste(field.edit)
    QTest.keyClicks(field.edit, "y" * 4 * BLOCK)
    assert field.text() == "x" * (TEXT_LIMIT - 10_000) + "y" * 4 * BLOCK
    assert longest_block(field.edit) <= 2 * BLOCK + 1


def test_a_full_field_takes_no_letter_and_says_so(page: Page, theme: Theme) -> None:
    field = shown(page, TextField(theme, "Note", editor=Editor(10)))
    QTest.keyClicks(field.edit, "0123456789x")
    assert field.text() == "0123456789"
    assert "more than 10 characters" in page.banner.text()
    QTest.keyClick(field.edit, Key.Key_Return)
    assert field.text() == "0123456789"
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "new")
    assert field.text() == "new"


def test_an_input_method_puts_in_no_more_than_fits(page: Page, theme: Theme) -> None:
    field = shown(page, TextField(theme, "Note", editor=Editor(5)))
    event = QInputMethodEvent()
    event.setCommitString("日本語日本語")
    QApplication.sendEvent(field.edit, event)
    assert field.text() == "日本語日本"
    assert "more than 5 characters" in page.banner.text()


def test_what_is_dropped_is_cut_too(page: Page, theme: Theme) -> None:
    field = shown(page, TextField(theme, "Note", editor=Editor(5)))
    data = QMimeData()
    data.setText("0123456789")
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Mod.NoModifier
    )
    field.edit.dropEvent(drop)
    assert field.text() == "01234"
    assert page.banner.text().endswith("it is still where it came from.")


def copied(clipboard: QClipboard, html: str = "", picture: QImage | None = None) -> None:
    """As a program copies that gives no plain text along."""
    data = QMimeData()
    if html:
        data.setHtml(html)
    if picture is not None:
        data.setImageData(picture)
    clipboard.setMimeData(data)


def test_rich_text_without_a_plain_one_is_taken(
    page: Page, theme: Theme, clipboard: QClipboard
) -> None:
    field = shown(page, TextField(theme, "Note"))
    copied(clipboard, "<style>p {}</style><p>He said <b>this</b> &amp;</p><ul><li>that</ul>")
    paste(field.edit)
    assert field.text() == "He said this &\nthat"


def test_a_picture_alone_is_said_to_be_of_no_use(
    page: Page, theme: Theme, clipboard: QClipboard
) -> None:
    field = shown(page, TextField(theme, "Note"))
    copied(clipboard, "<img src='x'>", QImage(4, 4, QImage.Format.Format_RGB32))
    paste(field.edit)
    assert field.text() == ""
    assert "a picture" in page.banner.text()


def test_rich_text_made_to_take_hours_is_refused_in_words(
    page: Page, theme: Theme, clipboard: QClipboard
) -> None:
    field = shown(page, TextField(theme, "Note"))
    copied(clipboard, "<div>" * 50_000 + "x")
    paste(field.edit)
    assert field.text() == ""
    assert "Nothing was put in." in page.banner.text()


def test_enter_in_a_field_of_lines_ends_a_composition_only(page: Page, theme: Theme) -> None:
    field = shown(page, TextField(theme, "Note"))
    QApplication.sendEvent(field.edit, QInputMethodEvent("にほん", []))
    QTest.keyClick(field.edit, Key.Key_Return)
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QApplication.sendEvent(field.edit, done)
    assert field.text() == "日本"


def test_enter_in_one_line_ends_a_composition_only(page: Page, theme: Theme) -> None:
    line = shown(page, LineField(theme, "Candidate"))
    done: list[str] = []
    line.returnPressed.connect(lambda: done.append(line.text()))
    QApplication.sendEvent(line, QInputMethodEvent("にほん", []))
    QTest.keyClick(line, Key.Key_Return)
    assert done == []
    event = QInputMethodEvent()
    event.setCommitString("日本")
    QApplication.sendEvent(line, event)
    QTest.keyClick(line, Key.Key_Return)
    assert done == ["日本"]
    QApplication.sendEvent(line, QInputMethodEvent("に", []))
    line.setText("other")
    QTest.keyClick(line, Key.Key_Return)
    assert done == ["日本", "other"]


def test_a_text_as_long_as_may_be_is_pasted_without_a_word(
    page: Page, theme: Theme, clipboard: QClipboard
) -> None:
    field = shown(page, TextField(theme, "Note"))
    clipboard.setText("é\r\n" * (TEXT_LIMIT // 2))
    paste(field.edit)
    assert field.text() == "é\n" * (TEXT_LIMIT // 2)
    assert page.banner.text() == ""


def test_undo_and_redo_of_a_paste_are_one_step_each(
    page: Page, theme: Theme, clipboard: QClipboard
) -> None:
    field = shown(page, TextField(theme, "Note"))
    QTest.keyClicks(field.edit, "before")
    clipboard.setText("x" * 50_000)
    paste(field.edit)
    whole = field.text()
    field.edit.undo()
    assert field.text() == "before"
    field.edit.redo()
    assert field.text() == whole == "before" + "x" * 50_000


def test_what_is_copied_has_no_trace_of_the_blocks(
    page: Page, theme: Theme, clipboard: QClipboard
) -> None:
    field = shown(page, TextField(theme, "Note"))
    field.set_text("a b" * 5_000 + "\nsecond\u00a0line")
    field.edit.selectAll()
    QTest.keyClick(field.edit, Key.Key_C, Mod.ControlModifier)
    assert clipboard.text() == field.text() == "a b" * 5_000 + "\nsecond\u00a0line"


def test_one_line_says_when_it_has_cut(page: Page, theme: Theme, clipboard: QClipboard) -> None:
    line = shown(page, LineField(theme, "Candidate"))
    line.setMaxLength(200)
    clipboard.setText("x" * 250_000)
    paste(line)
    assert line.text() == "x" * 200
    assert page.banner.text() == (
        "Candidate: no more than 200 characters fit; the rest is left out."
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\u2029", "\t"])
def test_what_is_pasted_into_one_line_is_one_line(
    page: Page, theme: Theme, clipboard: QClipboard, end: str
) -> None:
    line = shown(page, LineField(theme, "Candidate"))
    clipboard.setText(f"Ada{end}Lovelace")
    paste(line)
    assert line.text().split() == ["Ada", "Lovelace"]
    assert line.text().isprintable()
    QTest.keyClicks(line, "!")
    assert line.text().endswith("Lovelace!")


class Typist:
    """Edits at random in the field and, by the book, in a text of its own."""

    def __init__(self, editor: Editor, seed: int) -> None:
        self.editor, self.chance = editor, random.Random(seed)
        self.text, self.at = editor.toPlainText(), 0
        editor.moveCursor(QTextCursor.MoveOperation.Start)

    def step(self) -> None:
        acts = (self.type, self.line, self.back, self.delete, self.left, self.right, self.go)
        self.chance.choices(acts, weights=(5, 1, 4, 4, 6, 6, 4))[0]()

    def type(self) -> None:
        self.put("z")
        QTest.keyClicks(self.editor, "z")

    def line(self) -> None:
        self.put("\n")
        QTest.keyClick(self.editor, Key.Key_Return)

    def put(self, what: str) -> None:
        self.text = self.text[: self.at] + what + self.text[self.at :]
        self.at += len(what)

    def back(self) -> None:
        QTest.keyClick(self.editor, Key.Key_Backspace)
        if self.at:
            self.text = self.text[: self.at - 1] + self.text[self.at :]
            self.at -= 1

    def delete(self) -> None:
        QTest.keyClick(self.editor, Key.Key_Delete)
        self.text = self.text[: self.at] + self.text[self.at + 1 :]

    def left(self) -> None:
        self.arrow(Key.Key_Left, -1)

    def right(self) -> None:
        self.arrow(Key.Key_Right, 1)

    def arrow(self, key: Qt.Key, by: int) -> None:
        where = self.caret()
        QTest.keyClick(self.editor, key)
        # From the end of one block to the beginning of the next it may stay between two letters.
        assert self.caret() - where in (0, by)
        self.at = self.caret()

    def go(self) -> None:
        """Near to where the line goes over to another block."""
        edge = self.chance.choice([0, BLOCK, 2 * BLOCK, 3 * BLOCK, len(self.text)])
        cursor = self.editor.textCursor()
        most = self.editor.document().characterCount() - 1
        cursor.setPosition(min(most, max(0, edge + self.chance.randrange(-3, 6))))
        self.editor.setTextCursor(cursor)
        self.at = self.caret()

    def caret(self) -> int:
        before = self.editor.textCursor()
        before.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        copied = QTextCursor(before)
        self.editor.setTextCursor(copied)
        length = len(self.editor.createMimeDataFromSelection().text())
        before.setPosition(before.anchor())
        self.editor.setTextCursor(before)
        return length


@pytest.mark.parametrize("seed", range(6))
def test_editing_where_a_line_goes_over_to_the_next_block_changes_only_what_is_asked(
    page: Page, theme: Theme, seed: int
) -> None:
    field = shown(page, TextField(theme, "Note"))
    field.set_text("abcdefghij" * (4 * BLOCK // 10))
    typist = Typist(field.edit, seed)
    for _ in range(300):
        typist.step()
        assert field.text() == typist.text
    while field.edit.document().isUndoAvailable():
        field.edit.undo()
    assert field.text() == "abcdefghij" * (4 * BLOCK // 10)


def test_a_guide_takes_no_more_bytes_than_a_guide_may_have(
    page: Page, theme: Theme, clipboard: QClipboard
) -> None:
    source = shown(page, SourceEdit(theme))
    clipboard.setText("é" * 600_000)
    paste(source)
    assert source.toPlainText() == "é" * 500_000
    assert page.banner.text().startswith("Pasted 500,000 of 600,000 characters")
    assert longest_block(source) <= 2 * BLOCK


def test_the_lines_of_a_guide_keep_their_numbers_behind_a_long_one(
    page: Page, theme: Theme
) -> None:
    source = shown(page, SourceEdit(theme))
    source.setPlainText("one\n" + "x" * 10_000 + "\nthree\nfour")
    source.go_to_line(4)
    assert source.textCursor().block().text() == "four"
    QApplication.processEvents()
    assert [number for number, _ in source.margin_lines()][-2:] == [3, 4]
