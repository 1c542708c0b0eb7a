"""A slot goes into a calendar file and comes back; what is hostile is refused in words."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import hypothesis.strategies as st
import pytest
from hypothesis import given

from interview_desk.interview.interview import Interview
from interview_desk.report.calendar.content_lines import CalendarError
from interview_desk.report.calendar_file import (
    SIZE_LIMIT,
    Slot,
    read_slot,
    slot_in,
    write_slot,
)
from tests.helpers.clock import MORNING_MS
from tests.helpers.hostile import CALENDARS
from tests.helpers.samples import prepared

BERLIN = ZoneInfo("Europe/Berlin")
EVENT = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:x\r
BEGIN:VEVENT\r
{lines}
END:VEVENT\r
END:VCALENDAR\r
"""


def event(*lines: str) -> bytes:
    return EVENT.format(lines="\r\n".join(lines) + "\r").encode()


def planned(**setup: str | int) -> Interview:
    made = prepared()
    changed = replace(made.setup, scheduled="2026-11-24T09:30", **setup)  # type: ignore[arg-type]
    return Interview.of(made.uid, made.guide, made.created_ms, (changed,))


@pytest.mark.parametrize("zone", [UTC, BERLIN, timezone(timedelta(hours=-8))])
def test_a_slot_comes_back_as_it_was_written(zone: tzinfo) -> None:
    data = write_slot(planned(length_minutes=50), MORNING_MS, zone)
    assert slot_in(data, zone) == Slot("2026-11-24T09:30", 50, "Interview: Ada, Engineer")


def test_a_later_file_of_an_interview_takes_the_place_of_the_one_before() -> None:
    first = write_slot(planned(), MORNING_MS, UTC)
    later = write_slot(planned(), MORNING_MS + 90_000, UTC)
    numbers = [int(data.split(b"SEQUENCE:")[1].split()[0]) for data in (first, later)]
    assert numbers[0] < numbers[1]
    assert b"LAST-MODIFIED:20261123T" in later


def test_other_zones_read_the_same_moment() -> None:
    data = write_slot(planned(), MORNING_MS, BERLIN)
    assert slot_in(data, UTC).scheduled == "2026-11-24T08:30"


@given(st.text(max_size=80))
def test_any_name_can_be_written(candidate: str) -> None:
    data = write_slot(planned(candidate=candidate), MORNING_MS, UTC)
    assert slot_in(data, UTC).scheduled == "2026-11-24T09:30"
    assert data.count(b"BEGIN:VEVENT") == 1


def test_an_invitation_of_another_program_is_understood() -> None:
    data = event(
        "DTSTART;TZID=Europe/Berlin:20261124T093000",
        "DURATION:PT1H",
        "SUMMARY:Interview with\\, say\\, Grace",
    )
    assert slot_in(data, BERLIN) == Slot("2026-11-24T09:30", 60, "Interview with, say, Grace")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("DTSTART;VALUE=DATE:20261124",), Slot("2026-11-24T00:00", None, "")),
        (("DTSTART:20261124T093000",), Slot("2026-11-24T09:30", None, "")),
        (
            ("DTSTART:20261124T093000Z", "DTEND:20261124T180000Z"),
            Slot("2026-11-24T09:30", None, ""),
        ),
    ],
    ids=["a day", "a time without a zone or end", "a whole day's work"],
)
def test_what_is_not_said_stays_open(lines: tuple[str, ...], expected: Slot) -> None:
    assert slot_in(event(*lines), UTC) == expected


@pytest.mark.parametrize(
    ("begin", "end", "minutes"),
    [
        ("DTSTART:20261124T093000", "DTEND:20261124T091500Z", 45),
        ("DTSTART;TZID=Europe/Berlin:20261124T093000", "DTEND:20261124T091500Z", 45),
        ("DTSTART:20261124T083000Z", "DTEND:20261124T101500", 45),
        ("DTSTART:20261124T083000Z", "DTEND;TZID=Nowhere/Atlantis:20261124T101500", None),
    ],
    ids=["none, UTC", "Berlin, UTC", "UTC, none", "UTC, unknown"],
)
def test_a_start_and_an_end_in_different_zones(begin: str, end: str, minutes: int | None) -> None:
    """What has no zone is local; one that nobody knows leaves open how long it takes."""
    assert slot_in(event(begin, end), BERLIN) == Slot("2026-11-24T09:30", minutes, "")


def test_a_zone_that_changes_all_the_time_is_refused_at_once() -> None:
    """Read as it stands, this one took over 100 s."""
    with pytest.raises(CalendarError, match="more often than once a year"):
        slot_in(CALENDARS["minutely"](), BERLIN)
    with pytest.raises(CalendarError, match="more often than once a year"):
        slot_in(CALENDARS["secondly, folded"](), BERLIN)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\xff\xfe",
        b"%PDF-1.7\n",
        b"BEGIN:VCALENDAR\r\n" * 4_000,
        event("DTSTART:99999999T999999"),
        event("DTSTART:00010101T000000Z"),
        event("SUMMARY:no time at all"),
        event("DTSTART:20261124T093000Z", "DURATION:P999999999999D"),
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
        b"x" * (SIZE_LIMIT + 1),
        b"\n" * 6_000,
    ],
)
def test_what_holds_no_slot_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(CalendarError):
        slot_in(data, BERLIN)


@given(st.binary(max_size=300), st.integers(0, 200))
def test_a_damaged_file_is_read_or_refused(noise: bytes, place: int) -> None:
    whole = write_slot(planned(), MORNING_MS, UTC)
    try:
        slot_in(whole[:place] + noise + whole[place:], UTC)
    except CalendarError:
        return


def test_no_date_makes_no_file() -> None:
    with pytest.raises(CalendarError, match="no date"):
        write_slot(prepared(), MORNING_MS, UTC)


def test_a_folder_is_no_calendar_file(tmp_path: Path) -> None:
    with pytest.raises(CalendarError, match="no file"):
        read_slot(tmp_path, UTC)
