"""The slot of an interview as a calendar file (iCalendar, RFC 5545), written and read.

What is read comes from outside: it is bounded, and only when it begins, how long it takes and
its title are taken from it. Nothing is sent; the file goes where the user puts it.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from interview_desk.errors import UserError
from interview_desk.interview.interview import Interview
from interview_desk.limited_process import Cancellation, Limits
from interview_desk.report.calendar.appointments import Appointment, read_appointment
from interview_desk.report.calendar.content_lines import CalendarError
from interview_desk.report.limited_reading import FileKind, content_of, read_limited

SIZE_LIMIT = 256_000
_YEARS = range(1990, 2200)
_SHORTEST, _LONGEST = timedelta(minutes=15), timedelta(minutes=180)
_LIMITS = Limits(seconds=3, memory=200_000_000, answer=100_000)
_UNCLEAR = "The calendar file cannot be understood; nothing was taken."
_LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Slot:
    """When an interview is to be: ``scheduled`` is local ISO time to the minute.

    ``minutes`` is None where the file does not say, or an interview cannot be so long.
    ``remarks`` are sentences on what may make it another time than one would think.
    """

    scheduled: str
    minutes: int | None
    title: str
    remarks: tuple[str, ...] = field(default=(), compare=False)


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
    made = datetime.fromtimestamp(made_ms // 1000, UTC)
    event.add("dtstamp", made)
    event.add("last-modified", made)
    # A calendar takes the later one of two files of an interview by this number, not by the date.
    event.add("sequence", max(0, made_ms - interview.created_ms) // 1000)
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=setup.length_minutes))
    title = ", ".join(filter(None, (setup.candidate.strip(), setup.role.strip())))
    event.add("summary", f"Interview: {title}" if title else "Interview")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Interview Desk//EN")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def read_slot(
    path: Path,
    zone: tzinfo | None,
    cancellation: Cancellation | None = None,
    *,
    now: datetime | None = None,
) -> Slot:
    """The slot in a calendar file, as local time of ``zone``: of several the next after ``now``.

    Without a ``now`` it is that of the laptop. Raises CalendarError and CancelledError. It is read
    in a process of its own, with limits of time and memory: a file of a few lines can ask for the
    work of hours.
    """
    kind, asked = FileKind.CALENDAR, _written(zone, now)
    try:
        answer = read_limited(kind, path, _LIMITS, more={"now": asked}, cancellation=cancellation)
        return _slot(msgspec.json.decode(answer, type=Appointment), zone)
    except msgspec.DecodeError as error:
        raise CalendarError(_UNCLEAR) from error
    except CalendarError:
        raise
    except UserError as error:
        raise CalendarError(str(error)) from error


def appointment_bytes(now: str, path: Path, _password: str) -> bytes:
    """In the process: the appointment in the file, as JSON. Raises UserError."""
    data = content_of(path, SIZE_LIMIT, "Choose a calendar file (.ics).")
    return msgspec.json.encode(_appointment(data, _read_back(now)))


def slot_in(data: bytes, zone: tzinfo | None, now: datetime | None = None) -> Slot:
    """The slot in the bytes of a calendar file; likewise, but without those limits."""
    return _slot(_appointment(data, _read_back(_written(zone, now))), zone)


def _appointment(data: bytes, now: datetime) -> Appointment:
    if len(data) > SIZE_LIMIT:
        raise CalendarError("The calendar file is too large. Export the one appointment alone.")
    try:
        return read_appointment(data, now)
    except CalendarError:
        raise
    # Dates that no calendar reaches, and what the library raises for rules that lead there.
    except (ValueError, OverflowError, OSError, RecursionError) as error:
        raise CalendarError(_UNCLEAR) from error


def _slot(told: Appointment, zone: tzinfo | None) -> Slot:
    """The appointment in the user's own time."""
    try:
        begin = datetime.fromisoformat(told.begin)
        # Without a zone of its own the time is local wherever it is read.
        local = begin if begin.tzinfo is None else begin.astimezone(zone)
    except (ValueError, OverflowError, OSError) as error:
        raise CalendarError(_UNCLEAR) from error
    if local.year not in _YEARS:
        raise CalendarError("The appointment’s date makes no sense; nothing was taken.")
    remarks, minutes = tuple(told.remarks), told.minutes
    if minutes is not None and not _SHORTEST <= timedelta(minutes=minutes) <= _LONGEST:
        says = f"takes {minutes} minutes" if minutes > 0 else "ends when it begins, or before"
        remarks += (f"It {says}, which no interview can: set its length yourself.",)
        minutes = None
    scheduled = local.replace(tzinfo=None).isoformat(timespec="minutes")
    return Slot(scheduled, minutes, told.title, remarks)


def _written(zone: tzinfo | None, now: datetime | None) -> str:
    """The moment with its zone, so that another process can read it (RFC 9557)."""
    at = (now or datetime.now(UTC)).astimezone(zone)
    return f"{at.isoformat()}[{_LOCAL if zone is None else getattr(zone, 'key', '')}]"


def _read_back(written: str) -> datetime:
    from dateutil.tz import tzlocal

    at, name = written.rstrip("]").split("[")
    now = datetime.fromisoformat(at)
    if not name:
        return now
    return now.astimezone(tzlocal() if name == _LOCAL else ZoneInfo(name))


def _aware(at: datetime, zone: tzinfo | None) -> datetime:
    return at.replace(tzinfo=zone) if zone is not None else at.astimezone()
