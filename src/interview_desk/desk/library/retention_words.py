"""How long an interview is kept, in words."""

from collections.abc import Sequence
from datetime import date

from interview_desk.store.privacy.erase_everywhere import CleanedCopies
from interview_desk.store.privacy.retention import Retention
from interview_desk.words import count, date_words


def keeping_words(keeping: Retention, today: date) -> str:
    """Until when, and why so long."""
    if keeping.held:
        return "On legal hold: it cannot be erased or made anonymous until that is lifted."
    if keeping.until is None:
        return "Kept until you erase it."
    until = date_words(keeping.until)
    why = "" if keeping.own else ", as set for all"
    if keeping.until <= today:
        return f"Was to be kept until {until}{why}. Due for review."
    return f"Kept until {until}{why}."


def read_day(text: str) -> date | None:
    """A day as it is written in the field, ``2027-05-23``; None for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def anonymised_words(cleaned: CleanedCopies, also: Sequence[str]) -> str:
    """What was taken out, with no promise that a text does not tell who is meant."""
    places = f" of {count(cleaned.places, 'place')}" if cleaned.places else ""
    if also:
        return f"What you ticked is taken out{places}."
    if cleaned.near is None:
        return f"The name is taken out{places}. What is nearly like it can no longer be told."
    nothing = "" if cleaned.near else " Nothing else is nearly like it."
    return f"The name is taken out{places}.{nothing}"


def cleaned_words(cleaned: CleanedCopies) -> str:
    """What became of the backups."""
    words = (
        f" {count(len(cleaned.cleaned), 'backup')} cleaned of it too." if cleaned.cleaned else ""
    )
    if cleaned.removed:
        gone = count(len(cleaned.removed), "backup")
        words += f" {gone} could not be read, and so was removed."
    return words
