"""What a report would lack if the scoring were finished now."""

from interview_desk.interview.checks import Check, Weight, check
from interview_desk.interview.interview import Interview
from interview_desk.words import count

_NAMED = 5  # so many are named, and the others counted


def missing(interview: Interview) -> tuple[Check, ...]:
    """The checks that tell of something missing."""
    return tuple(each for each in check(interview) if each.weight is Weight.MISSING)


def missing_words(checks: tuple[Check, ...]) -> str:
    """One line for the banner: how many things, the first few by name, and the way on."""
    names = [_within(each.subject) for each in checks[:_NAMED]]
    if len(checks) > _NAMED:
        names.append(f"and {len(checks) - _NAMED} more")
    verb = "is" if len(checks) == 1 else "are"
    things = count(len(checks), "thing")
    return f"{things} {verb} missing: {', '.join(names)}. Press again to finish anyway."


def _within(subject: str) -> str:
    """A subject as it reads in the middle of a line; a dimension keeps its name."""
    return f"the {subject[4:]}" if subject.startswith("The ") else subject
