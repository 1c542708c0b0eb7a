"""Dates, times and corrections of them, as people write them."""

import re
from datetime import date, datetime, time, timedelta, tzinfo

from interview_desk.interview.clock import Instant
from interview_desk.interview.plan import LONGEST
from interview_desk.interview.summary import scheduled_at
from interview_desk.words import local

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = re.compile(r"(?:^|[\sT,])(\d{1,2})[:.](\d{2})$", re.ASCII)
_ISO = re.compile(r"(\d{4})([-./]?)(\d{1,2})\2(\d{1,2})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? ?([a-z]{3})[a-z]*\.?,?(?: (\d{4}))?", re.ASCII)
_NAMED_FIRST = re.compile(r"([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ", re.ASCII)
_SHIFT = re.compile(r"([+\-−–])\s*([0-9]{1,3})(?::([0-5][0-9]))?\s*(?:min)?")
_AT = re.compile(r"([0-9]{1,2})[:.h]([0-5][0-9])(?::([0-5][0-9]))?")


def read_when(text: str, today: date) -> str | None:
    """What was written as local ISO time to the minute; empty for nothing, None if unclear.

    Understood: ``14:00`` (today), ``tomorrow 9:30``, ``23 Nov 14:00`` (the next one),
    ``2026-11-23 14:00``, and the other ways of `read_day`.
    """
    words = " ".join(text.split())
    if not words:
        return ""
    clock = _TIME.search(words)
    if clock is None:
        return None
    # An interview is planned ahead: in December, 8 Jan is next year's.
    earliest = today - timedelta(days=180)
    on = _date(words[: clock.start()].strip(" ,").lower() or "today", today, earliest)
    try:
        at = time(int(clock[1]), int(clock[2]))
    except ValueError:
        return None
    return datetime.combine(on, at).isoformat(timespec="minutes") if on else None


def read_day(text: str, today: date) -> date | None:
    """The day that was written, a day to come where no year was; None if it is unclear.

    Understood: ``2027-05-23``, also with dots or slashes, ``23 May 2027``, ``May 23rd, 2027``,
    ``Sun 23 May``, ``23.5.2027``, ``23/05/2027`` and ``05/23/2027`` where only one way of
    reading it is a date, ``today``, ``tomorrow``.
    """
    return _date(" ".join(text.split()).lower(), today, today)


def show_when(scheduled: str) -> str:
    """A stored time as it stands in the field: ``2026-11-23 14:00``."""
    at = scheduled_at(scheduled)
    return at.strftime("%Y-%m-%d %H:%M") if at else ""


def in_words(scheduled: str, today: date) -> str:
    """The day in words, so that a slip is noticed: ``Monday, tomorrow``."""
    at = scheduled_at(scheduled)
    if at is None:
        return ""
    weekday, away = _WEEKDAYS[at.weekday()], (at.date() - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if away in near:
        return f"{weekday}, {near[away]}"
    return f"{weekday}, in {away} days" if away > 0 else f"{weekday}, {-away} days ago"


def _date(words: str, today: date, earliest: date) -> date | None:
    """The date; one without a year is this year's, or the next one's if before ``earliest``."""
    if words == "today":
        return today
    if words == "tomorrow":
        return today + timedelta(days=1)
    try:
        return _in_numbers(words) or _in_letters(words, today, earliest)
    except ValueError:
        return None


def _in_numbers(words: str) -> date | None:
    if iso := _ISO.fullmatch(words):
        return date(int(iso[1]), int(iso[3]), int(iso[4]))
    numbers = _NUMBERS.fullmatch(words)
    return _numbered(*numbers.groups()) if numbers else None


def _in_letters(words: str, today: date, earliest: date) -> date | None:
    weekday = _WEEKDAY.match(words)
    words = words.removeprefix(weekday[0]) if weekday else words
    if (named := _NAMED.fullmatch(words)) and named[2] in _MONTHS:
        written, name, year = named.groups()
    elif (named := _NAMED_FIRST.fullmatch(words)) and named[1] in _MONTHS:
        name, written, year = named.groups()
    else:
        return None
    day, month = int(written), _MONTHS.index(name) + 1
    if year:
        return date(int(year), month, day)
    found = date(today.year, month, day)
    return found if found >= earliest else date(today.year + 1, month, day)


def _numbered(first: str, joint: str, second: str, year: str) -> date | None:
    """A date in numbers: with dots the day comes first; else it must read in one way only."""
    day, month = int(first), int(second)
    if joint != "." and day != month and max(day, month) <= 12:
        return None
    if joint != "." and month > 12:
        day, month = month, day
    return date(int(year), month, day)


def read_start(text: str, pressed: Instant, zone: tzinfo | None) -> int | None:
    """How far from the moment of the start key, in ms; None if the text says no such thing.

    ``-3`` and ``+2:30`` are minutes before and after it; ``10:02`` is the nearest such time
    of day in the zone (None: the laptop's own). Three hours either way at the most.
    """
    shift = _shift(text.strip()) if text else None
    if shift is None:
        shift = _nearest(text.strip(), pressed, zone)
    return shift if shift is not None and abs(shift) <= LONGEST * 60_000 else None


def _shift(text: str) -> int | None:
    found = _SHIFT.fullmatch(text)
    if found is None:
        return None
    sign, whole, seconds = found.groups()
    ms = (int(whole) * 60 + int(seconds or 0)) * 1000
    return ms if sign == "+" else -ms


def _nearest(text: str, pressed: Instant, zone: tzinfo | None) -> int | None:
    found = _AT.fullmatch(text)
    if found is None or int(found[1]) > 23:
        return None
    at = local(pressed.wall_ms, zone)
    shifts = []
    for days in (-1, 0, 1):
        day = at.date() + timedelta(days=days)
        for fold in (0, 1):  # an hour that comes twice when summer time ends
            wanted = datetime(
                day.year, day.month, day.day, int(found[1]), int(found[2]), int(found[3] or 0),
                tzinfo=zone, fold=fold,
            )  # fmt: skip
            shifts.append(round(wanted.timestamp() * 1000) - pressed.wall_ms)
    return min(shifts, key=abs)
