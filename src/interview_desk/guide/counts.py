"""How much of everything a guide holds, to check a guide by."""

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
        "levels": len(guide.dimensions[0].levels),
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
