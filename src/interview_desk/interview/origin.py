"""Whose an interview is; apart from the aggregate, as a packet does not say it."""

from enum import StrEnum


class Origin(StrEnum):
    """Whose an interview in the store is."""

    OWN = "own"
    TAKEN_IN = "taken in"  # a colleague's
    CASE = "case"  # an answer to a case, about nobody

    @classmethod
    def stored(cls, value: object) -> "Origin":
        """What a stored value says; one's own where it says nothing that is known."""
        return next((each for each in cls if each == value), cls.OWN)
