"""What is to be asked in a phase: the interviewer's own questions, the problem, the guide's."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from interview_desk.guide.model import Guide, Phase, Question
from interview_desk.interview.actions.preparation import groups
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import PreparedQuestion, own_key

_QUESTION_MARKS = "?？؟"


@dataclass(frozen=True, slots=True)
class PhaseQuestions:
    """The problem in the interviewer's own words, if it is none of the guide's; the questions.

    ``own`` are those that were prepared for the phase, or for any. A problem of the guide's is
    the first of the questions, in the phase that poses it.
    """

    problem: str
    questions: tuple[Question, ...]
    own: tuple[Question, ...] = ()


def phase_questions(interview: Interview, phase: Phase) -> PhaseQuestions:
    """What to ask in the phase. Once a problem is chosen no other one is among it."""
    return replace(_of_guide(interview, phase), own=tuple(_own(interview, phase)))


def told(question: PreparedQuestion, guide: Guide) -> str:
    """A question of one's own in a line: whether it follows up, and what it is evidence of."""
    mark = "↳ " if question.follow_up else ""
    dimension = f" · {guide.dimension(question.dimension).brief}" if question.dimension else ""
    return f"{mark}{question.text}{dimension}"


def assigned(question: PreparedQuestion, guide: Guide) -> str:
    """What a question of one's own is for, in a line, and whether it was asked."""
    phase = guide.phase(question.phase).title if question.phase else "Any phase"
    dimension = guide.dimension(question.dimension).brief if question.dimension else ""
    return " · ".join(filter(None, (phase, dimension, "asked" if question.at else "")))


def _own(interview: Interview, phase: Phase) -> Iterator[Question]:
    for group in groups(interview):
        if group[0].phase in (None, phase.number):
            for each in group:
                yield Question(own_key(each), told(each, interview.guide))


def _of_guide(interview: Interview, phase: Phase) -> PhaseQuestions:
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
