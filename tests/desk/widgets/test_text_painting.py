from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.text_painting import Paragraph, direction, one_line, tip

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def test_the_first_letter_gives_the_direction() -> None:
    assert direction("مرحبا hello") == RTL
    assert direction("12:30 שלום") == RTL
    assert direction("hello مرحبا") == LTR
    assert direction("12:30") == LTR


class Tags(HTMLParser):
    """Collects the tags of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


@given(
    st.text(
        st.sampled_from("<>&;/bp lt ")
        | st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")),
        min_size=1,
    )
)
def test_a_tool_tip_has_no_markup_but_its_own(text: str) -> None:
    tags, told = Tags(), tip(text)
    if "<" in told:
        tags.feed(told)
        assert tags.found == ["p"]
    else:
        assert "&lt;" not in told, "Qt takes this for markup too"


def test_a_tool_tip_without_markup_is_plain_for_those_who_hear_it() -> None:
    assert tip("R&D") == "R&D"
    assert tip("R&D", "Ada") == "R&D\nAda"
    lines = tip("many words " * 20).split("\n")
    assert len(lines) > 2
    assert max(map(len, lines)) <= 80
    assert tip("5 < 7", "R&D") == "<p>5 &lt; 7</p><p>R&amp;D</p>"


def test_a_tool_tip_shows_what_was_typed() -> None:
    typed = 'a <img src="/etc/passwd"> & <b>b</b>'
    document = QTextDocument()
    document.setHtml(tip(typed))
    assert document.toPlainText() == typed
    assert tip("") == ""


def test_every_word_is_on_one_of_the_lines(theme: Theme) -> None:
    text = "chargeback labels lag 45 days 😀 so delayed-label evaluation worked better 😀😀"
    broken = Paragraph(text, theme.font("body"), 90)
    assert len(broken.lines) > 3
    assert not broken.cut
    assert " ".join(broken.lines).replace(" ", "").replace("-", "") == text.replace(
        " ", ""
    ).replace("-", "")


def test_too_many_lines_are_cut_where_the_last_one_ends(theme: Theme) -> None:
    broken = Paragraph("word " * 40, theme.font("body"), 90, max_lines=2)
    assert broken.cut
    assert len(broken.lines) == 2
    assert broken.lines[-1].endswith("…")
    assert theme.width("body", broken.lines[-1]) <= 92


def test_one_line_stays_one_line() -> None:
    assert one_line(" two\nlines\u2028and\ta tab ") == "two lines and a tab"
