"""Times and counts as the product writes them, everywhere the same."""

from datetime import date, datetime, tzinfo
from functools import lru_cache


def minutes(ms: int) -> str:
    """A length in ms as minutes and seconds, rounded down: ``6:12``, ``-0:42``, ``75:00``."""
    seconds = abs(ms) // 1000
    sign = "-" if ms <= -1000 else ""
    return f"{sign}{seconds // 60}:{seconds % 60:02d}"


def length(ms: int) -> str:
    """A length in ms in words, its sign left out: ``1 h``, ``3 min 20 s``, ``25 s``."""
    seconds = abs(ms) // 1000
    parts = ((seconds // 3600, "h"), (seconds // 60 % 60, "min"), (seconds % 60, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 s"


def clock_time(wall_ms: int, zone: tzinfo | None) -> str:
    """UTC epoch ms as the time of day in a zone (None: the laptop's own): ``10:46``."""
    return _time_of_day(wall_ms // 60_000, zone)


@lru_cache(maxsize=16)
def _time_of_day(minute: int, zone: tzinfo | None) -> str:
    # A clock that runs asks every second, and asking for the laptop's own zone is dear.
    return local(minute * 60_000, zone).strftime("%H:%M")


def day(wall_ms: int, zone: tzinfo | None) -> str:
    """UTC epoch ms as a date in a zone: ``23 Nov 2026``. English month names always."""
    return date_words(local(wall_ms, zone))


def date_words(at: date) -> str:
    """A date as it is written everywhere: ``23 Nov 2026``."""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def local(wall_ms: int, zone: tzinfo | None) -> datetime:
    """UTC epoch ms as an aware datetime in a zone (None: the laptop's own)."""
    return datetime.fromtimestamp(wall_ms / 1000, tz=zone).astimezone(zone)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 note``, ``3 notes``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
