"""Whether a disqualifier or warning sign was observed, in the interview or looked at after it."""

from enum import Enum

from interview_desk.guide.model import Indicator
from interview_desk.interview.interview import Interview


class Finding(Enum):
    """What is known of a concern; the value is its words."""

    OBSERVED = "observed"
    NOT_OBSERVED = "not observed"
    NOT_LOOKED_AT = "not looked at"


def finding(interview: Interview, concern: Indicator) -> Finding:
    """What the review afterwards says, else whether it was seen in the interview."""
    review = interview.review(concern.key)
    if review is not None:
        return Finding.OBSERVED if review.observed else Finding.NOT_OBSERVED
    return Finding.OBSERVED if interview.seen(concern.key) else Finding.NOT_LOOKED_AT


def concerns_found(interview: Interview, found: Finding) -> tuple[Indicator, ...]:
    """The disqualifiers and warning signs of which that is known."""
    return tuple(each for each in interview.guide.concerns if finding(interview, each) is found)
