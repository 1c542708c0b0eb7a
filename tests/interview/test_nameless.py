"""A name goes from a text however it was typed, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.nameless import nameless


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ada Lovelace", "Ada Lovelace drew it", "the candidate drew it"),
        ("Ada Lovelace", "LOVELACE, ada's idea", "the candidate, the candidate's idea"),
        ("Ada Lovelace", "Canada has an adapter", "Canada has an adapter"),
        ("Tomás Ågård", "tomas or Agård", "the candidate or the candidate"),
        ("Tomás Ågård", "Toma\u0301s said so", "the candidate said so"),
        ("Jan van der Berg", "a berg of data van Jan", "a the candidate of data van the candidate"),
        ("Will Grant", "Will says he will grant access", "the candidate says he will grant access"),
        ("Anne-Marie Weir", "anne marie and Anne-Marie", "the candidate and the candidate"),
        ("O'Brien", "o'brien left", "the candidate left"),
        ("李雷", "李雷 说明", "the candidate 说明"),
        ("X", "x and X marks", "the candidate and the candidate marks"),
        ("A.* (b", "a.* and A.* (b", "the candidate and the candidate"),
        ("", "nobody is named", "nobody is named"),
        ("Ada", "", ""),
    ],
)
def test_a_name_goes_as_a_word_and_only_as_a_word(name: str, text: str, left: str) -> None:
    assert nameless(name)(text) == left


def test_contact_goes_and_figures_stay() -> None:
    text = "ada@example.org or +49 (0)30 1234567; 1 000 000 requests, 99.9 %, p99+20 ms"
    left = "[contact removed] or [contact removed]; 1 000 000 requests, 99.9 %, p99+20 ms"
    assert nameless("")(text) == left


@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_a_name_never_stays_whatever_stands_around_it(before: str, after: str) -> None:
    left = nameless("Zyxa Quill")(f"{before} Zyxa Quill {after}")
    assert "zyxa" not in left.casefold()


@given(text=st.text(max_size=60))
def test_a_text_without_the_name_stays_as_it_is(text: str) -> None:
    if "@" not in text and "+" not in text:
        assert nameless("Zyxwvut")(text) == text
