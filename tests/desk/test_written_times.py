"""Dates and times as people write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.desk.written_times import in_words, read_day, read_when, show_when
from interview_desk.interview.summary import scheduled_at

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("14:00", "2026-11-23T14:00"),
        ("9.30", "2026-11-23T09:30"),
        (" today  9:30 ", "2026-11-23T09:30"),
        ("Tomorrow 14:00", "2026-11-24T14:00"),
        ("tomorrow, 14:00", "2026-11-24T14:00"),
        ("2026-12-01 14:00", "2026-12-01T14:00"),
        ("2026-12-01T14:00", "2026-12-01T14:00"),
        ("24 Nov 14:00", "2026-11-24T14:00"),
        ("24. november, 14:00", "2026-11-24T14:00"),
        ("8 Jan 9:00", "2027-01-08T09:00"),
        ("20 Nov 2025 14:00", "2025-11-20T14:00"),
        ("20 Nov 14:00", "2026-11-20T14:00"),
        ("Tue 24 Nov 14:00", "2026-11-24T14:00"),
        ("Nov 24, 14:00", "2026-11-24T14:00"),
        ("24.11.2026 14:00", "2026-11-24T14:00"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_what_people_write_is_understood(written: str, understood: str) -> None:
    assert read_when(written, MONDAY) == understood


@pytest.mark.parametrize(
    "written",
    ["soon", "25:00", "14:60", "31 Feb 14:00", "2026-13-01 14:00", "2026-12-01", "14", "1:2:30 pm",
     "24 Nop 14:00", "٢:٣٠", "0000-01-01 14:00"],
)  # fmt: skip
def test_what_is_unclear_is_not_guessed_at(written: str) -> None:
    assert read_when(written, MONDAY) is None


@pytest.mark.parametrize(
    "written",
    ["2027-05-23", "2027/05/23", "2027.5.23", "20270523", "23 May 2027", "23 may 2027",
     "23. May 2027", "23rd May, 2027", "May 23 2027", "May 23rd, 2027", "Sunday, 23 May 2027",
     "23.5.2027", "23.05.2027", "23/05/2027", "05/23/2027", "23-5-2027", "  23   May "],
)  # fmt: skip
def test_a_day_is_understood_as_people_write_it(written: str) -> None:
    assert read_day(written, MONDAY) == date(2027, 5, 23)


@pytest.mark.parametrize(
    ("written", "understood"),
    [("today", MONDAY), ("Tomorrow", date(2026, 11, 24)), ("23 Nov", MONDAY),
     ("22 Nov", date(2027, 11, 22)), ("3.4.2027", date(2027, 4, 3)),
     ("4/4/2027", date(2027, 4, 4)), ("22 Nov 2026", date(2026, 11, 22))],
)  # fmt: skip
def test_a_day_without_a_year_is_one_to_come(written: str, understood: date) -> None:
    assert read_day(written, MONDAY) == understood


@pytest.mark.parametrize(
    "written",
    ["", "soon", "3/4/2027", "31 Feb 2027", "2027-13-01", "32.1.2027", "May 2027", "23", "14:00",
     "23 May 14:00", "2027-05/23", "٢٣.٥.٢٠٢٧", "0000-01-01"],
)  # fmt: skip
def test_a_day_that_can_be_read_in_two_ways_or_none_is_not_guessed_at(written: str) -> None:
    assert read_day(written, MONDAY) is None


@given(st.text())
def test_no_text_for_a_day_does_harm(text: str) -> None:
    read_day(text, MONDAY)


@given(st.dates(date(1971, 1, 1), date(9_000, 12, 31)), st.times())
def test_what_is_shown_reads_as_it_was_stored(day: date, clock: time) -> None:
    stored = datetime.combine(day, clock).isoformat(timespec="minutes")
    assert read_when(show_when(stored), MONDAY) == stored


@given(st.text())
def test_no_text_whatever_does_harm(text: str) -> None:
    read = read_when(text, MONDAY)
    assert not read or scheduled_at(read) is not None or int(read[:4]) < 1971
    scheduled_at(text)
    show_when(text)
    in_words(text, MONDAY)


def test_the_day_is_said_in_words() -> None:
    said = [in_words(f"2026-11-{day}T14:00", MONDAY) for day in (20, 22, 23, 24, 30)]
    assert said == [
        "Friday, 3 days ago",
        "Sunday, yesterday",
        "Monday, today",
        "Tuesday, tomorrow",
        "Monday, in 7 days",
    ]
