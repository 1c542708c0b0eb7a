import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.guide.minutes import minutes_at_end, minutes_in, minutes_of
from interview_desk.guide.model import LONGEST_MINUTES, MinuteRange


@pytest.mark.parametrize(
    "text",
    [
        "8-10 minutes",
        "8–10 min",
        "8 — 10 mins",
        "8 to 10 minutes",
        "8 TO 10 Min.",
        "8 min to 10 min",
        "8−10 Minuten",
        "8〜10分",
        "8-10-minute",
    ],
)
def test_a_range_may_be_written_in_many_ways(text: str) -> None:
    assert minutes_in(f"Takes {text} or so").span == MinuteRange(8, 10)
    assert minutes_of(text).span == MinuteRange(8, 10)


@pytest.mark.parametrize(
    ("heading", "title", "low", "high"),
    [
        ("Deep Dive (15-20 minutes)", "Deep Dive", 15, 20),
        ("Deep Dive [15 min]", "Deep Dive", 15, 15),
        ("Deep Dive (15)", "Deep Dive", 15, 15),
        ("Deep Dive (about 15-20 minutes)", "Deep Dive", 15, 20),
        ("Deep Dive – 15 to 20 min", "Deep Dive", 15, 20),
        ("Deep Dive, 15 minutes", "Deep Dive", 15, 15),
        ("Deep Dive (2 of 4) (15 minutes)", "Deep Dive (2 of 4)", 15, 15),
        ("Deep Dive（15分）", "Deep Dive", 15, 15),
    ],
)
def test_the_time_is_taken_off_a_heading(heading: str, title: str, low: int, high: int) -> None:
    found = minutes_at_end(heading)
    assert found.span == MinuteRange(low, high)
    assert found.without == title


@pytest.mark.parametrize(
    "text", ["", "soon", "10", "5-10 minimum", "10 mm", "3 miners", "HTTP/2", "one minute"]
)
def test_other_words_and_numbers_are_no_time(text: str) -> None:
    found = minutes_in(text)
    assert found.span is None
    assert found.problem == ""


@pytest.mark.parametrize(
    "text", ["10-8 min", "0 minutes", "0-5 min", "181 min", "8 bis 10 min", "8/10 min", "1.5 min"]
)
def test_a_time_that_makes_no_sense_is_a_problem_not_a_guess(text: str) -> None:
    found = minutes_in(text)
    assert found.span is None
    assert "minute" in found.problem or "wrong way round" in found.problem


@given(low=st.integers(1, LONGEST_MINUTES), more=st.integers(0, LONGEST_MINUTES))
def test_what_a_range_prints_is_read_back(low: int, more: int) -> None:
    span = MinuteRange(low, min(low + more, LONGEST_MINUTES))
    assert minutes_at_end(f"Title ({span} minutes)").span == span


@given(st.text(alphabet="0123456789 -–to/.,()[]min", max_size=60))
def test_a_span_is_always_one_that_a_plan_can_hold(text: str) -> None:
    for found in (minutes_in(text), minutes_of(text), minutes_at_end(text)):
        assert found.span is None or 1 <= found.span.low <= found.span.high <= LONGEST_MINUTES
        assert not (found.span and found.problem)
