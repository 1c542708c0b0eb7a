"""What the library says of interviews, and where it puts them."""

from datetime import UTC, timedelta, timezone
from typing import Any

import pytest

from interview_desk.desk.library.interview_lines import Heading, Line, LineMaker
from interview_desk.interview.status import Status
from interview_desk.interview.summary import summarise_interview
from interview_desk.store.library import Row
from tests.helpers.clock import MORNING_MS
from tests.helpers.samples import prepared

HOUR_MS = 3_600_000
READY = summarise_interview(prepared())


def row(number: int, status: Status, started_ms: int | None = None, **more: Any) -> Row:  # noqa: ANN401
    summary = READY._replace(
        status=status, started_ms=started_ms, candidate=f"No. {number}", **more
    )
    return Row(number, f"uid-{number}", MORNING_MS - number * HOUR_MS, summary)


def listed(*rows: Row) -> list[str | int]:
    """Headings by their words, interviews by their numbers."""
    grouped = LineMaker(MORNING_MS, UTC).grouped(rows)
    return [each.text if isinstance(each, Heading) else each.row for each in grouped]


def line(each: Row) -> Line:
    return LineMaker(MORNING_MS, UTC).line(each)


def test_what_is_to_be_done_today_comes_first_by_its_hour() -> None:
    found = listed(
        row(1, Status.DONE, MORNING_MS - HOUR_MS),
        row(2, Status.TO_SCORE, MORNING_MS - 2 * HOUR_MS),
        row(3, Status.PREPARED, scheduled="2026-11-23T16:00"),
        row(4, Status.PREPARED, scheduled="2026-11-23T14:00"),
        row(5, Status.LIVE, MORNING_MS - 600_000),
        row(6, Status.TO_SCORE, MORNING_MS - 30 * HOUR_MS),
    )
    assert found == ["Today", 5, 4, 3, 2, "To score", 6, "Done", 1]


def test_what_is_planned_comes_by_its_date_and_what_has_none_at_the_end() -> None:
    found = listed(
        row(1, Status.PREPARED),
        row(2, Status.PREPARED, scheduled="2026-12-02T09:00"),
        row(3, Status.PREPARED, scheduled="2026-11-30T09:00"),
    )
    assert found == ["Prepared", 3, 2, 1]


def test_done_interviews_come_by_when_they_were_held() -> None:
    held = [MORNING_MS - days * 24 * HOUR_MS for days in (9, 2, 5)]
    found = listed(*(row(n, Status.DONE, ms) for n, ms in enumerate(held)))
    assert found == ["Done", 1, 2, 0]


def test_a_draft_that_nobody_touched_is_not_listed_as_prepared() -> None:
    bare = row(1, Status.PREPARED, question="", to_prepare=4)
    untouched = bare._replace(summary=bare.summary._replace(candidate="", prepared=0))
    begun = [
        row(2, Status.PREPARED, question="", prepared=0),
        untouched._replace(row=3, summary=untouched.summary._replace(prepared=1)),
        untouched._replace(row=4, summary=untouched.summary._replace(question="Design a feed")),
    ]
    found = listed(untouched, *begun)
    assert found[found.index("Not set up yet") :] == ["Not set up yet", 1]
    assert {*found[1:-2]} == {2, 3, 4}
    assert (line(untouched).state, line(untouched).action) == ("Empty", "Prepare")


def test_each_state_says_what_to_do_next() -> None:
    said = [
        (each.state, each.action)
        for each in map(
            line,
            (
                row(1, Status.PREPARED, prepared=3, to_prepare=4),
                row(2, Status.PREPARED, prepared=0, to_prepare=0),
                row(3, Status.LIVE, MORNING_MS),
                row(4, Status.TO_SCORE, MORNING_MS - 2 * HOUR_MS),
                row(5, Status.TO_SCORE, MORNING_MS - 25 * HOUR_MS),
                row(8, Status.TO_SCORE, MORNING_MS - 25 * HOUR_MS, heights=(0, 2)),
                row(9, Status.TO_SCORE, MORNING_MS, recommendation="Hire"),
                row(6, Status.DONE, MORNING_MS, recommendation="Hire"),
                row(7, Status.DONE, MORNING_MS),
            ),
        )
    ]
    assert said == [
        ("Prepared 3 of 4", "Prepare"),
        ("Prepared", "Prepare"),
        ("In progress", "Continue"),
        ("Score while fresh", "Score"),
        ("Not scored", "Score"),
        ("Not finished", "Score"),
        ("Not finished", "Score"),
        ("Hire", ""),
        ("No recommendation", ""),
    ]


def test_a_date_says_only_what_is_not_plain() -> None:
    days = [
        line(each).when
        for each in (
            row(1, Status.TO_SCORE, MORNING_MS - HOUR_MS),
            row(2, Status.DONE, MORNING_MS - 72 * HOUR_MS),
            row(3, Status.DONE, MORNING_MS - 365 * 24 * HOUR_MS),
            row(4, Status.PREPARED, scheduled="2026-11-24T09:30"),
            row(5, Status.PREPARED),
        )
    ]
    assert days == ["09:00", "20 Nov", "23 Nov 2025", "24 Nov, 09:30", ""]


def test_today_is_the_laptops_today() -> None:
    late = row(1, Status.TO_SCORE, MORNING_MS - 9 * HOUR_MS)
    zone = timezone(timedelta(hours=-8))
    assert listed(late) == ["Today", 1]
    assert LineMaker(MORNING_MS, zone).line(late).when == "22 Nov"


def test_a_line_is_told_in_words_with_its_ratings() -> None:
    done = row(1, Status.DONE, MORNING_MS - 72 * HOUR_MS, heights=(3, 0), recommendation="Hire")
    assert line(done._replace(summary=done.summary._replace(candidate=""))).told() == (
        "20 Nov, Unnamed candidate, Design a feed, "
        "Ratings from 1, the lowest, to 3: 3 –, – not rated, Hire"
    )


@pytest.mark.parametrize(
    "scheduled",
    ["0001-01-01T00:00", "9999-12-31T23:59", "soon", "2026-11-23T14:00+14:00", "-1", "٢٠٢٦-١١-٢٣"],
)
def test_a_time_from_elsewhere_that_makes_no_sense_does_no_harm(scheduled: str) -> None:
    strange = row(1, Status.PREPARED, scheduled=scheduled)
    assert 1 in listed(strange)
    assert line(strange).candidate == "No. 1"


def test_a_start_that_no_calendar_reaches_does_no_harm() -> None:
    strange = row(1, Status.TO_SCORE, 2**53 - 1)
    assert listed(strange) == ["To score", 1]
    assert not line(strange).when
