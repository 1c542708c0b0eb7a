"""What an interview still lacks, in a few short lines."""

from interview_desk.interview.checks import Weight, check
from interview_desk.interview.interview import Interview
from interview_desk.interview.status import Status


def missing_lines(interview: Interview) -> list[str]:
    """What is to be done before it starts, or before its scoring is finished."""
    match interview.status:
        case Status.PREPARED:
            setup, guide = interview.setup, interview.guide
            lines = [] if setup.candidate else ["The candidate has no name."]
            lines += [] if setup.question else ["There is no question yet."]
            return lines + [item.text for item in guide.before if not interview.ticked(item.key)]
        case Status.TO_SCORE:
            found = [each for each in check(interview) if each.weight is Weight.MISSING]
            return [f"{each.subject} {each.text}".strip() for each in found]
        case Status.DONE:
            after = interview.guide.after
            return [item.text for item in after if not interview.ticked(item.key)]
        case Status.LIVE:
            return []
