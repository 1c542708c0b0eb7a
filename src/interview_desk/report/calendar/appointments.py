"""The appointment that a calendar file tells of: the next one, where there are several.

What makes it another time than one would think, or no time at all, is said with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from interview_desk.report.calendar.content_lines import (
    CalendarError,
    Component,
    read_components,
    text_of,
)
from interview_desk.report.calendar.event_times import (
    EventTimes,
    has_offset,
    is_date,
    start_of,
    zone_in,
    zone_of_calendar,
)
from interview_desk.report.calendar.series import next_in_series
from interview_desk.report.calendar.time_zones import Zones, shown

_LONGEST_TITLE = 200
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_REPEATS = "It repeats; this is its next time."
_CHANGED = "Some of its times were changed."
_CHANGED_ON = "Its later times were changed together; look whether this one is right."


@dataclass(frozen=True, slots=True)
class Appointment:
    """When it is, as an ISO time with or without an offset from UTC, or as a date.

    ``minutes`` is None where the file does not say how long it takes; ``remarks`` are sentences.
    """

    begin: str
    minutes: int | None
    title: str
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Time:
    """One time that an event is at; without a zone where it gives none."""

    begin: datetime
    length: timedelta | None
    event: Component
    remarks: tuple[str, ...] = ()


def read_appointment(data: bytes, now: datetime) -> Appointment:
    """The appointment in the bytes of a file; ``now`` is in the zone where it is read.

    Raises CalendarError, and ValueError or OverflowError for dates that no calendar reaches.
    """
    components = read_components(data)
    if not any(each.name in ("VCALENDAR", "VEVENT") for each in components):
        raise CalendarError(
            "The file cannot be understood: it is no calendar, or damaged. Ask for it again."
        )
    events = [each for each in components if each.name == "VEVENT" and each.first("DTSTART")]
    if not events:
        raise CalendarError("There is no appointment with a date in the calendar file.")
    times = EventTimes(Zones(components), now)
    held = {each for each in _newest(events) if not _is_cancelled(each)}
    found, refusals = [], []
    for several in _by_uid(events).values():
        try:
            if each := _next(several, held, times):
                found.append(each)
        except CalendarError as error:
            refusals.append(error)
    if not found:
        raise (refusals or [CalendarError("The appointment was cancelled; nothing was taken.")])[0]
    told = _told(_nearest(found, times), len(found), times)
    if refusals:
        told.remarks.append(f"Another one in the file was not read. {refusals[0]}")
    return told


# Which events there are


def _by_uid(events: Iterable[Component]) -> Mapping[str, Sequence[Component]]:
    found: dict[str, list[Component]] = {}
    for number, event in enumerate(events):
        line = event.first("UID")
        found.setdefault(line.value.strip() if line else f" {number}", []).append(event)
    return found


def _newest(events: Iterable[Component]) -> Iterable[Component]:
    """Of several versions of the same event the last one."""
    found: dict[tuple[str, str], Component] = {}
    for uid, several in _by_uid(events).items():
        for event in several:
            of = uid, event.value("RECURRENCE-ID")
            if of not in found or _version(event) >= _version(found[of]):
                found[of] = event
    return found.values()


def _version(event: Component) -> tuple[int, str]:
    sequence = event.value("SEQUENCE")
    number = int(sequence) if sequence.isascii() and sequence.isdigit() else 0
    return number, event.value("LAST-MODIFIED") or event.value("DTSTAMP")


def _method(event: Component) -> str:
    calendar = event.above("VCALENDAR")
    return calendar.value("METHOD") if calendar else ""


def _is_cancelled(event: Component) -> bool:
    return "CANCEL" in _method(event) or event.value("STATUS").startswith("CANCEL")


# When they are


def _next(
    several: Sequence[Component], held: Iterable[Component], times: EventTimes
) -> _Time | None:
    """When an appointment is next, or was last; None if it is cancelled.

    ``several`` are its events, those of a series that were cancelled, too; ``held`` those of all
    appointments that are to be.
    """
    changed = [each for each in several if each.first("RECURRENCE-ID")]
    masters = [each for each in several if each in held and each not in changed]
    found = [_Time(*times.span(each), each) for each in changed if each in held]
    for master in masters[:1]:
        if not any(master.first(name) for name in ("RRULE", "RDATE")):
            found.append(_Time(*times.span(master), master))
        elif at := next_in_series(master, changed, times):
            found.append(_Time(*at, master, (_REPEATS,)))
    if masters and any(each.event is not masters[0] for each in found):
        ids = [each.all("RECURRENCE-ID")[0] for each in changed]
        on = any(each.parameters.get("RANGE", "").upper() == "THISANDFUTURE" for each in ids)
        remark = _CHANGED_ON if on else _CHANGED
        found = [replace(each, remarks=(*each.remarks, remark)) for each in found]
    return _nearest(found, times) if found else None


def _nearest(found: Sequence[_Time], times: EventTimes) -> _Time:
    """The first that is not over, or else the last one."""
    ahead = [each for each in found if not _is_over(each, times)]
    if ahead:
        return min(ahead, key=lambda each: times.moment(each.begin))
    return max(found, key=lambda each: times.moment(each.begin))


def _is_over(found: _Time, times: EventTimes) -> bool:
    return times.moment(found.begin) + (found.length or timedelta()) < times.now


def _is_whole_day(found: _Time) -> bool:
    length, midnight = found.length or timedelta(), found.begin.time() == time()
    return (
        is_date(start_of(found.event))
        or (midnight and length >= _DAY and length % _DAY == timedelta())
        or (midnight and found.event.value("X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE")
    )


# What is told


def _told(found: _Time, count: int, times: EventTimes) -> Appointment:
    summary = found.event.first("SUMMARY")
    begin, length = found.begin.isoformat(), found.length
    if _is_whole_day(found):
        begin, length = found.begin.date().isoformat(), None
    return Appointment(
        begin,
        round(length / _MINUTE) if length is not None else None,
        text_of(summary)[:_LONGEST_TITLE] if summary else "",
        [*_about_choice(found, count, times), *_about_zone(found), *times.zones.doubts],
    )


def _about_choice(found: _Time, count: int, times: EventTimes) -> Iterable[str]:
    """What there is to know of why it is this time, and of whether it holds."""
    event, is_over = found.event, _is_over(found, times)
    if count > 1:
        which = "last" if is_over else "next"
        yield f"There are {count} appointments in the file; this is the {which}."
    yield from (each for each in found.remarks if not (is_over and each == _REPEATS))
    if is_over:
        yield "It is in the past."
    if _method(event) in ("COUNTER", "DECLINECOUNTER"):
        yield "It is a proposal of another time, not yet agreed on."
    if event.value("STATUS") == "TENTATIVE":
        yield "It is not confirmed yet."


def _about_zone(found: _Time) -> Iterable[str]:
    """What there is to know of whose time it is."""
    line = start_of(found.event)
    if _is_whole_day(found):
        yield "It is for the whole day and gives no time of day: set that yourself."
    elif found.begin.tzinfo is None:
        yield "It gives no time zone: its time was taken as your own."
    elif not (zone_in(line) or has_offset(line)):
        yield f"Its time was taken as that of {shown(zone_of_calendar(found.event))}."
    elif zone_in(line) and has_offset(line):
        yield "Its time is given in two time zones; that with its offset was taken."
