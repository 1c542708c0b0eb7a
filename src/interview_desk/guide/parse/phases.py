"""One phase of a guide: its time, and what each label inside it announces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.minutes import EXAMPLE, minutes_of
from interview_desk.guide.model import Area, Indicator, IndicatorKind, MinuteRange, Phase, Question
from interview_desk.guide.parse.headings import PhaseHeading
from interview_desk.guide.parse.labels import PhaseLabel, phase_label
from interview_desk.guide.parse.parts import Behaviour, Item, Part
from interview_desk.guide.parse.tags import DimensionNames
from interview_desk.guide.parse.tokens import quoted, unquoted

_NOTHING = frozenset({"", "-", "–", "—", "none", "n/a"})


def read_phase(
    number: int,
    heading: PhaseHeading,
    parts: Sequence[Part],
    names: DimensionNames,
    faults: list[Fault],
) -> Phase | None:
    """The phase of a section, or None where its time is a fault.

    ``number`` counts from 1; ``names`` are the dimensions that its rubric line may name.
    """
    content = _sorted(parts)
    minutes = _minutes(heading, content, faults)
    if minutes is None:
        return None
    dimensions = names.find(_dimension_names(content), faults)
    key = f"p{number}"

    def indicators(label: PhaseLabel, kind: IndicatorKind, letter: str) -> tuple[Indicator, ...]:
        return tuple(
            Indicator(
                f"{key}.{letter}{count}", kind, each.text, number, dimensions,
                each.short, each.example,
            )
            for count, each in enumerate(content.behaviours(label), start=1)
        )  # fmt: skip

    bar = indicators(PhaseLabel.DIFFERENTIATORS, IndicatorKind.DIFFERENTIATOR, "b")

    return Phase(
        number=number,
        title=heading.title,
        minutes=minutes,
        objective=_objective(content, parts[0]),
        activities=content.texts(PhaseLabel.ACTIVITIES),
        prompts=questions(f"{key}.q", _prompts(content)),
        strong_signals=indicators(PhaseLabel.STRONG_SIGNALS, IndicatorKind.STRONG_SIGNAL, "s"),
        red_flags=indicators(PhaseLabel.RED_FLAGS, IndicatorKind.RED_FLAG, "r"),
        differentiators=content.texts(PhaseLabel.DIFFERENTIATORS),
        areas=tuple(_areas(content, key)),
        dimensions=dimensions,
        bar=bar,
        bar_title=content.of(PhaseLabel.DIFFERENTIATORS)[0].title if bar else "",
    )


def questions(prefix: str, texts: Sequence[str]) -> tuple[Question, ...]:
    """Questions with keys that count from 1 after ``prefix``."""
    numbered = enumerate(texts, start=1)
    return tuple(Question(f"{prefix}{number}", text) for number, text in numbered)


@dataclass(slots=True)
class _Content:
    """The parts of a phase by what they announce, and its areas as titled lists."""

    labelled: dict[PhaseLabel, list[Part]] = field(default_factory=dict)
    areas: list[tuple[str, list[str]]] = field(default_factory=list)

    def of(self, label: PhaseLabel) -> list[Part]:
        return self.labelled.get(label, [])

    def behaviours(self, label: PhaseLabel) -> Iterator[Behaviour]:
        found = (each for part in self.of(label) for each in part.take_behaviours())
        return (each for each in found if each.text.casefold().rstrip(".") not in _NOTHING)

    def texts(self, label: PhaseLabel) -> tuple[str, ...]:
        entries = (text for part in self.of(label) for text in part.take_entries())
        return tuple(text for text in entries if text.casefold().rstrip(".") not in _NOTHING)


def _sorted(parts: Sequence[Part]) -> _Content:
    content = _Content()
    exploring = False
    for part in parts[1:]:
        label = phase_label(part.title)
        if label is not None:
            part.known = True
            content.labelled.setdefault(label, []).append(part)
            exploring = label is PhaseLabel.AREAS
            if exploring:
                content.areas.extend(_area_of(item) for item in part.take_items())
        elif exploring and part.items:
            content.areas.append((part.hold(), [item.text for item in part.take_items()]))
    return content


def _minutes(heading: PhaseHeading, content: _Content, faults: list[Fault]) -> MinuteRange | None:
    """The time of a phase: in its heading, or under a label of its own."""
    found, line = heading.minutes, heading.line
    for piece in (piece for part in content.of(PhaseLabel.DURATION) for piece in part.pieces):
        if found.span is None:
            found, line = minutes_of(piece.text), piece.line
            piece.taken = found.without == ""
    if found.span is None:
        message = found.problem or f"The phase {excerpt(heading.title)} has no minutes"
        faults.append(Fault(line, message, EXAMPLE))
    return found.span


def _area_of(item: Item) -> tuple[str, list[str]]:
    probes = [*item.more, *(child.text for child in item.children)]
    if item.words.lead and item.words.rest:
        return item.words.lead, [item.words.rest, *probes]
    return item.words.plain, probes


def _areas(content: _Content, key: str) -> Iterator[Area]:
    for number, (title, probes) in enumerate(content.areas, start=1):
        area = f"{key}.a{number}"
        yield Area(area, title, questions(f"{area}.", [unquoted(each) for each in probes]))


def _objective(content: _Content, heading: Part) -> str:
    """The objective, or else what the phase begins with."""
    parts = content.of(PhaseLabel.OBJECTIVE)
    if not parts:
        return " ".join(heading.take_prose())
    return " ".join(text for part in parts for text in part.take_prose() or part.take_entries())


def _prompts(content: _Content) -> list[str]:
    inside = [quote for text in content.texts(PhaseLabel.ACTIVITIES) for quote in quoted(text)]
    asked = [unquoted(text) for text in content.texts(PhaseLabel.PROMPTS)]
    return list(dict.fromkeys(inside + asked))


def _dimension_names(content: _Content) -> Iterator[tuple[int, str]]:
    for part in content.of(PhaseLabel.DIMENSIONS):
        part.take_all()
        yield from ((each.line, each.text) for each in part.pieces)
