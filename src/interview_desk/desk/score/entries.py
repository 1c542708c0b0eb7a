"""What is listed at the side: the rubric, then what follows it, each with how it stands."""

from interview_desk.desk.theme.tokens import Tone, level_tone
from interview_desk.desk.widgets.nav_list import NavRow
from interview_desk.guide.model import Dimension
from interview_desk.interview.actions.scoring import rating_words
from interview_desk.interview.concerns import Finding, concerns_found
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import NO_DECISION

CONCERNS = "concerns"
RECOMMENDATION = "recommendation"
FEEDBACK = "feedback"
AFTER = "after"


def dimension_key(number: int) -> str:
    """The key of a dimension in the list."""
    return f"d{number}"


def dimension_number(key: str) -> int | None:
    """The dimension that the key names, or None for another entry."""
    return int(key[1:]) if key[:1] == "d" and key[1:].isdigit() else None


def level_word(interview: Interview, dimension: Dimension) -> tuple[str, Tone]:
    """The rating of a dimension in words, and the colour that goes with it."""
    rating = interview.rating(dimension.number)
    height = dimension.height(rating.level)
    if not height:
        return rating_words(rating), "ink2" if rating.not_enough else "ink3"
    steps = len(dimension.levels)
    return rating.level, level_tone(height, steps) if steps > 1 else "accent"


def rubric_rows(interview: Interview) -> list[NavRow]:
    """A row for every dimension."""
    return [_dimension_row(interview, each) for each in interview.guide.dimensions]


def then_rows(interview: Interview) -> list[NavRow]:
    """Rows for what comes after the ratings, as far as the guide has it."""
    guide, verdict = interview.guide, interview.verdict
    rows = []
    if guide.concerns:
        unseen = len(concerns_found(interview, Finding.NOT_LOOKED_AT))
        looked = len(guide.concerns) - unseen
        rows.append(NavRow(CONCERNS, "Concerns", status=f"{looked} of {len(guide.concerns)}"))
    tone: Tone = "accent" if verdict.step and verdict.step != NO_DECISION else "ink3"
    rows.append(NavRow(RECOMMENDATION, "Recommendation", "", verdict.step or "Open", tone))
    written = "Draft" if interview.feedback.text.strip() else "Empty"
    rows.append(NavRow(FEEDBACK, "Feedback for the candidate", status=written))
    if guide.after:
        done = sum(interview.ticked(item.key) for item in guide.after)
        rows.append(NavRow(AFTER, "After the interview", status=f"{done} of {len(guide.after)}"))
    return rows


def rated(interview: Interview) -> int:
    """How many dimensions have a level, or the word that there is not enough evidence."""
    ratings = (interview.rating(each.number) for each in interview.guide.dimensions)
    return sum(bool(rating.level) or rating.not_enough for rating in ratings)


def _dimension_row(interview: Interview, dimension: Dimension) -> NavRow:
    word, tone = level_word(interview, dimension)
    if interview.rating(dimension.number).not_enough:
        word = "Not enough"
    number = dimension.number
    return NavRow(dimension_key(number), dimension.brief, str(number), word, tone)
