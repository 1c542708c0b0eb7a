"""Whose an interview is; apart from the aggregate, as a packet does not say it."""

from enum import StrEnum


class Origin(StrEnum):
    """Whose an interview in the store is."""

    OWN = "own"
    TAKEN_IN = "taken in"  # a colleague's
