"""Reads a guide from Markdown, and says all that is wrong with a text that is not one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.minutes import EXAMPLE, Minutes, minutes_in, minutes_of
from interview_desk.guide.model import Dimension, Guide, MinuteRange, Phase, Pitfall, Topic
from interview_desk.guide.parse import lists
from interview_desk.guide.parse.headings import (
    Outline,
    check_headings,
    check_left_out,
    outline_of,
)
from interview_desk.guide.parse.leftovers import read_rest
from interview_desk.guide.parse.lists import follow_ups, read_pitfalls
from interview_desk.guide.parse.parts import Part
from interview_desk.guide.parse.phases import questions, read_phase
from interview_desk.guide.parse.rubric import read_dimensions, read_steps
from interview_desk.guide.parse.sections import parts_of
from interview_desk.guide.parse.tags import DimensionNames
from interview_desk.guide.text import check_text, normalise, plain_text

_LONGEST_SHORT_TITLE = 60
_MOST_FAULTS = 100
_CANDIDATE_QUESTIONS = re.compile(
    r"(?=.*\bquestions?\b)(?=.*\b(candidates?|they|their)\b)", re.IGNORECASE
)


def read_guide(text: str) -> Guide:
    """The guide that a Markdown text holds. Raises GuideError with all faults found."""
    source = normalise(text)
    if unreadable := check_text(source):
        raise GuideError(unreadable)
    faults: list[Fault] = []
    plain = plain_text(source)
    parts = parts_of(plain, faults)
    guide = _guide(plain, parts, outline_of(parts), faults)
    if faults:
        faults.sort(key=lambda fault: fault.line or 0)
        raise GuideError(tuple(faults[:_MOST_FAULTS]))
    return replace(guide, source=source)


def _guide(text: str, parts: Sequence[Part], outline: Outline, faults: list[Fault]) -> Guide:
    """The guide as far as it can be read; not to be used where there are faults."""
    if not outline.title.title:
        faults.append(Fault(1, "The guide has no title", "Begin with “# Title of the guide”."))
    if not outline.phases:
        remedy = "Write a heading such as “## Phase 1: Title (8-10 minutes)” for each phase."
        faults.append(Fault(None, "There is no phase", remedy))
    check_left_out(parts, outline.title, [under for _, under in outline.phases], faults)
    dimensions = read_dimensions(outline.on(Topic.RUBRIC), faults)
    pitfalls = read_pitfalls(outline.on(Topic.PITFALLS))
    phases = _phases(outline, dimensions, pitfalls, faults)
    disqualifiers, warning_signs = lists.concerns(
        outline.on(Topic.CONCERNS, Topic.DISQUALIFIERS, Topic.WARNING_SIGNS)
    )
    guide = Guide(
        title=outline.title.title,
        source=text,
        phases=phases,
        dimensions=dimensions,
        duration=_duration(outline, faults),
        short_title=_short_title(outline, faults),
        pitfalls=pitfalls,
        before=lists.checklist("before", outline.on(Topic.BEFORE)),
        during=lists.checklist("during", outline.on(Topic.DURING)),
        after=lists.checklist("after", outline.on(Topic.AFTER)),
        banks=lists.question_banks(outline.on(Topic.QUESTIONS)),
        disqualifiers=disqualifiers,
        warning_signs=warning_signs,
        expectations=lists.expectations(outline.on(Topic.EXPECTATIONS)),
        recommendations=lists.texts_of(outline.on(Topic.RECOMMENDATIONS)),
        key_principle=_principle(outline),
        question_minutes=_question_minutes(outline, faults),
    )
    if steps := read_steps(lists.lists_of(outline.on(Topic.SCALE)), faults):
        guide = replace(guide, steps=steps, own_steps=True)
    reading, headings = read_rest(parts, outline.title, text)
    return replace(guide, reading=reading, headings=headings)


def _phases(
    outline: Outline,
    dimensions: Sequence[Dimension],
    pitfalls: Sequence[Pitfall],
    faults: list[Fault],
) -> tuple[Phase, ...]:
    check_headings([heading for heading, _ in outline.phases], faults)
    names = DimensionNames.of(dimensions)
    read = [
        read_phase(number, heading, parts, names, faults)
        for number, (heading, parts) in enumerate(outline.phases, start=1)
    ]
    more = follow_ups(pitfalls)
    return tuple(_with_follow_ups(phase, more) for phase in read if phase is not None)


def _with_follow_ups(phase: Phase, texts: Sequence[str]) -> Phase:
    """The phase; one with areas to explore also asks what the pitfalls advise to ask."""
    if not phase.areas:
        return phase
    asked = [prompt.text for prompt in phase.prompts]
    unique = list(dict.fromkeys([*asked, *texts]))
    return replace(phase, prompts=questions(f"p{phase.number}.q", unique))


def _duration(outline: Outline, faults: list[Fault]) -> MinuteRange | None:
    for heading, *_ in outline.on(Topic.DURATION):
        found = minutes_of(heading.text)
        _report(found, heading.line, faults)
        if not found.without:
            heading.take_prose()
        if found.span:
            return found.span
    return None


def _short_title(outline: Outline, faults: list[Fault]) -> str:
    for heading, *_ in outline.on(Topic.SHORT_TITLE):
        if title := " ".join(heading.take_prose()):
            if len(title) > _LONGEST_SHORT_TITLE:
                problem = f"The short title is longer than {_LONGEST_SHORT_TITLE} characters"
                faults.append(Fault(heading.line, problem, "Write “**Short title**: A few words”."))
            return title
    return ""


def _question_minutes(outline: Outline, faults: list[Fault]) -> MinuteRange | None:
    """What the checklists keep for the candidate's own questions."""
    checklists = outline.on(Topic.BEFORE, Topic.DURING, Topic.AFTER)
    for item in lists.items_of(checklists):
        if _CANDIDATE_QUESTIONS.match(item.text):
            found = minutes_in(item.text)
            _report(found, item.line, faults)
            if found.span:
                return found.span
    return None


def _report(found: Minutes, line: int, faults: list[Fault]) -> None:
    if found.problem:
        faults.append(Fault(line, found.problem, EXAMPLE))


def _principle(outline: Outline) -> str:
    texts: list[str] = []
    for heading, *_ in outline.on(Topic.PRINCIPLE):
        texts += heading.take_all()
    return " ".join(texts)
