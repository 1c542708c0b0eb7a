"""What a text is worth as a guide: its counts, or the faults that keep it from being one."""

from dataclasses import dataclass, field

from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.model import Guide

Counts = dict[str, str | int | list[int]]


def counts(guide: Guide) -> Counts:
    """The counts of a guide, ready for JSON; lists are per phase or per group.

    ``minutes`` are the sums of the phases' shortest and longest times.
    """
    phases = guide.phases
    return {
        "title": guide.title,
        "minutes": [guide.minutes.low, guide.minutes.high],
        "phases": len(phases),
        "strong_signals": [len(phase.strong_signals) for phase in phases],
        "red_flags": [len(phase.red_flags) for phase in phases],
        "differentiators": [len(phase.differentiators) for phase in phases],
        "areas": [len(phase.areas) for phase in phases],
        "dimensions": len(guide.dimensions),
        "levels": len(guide.dimensions[0].levels) if guide.dimensions else 0,
        "pitfalls": len(guide.pitfalls),
        "before": len(guide.before),
        "during": len(guide.during),
        "after": len(guide.after),
        "questions": [len(bank.questions) for bank in guide.banks],
        "disqualifiers": len(guide.disqualifiers),
        "warning_signs": len(guide.warning_signs),
        "expectations": [len(group.items) for group in guide.expectations],
        "recommendations": len(guide.recommendations),
    }


@dataclass(frozen=True, slots=True)
class GuideFile:
    """What a file is worth as a guide: its counts, or the faults that keep it from being one.

    ``text`` is empty for what is no text that could be put right.
    """

    text: str = ""
    title: str = ""
    counts: Counts = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def require_guide(self) -> None:
        """Raise GuideError where it is none yet."""
        if self.faults:
            raise GuideError(self.faults)

    def require_text(self) -> None:
        """Raise GuideError where it is nothing that could be edited."""
        if not self.text:
            self.require_guide()
