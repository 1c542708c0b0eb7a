"""The slot of an interview as a calendar file (iCalendar, RFC 5545), written and read.

What is read comes from outside: it is bounded, and only when it begins, how long it takes and
its title are taken from it. Nothing is sent; the file goes where the user puts it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview

SIZE_LIMIT = 256_000
_MOST_LINES = 5_000
_LONGEST_TITLE = 200
_YEARS = range(1990, 2200)
_SHORTEST, _LONGEST = timedelta(minutes=15), timedelta(minutes=180)


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


def read_slot(path: Path, zone: tzinfo | None) -> Slot:
    """The first slot in a calendar file, as local time of ``zone``. Raises CalendarError."""
    try:
        if not path.is_file():
            raise CalendarError(f"“{path.name}” is no file. Choose a calendar file (.ics).")
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise CalendarError(f"“{path.name}” cannot be read: {error.strerror}.") from error
    return slot_in(data, zone)


def slot_in(data: bytes, zone: tzinfo | None) -> Slot:
    """The first slot in the bytes of a calendar file; likewise."""
    if len(data) > SIZE_LIMIT or data.count(b"\n") > _MOST_LINES:
        raise CalendarError("The calendar file is too large. Export the one appointment alone.")
    from icalendar import Calendar

    try:
        events = Calendar.from_ical(data).events
        if not events:
            raise CalendarError("There is no appointment in the calendar file.")
        begin, end = events[0].start, events[0].end
        title = str(events[0].get("SUMMARY", ""))
        local = _local(begin, zone)
    # What the library raises for all that it cannot read, and for dates no calendar reaches.
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise CalendarError("The calendar file cannot be understood; nothing was taken.") from error
    except (OverflowError, OSError, RecursionError) as error:
        raise CalendarError("The calendar file cannot be understood; nothing was taken.") from error
    if local.year not in _YEARS:
        raise CalendarError("The appointment’s date makes no sense; nothing was taken.")
    length = end - begin if isinstance(begin, datetime) and isinstance(end, datetime) else None
    fits = length is not None and _SHORTEST <= length <= _LONGEST
    return Slot(
        local.replace(tzinfo=None).isoformat(timespec="minutes"),
        round(length / timedelta(minutes=1)) if length is not None and fits else None,
        " ".join(title.split())[:_LONGEST_TITLE],
    )


def _local(begin: date | datetime, zone: tzinfo | None) -> datetime:
    if not isinstance(begin, datetime):
        # A day without a time begins with the day; the user gives the time.
        return datetime(begin.year, begin.month, begin.day)  # noqa: DTZ001 - local on purpose
    # Without a zone of its own the time is local wherever it is read.
    return begin if begin.tzinfo is None else begin.astimezone(zone)


def _aware(at: datetime, zone: tzinfo | None) -> datetime:
    return at.replace(tzinfo=zone) if zone is not None else at.astimezone()
