"""What tells who is meant is replaced in a text, and every place is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.assistant.replacing import Piece, Replacer, without_words
from interview_desk.interview.records import Setup
from tests.helpers.samples import small_guide

SETUP = Setup("Mirela Tanase", "Principal ML Engineer", "J. Lindahl, Anna Kask")
REPLACER = Replacer(SETUP, small_guide(), date(2026, 11, 23))


def left_of(text: str) -> str:
    return "".join(piece.text for piece in REPLACER.text(text).pieces())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("call 030 1234567", "call [contact removed]"),
        ("see @mirelat or @somebody", "see [contact removed] or [contact removed]"),
        ("Mirelas idea, Tanase’s plan", "the candidate idea, the candidate’s plan"),
        ("https://kafka.apache.org/docs", "[contact removed]"),
        ("github.com/mirela-tanase", "[contact removed]"),
        ("m.t@example.org", "[contact removed]"),
        ("see Mirela_CV.pdf and notes.docx", "see [file] and [file]"),
        ("Lindahl asked, Kask wrote", "the interviewer asked, the interviewer wrote"),
        ("a principal ML engineer would", "a the guide’s level would"),
        ("at Acme since 1987", "at Acme since [date]"),
        ("met on 23 Nov 2026, again 24 Nov 2026", "met on day 0, again [date]"),
        ("and/or, e.g./i.e., 10:30, 2000 rps", "and/or, e.g./i.e., 10:30, 2000 rps"),
    ],
)
def test_who_is_meant_is_replaced(text: str, left: str) -> None:
    assert left_of(text) == left


def test_each_place_keeps_what_stood_there() -> None:
    assert [*REPLACER.text("Mirela drew it in 1987").pieces()] == [
        Piece("the candidate", "Mirela"),
        Piece(" drew it in "),
        Piece("[date]", "1987"),
    ]


def test_words_that_look_like_names_are_listed_and_go_when_they_are_named() -> None:
    text = REPLACER.text("Mirela was at Stripe in Lyon; STRIPE paid. Stripes stay")
    assert [each.text for each in REPLACER.likely_names([text])] == ["Stripe", "Lyon"]
    pieces = [*without_words(text, ("Lyon", "Stripe")).pieces()]
    assert "".join(piece.text for piece in pieces) == (
        "the candidate was at [name 2] in [name 1]; [name 2] paid. Stripes stay"
    )


def test_words_of_ratings_go_from_reasons_as_the_guide_writes_them() -> None:
    text = REPLACER.without_ratings(REPLACER.text("Exceeds: a Strong hire who meets people"))
    assert "".join(each.text for each in text.pieces()) == "[rating]: a [rating] who meets people"


def test_in_the_guide_nothing_but_names_is_replaced() -> None:
    pieces = REPLACER.guide("Updated 2019, see https://example.org/x. Ask Mirela.")
    assert "".join(each.text for each in pieces) == (
        "Updated 2019, see https://example.org/x. Ask the candidate."
    )


@given(st.text(max_size=80))
def test_what_was_there_is_all_there_still(text: str) -> None:
    pieces = [*REPLACER.text(text).pieces()]
    assert "".join(piece.was or piece.text for piece in pieces) == text
