"""The time an interview is planned for, as it is stored."""

from datetime import datetime


def read_scheduled(scheduled: str) -> datetime | None:
    """Local ISO time as a datetime without a zone; None for none.

    A packet from elsewhere may hold anything here, and a year that no time zone knows.
    """
    try:
        at = datetime.fromisoformat(scheduled).replace(tzinfo=None)
    except ValueError:
        return None
    return at if 1971 <= at.year <= 9_000 else None
