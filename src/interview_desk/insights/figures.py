"""All figures on one rubric. Some are kept out on purpose.

Nothing is told apart by sex, origin, age, name or accent; candidates have no scores, means,
ranks or forecasts; and nobody's ratings are held against what became of a candidate, or against
other interviewers in a league.
"""

from interview_desk.insights.change import change
from interview_desk.insights.insight import Insight
from interview_desk.insights.past_interview import Rubric
from interview_desk.insights.rating_insights import all_alike, evidence, levels, not_enough
from interview_desk.insights.time_insights import phase_time, question_time

CAUTION = "These describe your ratings, not whether they are right."
_FIGURES = (levels, change, all_alike, evidence, not_enough, phase_time, question_time)


def insights_on(rubric: Rubric) -> tuple[Insight, ...]:
    """Each figure, in the order of the page."""
    return tuple(figure(rubric) for figure in _FIGURES)
