"""What was understood of a guide, ready for JSON: to be compared with what its author meant."""

from typing import TypedDict

from interview_desk.guide.importer.draft import Draft
from interview_desk.guide.model import Guide, MinuteRange


class UnderstoodPhase(TypedDict):
    """A phase with its shortest and longest minutes, None where the document gives none."""

    title: str
    minutes: list[int] | None


class UnderstoodDimension(TypedDict):
    """A dimension with the names of its levels, best first."""

    title: str
    levels: list[str]


class Understood(TypedDict):
    """Phases, dimensions, and how much is asked and watched for."""

    phases: list[UnderstoodPhase]
    dimensions: list[UnderstoodDimension]
    questions: int
    signals: dict[str, int]


def understood_of_guide(guide: Guide) -> Understood:
    """What the strict reader made of a guide."""
    return {
        "phases": [{"title": each.title, "minutes": _pair(each.minutes)} for each in guide.phases],
        "dimensions": [
            {"title": each.title, "levels": [level.name for level in each.levels]}
            for each in guide.dimensions
        ],
        "questions": len(guide.questions),
        "signals": {
            "strong": sum(len(phase.strong_signals) for phase in guide.phases),
            "red_flags": sum(len(phase.red_flags) for phase in guide.phases),
        },
    }


def understood_of_draft(draft: Draft) -> Understood:
    """What the importer made of a foreign document."""
    return {
        "phases": [{"title": each.title, "minutes": _pair(each.minutes)} for each in draft.phases],
        "dimensions": [
            {"title": each.title, "levels": [level.name for level in each.levels]}
            for each in draft.dimensions
        ],
        "questions": len(draft.questions),
        "signals": {
            "strong": sum(len(phase.strong_signals) for phase in draft.phases),
            "red_flags": sum(len(phase.red_flags) for phase in draft.phases),
        },
    }


def _pair(minutes: MinuteRange | None) -> list[int] | None:
    return [minutes.low, minutes.high] if minutes else None
