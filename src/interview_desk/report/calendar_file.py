"""The slot of an interview as a calendar file (iCalendar, RFC 5545), written and read.

What is read comes from outside: it is bounded, and only when it begins, how long it takes and
its title are taken from it. Nothing is sent; the file goes where the user puts it.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import msgspec

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.limited_process import Cancellation, Limits
from interview_desk.report.limited_reading import FileKind, read_limited

SIZE_LIMIT = 256_000
_MOST_LINES = 5_000
_LONGEST_TITLE = 200
_YEARS = range(1990, 2200)
_SHORTEST, _LONGEST = timedelta(minutes=15), timedelta(minutes=180)
_DATE_ONLY = len("2026-11-23")
_LIMITS = Limits(seconds=3, memory=200_000_000, answer=100_000)
_UNCLEAR = "The calendar file cannot be understood; nothing was taken."
# A long line goes on in the next one behind a space (RFC 5545, section 3.1).
_FOLD = re.compile(rb"\r?\n[ \t]")
_ZONE = re.compile(rb"(?ims)^BEGIN:VTIMEZONE\b.*?(?:^END:VTIMEZONE\b|\Z)")
# A rule of a zone that brings a change more often than once a year.
_OFTEN = re.compile(rb"(?im)^RRULE\b.*FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY)")


class CalendarError(UserError):
    """A file that holds no slot; nothing was taken from it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When an interview is to be: ``scheduled`` is local ISO time to the minute.

    ``minutes`` is None where the file does not say, or an interview cannot be so long.
    """

    scheduled: str
    minutes: int | None
    title: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a calendar file says: ISO dates, or times with or without an offset from UTC."""

    begin: str
    end: str
    title: str


def write_slot(interview: Interview, made_ms: int, zone: tzinfo | None) -> bytes:
    """The calendar file of an interview with a date; ``made_ms`` is now, in UTC epoch ms.

    ``zone`` is where the interview's local time holds; None is the laptop's own. Raises
    CalendarError for an interview without a date.
    """
    from icalendar import Calendar, Event

    setup = interview.setup
    try:
        begin = _aware(datetime.fromisoformat(setup.scheduled), zone).astimezone(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise CalendarError("The interview has no date yet. Give it one first.") from error
    event = Event()
    event.add("uid", f"{interview.uid}@interview-desk")
    event.add("dtstamp", datetime.fromtimestamp(made_ms // 1000, UTC))
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=setup.length_minutes))
    title = ", ".join(filter(None, (setup.candidate.strip(), setup.role.strip())))
    event.add("summary", f"Interview: {title}" if title else "Interview")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Interview Desk//EN")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def read_slot(path: Path, zone: tzinfo | None, cancellation: Cancellation | None = None) -> Slot:
    """The first slot in a calendar file, as local time of ``zone``.

    Raises CalendarError and CancelledError. It is read in a process of its own, with limits of
    time and memory: a file of a few lines can ask for the work of hours.
    """
    kind = FileKind.CALENDAR
    try:
        answer = read_limited(kind, path, _LIMITS, cancellation=cancellation)
        return _slot(msgspec.json.decode(answer, type=Appointment), zone)
    except msgspec.DecodeError as error:
        raise CalendarError(_UNCLEAR) from error
    except CalendarError:
        raise
    except UserError as error:
        raise CalendarError(str(error)) from error


def appointment_bytes(path: Path, _password: str) -> bytes:
    """In the process: the first appointment in the file, as JSON. Raises CalendarError."""
    try:
        if not path.is_file():
            raise CalendarError(f"“{path.name}” is no file. Choose a calendar file (.ics).")
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        # A ValueError is a name that no file can have.
        reason = getattr(error, "strerror", None) or error
        raise CalendarError(f"“{path.name}” cannot be read: {reason}.") from error
    return msgspec.json.encode(_appointment(data))


def slot_in(data: bytes, zone: tzinfo | None) -> Slot:
    """The first slot in the bytes of a calendar file; likewise, but without those limits."""
    return _slot(_appointment(data), zone)


def _appointment(data: bytes) -> Appointment:
    if len(data) > SIZE_LIMIT or data.count(b"\n") > _MOST_LINES:
        raise CalendarError("The calendar file is too large. Export the one appointment alone.")
    # Each change of such a zone would be counted, for decades.
    if any(_OFTEN.search(zone) for zone in _ZONE.findall(_FOLD.sub(b"", data))):
        raise CalendarError(
            "The calendar file’s time zone changes more often than once a year; nothing was "
            "taken. Give the time by hand."
        )
    from icalendar import Calendar

    try:
        events = Calendar.from_ical(data).events
        if not events:
            raise CalendarError("There is no appointment in the calendar file.")
        title = " ".join(str(events[0].get("SUMMARY", "")).split())[:_LONGEST_TITLE]
        return Appointment(events[0].start.isoformat(), events[0].end.isoformat(), title)
    # What the library raises for all that it cannot read, and for dates no calendar reaches.
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise CalendarError(_UNCLEAR) from error
    except (OverflowError, OSError, RecursionError) as error:
        raise CalendarError(_UNCLEAR) from error


def _slot(told: Appointment, zone: tzinfo | None) -> Slot:
    """The appointment in the user's own time."""
    try:
        begin, end = (datetime.fromisoformat(each) for each in (told.begin, told.end))
        # Without a zone of its own the time is local wherever it is read.
        local = begin if begin.tzinfo is None else begin.astimezone(zone)
        if begin.tzinfo != end.tzinfo:
            begin, end = (at if at.tzinfo else _aware(at, zone) for at in (begin, end))
    except (ValueError, OverflowError, OSError) as error:
        raise CalendarError(_UNCLEAR) from error
    if local.year not in _YEARS:
        raise CalendarError("The appointment’s date makes no sense; nothing was taken.")
    length, whole_days = end - begin, _DATE_ONLY in (len(told.begin), len(told.end))
    fits = not whole_days and _SHORTEST <= length <= _LONGEST
    return Slot(
        local.replace(tzinfo=None).isoformat(timespec="minutes"),
        round(length / timedelta(minutes=1)) if fits else None,
        told.title,
    )


def _aware(at: datetime, zone: tzinfo | None) -> datetime:
    return at.replace(tzinfo=zone) if zone is not None else at.astimezone()
