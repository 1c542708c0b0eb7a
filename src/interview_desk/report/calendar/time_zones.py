"""Which time zone a calendar file means: by its own rules for it, or by one of its many names."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

from interview_desk.report.calendar.content_lines import CalendarError, Component

_RULES = ("RRULE", "RDATE")
_OFTEN = re.compile(r"FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY)")
_MOST_IN_A_RULE = 20
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?:[:.]?(\d{2}))?")
# As Windows shows a zone: “(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna”.
_SHOWN = re.compile(r"\((?:UTC|GMT)((?:[+-]\d{1,2}[:.]?\d{2})?)\)\s*(.+)")
_COUNTED = re.compile(r"\s+\d{1,2}$")  # Outlook's second zone of the same name
_FURTHEST = timedelta(hours=15)
# Both halves of a year: zones that are the same on these days are so on others.
_TRIED = (datetime(2026, 1, 15), datetime(2026, 7, 15))  # noqa: DTZ001 - in each zone
_SHOWN_LENGTH = 60


class UnknownZoneError(CalendarError):
    """A zone that the file neither describes nor calls by a name that is known."""


class Zones:
    """The zones of a file.

    ``doubts`` says, of those that were asked for, where the file's rules are not those that
    are known for its name.
    """

    def __init__(self, components: Iterable[Component]) -> None:
        """Raises CalendarError for a zone that changes so often that it cannot be followed."""
        self._own: dict[str, tzinfo] = {}
        rules: dict[int, list[Component]] = {}
        zones = []
        for each in components:
            if each.name == "VTIMEZONE":
                zones.append(each)
            elif each.name in ("STANDARD", "DAYLIGHT") and (zone := each.above("VTIMEZONE")):
                rules.setdefault(id(zone), []).append(each)
        for zone in zones:
            found = _from_rules(rules.get(id(zone), []))
            name = zone.first("TZID")
            if found and name:
                self._own.setdefault(_plain(name.value), found)
        self.doubts: list[str] = []

    def of(self, name: str, at: datetime) -> tzinfo:
        """The zone of that name for a local time in it. Raises UnknownZoneError."""
        own, known = self._own.get(_plain(name)), _named(_plain(name))
        if own and known and own.utcoffset(at) != known.utcoffset(at):
            doubt = (
                f"The file’s own rules for the time zone “{shown(name)}” were taken; they are "
                "others than those known for that name."
            )
            if doubt not in self.doubts:
                self.doubts.append(doubt)
        if zone := own or known:
            return zone
        raise UnknownZoneError(
            f"The calendar file’s time zone “{shown(name)}” is not known; nothing was taken. "
            f"It says {at.day} {at:%b %Y, %H:%M}: give the date by hand, in your own time."
        )


def _plain(name: str) -> str:
    # Some write the next parameter into the quotes.
    return name.strip().strip('"').split(";")[0].strip().casefold()


def shown(name: str) -> str:
    """What a file says, as it can stand in a message."""
    return "".join(filter(str.isprintable, name.strip().strip('"')))[:_SHOWN_LENGTH]


def _from_rules(changes: Iterable[Component]) -> tzinfo | None:
    """The zone that the rules of a VTIMEZONE describe; None if they describe none."""
    from dateutil.tz import tzical

    lines = ["BEGIN:VTIMEZONE", "TZID:x"]
    for change in changes:
        start = change.value("DTSTART")
        rules = [(name, line.value.strip().upper()) for name in _RULES for line in change.all(name)]
        if any(name == "RRULE" and _is_often(rule) for name, rule in rules):
            # Each of its changes would be counted, for decades.
            raise CalendarError(
                "The calendar file’s time zone changes more often than once a year; nothing was "
                "taken. Give the time by hand."
            )
        lines += [f"BEGIN:{change.name}", f"DTSTART:{start if 'T' in start else start + 'T000000'}"]
        lines += [f"{name}:{rule}" for name, rule in rules]
        lines += [f"{name}:{change.value(name)}" for name in ("TZOFFSETFROM", "TZOFFSETTO")]
        lines.append(f"END:{change.name}")
    lines.append("END:VTIMEZONE")
    try:
        zone = tzical(StringIO("\n".join(lines))).get()
        return zone if zone and all(abs(zone.utcoffset(at)) < _FURTHEST for at in _TRIED) else None
    # What the library raises for rules that make no sense.
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError):
        return None


def _is_often(rule: str) -> bool:
    """Whether a rule brings a change more often than once a year, or is made to be slow."""
    return bool(_OFTEN.search(rule)) or rule.count(",") > _MOST_IN_A_RULE


def _named(name: str) -> tzinfo | None:
    """The zone of a name in any of the forms that programs write."""
    if name == "z":
        return UTC
    if match := _OFFSET.fullmatch(name.upper()):
        return _fixed(match[1], match[2], match[3])
    if match := _SHOWN.fullmatch(name.upper()):
        return _of_places(match[2].casefold(), match[1] or "+00")
    if "," in name:
        return _of_places(name, "")
    ends = name.split("/")
    # Others put their own name first: “/mozilla.org/20050126_1/Europe/Berlin”.
    for start in range(len(ends)):
        end = "/".join(ends[start:])
        windows = _windows_names().get(_COUNTED.sub("", end))
        if windows is None and (start == 0 or "/" in end or end == "utc"):
            windows = _names().get(end)
        if windows is not None:
            return ZoneInfo(windows)
    return None


def _fixed(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-offset if sign == "-" else offset) if offset < _FURTHEST else None


def _of_places(words: str, offset: str) -> tzinfo | None:
    """The zone of places such as “Berlin, Rome” if it is the same for all of them.

    Only those count that have that ``offset`` in winter, if one is given.
    """
    match = _OFFSET.fullmatch(offset)
    wanted = _fixed(*match.groups()) if match else None
    keys = {key for place in re.split(r"[,/]", words) for key in _places().get(place.strip(), ())}
    if words == "coordinated universal time":
        keys.add("UTC")
    # “Pacific Time (US & Canada)”
    area, _, more = words.partition(" time")
    if more and (key := _windows_names().get(f"{area} standard time")):
        keys.add(key)
    found = set()
    for key in keys:
        zone = ZoneInfo(key)
        both = tuple(zone.utcoffset(at) or timedelta() for at in _TRIED)
        if not offset or (wanted and min(both) == wanted.utcoffset(None)):
            found.add((both, key))
    return ZoneInfo(min(found)[1]) if len({both for both, _ in found}) == 1 else None


@cache
def _names() -> Mapping[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@cache
def _places() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in available_timezones():
        found.setdefault(name.split("/")[-1].replace("_", " ").casefold(), set()).add(name)
    return found


@cache
def _windows_names() -> Mapping[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.casefold(): known for name, known in WINDOWS_TO_OLSON.items()}
