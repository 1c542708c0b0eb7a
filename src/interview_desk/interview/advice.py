"""The guide's own words for a cue: what it advises, and the next question that it offers."""

import re
from collections.abc import Callable, Iterator

from interview_desk.guide.model import Dimension, Guide, Phase, Question
from interview_desk.interview.interview import Interview

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_WORD = re.compile(r"[^\W\d_]{4,}")
_QUESTION_MARKS = "?？؟"


def advice_on(guide: Guide, phase: Phase) -> str:
    """What the guide advises against the pitfall that names the phase, quoted, or nothing."""
    names = set(_WORD.findall(phase.title.casefold()))
    return advice_where(guide, lambda title: bool(names & set(_WORD.findall(title.casefold()))))


def advice_where(guide: Guide, fits: Callable[[str], bool]) -> str:
    """The first sentence against the first pitfall whose title fits, quoted, or nothing."""
    how = next((each.how[0] for each in guide.pitfalls if each.how and fits(each.title)), "")
    return f"“{_SENTENCE_END.split(how, maxsplit=1)[0]}”" if how else ""


def next_probe(interview: Interview, phase: Phase) -> str:
    """The first question of the phase that was not asked yet, chosen areas first, or nothing."""
    return next((each.text for each in _open_questions(interview, phase)), "")


def probe_for(interview: Interview, dimension: Dimension, current: int) -> str:
    """A question not asked yet from a phase that speaks for the dimension, or nothing.

    The phase that is on comes first, then those nearest to it.
    """
    speaking = [each for each in interview.guide.phases if _speaks_for(each, dimension)]
    speaking.sort(key=lambda phase: abs(phase.number - current))
    return next((text for phase in speaking if (text := next_probe(interview, phase))), "")


def _speaks_for(phase: Phase, dimension: Dimension) -> bool:
    named = (phase.dimensions, *(each.dimensions for each in phase.indicators))
    return any(dimension.number in dimensions for dimensions in named)


def _open_questions(interview: Interview, phase: Phase) -> Iterator[Question]:
    """The questions of the phase whose words were not asked yet, in this phase or another."""
    known = interview.guide.questions.items()
    asked = {question.text for key, question in known if interview.ticked(key)}
    for question in phase.prompts:
        # What is no question is an opening problem, too late to be posed again.
        asks = any(mark in question.text for mark in _QUESTION_MARKS)
        if asks and question.text not in asked:
            yield question
    for area in sorted(phase.areas, key=lambda area: area.key not in interview.setup.areas):
        for probe in area.probes:
            if probe.text not in asked:
                yield probe
