"""Where an interview stands; apart from the aggregate, which the library does without."""

from enum import StrEnum


class Status(StrEnum):
    """Where an interview stands."""

    PREPARED = "prepared"
    LIVE = "live"
    TO_SCORE = "to score"
    DONE = "done"
