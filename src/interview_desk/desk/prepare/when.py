"""The date and time of an interview as people write them."""

import re
from datetime import date, datetime, time, timedelta

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = re.compile(r"(?:^|[\sT,])(\d{1,2})[:.](\d{2})$", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})\.? ([a-z]{3})[a-z]*\.?,?(?: (\d{4}))?", re.ASCII)


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
    at = read_scheduled(scheduled)
    return at.strftime("%Y-%m-%d %H:%M") if at else ""


def in_words(scheduled: str, today: date) -> str:
    """The day in words, so that a slip is noticed: ``Monday, tomorrow``."""
    at = read_scheduled(scheduled)
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


def read_scheduled(scheduled: str) -> datetime | None:
    """Local ISO time as a datetime without a zone; None for none.

    A packet from elsewhere may hold anything here, and a year that no time zone knows.
    """
    try:
        at = datetime.fromisoformat(scheduled).replace(tzinfo=None)
    except ValueError:
        return None
    return at if 1971 <= at.year <= 9_000 else None
