"""Dates are found in the languages of the guides; figures of anything else are none."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.dates_in_text import find_dates
from interview_desk.interview.folded_text import fold

DAY = date(2026, 11, 23)


def found(text: str) -> list[str]:
    folded = fold(text)
    return [text[slice(*folded.place(each.span))] for each in find_dates(folded)]


@pytest.mark.parametrize(
    "written",
    [
        "1987", "1980s", "2015-2019", "2015–19", "2015 to 2019", "2024-01-02", "2024/1/2",
        "01.02.2024", "1/2/2024", "01/02/24", "12 March 1987", "12th of March 1987",
        "March 12, 1987", "March 12", "May 5", "5 May", "12. März 1987", "3. Juli", "1er août 2020",
        "3 de mayo de 2020", "3 de maio", "enero de 2019", "Dec. 24", "novembre 2021",
    ],
)  # fmt: skip
def test_dates_and_years_are_found_as_they_are_written(written: str) -> None:
    assert found(f"She left Stripe, {written}, for Lyon") == [written]
    assert found(f"({written})") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "2000 requests", "2048 bits", "port 8080", "2000 ms at most", "$2019", "€ 2,019.50",
        "2019.4", "10.0.19045.3693", "192.168.1.1", "Python 3.10.12", "v1.2.34", "p99 of 2030 ms",
        "5 out of 10", "10 may fail", "they march 12 miles", "12:30", "3/4", "2 sets",
        "A2019", "2019x",
    ],
)  # fmt: skip
def test_other_figures_are_none(text: str) -> None:
    assert found(text) == []


def test_two_thousand_is_a_year_where_the_sentence_says_so() -> None:
    assert found("in 2000, 2000 of them") == ["2000"]


@pytest.mark.parametrize(
    "written",
    ["2026-11-23", "23.11.2026", "11/23/2026", "23/11/26", "23 Nov", "November 23, 2026"],
)
def test_the_day_of_the_interview_is_known_again(written: str) -> None:
    (one,) = find_dates(fold(f"met on {written}"))
    assert one.is_day(DAY)
    assert not one.is_day(date(2026, 11, 24))


def test_a_month_or_year_alone_is_no_day() -> None:
    assert not any(each.is_day(DAY) for each in find_dates(fold("Nov 2026, 2026")))


@given(st.text(max_size=80))
def test_every_place_lies_within_its_text_and_none_overlaps(text: str) -> None:
    end = 0
    for each in find_dates(fold(text)):
        first, last = each.span
        assert end <= first < last <= len(fold(text).letters)
        end = last


@pytest.mark.parametrize("piece", ["1987 ", "1.", "12 ", "march ", "2015-", "de ", "1/"])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        text = fold(piece * (length // len(piece)))
        begun = time.process_time()
        find_dates(text)
        return time.process_time() - begun

    # Once may be the machine's doing; a text's own is so each time.
    assert not all(seconds(40_000) >= 9 * max(seconds(10_000), 0.02) for _ in range(3))
