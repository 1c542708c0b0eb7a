"""The headings and labels that a guide is recognised by, in the wordings people use."""

import re
from collections.abc import Mapping
from enum import StrEnum, auto
from typing import TypeVar

from interview_desk.guide.model import Topic
from interview_desk.guide.parse.tokens import Words

_LONGEST_NAME = 8

_Kind = TypeVar("_Kind", bound=StrEnum)


class PhaseLabel(StrEnum):
    """What a label inside a phase announces."""

    OBJECTIVE = auto()
    ACTIVITIES = auto()
    PROMPTS = auto()
    STRONG_SIGNALS = auto()
    RED_FLAGS = auto()
    DIFFERENTIATORS = auto()
    AREAS = auto()
    DIMENSIONS = auto()
    DURATION = auto()


class PitfallLabel(StrEnum):
    """What a label inside a pitfall announces."""

    WHY = auto()
    HOW = auto()


# The first pattern that matches counts, so narrower meanings stand above wider ones.
_TOPICS: Mapping[Topic, str] = {
    Topic.SCALE: r"recommendation (scale|steps|levels|options)|decision scale"
    r"|\b(overall|hiring) (recommendation|decision)\b",
    Topic.RUBRIC: r"\brubrics?\b|\bscorecard\b|\b(evaluation|assessment|scoring) criteria\b",
    Topic.PITFALLS: r"\bpitfalls?\b|\bcommon mistakes\b",
    Topic.BEFORE: r"^(checklist\W+)?before\b|^pre-?interview\b",
    Topic.DURING: r"^(checklist\W+)?during\b",
    Topic.AFTER: r"^(checklist\W+)?after\b|^post-?interview\b",
    Topic.DISQUALIFIERS: r"\bdisqualifiers?\b|\bdeal-?breakers?\b",
    Topic.WARNING_SIGNS: r"\bwarning signs?\b",
    Topic.CONCERNS: r"\bred flags?\b|\bconcerns?\b",
    Topic.RECOMMENDATIONS: r"\brecommendations\b",
    Topic.EXPECTATIONS: r"\bexpectations?\b|\bwhat we expect\b",
    Topic.PRINCIPLE: r"\b(key|guiding|core) principles?\b",
    Topic.DURATION: r"^(total |interview )?(duration|length)\b",
    Topic.SHORT_TITLE: r"^short title$",
    Topic.QUESTIONS: r"\bquestions?\b",
}

# A bold label outside a phase may be anything; these alone make a section of one.
_LABEL_TOPICS = frozenset(
    {
        Topic.BEFORE,
        Topic.DURING,
        Topic.AFTER,
        Topic.DISQUALIFIERS,
        Topic.WARNING_SIGNS,
        Topic.PRINCIPLE,
        Topic.DURATION,
        Topic.SHORT_TITLE,
        Topic.SCALE,
    }
)

_PHASE_LABELS: Mapping[PhaseLabel, str] = {
    PhaseLabel.DIFFERENTIATORS: r"\bdifferentiators?\b",
    PhaseLabel.STRONG_SIGNALS: r"\b(strong|positive|good|green) (signals?|indicators?|flags?)\b"
    r"|^(what|things|signals) to (look|listen|watch) for\b|^(look|listen) for\b",
    PhaseLabel.RED_FLAGS: r"\b(red flags?|(weak|negative) (signals?|indicators?|signs?))\b",
    PhaseLabel.AREAS: r"^(areas?|topics?) to (explore|probe|cover|discuss)\b"
    r"|^deep[- ]dive areas?\b",
    PhaseLabel.DIMENSIONS: r"^(rubric|(rubric )?dimensions?)$",
    PhaseLabel.OBJECTIVE: r"^(objectives?|goals?|purpose|aim)\b",
    PhaseLabel.ACTIVITIES: r"^(what (you|to) do|activit(y|ies)|instructions?|steps|how to run)\b",
    PhaseLabel.PROMPTS: r"^([\w-]+ )?(questions?|prompts?)\b|^(what to )?ask$",
    PhaseLabel.DURATION: r"^(duration|time|minutes|timing|time ?box)$",
}

_PITFALL_LABELS: Mapping[PitfallLabel, str] = {
    PitfallLabel.WHY: r"^why( it matters)?\b",
    PitfallLabel.HOW: r"^(how to avoid|avoid|instead|remedy|what to do)\b",
}

_FORBIDDEN = re.compile(
    r"\b(avoid|never|forbidden|illegal|unlawful|prohibited|inappropriate|taboo|off[- ]limits"
    r"|(not|cannot|\w+n[’']t) (to )?(be )?(ask(ed)?|used?))\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^[^\w\"'“”„«»「『(\[]+")
_PLAIN = re.compile(r"([^:：]{2,60})[:：]\s*(.*)", re.DOTALL)


def topic_of(title: str, *, heading: bool = True) -> Topic | None:
    """The topic of a section by its heading or bold label; None for any other."""
    topic = _first(_TOPICS, title)
    if topic is Topic.QUESTIONS and forbids(title):
        return None
    if heading or (topic in _LABEL_TOPICS and len(title.split()) <= _LONGEST_NAME):
        return topic
    return None


def phase_label(title: str) -> PhaseLabel | None:
    """What a heading or label inside a phase announces; None for any other."""
    label = _first(_PHASE_LABELS, title)
    return None if label is PhaseLabel.PROMPTS and forbids(title) else label


def forbids(title: str) -> bool:
    """Whether a heading is on what must not be asked ("Questions to avoid")."""
    return _FORBIDDEN.search(title) is not None


def pitfall_label(title: str) -> PitfallLabel | None:
    """What a heading or label inside a pitfall announces; None for any other."""
    return _first(_PITFALL_LABELS, title)


def says_more(title: str) -> bool:
    """Whether a heading or label has words besides those that it is known by."""
    patterns = (*_TOPICS.values(), *_PHASE_LABELS.values(), *_PITFALL_LABELS.values())
    plain = title.strip(" .:")
    return not any(re.fullmatch(words, plain, re.IGNORECASE) for words in patterns)


def plain_label(text: str) -> Words | None:
    """The words of a line whose label is not bold ("Objective: ..."); None for prose."""
    match = _PLAIN.fullmatch(text)
    if match is None or len(match[1].split()) > _LONGEST_NAME:
        return None
    name = match[1].strip()
    known = (
        phase_label(name) or pitfall_label(name) or topic_of(name, heading=False) or forbids(name)
    )
    return Words(text, name, match[2].strip(), True) if known else None


def without_sign(title: str) -> str:
    """The title without a picture or other sign before its first word."""
    return _SIGN.sub("", title)


def _first(patterns: Mapping[_Kind, str], title: str) -> _Kind | None:
    plain = without_sign(title)
    return next(
        (kind for kind, words in patterns.items() if re.search(words, plain, re.IGNORECASE)),
        None,
    )
