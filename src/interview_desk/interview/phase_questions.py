"""What is to be asked in a phase: the interview's own problem, and what belongs to the phase."""

from dataclasses import dataclass

from interview_desk.guide.model import Guide, Phase, Question
from interview_desk.interview.interview import Interview

_QUESTION_MARKS = "?？؟"


@dataclass(frozen=True, slots=True)
class PhaseQuestions:
    """The problem in the interviewer's own words, if it is none of the guide's; the questions.

    A problem of the guide's is the first of the questions, in the phase that poses it.
    """

    problem: str
    questions: tuple[Question, ...]


def phase_questions(interview: Interview, phase: Phase) -> PhaseQuestions:
    """What to ask in the phase. Once a problem is chosen no other one is among it."""
    chosen = interview.setup.question.strip()
    prompts = phase.prompts
    if chosen:
        others = _other_problems(interview.guide, chosen)
        prompts = tuple(each for each in prompts if each.text not in others)
    if not chosen or phase.number > 1:
        return PhaseQuestions("", prompts)
    found = _written(interview.guide, chosen)
    if found is None:
        return PhaseQuestions(chosen, prompts)
    return PhaseQuestions("", (found, *(each for each in prompts if each.text != chosen)))


def asks(question: Question) -> bool:
    """Whether it is a question; what is none poses a problem to open with."""
    return any(mark in question.text for mark in _QUESTION_MARKS)


def _written(guide: Guide, text: str) -> Question | None:
    """The question of the guide in these words: the first in a bank, or else in a phase."""
    banks = (question for bank in guide.banks for question in bank.questions)
    for question in (*banks, *guide.questions.values()):
        if question.text == text:
            return question
    return None


def _other_problems(guide: Guide, chosen: str) -> frozenset[str]:
    """The problems in the place of which this one was chosen.

    They stand in the same bank, and where the first phase poses problems.
    """
    banks = ([each.text for each in bank.questions] for bank in guide.banks)
    beside = {text for texts in banks if chosen in texts for text in texts}
    posed = {each.text for each in guide.phase(1).prompts if not asks(each)}
    return frozenset((beside | posed) - {chosen})
