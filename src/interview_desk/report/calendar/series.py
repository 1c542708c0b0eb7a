"""The next time of an appointment that repeats (RFC 5545, 3.8.5); dateutil follows the rules."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta, tzinfo

from interview_desk.report.calendar.content_lines import CalendarError, Component, Line
from interview_desk.report.calendar.event_times import EventTimes, is_date, start_of

# More often than once a day, which no interview is: following it would take hours.
_OFTEN = re.compile(
    r"FREQ=(?:SECONDLY|MINUTELY|HOURLY)|INTERVAL=0|BYHOUR=\d+,|BYMINUTE=\d+,|BYSECOND=\d+,"
)
_UNTIL = re.compile(r"UNTIL=([^;]+)")
_LONGEST_RULE = 500
_MOST_RULES = 10


def next_in_series(
    master: Component, changed: Sequence[Component], times: EventTimes
) -> tuple[datetime, timedelta | None] | None:
    """When a series is next, or was last, and how long it takes.

    The times that are ``changed`` or cancelled by an event of their own are passed over. None if
    nothing is left of it. Raises CalendarError for what repeats in no way that can be followed.
    """
    from dateutil.rrule import rruleset, rrulestr

    begin, length = times.span(master)
    zone, start = begin.tzinfo, begin.replace(tzinfo=None)
    series = rruleset()
    rules, without = _rules(master, "RRULE"), _rules(master, "EXRULE")
    try:
        for rule in rules:
            series.rrule(rrulestr(_ending_there(rule, zone, times), dtstart=start))
        for rule in without:
            series.exrule(rrulestr(_ending_there(rule, zone, times), dtstart=start))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise _unclear() from error
    series.rdate(start)
    for at in _listed(master, "RDATE", times, zone):
        series.rdate(at)
    for at in _listed(master, "EXDATE", times, zone):
        series.exdate(at)
    for event in changed:
        series.exdate(_there(event.all("RECURRENCE-ID")[0], event, times, start, zone))
    # What is going on is still to be taken.
    since = times.local(times.now, zone) - (length or timedelta())
    found = series.after(since, inc=True) or series.before(since)
    return (found.replace(tzinfo=zone), length) if found else None


def _rules(master: Component, name: str) -> list[str]:
    written = [line.value.upper().replace(" ", "").rstrip(";") for line in master.all(name)]
    rules = [rule for rule in written if rule]
    slow = any(len(rule) > _LONGEST_RULE or _OFTEN.search(rule) for rule in rules)
    if len(rules) > _MOST_RULES or slow:
        raise _unclear()
    return rules


def _listed(
    master: Component, name: str, times: EventTimes, zone: tzinfo | None
) -> Iterator[datetime]:
    start = times.read(start_of(master), master).replace(tzinfo=None)
    for line in master.all(name):
        for value in filter(None, line.value.split(",")):
            begin = Line(value.split("/")[0], line.parameters)  # that of a period
            yield _there(begin, master, times, start, zone)


def _there(
    line: Line, event: Component, times: EventTimes, start: datetime, zone: tzinfo | None
) -> datetime:
    """A time as the clocks of the series show it; of a day the time of the series."""
    at = times.local(times.read(line, event), zone)
    whole_day = is_date(line) or is_date(start_of(event))
    return datetime.combine(at.date(), start.time()) if whole_day else at


def _ending_there(rule: str, zone: tzinfo | None, times: EventTimes) -> str:
    """The rule with its end as the clocks of the series show it."""
    match = _UNTIL.search(rule)
    if match is None:
        return rule
    at = times.local(datetime.fromisoformat(match[1].strip()), zone)
    if "T" not in match[1]:
        at = datetime.combine(at.date(), time(23, 59, 59))
    return rule.replace(match[0], f"UNTIL={at:%Y%m%dT%H%M%S}")


def _unclear() -> CalendarError:
    return CalendarError(
        "The appointment repeats in a way that cannot be followed; nothing was taken. Export the "
        "one time alone, or give the date by hand."
    )
