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
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})\.? ([a-z]{3})[a-z]*\.?,?(?: (\d{4}))?", re.ASCII)
_SHIFT = re.compile(r"([+\-−–])\s*([0-9]{1,3})(?::([0-5][0-9]))?\s*(?:min)?")
_AT = re.compile(r"([0-9]{1,2})[:.h]([0-5][0-9])(?::([0-5][0-9]))?")


def read_when(text: str, today: date) -> str | None:
    """What was written as local ISO time to the minute; empty for nothing, None if unclear.

    Understood: ``14:00`` (today), ``tomorrow 9:30``, ``23 Nov 14:00`` (the next one),
    ``2026-11-23 14:00``.
    """
    words = " ".join(text.split())
    if not words:
        return ""
    clock = _TIME.search(words)
    if clock is None:
        return None
    on = _date(words[: clock.start()].strip(" ,").lower(), today)
    try:
        at = time(int(clock[1]), int(clock[2]))
    except ValueError:
        return None
    return datetime.combine(on, at).isoformat(timespec="minutes") if on else None


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


def _date(words: str, today: date) -> date | None:
    if words in ("", "today"):
        return today
    if words == "tomorrow":
        return today + timedelta(days=1)
    try:
        if iso := _ISO.fullmatch(words):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if (named := _NAMED.fullmatch(words)) and named[2] in _MONTHS:
            return _named(named, today)
    except ValueError:
        return None
    return None


def _named(match: re.Match[str], today: date) -> date:
    day, month = int(match[1]), _MONTHS.index(match[2]) + 1
    if match[3]:
        return date(int(match[3]), month, day)
    found = date(today.year, month, day)
    # An interview is planned ahead: in December, 8 Jan is next year's.
    return found if found >= today - timedelta(days=180) else date(today.year + 1, month, day)


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
