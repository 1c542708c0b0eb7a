"""Texts of any length go through an editor's blocks and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.desk.widgets.long_text import BLOCK, MARK, cut, laid_out, plain, read_back

PIECES = st.sampled_from(
    [
        "a",
        "b ",
        " ",
        "\n",
        "\u00a0",
        "e\u0301",
        "👩‍👩‍👧",
        "日本",
        "قال ",
        "x" * 900,
        "\n" * 700,
        "word " * 400,
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def raw(text: str, *, together: bool = True) -> str:
    """What Qt calls the raw text of a document that the text was put into."""
    return laid_out(text, together=together).replace("\n", "\u2029")


@given(TEXTS, st.booleans())
def test_what_is_laid_out_reads_back_the_same_and_no_block_is_long(
    text: str, together: bool
) -> None:
    there = raw(text, together=together)
    assert read_back(there) == text
    assert max(map(len, there.split("\u2029"))) <= BLOCK + len(MARK)


def test_short_lines_are_blocks_of_their_own() -> None:
    assert laid_out("one\ntwo") == "one\ntwo"


def test_very_many_lines_share_blocks_unless_each_is_to_have_its_own() -> None:
    assert laid_out("\n" * 100_000).count("\n") < 100
    assert laid_out("\n" * 100_000, together=False) == "\n" * 100_000


def test_a_long_line_is_broken_behind_a_space_where_there_is_one_near() -> None:
    pieces = laid_out("chargeback labels lag " * 500).split(f"\n{MARK}")
    assert len(pieces) > 5
    assert all(piece.endswith(" ") for piece in pieces[:-1])


@pytest.mark.parametrize("letter", ["e\u0301\u0302", "👩‍👩‍👧", "कि"])
def test_no_letter_is_parted(letter: str) -> None:
    for before in range(len(letter)):
        text = "x" * before + letter * BLOCK
        for piece in laid_out(text).split(f"\n{MARK}"):
            assert piece.removeprefix("x" * before).replace(letter, "") == ""
        kept = cut(text, 1000 + before)
        assert kept.removeprefix("x" * before).replace(letter, "") == ""


def test_other_line_ends_are_line_ends() -> None:
    assert plain("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h") == "a\nb\nc\nd\ne\nf\ng\nh"
    assert plain(f"a{MARK}b") == "ab"
