"""When the interview really started, as an interviewer writes it."""

import re
from datetime import datetime, timedelta, tzinfo

from interview_desk.interview.clock import Instant
from interview_desk.interview.plan import LONGEST
from interview_desk.words import local

_SHIFT = re.compile(r"([+\-−–])\s*([0-9]{1,3})(?::([0-5][0-9]))?\s*(?:min)?")
_AT = re.compile(r"([0-9]{1,2})[:.h]([0-5][0-9])(?::([0-5][0-9]))?")


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
