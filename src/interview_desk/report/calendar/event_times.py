"""When an event of a calendar file begins and how long it takes, as it is written there."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from interview_desk.report.calendar.content_lines import CalendarError, Component, Line
from interview_desk.report.calendar.time_zones import UnknownZoneError, Zones, shown

_DATE = re.compile(r"\d{4}-?\d{2}-?\d{2}")
_DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?"
)


@dataclass(frozen=True, slots=True)
class EventTimes:
    """Reads the times of one file. ``now`` is in the zone where it is read."""

    zones: Zones
    now: datetime

    def span(self, event: Component) -> tuple[datetime, timedelta | None]:
        """When it begins, and how much time passes until it ends if it says so.

        Raises CalendarError.
        """
        begin = self.read(start_of(event), event)
        if event.value("DTEND"):
            try:
                end = self.read(event.all("DTEND")[0], event)
            except UnknownZoneError:
                return begin, None
            if end.tzinfo is None and zone_in(start_of(event)):
                end = end.replace(tzinfo=begin.tzinfo)  # the zone is named only once
            return begin, self.moment(end) - self.moment(begin)
        if told := event.value("DURATION"):
            return begin, _duration(told)
        return begin, timedelta(days=1) if is_date(start_of(event)) else None

    def read(self, line: Line, event: Component) -> datetime:
        """A time in its zone, without one where none is given. Raises CalendarError."""
        value = line.value.strip().upper()
        try:
            at = datetime.fromisoformat(value)
        except ValueError as error:
            raise _unclear("date", value) from error
        if at.tzinfo is not None:
            return at.astimezone(UTC)
        if is_date(line):
            return at
        name = zone_in(line) or zone_of_calendar(event)
        return at.replace(tzinfo=self.zones.of(name, at)) if name else at

    def moment(self, at: datetime) -> datetime:
        """The time in UTC; without a zone it is that of where it is read."""
        return (at if at.tzinfo else at.replace(tzinfo=self.now.tzinfo)).astimezone(UTC)

    def local(self, at: datetime, zone: tzinfo | None) -> datetime:
        """What the clocks show then in a zone, or, without one, where it is read."""
        return at.astimezone(zone or self.now.tzinfo).replace(tzinfo=None) if at.tzinfo else at


def start_of(event: Component) -> Line:
    """The line that says when it begins; no event without one is looked at."""
    return event.all("DTSTART")[0]


def is_date(line: Line) -> bool:
    """Whether it names a day and no time of it."""
    return _DATE.fullmatch(line.value.strip()) is not None or (
        line.parameters.get("VALUE", "").upper() == "DATE"
    )


def has_offset(line: Line) -> bool:
    """Whether a time that was read says itself how far it is from UTC."""
    return datetime.fromisoformat(line.value.strip().upper()).tzinfo is not None


def zone_in(line: Line) -> str:
    """The zone that the line names, or nothing."""
    return line.parameters.get("TZID", "").strip().strip('"')


def zone_of_calendar(event: Component) -> str:
    """The zone for all times without one, as many programs and vCalendar 1.0 give it."""
    calendar = event.above("VCALENDAR")
    if calendar is None:
        return ""
    if line := calendar.first("X-WR-TIMEZONE"):
        return line.value.strip()
    if line := calendar.first("TZ"):
        summer = " with summer time" if calendar.value("DAYLIGHT").startswith("TRUE") else ""
        return line.value.strip() + summer
    return ""


def _duration(told: str) -> timedelta:
    match = _DURATION.fullmatch(told)
    if match is None:
        raise _unclear("duration", told)
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _unclear(what: str, says: str) -> CalendarError:
    return CalendarError(
        f"The calendar file’s {what} “{shown(says)}” cannot be understood; nothing was taken."
    )
